/** A case as its sheets tell it, and how to read a field of it. */
import type { Moment } from "./day.ts";
import type { EventOf } from "./event.ts";
import type { CaseId, MemberId, PersonId } from "./id.ts";
import type { Fact, Papers, Stamp } from "./papers.ts";
import type { caseKinds, Code, factFields, outcomes, stages, urgencies } from "./words/vocabularies.ts";

export interface Urgency extends Stamp {
  readonly urgency: Code<typeof urgencies>;
  readonly rules: readonly string[];
  readonly reason: string;
  /** Since when the case has been at least this urgent without a break: the hour runs from here. */
  readonly since: Moment;
  readonly acknowledged?: Stamp;
}

export interface Case extends Papers {
  readonly type: "Case";
  readonly id: CaseId;
  readonly kind: Code<typeof caseKinds>;
  readonly number: string;
  readonly openedAt: Moment;
  readonly openedBy: MemberId;
  readonly stage: Code<typeof stages>;
  readonly owner?: MemberId;
  readonly outcome?: Stamp & { readonly outcome: Code<typeof outcomes>; readonly reason: string };
  readonly urgency?: Urgency;
  /** Every urgency ever set, newest first. */
  readonly urgencies: readonly (Stamp & Omit<EventOf<"UrgencySet">, "type">)[];
}

export interface PresentValue {
  /** Those that stand, the one stated last first. */
  readonly values: readonly Fact[];
  /** Two that did not know of each other say different things: both are shown. */
  readonly clash: boolean;
}

/** `about` undefined: the soldier. */
export function presentValue(papers: Papers, field: Code<typeof factFields>, about?: PersonId): PresentValue {
  const values = papers.facts
    .filter((fact) => fact.field === field && fact.about === about && fact.standing === "stands")
    .toReversed();
  return { values, clash: new Set(values.map(sameness)).size > 1 };
}

/** What must be equal for two values to say the same. */
function sameness(fact: Fact): string {
  return fact.known ?? fact.value.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
}
