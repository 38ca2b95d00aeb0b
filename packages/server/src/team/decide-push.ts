/**
 * Whether statements may join the team log: each is checked as every client will check it, so that nobody can add what
 * breaks the log for all; a helpline is founded once and with the founding secret; and every desk that gets a new device, a
 * new key or another recovery gets a new box, addressed to exactly the devices that the log then names. Who only loses devices
 * needs none: the next of its devices that is online rotates it.
 */
import {
  devicesOfDesk,
  faultOfBox,
  recoveryOf,
  TeamLogBroken,
  type DeskId,
  type DeviceId,
  type Team,
  type TeamPush,
} from "@answerable/wire";

import { verify } from "../sign-in/verify.ts";
import type { Shredding, TeamTaking } from "../store.ts";
import { followed } from "./roll.ts";

export type TeamDecision =
  | { readonly type: "Take"; readonly taking: TeamTaking; readonly number: number }
  | { readonly type: "Behind"; readonly number: number }
  | { readonly type: "Stale" }
  | { readonly type: "NoFoundingSecret" }
  | { readonly type: "NotSignedIn" }
  | { readonly type: "NotYours" }
  | { readonly type: "Broken" };

export interface Pusher {
  readonly device: DeviceId | undefined;
  readonly hasFoundingSecret: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const DAY = 86_400_000;

export async function decideTeamPush(
  push: TeamPush,
  before: Team | undefined,
  pusher: Pusher,
): Promise<TeamDecision> {
  if (!before && !pusher.hasFoundingSecret) return { type: "NoFoundingSecret" };
  const isRecovery = before !== undefined && isRecovered(push);
  if (before && pusher.device === undefined && !isRecovery) return { type: "NotSignedIn" };
  const number = before?.number ?? 0;
  if (push.statements[0]?.number !== number + 1) return { type: "Behind", number };
  if (before && !isRecovery && push.statements.some((statement) => statement.by !== pusher.device))
    return { type: "NotYours" };
  // A clock set forward must not make devices expire.
  if (push.statements.some((one) => isAboutExpiry(one) && Math.abs(Date.parse(one.at) - pusher.now) > DAY))
    return { type: "NotYours" };

  const after = await followedOrBroken(before, push);
  if (!after) return { type: "Broken" };
  if (!(await boxesFit(push, before, after))) return { type: "Stale" };
  const desks = [...after.desks.keys()].filter((desk) => !before?.desks.has(desk));
  return {
    type: "Take",
    number: after.number,
    taking: { statements: push.statements, boxes: push.boxes, desks, shredded: shreddedIn(push) },
  };
}

function shreddedIn(push: TeamPush): readonly Shredding[] {
  return push.statements.flatMap(({ act }) => (act.type === "FoldersShredded" ? [act] : []));
}

async function followedOrBroken(before: Team | undefined, push: TeamPush): Promise<Team | undefined> {
  try {
    return await followed(before, push.statements);
  } catch (cause) {
    if (cause instanceof TeamLogBroken) return undefined;
    throw cause;
  }
}

async function boxesFit(push: TeamPush, before: Team | undefined, after: Team): Promise<boolean> {
  for (const box of push.boxes) {
    // A box of an older log could leave out a device that these very statements add.
    if (box.team !== after.number || (await faultOfBox(box, after, verify)) !== undefined) return false;
  }
  const boxed = push.boxes.map((box) => box.desk);
  if (new Set(boxed).size !== boxed.length) return false;
  // Whoever recovers has no key yet with which a box could be sealed; rotation is due everywhere.
  if (isRecovered(push)) return push.boxes.length === 0;
  const due = [...after.desks.keys()].filter((desk) =>
    needsBox({ desk, before, after, by: push.statements[0]?.by }),
  );
  return due.every((desk) => boxed.includes(desk));
}

interface Boxed {
  readonly desk: DeskId;
  readonly before: Team | undefined;
  readonly after: Team;
  readonly by: DeviceId | undefined;
}

function needsBox({ desk, before, after, by }: Boxed): boolean {
  const known = before?.desks.has(desk) === true;
  const old = before && known ? devicesOfDesk(before, desk) : [];
  const now = devicesOfDesk(after, desk);
  if (!known || now.some((device) => !old.includes(device))) return true;
  if (before?.desks.get(desk)?.epoch !== after.desks.get(desk)?.epoch) return true;
  // Desks at which whoever sets it does not sit follow with their next device that is online.
  const isOther = before !== undefined && recoveryOf(before)?.since !== recoveryOf(after)?.since;
  return isOther && by !== undefined && now.includes(by);
}

/** It stands alone: whoever is let in by the paper signs in before anything else. */
export function isRecovered({ statements }: TeamPush): boolean {
  return statements.length === 1 && statements[0]?.act.type === "Recovered";
}

function isAboutExpiry({ act }: TeamPush["statements"][number]): boolean {
  return act.type === "DeviceRevoked" && act.why === "expired";
}
