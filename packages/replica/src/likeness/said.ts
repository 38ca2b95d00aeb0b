/** A card as a report about one man, for the matching core. Everything is as it stands now; every name ever heard goes along. */
import type { Card, CaseCard } from "@answerable/casework";
import type { RawReport } from "@answerable/casework/people";

const nothingSaid: RawReport = { name: "", birth: "", region: "", unit: "", phone: "", caller: "" };

export function saidOn(card: CaseCard): RawReport {
  const [name = "", ...alsoNamed] = card.names;
  return {
    name,
    alsoNamed,
    birth: card.births[0] ?? "",
    region: card.regions[0] ?? card.towns[0] ?? "",
    unit: card.units[0] ?? "",
    phone: [...card.phones, ...card.people.flatMap((person) => person.phones)].join(", "),
    caller: card.people[0]?.calledAs ?? "",
    relation: card.people[0]?.relation ?? "",
  };
}

/** All that the index and the counters of soldiers ask of a card. Plain, so that it can wait as text. */
export interface Heard {
  readonly said: RawReport;
  readonly countsAsSoldier: boolean;
  readonly links: CaseCard["links"];
}
export const nothingHeard: Heard = { said: nothingSaid, countsAsSoldier: false, links: [] };

export function heardOn(card: Card | undefined): Heard {
  if (card?.type !== "Case") return nothingHeard;
  const { kind, outcome, contacts, links } = card;
  const countsAsSoldier = kind === "soldier" && outcome !== "sameAsAnother" && contacts.length > 0;
  return { said: saidOn(card), countsAsSoldier, links };
}

/** Tells whether anything that is compared has changed: 53 bits, kept in memory, never written. */
export function printOf(said: RawReport): number {
  const text = [
    said.name,
    ...(said.alsoNamed ?? []),
    "\n",
    said.birth,
    said.region,
    said.unit,
    said.phone,
    said.caller,
    said.relation ?? "",
  ].join("\t");
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 0) * 2 ** 21 + ((low >>> 0) % 2 ** 21);
}
