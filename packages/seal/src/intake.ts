/**
 * A desk's intake identity: random, so that it can be destroyed one day; it lies in the desk's epoch box beside the secrets, and
 * its public half is published in the team log, where a form that knows only the charter's fingerprint can trust it.
 */
import {
  fromText,
  idFrom,
  INTAKE_DAYS,
  intakeOf,
  secondOf,
  utf8,
  type Act,
  type DeskId,
  type DropId,
  type FolderId,
  type Period,
  type SealedDrop,
  type Team,
  type TeamPush,
} from "@answerable/wire";

import { atHand, newIdentity, recipientOf, type AtHand } from "./age.ts";
import { sealBox } from "./box.ts";
import { Damaged } from "./damaged.ts";
import type { DeskSecrets } from "./desk-keys.ts";
import { openDrop, type Drop } from "./drop/sealed-drop.ts";
import type { NextAct } from "./found.ts";
import { derived } from "./kdf.ts";
import { nextStatement, readTeamOn } from "./team.ts";

const DAY = 86_400_000;
/** Renewed while there are so many days left: a desk that is offline for a while must not lose its letterbox. */
const RENEW_DAYS = 7;
/** What a form may still use after the thirty days: the time in which every device has been online once. */
const GRACE_DAYS = 5;

export interface IntakeToPublish extends NextAct {
  readonly desk: DeskSecrets;
}

/** Whether it is time for the desk's next intake key. */
export function isIntakeDue(team: Team, desk: DeskId, now: number): boolean {
  const standing = intakeOf(team, desk, now);
  // A clock far behind the one that published: whoever has it must not publish.
  if (standing.type === "NoDesk" || standing.type === "NotYet") return false;
  if (standing.type !== "Open") return true;
  return Date.parse(standing.key.notAfter) - now < (RENEW_DAYS + GRACE_DAYS) * DAY;
}

/** The statement and the box that holds the new identity. The returned secrets have it too. */
export async function publishIntake({ keep, team, now, random, desk }: IntakeToPublish) {
  const { act, secrets } = await nextIntake({ team, now, random, desk });
  const statement = await nextStatement({ keep, team, act, now });
  const after = await readTeamOn(team, [statement]);
  const push: TeamPush = {
    statements: [statement],
    boxes: [await sealBox({ desk: secrets, team: after, keep })],
  };
  return { secrets, team: after, push };
}

/** The desk's next intake key: what is said of it, and the secrets with its identity. Earlier ones stay openable. */
export async function nextIntake({ team, now, random, desk }: Omit<IntakeToPublish, "keep">) {
  const { suite } = team.charter;
  const identity = newIdentity(suite, random);
  const period = ((team.desks.get(desk.desk)?.intake.at(-1)?.period ?? 0) + 1) as Period; // makes the brand
  const act: Act = {
    type: "IntakeKeyPublished",
    desk: desk.desk,
    period,
    recipient: await recipientOf(identity),
    notAfter: secondOf(now + (INTAKE_DAYS + GRACE_DAYS) * DAY),
  };
  const secrets: DeskSecrets = { ...desk, intake: new Map(desk.intake).set(period, identity) };
  return { act, secrets };
}

/** undefined: the identity of its period is not (or no longer) here. Throws Damaged. */
export async function openSealedDrop(
  drop: SealedDrop,
  desk: DeskSecrets,
  suite: Team["charter"]["suite"],
): Promise<Drop | undefined> {
  const identity = desk.intake?.get(drop.period);
  if (identity === undefined) return undefined;
  return openDrop(bytesOfDrop(drop), { suite, identity: await identityOf(desk, identity) });
}

/** Letters come in thousands under one identity. What is kept of it goes with the desk's secrets. */
const kept = new WeakMap<object, Map<string, Promise<AtHand>>>();

function identityOf({ intake = new Map() }: DeskSecrets, identity: string): Promise<AtHand> {
  const ofDesk = kept.get(intake) ?? new Map<string, Promise<AtHand>>();
  kept.set(intake, ofDesk);
  const known = ofDesk.get(identity) ?? atHand(identity);
  ofDesk.set(identity, known);
  return known;
}

/**
 * The folder of the case that a letter opens: the same on every device of the desk, and to the server, which has no intake
 * identity, a random id like any other. See note: Two desks, one drop (casework/drops/families.ts).
 */
export function folderOfDrop(drop: DropId, identity: string): FolderId {
  return idFrom<FolderId>(derived(utf8(identity), "answerable/drop-folder/1", [drop]).slice(0, 16));
}

/** The intake identity as age-keygen writes one: `age -d -i file letter | tar x` opens a letter of that period. Secret. */
export async function intakeKeyFile(desk: DeskSecrets, period: Period): Promise<string | undefined> {
  const identity = desk.intake?.get(period);
  if (identity === undefined) return undefined;
  return `# public key: ${await recipientOf(identity)}\n${identity}\n`;
}

function bytesOfDrop(drop: SealedDrop): Uint8Array {
  try {
    return fromText(drop.body);
  } catch {
    throw new Damaged("drop");
  }
}
