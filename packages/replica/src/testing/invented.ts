/** Cards of a desk, all invented, for benches: names of random syllables, so that words are as many as in life. */
import { cardToPayload, momentOf, type CaseCard, type CaseId, type MemberId } from "@answerable/casework";
import { idFrom, type Binder, type Place } from "@answerable/wire";

import type { Closing } from "../sync/closing.ts";
import { cardWith } from "./a-card.ts";
import type { Chance } from "./chance.ts";

const syllables = [
  "ов",
  "ен",
  "ко",
  "ра",
  "ми",
  "ло",
  "се",
  "ти",
  "га",
  "пу",
  "ви",
  "бо",
  "ан",
  "ер",
  "ул",
  "дя",
];
const now = Date.UTC(2026, 10, 22);
export const minute = Math.floor(now / 60_000);

export function invented(chance: Chance) {
  const word = (length: number) => Array.from({ length }, () => chance.pick(syllables)).join("");
  const surnames = Array.from({ length: 8_000 }, () => `${word(3)}ов`);
  const given = Array.from({ length: 300 }, () => word(2));
  const card = (me: MemberId): CaseCard =>
    cardWith({
      number: `AB${chance.below(1e6)}`,
      opened: momentOf(now - chance.below(1e9)),
      names: [`${chance.pick(surnames)} ${chance.pick(given)} ${chance.pick(given)}ович`],
      births: ["2001-03-08"],
      regions: ["Курская область"],
      towns: [word(3)],
      units: [`в/ч ${chance.below(99_999)}`],
      phones: [`+7900${String(chance.below(1e7)).padStart(7, "0")}`],
      lastHeard: "2022-06",
      grievances: ["A1"],
      urgency: "U2",
      summary: Array.from({ length: 12 }, () => chance.pick(given)).join(" "),
      people: [
        {
          calledAs: "Анна",
          relation: "mother",
          phones: [`+7901${String(chance.below(1e7)).padStart(7, "0")}`],
        },
      ],
      members: [me],
      contacts: [[minute - chance.below(1e5), 0, 0]],
    });
  return { surnames, given, card };
}

export interface Bound {
  readonly folder: CaseId;
  readonly number: number;
  readonly place: Place;
  readonly card: { readonly v: 1; readonly by: MemberId; readonly name: string; readonly card: unknown };
}

/** All cards of a desk bound through the real seal, slot after slot. */
export function* boundDesk(
  closing: Closing,
  chance: Chance,
  { size, covers, card }: { readonly size: number; readonly covers: number; readonly card: () => CaseCard },
): Generator<{ readonly binder: Binder; readonly cards: readonly Bound[] }> {
  const of: Binder["of"] = size > 100_000 ? 256 : 32;
  for (let n = 0; n < of; n += 1) {
    const count = Math.floor((size * (n + 1)) / of) - Math.floor((size * n) / of);
    const cards = Array.from({ length: count }, (): Bound => ({
      folder: idFrom<CaseId>(chance.bytes(16)),
      number: 1,
      place: 1 as Place, // makes the brand
      card: { v: 1, by: closing.member, name: "Вера", card: cardToPayload(card()) },
    }));
    yield { binder: closing.sealBinder({ n, of, covers, cards }), cards };
  }
}
