/**
 * A release: drafted by the program, checked by two people, entered in the ledger. What is printed of a draft can be looked at
 * (`Printable`), but only `release` makes a `Release`, and an archive is made of nothing else. The sealed half (true counts)
 * stays in the ledger line; the public half holds no hidden number, in no form.
 */
import {
  daysBetween,
  err,
  ok,
  type Answering,
  type Day,
  type MemberId,
  type Result,
} from "@answerable/casework";

import type { Breach } from "./audit.ts";
import {
  correctionsSince,
  entriesOf,
  mattersIn,
  officeLines,
  type Correction,
  type Entry,
  type OfficeLine,
} from "./entries.ts";
import { isWholeWeeks, meetingOf } from "./period.ts";
import type { Matter } from "./record.ts";
import { judgeClaims, withholding, type Judged, type PublicClaim, type RuleContext } from "./rules.ts";
import { suppressed, type Reason } from "./suppress.ts";
import { idOf, type Domain, type PressFact, type TableCell, type TableSpec } from "./table.ts";
import { tellTalesIn, tellTalesOf, type TellTale } from "./tell-tales.ts";
import { countedLine, linesMeeting, type LedgerLine } from "./union.ts";

declare const released: unique symbol;

export interface PrintedCell {
  readonly id: string;
  readonly held: TableCell["held"];
  /** undefined: hidden. */
  readonly value?: number;
}

export interface PrintedTable {
  readonly name: string;
  readonly dimensions: TableSpec["dimensions"];
  readonly period: TableSpec["period"];
  readonly roundedTo?: number;
  readonly cells: readonly PrintedCell[];
}

/** All that the pages say, before anybody signed it and after. */
export interface Printable {
  readonly number: number;
  readonly on: Day;
  readonly tables: readonly PrintedTable[];
  readonly entries: readonly Entry[];
  readonly matters: readonly Matter[];
  /** Newest first, of all releases together. */
  readonly corrections: readonly Correction[];
  readonly offices: readonly OfficeLine[];
  /** That something was withheld, and by which rules: never what. */
  readonly withheld: Readonly<Record<string, number>>;
}

export interface Release extends Printable {
  readonly [released]: true;
  readonly reviewers: readonly [MemberId, MemberId];
}

export interface Asked {
  readonly on: Day;
  /** None: the tables of the release before are printed again as they are, so that words can be mended at once. */
  readonly tables: readonly TableSpec[];
  readonly facts: readonly PressFact[];
  readonly domain: Domain;
  readonly claims: readonly PublicClaim[];
  readonly matters: readonly Matter[];
  /** Names that may stand in print: officials in office, organisations. */
  readonly officials: readonly string[];
  readonly answering: readonly Answering[];
  /** The release before this one, as it was printed. */
  readonly before?: Printable;
  readonly context: Omit<RuleContext, "on">;
  readonly ledger: readonly LedgerLine[];
  /** Told after every round of the audit. */
  readonly told?: (round: number) => void;
}

/** What two people sign: the printed half, and the sealed half beside it. */
export interface Signable {
  readonly printable: Printable;
  readonly line: LedgerLine;
  /** Cases that were counted: if one is taken out before the second signature the draft is void. */
  readonly counted: readonly string[];
}

export interface ReleaseDraft extends Signable {
  readonly reasons: ReadonlyMap<string, Reason>;
  readonly judged: readonly Judged[];
  /** Against the last release of the same numbers: what was printed, what is now. */
  readonly changes: readonly {
    readonly id: string;
    readonly before: number;
    readonly now: number | undefined;
  }[];
}

export type DraftRefusal =
  | { readonly type: "PeriodNotWholeWeeks"; readonly table: string }
  | { readonly type: "PeriodNotOver"; readonly table: string }
  | { readonly type: "UnitCounted"; readonly table: string }
  | { readonly type: "TooSoon"; readonly table: string; readonly lastOn: Day }
  | { readonly type: "PeriodsAcross"; readonly table: string; readonly other: string }
  | { readonly type: "TablesInCircle"; readonly dimensions: readonly string[] }
  | { readonly type: "WordsTellTooMuch"; readonly tellTales: readonly TellTale[] }
  | { readonly type: "GivenAwayBefore"; readonly breaches: readonly Breach[] };

const slowest = 7;

export function draftRelease(asked: Asked): Result<ReleaseDraft, DraftRefusal> {
  const { on, tables, facts, domain, claims, officials, context, ledger } = asked;
  const refusal = refusalOf(asked);
  if (refusal) return err(refusal);
  const counted = countedLine({ number: ledger.length + 1, on, tables }, { facts, domain, earlier: ledger });
  const given = {
    facts,
    domain,
    earlier: linesMeeting(tables, ledger),
    ...(asked.told && { told: asked.told }),
  };
  const { line, reasons, breaches } = suppressed(counted, given);
  if (breaches.length > 0) return err({ type: "GivenAwayBefore", breaches });
  const printed = new Set(line.printed);
  const byId = new Map(line.cells.map((cell) => [cell.id, cell]));
  const latest = new Map(
    ledger.flatMap((earlier) => {
      const own = new Set(earlier.printed);
      return earlier.cells.flatMap(({ id, value }) => (own.has(id) ? [[id, value] as const] : []));
    }),
  );
  const judged = judgeClaims(claims, { ...context, on });
  const matters = mattersIn(asked.matters, judged);
  const offices = officeLines(asked.answering, domain.k);
  const tellTales = [
    ...tellTalesOf(judged, officials),
    ...titlesTelling(matters, officials),
    ...officesTelling(offices, officials),
  ];
  if (tellTales.length > 0) return err({ type: "WordsTellTooMuch", tellTales });
  const entries = entriesOf(judged);
  return ok({
    line,
    printable: {
      number: line.number,
      on,
      tables:
        tables.length > 0
          ? tables.map((spec) => printedTable(spec, { line, printed }))
          : (asked.before?.tables ?? []),
      entries,
      matters,
      corrections: correctionsSince(asked.before, { entries, on }),
      offices,
      withheld: withheldAmong(judged),
    },
    reasons,
    judged,
    counted: facts
      .filter(({ day }) => tables.some(({ period }) => day >= period.from && day < period.to))
      .map(({ id }) => id),
    changes: [...latest].flatMap(([id, before]) => {
      const cell = byId.get(id);
      const now = printed.has(id) ? cell?.value : undefined;
      return cell && now !== before ? [{ id, before, now }] : [];
    }),
  });
}

function titlesTelling(matters: readonly Matter[], officials: readonly string[]): readonly TellTale[] {
  return matters.flatMap(({ incident, title }) =>
    tellTalesIn({ of: incident, words: title, officials, places: [], coarse: false, unit: false }),
  );
}

/** Names of offices are typed by volunteers too. */
function officesTelling(offices: readonly OfficeLine[], officials: readonly string[]): readonly TellTale[] {
  return offices.flatMap(({ office }) =>
    office === undefined
      ? []
      : tellTalesIn({
          of: "office",
          words: { ru: office },
          officials,
          places: [],
          coarse: false,
          unit: false,
        }),
  );
}

function withheldAmong(judged: readonly Judged[]): Readonly<Record<string, number>> {
  const withheld: Record<string, number> = {};
  for (const { level, rules } of judged) {
    if (level !== "withhold") continue;
    const rule = rules.find((one) => withholding.has(one)) ?? "HOLD";
    withheld[rule] = (withheld[rule] ?? 0) + 1;
  }
  return withheld;
}

function printedTable(
  spec: TableSpec,
  { line, printed }: { readonly line: LedgerLine; readonly printed: ReadonlySet<string> },
): PrintedTable {
  const { name, dimensions, period, roundedTo } = spec;
  const head = { name, dimensions, period, ...(roundedTo !== undefined && { roundedTo }) };
  if (roundedTo !== undefined) {
    const total = line.rounded.find(({ id }) => id === idOf([], period));
    const value = total && { value: total.printed };
    return { ...head, cells: [{ id: idOf([], period), held: [], ...value }] };
  }
  const { cells } = line;
  const own = cells.filter(
    ({ id, held, period }) =>
      id === idOf(held, spec.period) &&
      meetingOf(period, spec.period) === "same" &&
      held.every(([dimension]) => spec.dimensions.some((one) => one === dimension)),
  );
  return {
    ...head,
    cells: own.map(({ id, held, value }) => ({ id, held, ...(printed.has(id) && { value }) })),
  };
}

function refusalOf({ on, tables, ledger }: Asked): DraftRefusal | undefined {
  const earlier = ledger.flatMap((line) => line.tables.map((table) => ({ table, on: line.on })));
  for (const [at, { name, period, dimensions }] of tables.entries()) {
    if (dimensions.some((dimension) => dimension === "unit")) return { type: "UnitCounted", table: name };
    if (!isWholeWeeks(period)) return { type: "PeriodNotWholeWeeks", table: name };
    if (period.to > on) return { type: "PeriodNotOver", table: name };
    const last = earlier.findLast(({ table }) => table.name === name);
    if (last && daysBetween(last.on, on) < slowest) return { type: "TooSoon", table: name, lastOn: last.on };
    const others = [...earlier.map(({ table }) => table), ...tables.slice(0, at)];
    const across = others.find((other) => meetingOf(other.period, period) === "across");
    if (across) return { type: "PeriodsAcross", table: name, other: across.name };
  }
  return circleAmong([...earlier.map(({ table }) => table), ...tables]);
}

/** Three tables, each of two of three dimensions, tell more together than our sums do. */
function circleAmong(tables: readonly TableSpec[]): DraftRefusal | undefined {
  const group = new Map<string, string>();
  const top = (dimension: string): string => {
    let at = dimension;
    for (let above = group.get(at); above !== undefined; above = group.get(at)) at = above;
    return at;
  };
  const pairs = new Set<string>();
  for (const { dimensions } of tables) {
    const [one, other] = [...dimensions].sort();
    if (one === undefined || other === undefined || pairs.has(`${one} ${other}`)) continue;
    pairs.add(`${one} ${other}`);
    if (top(one) === top(other)) return { type: "TablesInCircle", dimensions: [...pairs] };
    group.set(top(one), top(other));
  }
  return undefined;
}

export interface Signing {
  readonly reviewer: MemberId;
  readonly second: MemberId;
  /** As it is at the second signature. */
  readonly ledger: readonly LedgerLine[];
  readonly takenOut: ReadonlySet<string>;
}

export type ReleaseRefusal =
  | { readonly type: "OnePersonTwice"; readonly member: MemberId }
  | { readonly type: "LedgerMovedOn"; readonly expected: number; readonly found: number }
  | { readonly type: "TakenOutMeanwhile"; readonly ids: readonly string[] };

/** The second signature. Refused where another release or a withdrawal came in between: then it is drafted again. */
export function release(
  { printable, line, counted }: Signable,
  { reviewer, second, ledger, takenOut }: Signing,
): Result<{ readonly release: Release; readonly line: LedgerLine }, ReleaseRefusal> {
  if (reviewer === second) return err({ type: "OnePersonTwice", member: reviewer });
  if (ledger.length + 1 !== line.number) {
    return err({ type: "LedgerMovedOn", expected: line.number - 1, found: ledger.length });
  }
  const ids = [...counted, ...printable.entries.map(({ claim }) => claim)].filter((id) => takenOut.has(id));
  if (ids.length > 0) return err({ type: "TakenOutMeanwhile", ids });
  const made = { ...printable, reviewers: [reviewer, second] as const };
  return ok({ release: made as unknown as Release, line }); // the one place where the brand is made
}
