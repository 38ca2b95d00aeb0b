/** The normal form of what was said, where there is one; undefined: the words alone are kept. */
import type { Day } from "../day.ts";
import { readBirth } from "../intake/birth.ts";
import { readDay } from "../intake/moment.ts";
import { readPhone } from "../intake/phone.ts";
import {
  fates,
  isCode,
  relations,
  safetyAnswers,
  services,
  serviceStates,
  whereabouts,
  type Code,
  type factFields,
  type Vocabulary,
} from "../words/vocabularies.ts";

const coded: { readonly [F in Code<typeof factFields>]?: Vocabulary } = {
  service: services,
  fate: fates,
  whereabouts,
  serviceState: serviceStates,
  relation: relations,
  mayLeaveMessage: safetyAnswers,
  maySayWhoWeAre: safetyAnswers,
};

export function knownOf(field: Code<typeof factFields>, value: string, today: Day): string | undefined {
  if (field === "birth") return readBirth(value, today)?.known;
  if (field === "lastContact") return readDay(value, today);
  if (field === "phone") return readPhone(value)?.e164;
  const vocab = coded[field];
  return vocab !== undefined && isCode(vocab, value) ? value : undefined;
}
