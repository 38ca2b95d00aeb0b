/**
 * How long a closed case is kept, as data, and where each stands: months without a word from anybody, then a warning of thirty days,
 * then its turn. A rule destroys nothing: one member proposes, a reviewer who is another person confirms.
 */
import type { CaseCard } from "../card.ts";
import { addDays, dayOf, momentOf, type Day } from "../day.ts";
import type { MemberId } from "../id.ts";
import type { Code, outcomes } from "../words/vocabularies.ts";

export const retentionRules = [
  /** They asked us to stop, or it was never ours. */
  { id: "withdrawn", outcomes: ["withdrawn", "declined"], days: 90 },
  { id: "closed", outcomes: undefined, days: 730 },
] as const satisfies readonly {
  readonly id: string;
  readonly outcomes: readonly Code<typeof outcomes>[] | undefined;
  readonly days: number;
}[];
export type RetentionRule = (typeof retentionRules)[number]["id"];
export const ruleIds = ["withdrawn", "closed"] as const satisfies readonly RetentionRule[];

const WARNING_DAYS = 30;
/** So much longer it is kept where somebody says so. */
export const KEPT_DAYS = 365;

/** Somebody proposed that it end; until another confirms, anybody takes it back. */
export interface Leaving {
  readonly rule: RetentionRule;
  readonly by: MemberId;
}

export interface Expiry {
  readonly rule: RetentionRule;
  readonly on: Day;
  /** soon: within thirty days. due: its day has come. */
  readonly standing: "soon" | "due";
}

/** undefined: it is not closed, or its day is far. */
export function expiryOf(card: CaseCard, today: Day): Expiry | undefined {
  if (card.stage !== "closed") return undefined;
  const { outcome } = card;
  const rule = retentionRules.find(
    (one) => one.outcomes === undefined || one.outcomes.some((code) => code === outcome),
  );
  if (!rule) return undefined;
  const end = addDays(lastWord(card), rule.days);
  const on = card.keptUntil !== undefined && card.keptUntil > end ? card.keptUntil : end;
  if (today >= on) return { rule: rule.id, on, standing: "due" };
  return today >= addDays(on, -WARNING_DAYS) ? { rule: rule.id, on, standing: "soon" } : undefined;
}

/** The day on which it was opened, they last spoke with us, or an authority last answered. */
function lastWord(card: CaseCard): Day {
  const minutes = card.contacts.map(([minute]) => minute);
  const spoken = dayOf(momentOf(Math.max(Date.parse(card.opened), ...minutes.map((one) => one * 60_000))), 0);
  const answered = card.appeals.flatMap((appeal) => appeal.answers.map((answer) => answer.received));
  return [spoken, ...answered].toSorted().at(-1) ?? spoken;
}
