/**
 * A coordinator makes a desk and names desks. The new desk, its letterbox, its names and its box go in one push: a desk without
 * any of them would be one that nobody can find, write to or read.
 */
import {
  desksOf,
  idFrom,
  type Act,
  type DeskId,
  type Epoch,
  type MemberId,
  type SealedLabel,
  type Team,
  type TeamStatement,
} from "@answerable/wire";

import { changeTeam, type TeamChange, type TeamChanged } from "./change-team.ts";
import { canaryOf, deskKeys, newDeskSecret, type DeskSecrets } from "./desk-keys.ts";
import { nextIntake } from "./intake.ts";
import { openDeskName, sealDeskName, type DeskName } from "./label.ts";
import { drawn, type Random } from "./random.ts";
import { nextStatement, readTeamOn } from "./team.ts";

/** As things stand, and what is at hand: the secrets of every desk at which this device sits. */
export type DeskMaking = Omit<TeamChange, "acts" | "random" | "rotate" | "reseal"> & {
  readonly random: Random;
};

export interface NewDesk extends DeskName {
  /** Besides its maker, who has made its key and so has it. */
  readonly members: readonly MemberId[];
}

export async function makeDesk(making: DeskMaking, wish: NewDesk): Promise<TeamChanged> {
  const { keep, now, random } = making;
  const statements: TeamStatement[] = [];
  let { team } = making;
  async function say(act: Act): Promise<void> {
    const statement = await nextStatement({ keep, team, act, now });
    team = await readTeamOn(team, [statement]);
    statements.push(statement);
  }
  const desk = idFrom<DeskId>(drawn(random, 16));
  const epoch = 1 as Epoch; // makes the brand
  const secret = newDeskSecret(random);
  const canary = canaryOf(deskKeys(secret, desk, epoch), team.head, random);
  const members = [...new Set([keep.member, ...wish.members])];
  await say({ type: "DeskCreated", desk, epoch, members, canary });
  const letterbox = await nextIntake({
    team,
    now,
    random,
    desk: { desk, secrets: new Map([[epoch, secret]]) },
  });
  await say(letterbox.act);
  const desks = [...making.desks, letterbox.secrets];
  const names = [nameAct({ ...making, team, desks }, desk, wish)];
  // Whoever sits only here reads how the others are called as well.
  for (const one of making.desks) {
    const called = deskNameIn(team, making.desks, one.desk);
    if (called) names.push(nameAct({ ...making, team, desks: [letterbox.secrets] }, one.desk, called));
  }
  const changed = await changeTeam({ keep, team, now, desks, random, acts: names, reseal: [desk] });
  const push = { statements: [...statements, ...changed.push.statements], boxes: changed.push.boxes };
  return { ...changed, push };
}

/** For the members of every desk at which its namer sits, under their newest key. */
export function nameDesk(making: DeskMaking, desk: DeskId, name: DeskName): Promise<TeamChanged> {
  return changeTeam({ ...making, acts: [nameAct(making, desk, name)] });
}

function nameAct({ team, desks, random, keep }: DeskMaking, desk: DeskId, name: DeskName): Act {
  const ours = desksOf(team, keep.member);
  const labels: SealedLabel[] = [];
  for (const { desk: under, secrets } of desks) {
    const epoch = team.desks.get(under)?.epoch;
    const secret = epoch === undefined ? undefined : secrets.get(epoch);
    if (epoch === undefined || !secret || !ours.includes(under)) continue;
    labels.push(sealDeskName({ keys: deskKeys(secret, under, epoch), desk, name, random }));
  }
  return { type: "DeskNamed", desk, labels };
}

/** How a desk is called, as far as one of these secrets opens it; its own members' word first. */
export function deskNameIn(team: Team, secrets: Iterable<DeskSecrets>, desk: DeskId): DeskName | undefined {
  const names = team.desks.get(desk)?.names ?? new Map<DeskId, SealedLabel>();
  const ours = [...secrets].toSorted((a, b) => Number(b.desk === desk) - Number(a.desk === desk));
  for (const { desk: under, secrets: byEpoch } of ours) {
    const label = names.get(under);
    const secret = label && byEpoch.get(label.epoch);
    const name = label && secret && openDeskName(deskKeys(secret, under, label.epoch), desk, label);
    if (name) return name;
  }
  return undefined;
}
