/** What a person says of people and of the paper, in the words of the team log. */
import type { Result } from "@answerable/casework";
import { makeDesk, makeRecovery, nameDesk, sha256, type DeskName, type Random } from "@answerable/seal";
import { readKeyLine, Unreachable, WireRefusal, WITNESS_KEY, type Act, type Team } from "@answerable/wire";

import type { PeopleRefusal, PeopleWord } from "../office.ts";
import type { Session } from "../session.ts";
import type { Saying } from "./team-book.ts";

type SimpleWord = Exclude<PeopleWord, { readonly type: "MakeDesk" | "NameDesk" }>;

export function saidOfPeople(session: Session, word: PeopleWord): Promise<Result<void, PeopleRefusal>> {
  return carried(async () => {
    if (word.type === "NameWitness" && !isWitness(word.line))
      return { ok: false, refusal: { type: "NotPossible" } };
    if ((word.type === "MakeDesk" || word.type === "NameDesk") && word.name.trim() === "")
      return { ok: false, refusal: { type: "NameMissing" } };
    const said = await session.say(sayingOf(word, await session.team()));
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

function sayingOf(word: PeopleWord, team: Team): readonly Act[] | Saying {
  if (word.type === "MakeDesk")
    return (making) => makeDesk(making, { ...trimmed(word), members: word.members });
  if (word.type === "NameDesk") return (making) => nameDesk(making, word.desk, trimmed(word));
  return [actOf(word, team)];
}

const trimmed = ({ name, purpose }: DeskName): DeskName => ({ name: name.trim(), purpose: purpose.trim() });

function actOf(word: SimpleWord, team: Team): Act {
  switch (word.type) {
    case "GiveSeat":
      return { type: "SeatGiven", desk: word.desk, member: word.member };
    case "TakeSeat":
      return { type: "SeatTaken", desk: word.desk, member: word.member };
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
