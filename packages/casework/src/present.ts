/** The present value of a field: a reading of the facts, never stored. */
import type { PersonId } from "./id.ts";
import type { Fact, Papers } from "./papers.ts";
import type { Code, consentScopes, factFields } from "./words/vocabularies.ts";

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
  return {
    values,
    clash: !isManyValued(field) && values.some((one) => values.some((other) => areAtOdds(one, other))),
  };
}

/** What this person has agreed to, as she said it last. */
export function presentConsent(papers: Papers, person: PersonId): readonly Code<typeof consentScopes>[] {
  return papers.consents.findLast((consent) => consent.person === person)?.scopes ?? [];
}

/** The safe hours of two telephones differ without a clash. */
function areAtOdds(one: Fact, other: Fact): boolean {
  return one.of === other.of && sameness(one) !== sameness(other);
}

/** A person may well have two telephones; she has one birth date. */
export function isManyValued(field: Code<typeof factFields>): boolean {
  return field === "phone" || field === "email" || field === "messenger" || field === "callSign";
}

/** What must be equal for two values to say the same. */
export function sameness(fact: { readonly value: string; readonly known?: string }): string {
  return fact.known ?? plain(fact.value);
}

/** Letter case, ё and spaces do not make another name. */
export function plain(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ");
}
