/**
 * Whatever is said of people, devices or recovery, with all that follows from it in one push, which the server takes together
 * or not at all: who had a desk's key and has left makes it be rotated (new secret, canary, new intake key); whoever has come
 * gets a box. Nothing is sealed again: what was read stays read.
 *
 * Must stay true: a box holds every secret that its sealer has, so that who comes later can read what was said before.
 */
import {
  deviceInUse,
  devicesOfDesk,
  recoveryOf,
  type Act,
  type DeskId,
  type Epoch,
  type Team,
  type TeamPush,
  type TeamStatement,
} from "@answerable/wire";

import { sealBox } from "./box.ts";
import { canaryOf, deskKeys, newDeskSecret, type DeskSecrets } from "./desk-keys.ts";
import { nextIntake } from "./intake.ts";
import type { OpenKeep } from "./keep.ts";
import type { Random } from "./random.ts";
import { nextStatement, readTeamOn } from "./team.ts";

export interface TeamChange {
  readonly keep: OpenKeep;
  readonly team: Team;
  readonly now: number;
  /** Every desk at which this device sits. */
  readonly desks: readonly DeskSecrets[];
  readonly acts: readonly Act[];
  /** Where a desk may have to be rotated. */
  readonly random?: Random;
  /** Desks to be rotated though nobody has left: their box is worthless. */
  readonly rotate?: readonly DeskId[];
  /** Desks whose box is to be sealed again: it lacks something. Something must be said with it. */
  readonly reseal?: readonly DeskId[];
}

export interface TeamChanged {
  readonly team: Team;
  readonly desks: readonly DeskSecrets[];
  readonly push: TeamPush;
}

export async function changeTeam(change: TeamChange): Promise<TeamChanged> {
  const { keep, now, random, rotate = [], reseal = [] } = change;
  const statements: TeamStatement[] = [];
  let { team } = change;
  async function say(act: Act): Promise<void> {
    const statement = await nextStatement({ keep, team, act, now });
    team = await readTeamOn(team, [statement]);
    statements.push(statement);
  }
  for (const act of change.acts) await say(act);

  // Who has just suspended herself or taken her own device out has no say in what follows.
  if (!deviceInUse(team, keep.device)) return { team, desks: change.desks, push: { statements, boxes: [] } };

  const secrets = new Map(change.desks.map((desk) => [desk.desk, desk]));
  const isOurs = (desk: DeskId) => team.desks.get(desk)?.members.includes(keep.member) === true;
  for (const { desk, isRotationDue } of team.desks.values()) {
    const known = secrets.get(desk);
    if (!isOurs(desk) || !known || !random || !(isRotationDue || rotate.includes(desk))) continue;
    const next = withNextEpoch(known, team, random);
    await say(next.act);
    secrets.set(desk, next.secrets);
    // A desk without a letterbox needs no key for one.
    if ((team.desks.get(desk)?.intake.length ?? 0) === 0) continue;
    const letterbox = await nextIntake({ team, now, random, desk: next.secrets });
    await say(letterbox.act);
    secrets.set(desk, letterbox.secrets);
  }

  const due = [...team.desks.keys()].filter(
    (desk) => isOurs(desk) && (reseal.includes(desk) || needsBox(desk, change.team, team)),
  );
  const boxes = due.map((desk) => {
    const known = secrets.get(desk);
    if (!known) throw new Error("a box is due for every desk that changed: one secret is missing");
    return sealBox({ desk: known, team, keep });
  });
  return { team, desks: [...secrets.values()], push: { statements, boxes: await Promise.all(boxes) } };
}

function withNextEpoch(known: DeskSecrets, team: Team, random: Random) {
  const { desk } = known;
  const epoch = ((team.desks.get(desk)?.epoch ?? 0) + 1) as Epoch; // makes the brand
  const secret = newDeskSecret(random);
  const act: Act = {
    type: "EpochRotated",
    desk,
    epoch,
    canary: canaryOf(deskKeys(secret, desk, epoch), team.head, random),
  };
  return { act, secrets: { ...known, secrets: new Map(known.secrets).set(epoch, secret) } };
}

function needsBox(desk: DeskId, before: Team, after: Team): boolean {
  const old = devicesOfDesk(before, desk);
  return (
    devicesOfDesk(after, desk).some((device) => !old.includes(device)) ||
    before.desks.get(desk)?.epoch !== after.desks.get(desk)?.epoch ||
    recoveryOf(before)?.since !== recoveryOf(after)?.since
  );
}
