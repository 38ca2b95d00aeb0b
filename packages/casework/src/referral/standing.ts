/**
 * What goes along with a case to another desk: who he is, who called, what they said, what is to be feared. Tasks, letters to authorities,
 * files and the way to answer a receipt stay with the desk that has them.
 *
 * Must stay true: nothing goes that was corrected, withdrawn or taken back, whatever it was that took it back. So these events are made
 * from the case as it stands, never copied from the sheets in which it was told.
 */
import type { Case, Urgency } from "../case.ts";
import type { Event } from "../event.ts";
import type { Stamp } from "../papers.ts";

export function whatStands(known: Case): readonly Event[] {
  const { people, contacts, letters, notes, urgency } = known;
  return [
    ...people.map(unstamped).map(({ id, ...told }): Event => ({ ...told, type: "PersonAdded", person: id })),
    ...contacts
      .map(unstamped)
      .map(({ id, ...told }): Event => ({ ...told, type: "ContactRecorded", contact: id })),
    ...standingFacts(known),
    ...lastConsents(known),
    ...standingNamings(known),
    ...letters
      .map(unstamped)
      .map(({ id, ...told }): Event => ({ ...told, type: "LetterReported", letter: id })),
    ...notes.map(unstamped).map(({ id, ...told }): Event => ({ ...told, type: "NoteAdded", note: id })),
    ...(urgency === undefined ? [] : [lastUrgency(urgency)]),
  ];
}

/** What one that stands had set aside does not go, so there is nothing left for it to name. */
function standingFacts({ facts }: Case): readonly Event[] {
  return facts.flatMap((fact): readonly Event[] => {
    const { id, standing, withdrawn: _, unsureOf, ...told } = unstamped(fact);
    if (standing !== "stands") return [];
    const unsure = unsureOf === undefined ? {} : { unsureOf: [...unsureOf] };
    return [{ ...told, ...unsure, type: "FactStated", fact: id, setsAside: [] }];
  });
}

/** The last word of each, and nobody's earlier one. No scopes at all: that she took it back must be known there too. */
function lastConsents({ consents }: Case): readonly Event[] {
  const last = new Map(consents.map((consent) => [consent.person, consent]));
  return [...last.values()]
    .map(unstamped)
    .map((told) => ({ ...told, type: "ConsentGiven", scopes: [...told.scopes] }));
}

/** Whoever named them without a call said the whole list anew: what was named before no longer stands. */
function standingNamings({ namings }: Case): readonly Event[] {
  const whole = namings.findLastIndex(({ contact }) => contact === undefined);
  return namings
    .slice(Math.max(whole, 0))
    .map(unstamped)
    .map((told) => ({ ...told, type: "GrievancesNamed", codes: [...told.codes] }));
}

function lastUrgency({ urgency, rules, reason }: Urgency): Event {
  return { type: "UrgencySet", urgency, rules: [...rules], reason };
}

function unstamped<T extends Stamp>(thing: T): Omit<T, keyof Stamp> {
  const { by: _, at: __, sheet: ___, ...told } = thing;
  return told;
}
