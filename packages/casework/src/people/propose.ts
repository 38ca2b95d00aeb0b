/**
 * Never a merge: a proposal, with the reason, that a person takes or refuses. A refusal is remembered against any new fact; a name alone is
 * never enough for "same", because among seventeen thousand men there are real namesakes in all three parts.
 */
import type { Weighed } from "./weigh.ts";

export type Proposal =
  | { readonly type: "Same"; readonly because: Weighed }
  | { readonly type: "Possibly"; readonly because: Weighed }
  | { readonly type: "Namesake"; readonly because: Weighed }
  | { readonly type: "Brother"; readonly because: Weighed }
  | { readonly type: "Refused"; readonly because: Weighed }
  | { readonly type: "Stranger" };

/** Among some ten thousand soldiers a pair begins thirteen bits down. */
export const possible = 9;
const sure = 24;

export function propose(weighed: Weighed, refused: boolean): Proposal {
  if (refused) return { type: "Refused", because: weighed };
  if (isBrother(weighed)) return { type: "Brother", because: weighed };
  if (isNamesake(weighed)) return { type: "Namesake", because: weighed };
  if (weighed.bits >= sure && isMoreThanName(weighed)) return { type: "Same", because: weighed };
  return weighed.bits >= possible ? { type: "Possibly", because: weighed } : { type: "Stranger" };
}

function isBrother({ name, birth }: Weighed): boolean {
  const family = name.surname.bits > 3;
  return (
    family &&
    name.given.level === "differs" &&
    (name.patronymic.bits > 0 || (name.patronymic.level === "absent" && birth === "same"))
  );
}

function isNamesake({ name, birth }: Weighed): boolean {
  return (
    name.bits >= possible &&
    (birth === "differs" || (name.patronymic.level === "differs" && name.patronymic.bits < -3)) &&
    birth !== "same"
  );
}

function isMoreThanName({ birth, phone, unit, region }: Weighed): boolean {
  return (
    birth === "same" ||
    birth === "swapped" ||
    birth === "oneOff" ||
    phone === "same" ||
    (unit === "same" && region === "same")
  );
}
