/** The present value of a field: a reading of the facts, never stored. */
import type { PersonId } from "./id.ts";
import type { Fact, Papers } from "./papers.ts";
import type { Code, consentScopes, factFields } from "./words/vocabularies.ts";

export interface PresentValue {
  /** Those that stand, the one stated last first; but of those that may all be true the one that says most. */
  readonly values: readonly Fact[];
  /** Two that did not know of each other say different things: both are shown. */
  readonly clash: boolean;
}

/** `about` undefined: the soldier. */
export function presentValue(papers: Papers, field: Code<typeof factFields>, about?: PersonId): PresentValue {
  const values = papers.facts
    .filter((fact) => fact.field === field && fact.about === about && fact.standing === "stands")
    .toReversed();
  if (isManyValued(field)) return { values, clash: false };
  const clash = haveClash(values);
  return { values: clash ? values : values.toSorted((a, b) => fullness(b) - fullness(a)), clash };
}

/** What this person has agreed to, as she said it last. */
export function presentConsent(papers: Papers, person: PersonId): readonly Code<typeof consentScopes>[] {
  return papers.consents.findLast((consent) => consent.person === person)?.scopes ?? [];
}

/**
 * Whether the case may stand in a count: "agreed" where somebody of the circle agreed and nobody who was asked did not; "refused"
 * where somebody did not, or took it back. undefined: nobody was asked.
 */
export function presentStatistics(papers: Papers): "agreed" | "refused" | undefined {
  const last = new Map(papers.consents.map(({ person, scopes }) => [person, scopes]));
  if (last.size === 0) return undefined;
  return [...last.values()].every((scopes) => scopes.includes("statistics")) ? "agreed" : "refused";
}

/** The safe hours of two telephones differ without a clash; so does a year from the day in it. */
function haveClash(values: readonly Fact[]): boolean {
  const said = [...new Map(values.map((fact) => [`${fact.of ?? ""} ${sameness(fact)}`, fact])).values()];
  return said.some((one, place) =>
    said.slice(0, place).some((other) => one.of === other.of && !isCompatible(one, other)),
  );
}

/** How much of a name or of a date is said: a neighbour who knows less does not make the letter say less. */
function fullness(fact: Fact): number {
  const said = sameness(fact);
  if (fact.field === "name") return said.split(" ").length;
  return isDate(said) ? said.length - (said.endsWith("~") ? 2 : 0) : 0;
}

/**
 * `2001`, `2001-03` and `2001-03-08` may all be true; of a year that is only about, the next one too. A name without the
 * patronymic is the name with it, told by somebody who knows less.
 */
function isCompatible(one: Fact, other: Fact): boolean {
  const [a, b] = [sameness(one), sameness(other)];
  if (a === b) return true;
  if (one.field === "name") return isWithin(a, b) || isWithin(b, a);
  if (!isDate(a) || !isDate(b)) return false;
  const [bareA, bareB] = [a.replace("~", ""), b.replace("~", "")];
  if (bareA.startsWith(bareB) || bareB.startsWith(bareA)) return true;
  return (
    (a.endsWith("~") || b.endsWith("~")) &&
    Math.abs(Number(bareA.slice(0, 4)) - Number(bareB.slice(0, 4))) <= 1
  );
}

function isWithin(less: string, more: string): boolean {
  const words = more.split(" ");
  return less.split(" ").every((word) => words.includes(word));
}

function isDate(known: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}~?$/u.test(known);
}

/** A person may well have two telephones, and was heard of more than once; she has one birth date. */
export function isManyValued(field: Code<typeof factFields>): boolean {
  return manyValued.has(field);
}

const manyValued: ReadonlySet<Code<typeof factFields>> = new Set([
  "phone",
  "email",
  "messenger",
  "callSign",
  "lastContact",
  "lastContactHow",
  "lastContactFrom",
]);

/** What must be equal for two values to say the same. */
export function sameness(fact: { readonly value: string; readonly known?: string }): string {
  return fact.known ?? plain(fact.value);
}

/** Letter case, ё and spaces do not make another name. */
export function plain(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ");
}
