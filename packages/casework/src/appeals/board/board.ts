/**
 * The board: every letter of the desk with the one date that matters now. Made from cards alone. "Overdue" is said only
 * where the law, the proof and the calendar carry it; what would be overdue without them is "estimated" or "provisional".
 */
import type { Day } from "../../day.ts";
import { factsOf } from "../appeal.ts";
import type { CardAppeal } from "../card.ts";
import { type Clock, zoneOf } from "../clock.ts";
import { daysLater } from "../day-number.ts";
import type { Level, Pack } from "../pack/pack.ts";
import { type Overlay, type Stage, type Standing, standingOf } from "../standing.ts";

export const boardLists = [
  "open",
  "due",
  "overdue",
  "silent",
  "estimated",
  "provisional",
  "unsent",
  "answered",
] as const;
export type BoardList = (typeof boardLists)[number];

/** due: the last lawful day. overdueFrom: since when it is late. fileBy: our own last safe day. mayFrom: not before. */
export type DateKind = "due" | "overdueFrom" | "perhapsFrom" | "fileBy" | "mayFrom";

export interface BoardDate {
  readonly kind: DateKind;
  readonly day: Day;
  readonly rule: string;
  readonly level: Level;
  readonly isEstimated: boolean;
  readonly isProvisional: boolean;
}

export interface BoardLine {
  readonly appeal: CardAppeal;
  readonly stage: Stage;
  readonly overlays: readonly Overlay[];
  readonly lists: readonly BoardList[];
  readonly date: BoardDate | undefined;
}

const WEEK = 7;

/** The lines of one case; `dayIn`: which day it is in a zone. `packOf` undefined: a pack this release does not have; the letter is shown without dates. */
export function boardLines(
  appeals: readonly CardAppeal[],
  packOf: (id: string) => Pack | undefined,
  dayIn: (zone: string) => Day,
): readonly BoardLine[] {
  return appeals.flatMap((appeal) => {
    if (appeal.parent !== undefined && appeals.some(({ id }) => id === appeal.parent)) return [];
    const pack = packOf(appeal.pack);
    if (!pack) return [lineWithout(appeal)];
    const facts = factsOf(appeal, appeals);
    // The day is the authority's own: at nine in the evening in Moscow, Vladivostok is a day late already.
    const today = dayIn(zoneOf(facts, pack));
    const found = standingOf(facts, pack, today);
    if (!found.ok) return [lineWithout(appeal)];
    return linesDown(appeal, found.value, { appeals, today });
  });
}

function linesDown(
  appeal: CardAppeal,
  standing: Standing,
  all: { readonly appeals: readonly CardAppeal[]; readonly today: Day },
): readonly BoardLine[] {
  const children = appeal.forwarded.flatMap(({ child }) => all.appeals.filter(({ id }) => id === child));
  return [
    lineOf(appeal, standing, all.today),
    ...children.flatMap((child, at) => {
      const below = standing.children[at];
      return below ? linesDown(child, below, all) : [];
    }),
  ];
}

function lineWithout(appeal: CardAppeal): BoardLine {
  const stage = appeal.dispatched ? "sent" : "draft";
  return { appeal, stage, overlays: [], date: undefined, lists: appeal.dispatched ? ["open"] : ["unsent"] };
}

function lineOf(appeal: CardAppeal, standing: Standing, today: Day): BoardLine {
  const { stage, overlays } = standing;
  const date = dateOfStanding(standing, today);
  return { appeal, stage, overlays, date, lists: listsOf({ appeal, standing, date, today }) };
}

interface Listing {
  readonly appeal: CardAppeal;
  readonly standing: Standing;
  readonly date: BoardDate | undefined;
  readonly today: Day;
}

function listsOf({ appeal, standing, date, today }: Listing): readonly BoardList[] {
  const { stage, overlays } = standing;
  if (stage === "closed") return [];
  if (stage === "answered") return ["answered"];
  if (stage === "draft" || stage === "ready") return ["unsent"];
  const isLate = overlays.includes("answer-late");
  const lists: BoardList[] = ["open"];
  const isDue = date !== undefined && date.kind !== "overdueFrom" && date.kind !== "perhapsFrom";
  if (isDue && date.day >= today && date.day <= daysLater(today, WEEK)) lists.push("due");
  if (isLate) lists.push("overdue");
  // Silence: not a word came back, neither an answer nor a notice.
  const isWordless =
    appeal.answers.length === 0 && appeal.extended.length === 0 && appeal.forwarded.length === 0;
  if (isLate && isWordless) lists.push("silent");
  if (overlays.includes("estimated")) lists.push("estimated");
  if (overlays.includes("provisional")) lists.push("provisional");
  return lists;
}

/** What others owe comes first; of two terms of one route the longer one, for late is late by all. */
export function dateOfStanding({ clocks, stage, overlays }: Standing, today: Day): BoardDate | undefined {
  if (stage === "draft" || stage === "ready" || stage === "closed") return undefined;
  const answers = clocks.filter(({ role }) => role === "answer");
  if (stage !== "answered") {
    const late = overlays.includes("answer-late") ? latest(answers) : undefined;
    if (late?.deadline.overdueFrom) return dated(late, "overdueFrom", late.deadline.overdueFrom);
    const open = latest(answers.filter(({ state }) => state === "running" || state === "perhapsLate"));
    if (open?.deadline.overdueFrom && open.state === "perhapsLate")
      return dated(open, "perhapsFrom", open.deadline.overdueFrom);
    if (open) return dated(open, "due", open.deadline.latest);
  }
  const own = clocks.find(({ deadline }) => deadline.fileBy !== undefined && deadline.fileBy >= today);
  if (own?.deadline.fileBy) return dated(own, "fileBy", own.deadline.fileBy);
  const may = clocks.find(({ deadline, state }) => deadline.mayFrom !== undefined && state === "running");
  return may?.deadline.mayFrom === undefined ? undefined : dated(may, "mayFrom", may.deadline.mayFrom);
}

function latest(clocks: readonly Clock[]): Clock | undefined {
  return clocks.reduce<Clock | undefined>(
    (last, clock) => (last === undefined || clock.deadline.latest > last.deadline.latest ? clock : last),
    undefined,
  );
}

function dated({ rule, deadline, trigger }: Clock, kind: DateKind, day: Day): BoardDate {
  return {
    kind,
    day,
    rule,
    level: deadline.level,
    isEstimated: trigger.proof !== "proved",
    isProvisional: deadline.isProvisional,
  };
}

/** Overdue longest first, then what falls due soonest, then what has no date. */
export function byUrgency(a: BoardLine, b: BoardLine): number {
  const rank = ({ date }: BoardLine) =>
    date === undefined ? 3 : date.kind === "overdueFrom" ? 0 : date.kind === "perhapsFrom" ? 2 : 1;
  const [ra, rb] = [rank(a), rank(b)];
  if (ra !== rb) return ra - rb;
  const [da, db] = [a.date?.day ?? "", b.date?.day ?? ""];
  return da < db ? -1 : da > db ? 1 : a.appeal.number < b.appeal.number ? -1 : 1;
}
