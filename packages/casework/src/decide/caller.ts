import type { PersonId } from "../id.ts";
/** Whether the one who calls is in the circle already. The duplicate is the normal case: seven calls come for one soldier. */
import type { Draft } from "../intake/draft.ts";
import { readPhone } from "../intake/phone.ts";
import type { Papers, Person } from "../papers.ts";
import { plain, sameness } from "../present.ts";

export interface Caller {
  readonly calledAs: string;
  readonly relation: Person["relation"];
}

/** undefined: nothing is known of the caller. The soldier who calls himself is in his own circle as `self`. */
export function callerOf(draft: Draft): Caller | undefined {
  const himself = draft.kind === "soldierHimself";
  const relation = draft.relation ?? (himself ? "self" : "unknown");
  const calledAs = draft.callerName.trim() === "" && himself ? draft.soldierName : draft.callerName;
  const isBlank =
    calledAs.trim() === "" &&
    relation === "unknown" &&
    phonesOf(draft).length === 0 &&
    draft.consent.length === 0;
  return isBlank ? undefined : { calledAs, relation };
}

export function phonesOf(draft: Draft): Draft["phones"] {
  return draft.phones.filter((phone) => phone.raw.trim() !== "" || phone.safeHours.trim() !== "");
}

/** Known by her telephone, unless name and relation both say another; or by relation and name together. */
export function knownCaller(papers: Papers, caller: Caller, draft: Draft): Person | undefined {
  const phones = new Set(phonesOf(draft).map((phone) => phoneKey(phone.raw)));
  const byPhone = papers.people.find(
    (person) =>
      !isSomeoneElse(person, caller) && phonesOfPerson(papers, person.id).some((phone) => phones.has(phone)),
  );
  return byPhone ?? papers.people.find((person) => isSame(papers, person, caller));
}

export function phoneKey(raw: string): string {
  return readPhone(raw)?.e164 ?? plain(raw);
}

export function phonesOfPerson(papers: Papers, person: PersonId): readonly string[] {
  return papers.facts
    .filter((fact) => fact.field === "phone" && fact.about === person && fact.standing !== "withdrawn")
    .map(sameness);
}

function isSame(papers: Papers, person: Person, caller: Caller): boolean {
  if (person.relation !== caller.relation || isVague(caller.relation)) return false;
  if (caller.relation === "self") return true;
  const names = papers.facts
    .filter((fact) => fact.field === "calledAs" && fact.about === person.id)
    .map((fact) => fact.value);
  return (
    caller.calledAs.trim() !== "" &&
    [person.calledAs, ...names].some((name) => plain(name) === plain(caller.calledAs))
  );
}

/** One landline, two people: the father who calls from the mother's telephone is not the mother. */
function isSomeoneElse(person: Person, caller: Caller): boolean {
  const otherRelation =
    !isVague(person.relation) && !isVague(caller.relation) && person.relation !== caller.relation;
  const named = person.calledAs.trim() !== "" && caller.calledAs.trim() !== "";
  return otherRelation && (!named || plain(person.calledAs) !== plain(caller.calledAs));
}

function isVague(relation: Person["relation"]): boolean {
  return relation === "unknown" || relation === "refused";
}
