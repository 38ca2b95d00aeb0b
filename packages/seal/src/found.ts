/**
 * Founding a helpline, and bringing in one more device of a member. Both give a TeamPush: statements and the boxes that follow
 * from them, for the server to take together or not at all.
 */
import {
  charterMessage,
  idFrom,
  secondOf,
  toText,
  type Act,
  type Charter,
  type DeskId,
  type DeviceId,
  type DeviceKeys,
  type Epoch,
  type MemberId,
  type Team,
  type TeamPush,
} from "@answerable/wire";

import type { Suite } from "./age.ts";
import { sealBox } from "./box.ts";
import { changeTeam } from "./change-team.ts";
import { canaryOf, deskKeys, newDeskSecret, type DeskSecrets } from "./desk-keys.ts";
import { signerFrom } from "./ed25519.ts";
import { makeStoreKey, openKeep, type DeviceKeep, type OpenKeep } from "./keep.ts";
import { makeDevice, makeMember, type NewMember } from "./people.ts";
import { drawn, type Random } from "./random.ts";
import { nextStatement, readTeam, readTeamOn } from "./team.ts";

export interface FoundingWish {
  readonly name: string;
  readonly practice: boolean;
  readonly suite: Suite;
  readonly now: number;
  readonly random: Random;
}

export interface Founding {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly desk: DeskId;
  readonly secrets: DeskSecrets;
  readonly keep: DeviceKeep;
  /** The log as the push makes it. */
  readonly team: Team;
  /** [Founded, DeskCreated] and the first desk's box. */
  readonly push: TeamPush;
}

export async function foundHelpline({ name, practice, suite, now, random }: FoundingWish): Promise<Founding> {
  const member = makeMember(random);
  const { device, keys, secrets } = await makeDevice(suite, member, random);
  const charter = await signedCharter(
    { v: 1, name, suite, practice, founded: secondOf(now), founder: toText(member.publicKey) },
    member,
  );
  const signing = { device, signer: await signerFrom(secrets.signing) };
  const act: Act = {
    type: "Founded",
    charter,
    member: { member: member.member, key: charter.founder },
    device: keys,
  };
  const founded = await nextStatement({ keep: signing, team: undefined, act, now });
  const alone = await readTeam([founded]);
  const keep: DeviceKeep = {
    v: 1,
    fingerprint: alone.fingerprint,
    member: member.member,
    memberSeed: toText(member.seed),
    device,
    signing: toText(secrets.signing),
    identity: secrets.identity,
    store: toText(makeStoreKey(random)),
  };
  const desk = await createDesk({ keep: await openKeep(keep), team: alone, now, random });
  const push: TeamPush = { statements: [founded, ...desk.push.statements], boxes: desk.push.boxes };
  return {
    member: member.member,
    device,
    desk: desk.secrets.desk,
    secrets: desk.secrets,
    keep,
    team: desk.team,
    push,
  };
}

async function signedCharter(
  charter: Omit<Charter, "signature">,
  { seed }: Pick<NewMember, "seed">,
): Promise<Charter> {
  const founder = await signerFrom(seed);
  return { ...charter, signature: toText(await founder.sign(charterMessage(charter))) };
}

export interface NextAct {
  readonly keep: OpenKeep;
  readonly team: Team;
  readonly now: number;
  readonly random: Random;
}

/** A new desk whose only member is the one who makes it. */
export async function createDesk({ keep, team, now, random }: NextAct) {
  const desk = idFrom<DeskId>(drawn(random, 16));
  const epoch = 1 as Epoch; // makes the brand
  const secret = newDeskSecret(random);
  const canary = canaryOf(deskKeys(secret, desk, epoch), team.head, random);
  const act: Act = { type: "DeskCreated", desk, epoch, members: [keep.member], canary };
  const statement = await nextStatement({ keep, team, act, now });
  const after = await readTeamOn(team, [statement]);
  const secrets: DeskSecrets = { desk, secrets: new Map([[epoch, secret]]) };
  const push: TeamPush = {
    statements: [statement],
    boxes: [await sealBox({ desk: secrets, team: after, keep })],
  };
  return { secrets, team: after, push };
}

export interface DeviceToAdd extends Omit<NextAct, "random"> {
  readonly device: DeviceKeys;
  /** Of every desk that the member belongs to. */
  readonly desks: readonly DeskSecrets[];
}

/** The statement, and a new box for every desk of the member. */
export async function addDevice({ keep, team, now, device, desks }: DeviceToAdd) {
  const added = await changeTeam({ keep, team, now, desks, acts: [{ type: "DeviceAdded", device }] });
  return { team: added.team, push: added.push };
}
