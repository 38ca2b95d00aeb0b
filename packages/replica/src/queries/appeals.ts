/** Questions about appeals: the board from the cards, a thread or a letter from its folder, fetched if it must be. */
import {
  answerAppeals,
  dayThere,
  type AppealsAnswer,
  type AppealsQuery,
  type Day,
} from "@answerable/casework";

import { packs } from "../packs.ts";
import { fileOf, type CaseFileDeps } from "./case-file.ts";
import type { Today } from "./roster.ts";

export async function answerAboutAppeals(
  deps: CaseFileDeps,
  query: AppealsQuery,
  { now, day }: Today,
): Promise<AppealsAnswer<AppealsQuery>> {
  const days = new Map<string, Day>();
  return answerAppeals(query, {
    packs: packs(),
    today: day,
    hour: now.slice(0, 13),
    dayIn: (zone) => {
      const known = days.get(zone) ?? dayThere(now, zone);
      days.set(zone, known);
      return known;
    },
    cases: deps.roster.withAppeals,
    // A letter quotes what the family said: it is for who works on cases.
    file: async (id) => (deps.sight.may("work") ? fileOf(deps, id) : undefined),
  });
}
