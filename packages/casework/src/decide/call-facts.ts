/** The facts a call states: of the soldier, and of the one who calls. Every text stands as typed; what it means stands beside it. */
import type { EventOf } from "../event.ts";
import type { ContactId, FactId, PersonId } from "../id.ts";
import type { Draft, DraftField } from "../intake/draft.ts";
import type { Papers, Person } from "../papers.ts";
import { plain } from "../present.ts";
import type { Code, factFields } from "../words/vocabularies.ts";
import { phoneKey, phonesOf, phonesOfPerson, type Caller } from "./caller.ts";
import type { Given } from "./given.ts";
import { knownOf } from "./known.ts";

type FactStated = EventOf<"FactStated">;
type Field = Code<typeof factFields>;

const soldierFields: readonly (readonly [DraftField & keyof Draft, Field])[] = [
  ["soldierName", "name"],
  ["birth", "birth"],
  ["region", "region"],
  ["service", "service"],
  ["unit", "unit"],
  ["callSign", "callSign"],
  ["dogTag", "dogTag"],
  ["soldierPhone", "phone"],
  ["lastContact", "lastContact"],
  ["lastContactHow", "lastContactHow"],
  ["lastContactFrom", "lastContactFrom"],
  ["fate", "fate"],
  ["whereabouts", "whereabouts"],
];

export function soldierFacts(given: Given, draft: Draft, contact: ContactId): FactStated[] {
  const source = draft.source === "unknown" && draft.kind === "soldierHimself" ? "soldierTold" : draft.source;
  return soldierFields.flatMap(([typed, field]) => {
    const value = draft[typed];
    if (typeof value !== "string" || value.trim() === "") return [];
    const isName = typed === "soldierName" && draft.unsure.length > 0;
    const fact = stated(given, field, value);
    return [
      {
        ...fact,
        // What a paste suggested and nobody confirmed is not sure.
        sure: !isName && !draft.suggested.includes(typed),
        ...(isName ? { unsureOf: [...draft.unsure] } : {}),
        source,
        contact,
      },
    ];
  });
}

/** What is new about the caller; `known`: she is in the circle already and keeps what is there. */
export function callerFacts(
  given: Given,
  told: {
    readonly draft: Draft;
    readonly caller: Caller;
    readonly person: PersonId;
    readonly contact: ContactId;
    readonly known: Person | undefined;
    readonly papers: Papers | undefined;
  },
): FactStated[] {
  const { draft, caller, person, contact, known, papers } = told;
  const fact = (field: Field, value: string): FactStated => ({
    ...stated(given, field, value),
    about: person,
    source: "sawHimself",
    contact,
  });
  const changed = [
    ...(known !== undefined &&
    caller.calledAs.trim() !== "" &&
    plain(caller.calledAs) !== plain(known.calledAs)
      ? [fact("calledAs", caller.calledAs)]
      : []),
    ...(known !== undefined && caller.relation !== "unknown" && caller.relation !== known.relation
      ? [fact("relation", caller.relation)]
      : []),
  ];
  const before = papers === undefined ? [] : phonesOfPerson(papers, person);
  const phones = phonesOf(draft).flatMap((phone) => {
    const isNew =
      phone.raw.trim() !== "" &&
      (!before.includes(phoneKey(phone.raw)) || hasNewWords(papers, person, phone.raw));
    const stating = isNew ? [{ ...fact("phone", phone.raw), sure: !draft.suggested.includes("phones") }] : [];
    const of = stating[0]?.fact ?? phoneFact(papers, person, phone.raw);
    const more: readonly (readonly [Field, string])[] = [
      ["safeHours", phone.safeHours],
      ["mayLeaveMessage", phone.mayLeaveMessage],
      ["maySayWhoWeAre", phone.maySayWhoWeAre],
    ];
    const said = more.filter(([, value]) => value.trim() !== "" && value !== "unasked");
    // What she says today about a telephone we know takes the place of what she said before.
    return [
      ...stating,
      ...said.map(([field, value]) => ({
        ...fact(field, value),
        ...(of === undefined ? {} : { of }),
        setsAside: earlier(papers, { person, field, of }),
      })),
    ];
  });
  return [...changed, ...phones];
}

function stated(given: Given, field: Field, value: string): FactStated {
  const known = knownOf(field, value, given.today);
  return {
    type: "FactStated",
    fact: given.newId<FactId>(),
    field,
    value,
    ...(known === undefined ? {} : { known }),
    sure: true,
    source: "unknown",
    setsAside: [],
  };
}

/** "8 912 … только вечером": the number is known, the words beside it are not. */
function hasNewWords(papers: Papers | undefined, person: PersonId, raw: string): boolean {
  if (!/[^\d\s()+-]/u.test(raw)) return false;
  return (
    papers?.facts.every((fact) => fact.field !== "phone" || fact.about !== person || fact.value !== raw) ??
    true
  );
}

function phoneFact(papers: Papers | undefined, person: PersonId, raw: string): FactId | undefined {
  return papers?.facts.findLast(
    (fact) =>
      fact.field === "phone" &&
      fact.about === person &&
      fact.standing !== "withdrawn" &&
      phoneKey(fact.value) === phoneKey(raw),
  )?.id;
}

function earlier(
  papers: Papers | undefined,
  of: { readonly person: PersonId; readonly field: Field; readonly of: FactId | undefined },
): FactId[] {
  const same = papers?.facts.filter(
    (fact) =>
      fact.about === of.person && fact.field === of.field && fact.of === of.of && fact.standing === "stands",
  );
  return same?.map((fact) => fact.id) ?? [];
}
