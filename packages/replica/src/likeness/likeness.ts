/**
 * Who is like whom on this device: the index of the matching core over the roster's rows, and which rows people have
 * linked. Built once all cards are in, a few milliseconds at a time, and from then on kept in place card by card.
 *
 * Note: Keys stay here. All of it is memory of the worker: nothing of it is written, sealed or sent, in no form.
 */
import {
  isOwnCase,
  openSoldiers,
  readCard,
  type Card,
  type CaseCard,
  type CaseId,
  type MemberId,
  type Soldiers,
} from "@answerable/casework";
import {
  makeReady,
  namesIn,
  openReportIndex,
  type ReportIndex,
  type SoldierReport,
} from "@answerable/casework/people";
import { utf8 } from "@answerable/wire";

import type { Roster } from "../roster/roster.ts";
import { openTexts } from "../roster/texts.ts";
import type { CardAtPlace } from "../sync/cards.ts";
import { openReadingAhead, type NamesWorker } from "./reading-ahead.ts";
import { heardOn, nothingHeard, printOf, saidOn, type Heard } from "./said.ts";

export interface Likeness {
  /** The roster, whose cards go into the index too. */
  readonly roster: Roster;
  readonly build: (deps: BuildDeps) => Promise<void>;
  readonly isBuilt: () => boolean;
  /** Nobody asks any more. */
  readonly stop: () => void;
  readonly index: ReportIndex;
  readonly soldiers: Soldiers;
  readonly caseCard: (row: number) => { readonly case: CaseId; readonly card: CaseCard } | undefined;
  readonly reportOf: (row: number, card: CaseCard) => SoldierReport;
  readonly me: MemberId;
  readonly isOwn: (card: CaseCard) => boolean;
  /** Cases that count as a soldier who is counted already. */
  readonly doubles: () => number;
  readonly idOf: (row: number) => CaseId | undefined;
  /** Rows that changed since the index was built, or since they were last taken from here. */
  readonly takeChanged: () => readonly number[];
  /** The same for somebody else: rows that changed since this was asked for, or since they were last taken. */
  readonly watchChanged: () => () => readonly number[];
}

export interface BuildDeps {
  readonly pause: () => Promise<void>;
  readonly progress: (done: number, of: number) => void;
  readonly isStopped: () => boolean;
  readonly now: () => number;
}

/** Milliseconds of work between two breaths. */
const BREATH = 12;

/** `start`: a worker that reads names beside this one. */
export function openLikeness(inner: Roster, me: MemberId, start?: () => NamesWorker): Likeness {
  const index = openReportIndex();
  const ahead = openReadingAhead(index, start);
  const soldiers = openSoldiers();
  /** Others that are linked to and whose card has not come yet. */
  const awaited = new Map<CaseId, Set<number>>();
  const changed = new Set<number>();
  const watchers: Set<number>[] = [];
  /** What cards say whose turn has not come; folded, since two hundred thousand may wait. */
  let unread = openTexts();
  let prints = new Float64Array(1024);
  let countsAsSoldier = new Uint8Array(1024);
  let built = 0;
  let isBuilt = false;
  let doubled = 0;

  function makeRoom(row: number): void {
    if (row < prints.length) return;
    const room = Math.max(row + 1, prints.length * 2);
    prints = grownTo(prints, new Float64Array(room));
    countsAsSoldier = grownTo(countsAsSoldier, new Uint8Array(room));
  }

  function take(row: number, { said, countsAsSoldier: counts, links }: Heard): void {
    makeRoom(row);
    const print = printOf(said);
    if (prints[row] !== print) {
      index.put(row, said, isBuilt || row < built ? undefined : ahead.of(row));
      prints[row] = print;
      changed.add(row);
      for (const watcher of watchers) watcher.add(row);
    }
    doubled -= doublesAmong([row]);
    countsAsSoldier[row] = Number(counts);
    doubled += doublesAmong([row]);
    link(row, links);
    const folder = awaited.size > 0 ? inner.folder(row) : undefined;
    const waiting = folder === undefined ? undefined : awaited.get(folder);
    if (folder === undefined || !waiting) return;
    awaited.delete(folder);
    for (const one of waiting) {
      const known = caseCard(one);
      if (known) link(one, known.card.links);
    }
  }

  function link(row: number, said: CaseCard["links"]): void {
    if (said.length === 0 && !soldiers.says(row)) return;
    const links = said.flatMap(({ other, verdict }) => {
      const at = inner.row(other);
      if (at !== undefined) return [{ other: at, verdict }];
      awaited.set(other, (awaited.get(other) ?? new Set()).add(row));
      return [];
    });
    const touched = [...soldiers.casesOf(row), ...links.map(({ other }) => other)];
    doubled -= doublesAmong(touched);
    soldiers.put(row, links);
    doubled += doublesAmong(touched);
  }

  /** How many of the cases of these soldiers count a man a second time. */
  function doublesAmong(rows: readonly number[]): number {
    const seen = new Set<number>();
    let more = 0;
    for (const row of rows) {
      if (seen.has(row)) continue;
      const cases = soldiers.casesOf(row);
      for (const one of cases) seen.add(one);
      more += Math.max(0, cases.filter((one) => countsAsSoldier[one] === 1).length - 1);
    }
    return more;
  }

  function caseCard(row: number): ReturnType<Likeness["caseCard"]> {
    const found = inner.card(row);
    const card = found && readCard(found.payload.card);
    return found && card?.type === "Case" ? { case: found.folder, card } : undefined;
  }

  function put(card: CardAtPlace, unsent: boolean): Card | undefined {
    const read = inner.put(card, unsent);
    const row = inner.row(card.folder);
    if (row === undefined) return read;
    const heard = heardOn(read);
    // What comes before its turn waits for it as text: a card is not unfolded and read a second time.
    if (isBuilt || row < built) take(row, heard);
    else {
      unread.set(row, utf8(JSON.stringify(heard)));
      ahead.send(row, { names: namesIn(heard.said), caller: heard.said.caller });
    }
    return read;
  }

  async function build(deps: BuildDeps): Promise<void> {
    let began = deps.now();
    for (const _ of makeReady()) {
      if (deps.now() - began < BREATH) continue;
      await deps.pause();
      if (deps.isStopped()) return;
      began = deps.now();
    }
    ahead.flush();
    while (built < inner.size()) {
      for (let coming = ahead.coming(built); coming; coming = ahead.coming(built)) {
        await coming;
        if (deps.isStopped()) return;
        began = deps.now();
      }
      const text = unread.get(built);
      take(built, text === undefined ? nothingHeard : (JSON.parse(text) as Heard)); // as it was put there
      built += 1;
      if (deps.now() - began < BREATH) continue;
      deps.progress(built, inner.size());
      await deps.pause();
      if (deps.isStopped()) return;
      began = deps.now();
    }
    unread = openTexts();
    ahead.end();
    index.settle();
    changed.clear();
    isBuilt = true;
  }

  return {
    roster: { ...inner, put },
    build,
    isBuilt: () => isBuilt,
    stop: ahead.end,
    index,
    soldiers,
    caseCard,
    reportOf: (row, card) => (row < built ? index.report(row) : index.read(saidOn(card))),
    me,
    isOwn: (card) => isOwnCase(card, me),
    doubles: () => doubled,
    idOf: (row) => inner.folder(row),
    takeChanged: () => takenFrom(changed),
    watchChanged() {
      const rows = new Set<number>();
      watchers.push(rows);
      return () => takenFrom(rows);
    },
  };
}

function takenFrom(rows: Set<number>): readonly number[] {
  const taken = [...rows];
  rows.clear();
  return taken;
}

function grownTo<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
