/**
 * Whether statements may join the team log: each is checked as every client will check it, so that nobody can add what
 * breaks the log for all; a helpline is founded once and with the founding secret; and every desk whose devices change
 * gets a new box, addressed to exactly the devices that the log then names.
 */
import {
  devicesOfDesk,
  faultOfBox,
  TeamLogBroken,
  type DeskId,
  type DeviceId,
  type Team,
  type TeamPush,
} from "@answerable/wire";

import { verify } from "../sign-in/verify.ts";
import type { TeamTaking } from "../store.ts";
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
}

export async function decideTeamPush(
  push: TeamPush,
  before: Team | undefined,
  pusher: Pusher,
): Promise<TeamDecision> {
  if (!before && !pusher.hasFoundingSecret) return { type: "NoFoundingSecret" };
  if (before && pusher.device === undefined) return { type: "NotSignedIn" };
  const number = before?.number ?? 0;
  if (push.statements[0]?.number !== number + 1) return { type: "Behind", number };
  if (before && push.statements.some((statement) => statement.by !== pusher.device))
    return { type: "NotYours" };

  const after = await followedOrBroken(before, push);
  if (!after) return { type: "Broken" };
  if (!(await boxesFit(push, before, after))) return { type: "Stale" };
  const desks = [...after.desks.keys()].filter((desk) => !before?.desks.has(desk));
  return {
    type: "Take",
    number: after.number,
    taking: { statements: push.statements, boxes: push.boxes, desks },
  };
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
  const due = [...after.desks.keys()].filter((desk) => hasOtherDevices(desk, before, after));
  return due.every((desk) => boxed.includes(desk));
}

function hasOtherDevices(desk: DeskId, before: Team | undefined, after: Team): boolean {
  const old = before?.desks.has(desk) ? devicesOfDesk(before, desk).join() : "";
  return old !== devicesOfDesk(after, desk).join();
}
