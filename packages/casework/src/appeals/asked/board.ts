import { addresseeOf } from "../appeal.ts";
import { boardLines, type BoardLine, boardLists, byUrgency } from "../board/board.ts";
import type { BoardAnswer, BoardFilter, BoardQuery, BoardRow, Choice } from "./asked.ts";
import type { AppealsOffice, CaseOnBoard } from "./office.ts";
/** The board, a page at a time, with its filters and counts. */
import { codesOfGround } from "./words.ts";

const MOST_ROWS = 1_000;

interface Placed {
  readonly line: BoardLine;
  readonly of: CaseOnBoard;
}

/** Lines already derived from a card, within the hour. */
const derived = new WeakMap<CaseOnBoard, { readonly hour: string; readonly lines: readonly BoardLine[] }>();

function linesOf(office: AppealsOffice, of: CaseOnBoard): readonly BoardLine[] {
  const known = derived.get(of);
  if (known?.hour === office.hour) return known.lines;
  const lines = boardLines(of.appeals, (id) => office.packs.get(id), office.dayIn);
  derived.set(of, { hour: office.hour, lines });
  return lines;
}

export function* allLines(office: AppealsOffice): Iterable<Placed> {
  for (const of of office.cases()) for (const line of linesOf(office, of)) yield { line, of };
}

export function answerBoard(office: AppealsOffice, query: BoardQuery): BoardAnswer {
  const lists = Object.fromEntries(boardLists.map((list) => [list, 0])) as Record<
    (typeof boardLists)[number],
    number
  >; // every list begins at nought
  const counts = { offices: new Map(), regions: new Map(), grounds: new Map(), owners: new Map() } as const;
  const found: Placed[] = [];
  const wanted = Math.max(1, query.from + Math.min(query.count, MOST_ROWS));
  const inOrder = (a: Placed, b: Placed) => byUrgency(a.line, b.line);
  let total = 0;
  let worst: Placed | undefined;
  for (const placed of allLines(office)) {
    const { line, of } = placed;
    count(counts.offices, addresseeOf(line.appeal), line.appeal.office);
    count(counts.regions, regionOf(placed));
    count(counts.grounds, line.appeal.ground);
    count(counts.owners, of.owner);
    if (!passes(placed, query)) continue;
    for (const list of line.lists) lists[list] += 1;
    // One letter is found wherever it stands.
    if (query.number === undefined && !line.lists.includes(query.list)) continue;
    total += 1;
    // Only the first page and what lies before it is put in order: fifty thousand are not sorted for a hundred.
    if (worst && byUrgency(worst.line, line) <= 0) continue;
    found.push(placed);
    if (found.length < wanted * 4) continue;
    found.sort(inOrder);
    found.length = wanted;
    worst = found.at(-1);
  }
  found.sort(inOrder);
  return {
    rows: found.slice(query.from, wanted).map(rowOf),
    total,
    lists,
    offices: choices(counts.offices),
    regions: choices(counts.regions),
    grounds: choices(counts.grounds).map((one) => ({
      ...one,
      words: codesOfGround(office.packs, one.id, query.lang),
    })),
    owners: choices(counts.owners),
  };
}

function passes(placed: Placed, filter: BoardFilter): boolean {
  const { line, of } = placed;
  return (
    (filter.office === undefined || filter.office === addresseeOf(line.appeal)) &&
    (filter.region === undefined || filter.region === regionOf(placed)) &&
    (filter.ground === undefined || filter.ground === line.appeal.ground) &&
    (filter.owner === undefined || filter.owner === of.owner) &&
    (filter.number === undefined || filter.number === line.appeal.number)
  );
}

function regionOf({ line, of }: Placed): string | undefined {
  return line.appeal.region ?? of.region;
}

type Counts = Map<string, { words: string; count: number }>;

function count(counts: Counts, id: string | undefined, words = id): void {
  if (id === undefined) return;
  const known = counts.get(id);
  if (known) known.count += 1;
  else counts.set(id, { words: words ?? id, count: 1 });
}

function choices(counts: Counts): readonly Choice[] {
  return [...counts]
    .map(([id, one]) => ({ id, ...one }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}

function rowOf({ line, of }: Placed): BoardRow {
  const { appeal, stage, overlays, lists, date } = line;
  return {
    case: of.case,
    caseNumber: of.number,
    name: of.name,
    ...(of.owner === undefined ? {} : { owner: of.owner }),
    appeal: appeal.id,
    number: appeal.number,
    office: appeal.office,
    ...(appeal.ground === undefined ? {} : { ground: appeal.ground }),
    kind: appeal.kind,
    signatories: appeal.signatories,
    isChild: appeal.parent !== undefined,
    isHeld: appeal.isHeld,
    stage,
    overlays,
    lists,
    ...(date === undefined ? {} : { date }),
  };
}
