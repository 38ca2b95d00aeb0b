/** The card of a folder, made anew whenever a sheet goes in. The counters are exact from cards alone, so a card holds every contact. */
import { cardAppeal } from "./appeals/card.ts";
import { cardCallBack, endedElsewhere } from "./callbacks/card.ts";
import {
  heardFields,
  type Card,
  type CardContact,
  type CardPerson,
  type CardTask,
  type CaseCard,
  type HeardField,
  type ShiftCard,
} from "./card.ts";
import type { Case } from "./case.ts";
import { cardFamilies } from "./drops/card.ts";
import { lettersOf } from "./drops/families.ts";
import { shiftDayCard } from "./duty/shift-card.ts";
import type { Folder } from "./folder.ts";
import type { MemberId, PersonId } from "./id.ts";
import { incidentFront } from "./incident/card.ts";
import { cardLists, cardRows } from "./incoming/card.ts";
import { isGone } from "./incoming/fold.ts";
import { cardOutLists } from "./outgoing/card.ts";
import { present, type Papers } from "./papers.ts";
import { presentStatistics, presentValue } from "./present.ts";
import { claimsFileFront } from "./record/card.ts";
import { cardLinks } from "./same/card.ts";
import type { Shift } from "./shift.ts";
import {
  fates,
  isCode,
  services,
  whereabouts,
  type Code,
  type factFields,
  type Vocabulary,
} from "./words/vocabularies.ts";

const summaryLength = 140;
const textLength = 120;

export function cardOf(folder: Folder): Card {
  switch (folder.type) {
    case "Case":
      return folder.shredded ? tombstone(folder, folder.shredded) : caseCard(folder);
    case "Shift":
      return shiftCard(folder);
    case "Incident":
      return { ...incidentFront(folder), ...common(folder) };
    case "ClaimsFile":
      return { ...claimsFileFront(folder), ...common(folder) };
  }
}

function tombstone(known: Case, { rule, day }: NonNullable<Case["shredded"]>): Card {
  const { number } = known;
  const drops = lettersOf(known).map((letter) => letter.drop);
  return {
    type: "Tombstone",
    number,
    rule,
    day,
    drops,
    people: [],
    members: [],
    contacts: [],
    tasks: [],
    ends: [],
  };
}

function caseCard(known: Case): CaseCard {
  const { urgency, outcome, owner, keptUntil } = known;
  const leaving = known.leaving && { rule: known.leaving.rule, by: known.leaving.by };
  return {
    type: "Case",
    kind: known.kind,
    number: known.number,
    opened: known.openedAt,
    stage: known.stage,
    ...present({
      leaving,
      keptUntil,
      owner,
      outcome: outcome?.outcome,
      urgency: urgency?.urgency,
      urgentSince: urgency?.since,
    }),
    ...heardLists(known),
    ...present({
      service: presentCode(known, "service", services),
      fate: presentCode(known, "fate", fates),
      whereabouts: presentCode(known, "whereabouts", whereabouts),
    }),
    lastHeard: latestHeard(known),
    grievances: known.grievances,
    acknowledged: urgency?.acknowledged !== undefined,
    ...present({ statistics: presentStatistics(known) }),
    summary: shortened(
      known.contacts.findLast((contact) => contact.summary.trim() !== "")?.summary ?? "",
      summaryLength,
    ),
    appeals: known.appeals.map(cardAppeal),
    links: cardLinks(known.links),
    ...(isGone(known) ? { isGone: true } : {}),
    rows: cardRows(known.rows),
    drops: lettersOf(known).map((letter) => letter.drop),
    families: cardFamilies(known),
    toldNumbers: known.toldNumbers.map((told) => told.locator),
    ...common(known),
  };
}

function shiftCard(shift: Shift): ShiftCard {
  const { member, day, asides, broughtBack } = shift;
  return {
    type: "Shift",
    member,
    day,
    asides,
    broughtBack,
    lists: cardLists(shift.lists),
    outLists: cardOutLists(shift.outLists),
    ...shiftDayCard(shift),
    ...common(shift),
  };
}

function common(papers: Papers): Pick<CaseCard, "people" | "members" | "contacts" | "tasks" | "ends"> {
  const members = [...new Set(papers.contacts.map((contact) => contact.by))];
  return {
    people: papers.people.map((person) => cardPerson(papers, person)),
    members,
    contacts: contactsOf(papers, members),
    tasks: openTasks(papers),
    ends: endedElsewhere(papers),
  };
}

function cardPerson(papers: Papers, person: Papers["people"][number]): CardPerson {
  const { all: phones, corrected } = heard(papers, "phone", person.id);
  const called = presentValue(papers, "calledAs", person.id).values[0]?.value ?? person.calledAs;
  return {
    calledAs: shortened(called, textLength),
    relation: person.relation,
    phones,
    ...(corrected === 0 ? {} : { corrected }),
  };
}

function contactsOf(papers: Papers, members: readonly MemberId[]): readonly CardContact[] {
  const placeOf = new Map(papers.people.map((person, place) => [person.id, place]));
  return papers.contacts.map((contact) => [
    Math.floor(Date.parse(contact.began) / 60_000),
    members.indexOf(contact.by),
    contact.caller === undefined ? -1 : (placeOf.get(contact.caller) ?? -1),
  ]);
}

function openTasks(papers: Papers): readonly CardTask[] {
  return papers.tasks
    .filter((task) => task.done === undefined)
    .map((task) => ({
      task: task.id,
      kind: task.kind,
      what: shortened(task.what, textLength),
      ...present({ due: task.due, owner: task.owner }),
      ...cardCallBack(papers, task),
    }));
}

const fieldOf: Readonly<Record<HeardField, Code<typeof factFields>>> = {
  names: "name",
  births: "birth",
  regions: "region",
  towns: "town",
  units: "unit",
  callSigns: "callSign",
  dogTags: "dogTag",
  phones: "phone",
};

function heardLists(known: Case): Pick<CaseCard, HeardField | "corrected"> {
  const lists = heardFields.map((list) => [list, heard(known, fieldOf[list])] as const);
  const corrected = lists.flatMap(([list, said]) => (said.corrected === 0 ? [] : [[list, said.corrected]]));
  return {
    ...(Object.fromEntries(lists.map(([list, { all }]) => [list, all])) as Pick<CaseCard, HeardField>), // fromEntries forgets the keys
    ...(corrected.length === 0 ? {} : { corrected: Object.fromEntries(corrected) }),
  };
}

/** Every value ever heard and not withdrawn, those that stand first: a name that was corrected must still be found. */
function heard(
  papers: Papers,
  field: Code<typeof factFields>,
  about?: PersonId,
): { readonly all: readonly string[]; readonly corrected: number } {
  const facts = papers.facts.filter(
    (fact) => fact.field === field && fact.about === about && fact.standing !== "withdrawn",
  );
  const valuesOf = (some: typeof facts) =>
    some
      .toReversed()
      .map((fact) => shortened(fact.known ?? fact.value, textLength))
      .filter((value) => value !== "");
  const stands = new Set(valuesOf(facts.filter((fact) => fact.standing === "stands")));
  const all = new Set([...stands, ...valuesOf(facts.filter((fact) => fact.standing !== "stands"))]);
  return { all: [...all], corrected: all.size - stands.size };
}

function presentCode<V extends Vocabulary>(
  known: Case,
  field: Code<typeof factFields>,
  vocab: V,
): Code<V> | undefined {
  const code = presentValue(known, field).values[0]?.known;
  return code !== undefined && isCode(vocab, code) ? code : undefined;
}

/** The latest of the days told; the words of the one told last where none could be read. */
function latestHeard(known: Case): string {
  const { values } = presentValue(known, "lastContact");
  const days = values.flatMap((fact) => (fact.known === undefined ? [] : [fact.known])).toSorted();
  return shortened(days.at(-1) ?? values[0]?.value ?? "", textLength);
}

/** Cut between symbols, never within one: half an emoji cannot be sealed. */
function shortened(text: string, most: number): string {
  const line = text
    .slice(0, most * 20)
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/\p{Surrogate}$/u, "")}…`;
}
