/**
 * A list on its way in: its lines laid down in this worker, laid beside the roster, and put into folders one by one as commands like
 * any other. Nothing of it is kept but what has come in.
 *
 * Must stay true: a line is known by what it says, and its folder by how the list names it, so that the same list brought in again,
 * after a crash, on another device or by two at once, adds nothing.
 */
import type { CaseId, IncomingRow, ListId, Refusal, Result } from "@answerable/casework";
import { sha256, type ListNames } from "@answerable/seal";
import { idFrom, utf8 } from "@answerable/wire";

import type { Likeness } from "../likeness/likeness.ts";
import type { OfficeRefusal } from "../office.ts";
import type {
  LineReceipt,
  ListAnswer,
  ListColumn,
  ListPhase,
  ListQuery,
  ListsAnswer,
  ListWord,
} from "./answers.ts";
import { openLateLines, type LateLinesDeps } from "./late-lines.ts";
import { likeCase, openLikely } from "./likely.ts";
import { openTable, shown, type Line } from "./lines.ts";
import { casesOfList, listsOnCards, marksOnCards } from "./on-cards.ts";
import { eachOf, openBreath } from "./pace.ts";

export interface IncomingDeps extends LateLinesDeps {
  readonly likeness: Likeness;
  readonly names: () => ListNames;
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
  /** Lines of a list that was taken back, and which came after: they are taken back too. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
}

const MARK = 11;
/** One for all of them. */
const isNew: LineReceipt = { type: "New" };

export function openIncoming(deps: IncomingDeps): Incoming {
  const { likeness } = deps;
  const { roster } = likeness;
  let table = openTable();
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
  const late = openLateLines(deps);

  const ok: Result<void, never> = { ok: true, value: undefined };
  const nothing = (field: string): Result<void, Refusal> => ({
    ok: false,
    refusal: { type: "AlreadySo", field },
  });

  /** false when it was stopped. */
  function breather() {
    run += 1;
    const own = run;
    isStopped = false;
    return openBreath(deps, () => !isStopped && own === run);
  }

  function lay({ lines: more, isFirst, ...word }: Extract<ListWord, { readonly type: "Lay" }>): void {
    if (isFirst) {
      run += 1;
      table = openTable();
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
      table.add(row, { mark, folder: folderOfLine(named) });
    }
  }

  async function check(): Promise<void> {
    const { lines } = table;
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
      const row = table.rowOf(line);
      const receipt = receiptOf(line, row, { seen, keys, here });
      const like = receipt.type === "New" ? likelyOf(row) : undefined;
      table.change(line, { receipt, like });
      done = at + 1;
      if (!(await breathe())) return ended("laying");
    }
    ended("checked");
  }

  /** Beside whatever the list is doing: what is told to stop is the list. */
  async function makeKeys(): Promise<void> {
    while (!likeness.isBuilt()) {
      await deps.pause();
      if (isOver) return;
    }
    await likely.make(openBreath({ ...deps, changed: () => undefined }, () => !isOver));
  }

  function ended(as: ListPhase): void {
    phase = as;
    deps.changed();
  }

  function receiptOf(
    { mark, folder, place: at }: Line,
    row: IncomingRow,
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
    return number === "" ? isNew : { type: "Updates", case: folder, number };
  }

  function placeAt(at: number): string {
    const line = table.lines[at];
    return line ? String(table.rowOf(line).at) : "";
  }

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
    const { lines } = table;
    // Somebody else may take it back meanwhile.
    const isBack = () => listsOnCards(roster).some((one) => one.list === at && one.takenBack !== undefined);
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
    const goesOn = async () => (await breathe()) && !isBack();
    const isWhole = await eachOf(going, goesOn, async (line) => {
      await take(line, at);
      done += 1;
    });
    const counts = table.counts();
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
    const said = await deps.record({
      type: "TakeRow",
      case: target.case,
      list: into,
      row: line.mark,
      line: table.rowOf(line),
    });
    if (said.ok) table.change(line, { receipt: { type: "Taken", ...target } });
    else if (said.refusal.type === "AlreadySo")
      table.change(line, { receipt: { type: "Here", case: target.case, number: numberOf(target.case) } });
    else table.change(line, { receipt: { type: "Failed", why: said.refusal.type } });
  }

  async function takeBack(wanted: ListId, reason: string): Promise<void> {
    const breathe = breather();
    phase = "takingBack";
    done = 0;
    of = 0;
    deps.changed();
    const cases = await casesOfList(roster, { list: wanted, rows: roster.fromLists() }, breathe);
    if (!cases) return ended("stopped");
    of = cases.length;
    deps.changed();
    let back = 0;
    left = 0;
    const isWhole = await eachOf(cases, breathe, async (id) => {
      const one = await deps.record({ type: "TakeRowsBack", case: id, list: wanted, reason });
      done += 1;
      if (one.ok) back += 1;
      // AlreadySo: somebody else has taken it back.
      else if (one.refusal.type !== "AlreadySo") left += 1;
    });
    // It is said only of a list that is taken back whole: until then it can be taken back once more.
    if (isWhole && left === 0) {
      const said = { case: folderOf(wanted), list: wanted, cases: back, reason };
      await deps.record({ type: "SayTakenBack", ...said });
    }
    deps.broughtIn();
    if (wanted === list) for (const line of table.lines) table.change(line, {});
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
          if (table.lines.length === 0) return nothing("list");
          void check();
          break;
        case "BringIn":
          if (phase !== "checked" && phase !== "stopped") return nothing("list");
          void bringIn();
          break;
        case "Choose": {
          const line = table.lines[word.line];
          if (line) table.change(line, { ...line, choice: word.choice });
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
          table = openTable();
          phase = "none";
          list = undefined;
          break;
      }
      deps.changed();
      return ok;
    },
    answer({ kind, from, count }) {
      const { lines } = table;
      const counts = table.counts();
      const like = (likeliest: Parameters<typeof likeCase>[1]) => likeCase(likeness, likeliest);
      const rows = table.shown(kind, from, count).map(([at, line]) => {
        const receipt = shown(line, { number: numberOf, like });
        return { line: at, row: table.rowOf(line), ...(receipt ? { receipt } : {}) };
      });
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
    async settle() {
      if (phase === "bringing" || phase === "takingBack") return;
      if ((await late.takeBack(openBreath({ ...deps, changed: () => undefined }, () => !isOver))) > 0)
        deps.broughtIn();
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
