/**
 * A list on its way in: its lines laid down in this worker, laid beside the roster, and put into folders one by one as commands like
 * any other. Nothing of it is kept but what has come in.
 *
 * Must stay true: a line is known by what it says, and its folder by how the list names it, so that the same list brought in again,
 * after a crash, on another device or by two at once, adds nothing.
 */
import type { CaseId, Command, ListId, Refusal, Result } from "@answerable/casework";
import { sha256, type ListNames } from "@answerable/seal";
import { idFrom, utf8 } from "@answerable/wire";

import type { Likeness } from "../likeness/likeness.ts";
import type { OfficeRefusal } from "../office.ts";
import type { Recorded } from "../record.ts";
import type {
  LineReceipt,
  ListAnswer,
  ListColumn,
  ListPhase,
  ListQuery,
  ListsAnswer,
  ListWord,
} from "./answers.ts";
import { openLikely } from "./likely.ts";
import { countKinds, kindsOf, shown, type Line } from "./lines.ts";
import { casesOfList, listsOnCards, marksOnCards } from "./on-cards.ts";

export interface IncomingDeps {
  readonly likeness: Likeness;
  readonly names: () => ListNames;
  /** Puts a command into its folder, and says nothing of it to the line or the screens. */
  readonly record: (command: Command) => Promise<Recorded>;
  readonly isCoordinator: () => boolean;
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  /** Screens that watch the list. */
  readonly changed: () => void;
  /** A portion has come in: sent when there is a line, counted on every screen. */
  readonly broughtIn: () => void;
}

export interface Incoming {
  readonly say: (word: ListWord) => Promise<Result<void, Refusal | OfficeRefusal>>;
  readonly answer: (query: ListQuery) => ListAnswer;
  readonly lists: () => ListsAnswer;
  readonly stop: () => void;
}

/** Milliseconds of work between two breaths, and between two words to the screens. */
const BREATH = 12;
const TELL = 250;
/** Lines that are put down at once: one write of the disk takes them all. */
const TOGETHER = 64;
const MARK = 11;

export function openIncoming(deps: IncomingDeps): Incoming {
  const { likeness } = deps;
  const { roster } = likeness;
  let lines: Line[] = [];
  let phase: ListPhase = "none";
  let name = "";
  let columns: readonly ListColumn[] = [];
  let list: ListId | undefined;
  let done = 0;
  let of = 0;
  let left = 0;
  let isStopped = false;
  let isOver = false;
  let run = 0;
  const likely = openLikely(likeness);

  const ok: Result<void, never> = { ok: true, value: undefined };
  const nothing = (field: string): Result<void, Refusal> => ({
    ok: false,
    refusal: { type: "AlreadySo", field },
  });

  /** Breathes when it is time, tells when it is time; false when it was stopped. */
  function breather() {
    run += 1;
    const own = run;
    isStopped = false;
    let began = deps.now();
    let told = began;
    return async (): Promise<boolean> => {
      if (deps.now() - began >= BREATH) {
        if (deps.now() - told >= TELL) {
          deps.changed();
          told = deps.now();
        }
        await deps.pause();
        began = deps.now();
      }
      return !isStopped && own === run;
    };
  }

  function lay({ lines: more, isFirst, ...word }: Extract<ListWord, { readonly type: "Lay" }>): void {
    if (isFirst) {
      run += 1;
      lines = [];
      list = undefined;
      ({ name, columns } = word);
      phase = "laying";
      done = 0;
      of = 0;
    }
    const { folderOfLine } = deps.names();
    for (const row of more) {
      const mark = idFrom<CaseId>(sha256(utf8(row.received)).subarray(0, 16)).slice(0, MARK);
      // Two lists may both count from one: the name of the list is part of how it names a line.
      const named = row.key === "" ? `line ${mark}` : `key ${name.trim().toLowerCase()} ${row.key}`;
      lines.push({ row, mark, folder: folderOfLine(named) });
    }
  }

  async function check(): Promise<void> {
    const breathe = breather();
    phase = "checking";
    done = 0;
    of = lines.length;
    deps.changed();
    while (!likeness.isBuilt()) {
      await deps.pause();
      if (isStopped) return ended("laying");
    }
    const print = idFrom<CaseId>(
      sha256(utf8(`${name}\n${lines.map(({ mark }) => mark).join("")}`)).subarray(0, 16),
    );
    list = deps.names().folderOfList(print) as unknown as ListId; // the id of a list is that of its folder
    const here = await marksOnCards(roster, breathe);
    if (!here) return ended("laying");
    // What another has begun is waited for; then whatever changed meanwhile.
    for (const _ of [1, 2]) {
      void makeKeys();
      while (likely.isMaking()) {
        await deps.pause();
        if (!(await breathe())) return ended("laying");
      }
    }
    const likelyOf = likely.begin();
    const seen = new Map<string, number>();
    const keys = new Map<string, number>();
    for (const [at, line] of lines.entries()) {
      line.receipt = receiptOf(line, at, { seen, keys, here });
      if (line.receipt.type === "New") {
        const like = likelyOf(line.row);
        if (like) line.receipt = { type: "New", like };
      }
      done = at + 1;
      if (!(await breathe())) return ended("laying");
    }
    ended("checked");
  }

  /** Beside whatever the list is doing: what is told to stop is the list. */
  async function makeKeys(): Promise<void> {
    let began = deps.now();
    while (!likeness.isBuilt()) {
      await deps.pause();
      if (isOver) return;
    }
    await likely.make(async () => {
      if (deps.now() - began >= BREATH) {
        await deps.pause();
        began = deps.now();
      }
      return !isOver;
    });
  }

  function ended(as: ListPhase): void {
    phase = as;
    deps.changed();
  }

  function receiptOf(
    { row, mark, folder }: Line,
    at: number,
    {
      seen,
      keys,
      here,
    }: {
      readonly seen: Map<string, number>;
      readonly keys: Map<string, number>;
      readonly here: ReadonlyMap<string, CaseId>;
    },
  ): LineReceipt {
    if (row.refused) return { type: "Refused", why: row.refused };
    const double = seen.get(mark);
    if (double !== undefined) return { type: "Double", of: double, place: placeAt(double) };
    seen.set(mark, at);
    const sameKey = row.key === "" ? undefined : keys.get(folder);
    if (sameKey !== undefined) return { type: "SameKey", of: sameKey, place: placeAt(sameKey) };
    keys.set(folder, at);
    const known = here.get(mark.slice(0, MARK - 1));
    if (known !== undefined) return { type: "Here", case: known, number: numberOf(known) };
    const number = row.key === "" ? "" : numberOf(folder);
    return number === "" ? { type: "New" } : { type: "Updates", case: folder, number };
  }

  const placeAt = (at: number): string => String(lines[at]?.row.at ?? "");

  /** Empty: no such case, or one that is gone. */
  function numberOf(id: CaseId): string {
    const row = roster.row(id);
    const card = row === undefined ? undefined : likeness.caseCard(row)?.card;
    return card === undefined || card.isGone ? "" : card.number;
  }

  /** Where the line goes now; undefined: nowhere. */
  function targetOf({ receipt, choice, folder }: Line): { case: CaseId; isNew: boolean } | undefined {
    if (choice?.type === "Out") return undefined;
    if (choice?.type === "Into") return { case: choice.case, isNew: false };
    if (receipt?.type === "New") return { case: folder, isNew: true };
    return receipt?.type === "Updates" ? { case: receipt.case, isNew: false } : undefined;
  }

  async function bringIn(): Promise<void> {
    if (list === undefined) return;
    const breathe = breather();
    const at = list;
    const going = lines.filter((line) => targetOf(line) !== undefined);
    phase = "bringing";
    done = 0;
    of = going.length;
    deps.changed();
    const laid = await deps.record({
      type: "LayList",
      case: folderOf(at),
      list: at,
      name,
      lines: lines.length,
      columns,
    });
    if (!laid.ok) return ended("stopped");
    let isWhole = true;
    for (let from = 0; from < going.length && isWhole; from += TOGETHER) {
      const portion = going.slice(from, from + TOGETHER);
      await Promise.all(portion.map((line) => take(line, at)));
      done = Math.min(going.length, from + TOGETHER);
      isWhole = await breathe();
    }
    const counts = countKinds(lines);
    const taken = going.flatMap(({ receipt }) => (receipt?.type === "Taken" ? receipt : []));
    await deps.record({
      type: "SayBroughtIn",
      case: folderOf(at),
      list: at,
      opened: taken.filter(({ isNew }) => isNew).length,
      added: taken.filter(({ isNew }) => !isNew).length,
      already: counts.Here + counts.Double,
      refused: counts.Refused + counts.SameKey + counts.Failed,
      leftOut: counts.Out,
    });
    deps.broughtIn();
    ended(isWhole ? "done" : "stopped");
  }

  async function take(line: Line, into: ListId): Promise<void> {
    const target = targetOf(line);
    if (!target) return;
    const { row, mark } = line;
    const done = await deps.record({ type: "TakeRow", case: target.case, list: into, row: mark, line: row });
    if (done.ok) line.receipt = { type: "Taken", ...target };
    else if (done.refusal.type === "AlreadySo")
      line.receipt = { type: "Here", case: target.case, number: numberOf(target.case) };
    else line.receipt = { type: "Failed", why: done.refusal.type };
    delete line.choice;
  }

  async function takeBack(wanted: ListId, reason: string): Promise<void> {
    const breathe = breather();
    phase = "takingBack";
    done = 0;
    of = 0;
    deps.changed();
    const cases = await casesOfList(roster, wanted, breathe);
    if (!cases) return ended("stopped");
    of = cases.length;
    deps.changed();
    let isWhole = true;
    let back = 0;
    left = 0;
    for (let from = 0; from < cases.length && isWhole; from += TOGETHER) {
      const portion = cases.slice(from, from + TOGETHER);
      const all = await Promise.all(
        portion.map((id) => deps.record({ type: "TakeRowsBack", case: id, list: wanted, reason })),
      );
      back += all.filter((one) => one.ok).length;
      // AlreadySo: somebody else has taken it back.
      left += all.filter((one) => !one.ok && one.refusal.type !== "AlreadySo").length;
      done = Math.min(cases.length, from + TOGETHER);
      isWhole = await breathe();
    }
    // It is said only of a list that is taken back whole: until then it can be taken back once more.
    if (isWhole && left === 0) {
      const said = { case: folderOf(wanted), list: wanted, cases: back, reason };
      await deps.record({ type: "SayTakenBack", ...said });
    }
    deps.broughtIn();
    if (wanted === list) for (const line of lines) delete line.receipt;
    ended(isWhole ? "takenBack" : "stopped");
  }

  return {
    async say(word) {
      if (!deps.isCoordinator()) return { ok: false, refusal: { type: "OnlyCoordinator" } };
      const isBusy = phase === "checking" || phase === "bringing" || phase === "takingBack";
      if (isBusy && word.type !== "Stop") return nothing("list");
      switch (word.type) {
        case "Open":
          void makeKeys();
          break;
        case "Lay":
          lay(word);
          break;
        case "Check":
          if (lines.length === 0) return nothing("list");
          void check();
          break;
        case "BringIn":
          if (phase !== "checked" && phase !== "stopped") return nothing("list");
          void bringIn();
          break;
        case "Choose": {
          const line = lines[word.line];
          if (line) line.choice = word.choice;
          break;
        }
        case "TakeBack":
          if (word.reason.trim() === "")
            return { ok: false, refusal: { type: "TextMissing", field: "reason" } };
          void takeBack(word.list, word.reason);
          break;
        case "Stop":
          isStopped = true;
          break;
        case "PutAway":
          lines = [];
          phase = "none";
          list = undefined;
          break;
      }
      deps.changed();
      return ok;
    },
    answer({ kind, from, count }) {
      const counts = countKinds(lines);
      const rows: ListAnswer["rows"][number][] = [];
      let passed = 0;
      for (let at = 0; at < lines.length && rows.length < count; at += 1) {
        const line = lines[at];
        if (!line || (kind !== undefined && !kindsOf(line).includes(kind))) continue;
        passed += 1;
        if (passed <= from) continue;
        const receipt = shown(line, numberOf);
        rows.push({ line: at, row: line.row, ...(receipt ? { receipt } : {}) });
      }
      const total = kind === undefined ? lines.length : counts[kind];
      return {
        phase,
        name,
        lines: lines.length,
        done,
        of,
        left,
        counts,
        total,
        rows,
        ...(list === undefined ? {} : { list }),
      };
    },
    lists: () => ({ lists: listsOnCards(roster), isCoordinator: deps.isCoordinator() }),
    stop() {
      isOver = true;
      isStopped = true;
      run += 1;
    },
  };
}

/** The id of a list is that of its folder. */
function folderOf(list: ListId): CaseId {
  return list as unknown as CaseId;
}
