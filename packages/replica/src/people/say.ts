/** What a person says of people and of the paper, in the words of the team log. */
import type { Result } from "@answerable/casework";
import { makeRecovery, sha256, type Random } from "@answerable/seal";
import { readKeyLine, Unreachable, WireRefusal, WITNESS_KEY, type Act, type Team } from "@answerable/wire";

import type { PeopleRefusal, PeopleWord } from "../office.ts";
import type { Session } from "../session.ts";

export function saidOfPeople(session: Session, word: PeopleWord): Promise<Result<void, PeopleRefusal>> {
  return carried(async () => {
    if (word.type === "NameWitness" && !isWitness(word.line))
      return { ok: false, refusal: { type: "NotPossible" } };
    const said = await session.say([actOf(word, await session.team())]);
    return said.ok ? { ok: true, value: undefined } : said;
  });
}

export function newRecovery(
  session: Session,
  { least, of, random }: { readonly least: number; readonly of: number; readonly random: Random },
): Promise<Result<{ set: string; shares: readonly string[] }, PeopleRefusal>> {
  return carried(async () => {
    const { suite } = (await session.team()).charter;
    const { act, shares } = await makeRecovery({ suite, least, of, random });
    const said = await session.say([act]);
    return said.ok ? { ok: true, value: { set: act.set, shares } } : said;
  });
}

function isWitness(line: string | undefined): boolean {
  return line === undefined || readKeyLine(sha256, line)?.kind === WITNESS_KEY;
}

async function carried<T>(go: () => Promise<Result<T, PeopleRefusal>>): Promise<Result<T, PeopleRefusal>> {
  try {
    return await go();
  } catch (problem) {
    if (problem instanceof Unreachable || problem instanceof WireRefusal)
      return { ok: false, refusal: { type: "Unreachable" } };
    throw problem;
  }
}

function actOf(word: PeopleWord, team: Team): Act {
  switch (word.type) {
    case "Suspend":
      return { type: "MemberSuspended", member: word.member };
    case "Restore": {
      const standing = team.members.get(word.member)?.standing;
      const desks = standing?.type === "Suspended" ? standing.desks : [];
      return { type: "MemberRestored", member: word.member, desks: [...desks] };
    }
    case "Remove":
      return { type: "MemberRemoved", member: word.member };
    case "GiveRoles":
      return { type: "RolesGiven", member: word.member, roles: [...word.roles] };
    case "NameWitness":
      return { type: "WitnessNamed", ...(word.line === undefined ? {} : { witness: word.line.trim() }) };
    case "RevokeDevice":
      return { type: "DeviceRevoked", device: word.device, why: word.why };
  }
}
