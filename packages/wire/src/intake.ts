/**
 * The key that letters from outside are sealed to: published by a device of the desk in the team log, so that a form that
 * holds the charter's fingerprint can tell it from any key the server might offer instead. Each lasts about thirty days and
 * can be destroyed once its letters lie re-sealed in folders; the desk still opens what came under the one before.
 */
import type { DeskId, DeviceId, MemberId, Period } from "./ids.ts";
import { deviceInUse, type Team, type TeamDesk } from "./standing.ts";
import type { TeamFault } from "./team-log.ts";
import type { Act } from "./team.ts";

export interface IntakeKey {
  readonly period: Period;
  /** age recipient. */
  readonly recipient: string;
  /** When it was published, and when no form may seal to it any more. */
  readonly from: string;
  readonly notAfter: string;
  readonly by: DeviceId;
}

export const INTAKE_DAYS = 30;
/** A desk that publishes on its last day, in another time zone, after a week offline: still refused. */
const INTAKE_DAYS_MOST = 40;
const DAY = 86_400_000;

export interface IntakeAct {
  readonly act: Extract<Act, { readonly type: "IntakeKeyPublished" }>;
  readonly at: string;
  readonly author: MemberId | undefined;
  readonly desk: TeamDesk | undefined;
  readonly team: Team;
}

/** undefined: this key may follow. Only who can read the desk's letters may say what they are sealed to. */
export function faultOfIntake({ act, at, author, desk, team }: IntakeAct): TeamFault | undefined {
  if (!desk) return "UnknownDesk";
  if (!desk.members.some((one) => one === author)) return "NotAllowed";
  const before = desk.intake.at(-1);
  if (act.period !== (before?.period ?? 0) + 1) return "WrongPeriod";
  const lasts = Date.parse(act.notAfter) - Date.parse(at);
  if (lasts <= 0 || lasts > INTAKE_DAYS_MOST * DAY) return "WrongPeriod";
  if (before && Date.parse(at) < Date.parse(before.from)) return "WrongPeriod";
  const known = [
    ...[...team.devices.values()].map((one) => one.recipient),
    ...[...team.desks.values()].flatMap((one) => one.intake.map((key) => key.recipient)),
  ];
  return known.includes(act.recipient) ? "AlreadyThere" : undefined;
}

/** Open: seal to this key. Everything else: seal nothing and show the telephone number. */
export type IntakeStanding =
  | { readonly type: "Open"; readonly key: IntakeKey }
  | { readonly type: "NoDesk" }
  | { readonly type: "NoKey" }
  | { readonly type: "Expired"; readonly key: IntakeKey }
  | { readonly type: "NotYet"; readonly key: IntakeKey }
  /** Published by a device that is no longer in the helpline, and not replaced. */
  | { readonly type: "Withdrawn"; readonly key: IntakeKey };

/** `now` in milliseconds since 1970. A clock may run a day behind the desk's; more is a wrong clock. */
export function intakeOf(team: Team, desk: DeskId, now: number): IntakeStanding {
  const known = team.desks.get(desk);
  if (!known) return { type: "NoDesk" };
  const key = known.intake.at(-1);
  if (!key) return { type: "NoKey" };
  if (!deviceInUse(team, key.by)) return { type: "Withdrawn", key };
  if (now > Date.parse(key.notAfter)) return { type: "Expired", key };
  if (now < Date.parse(key.from) - DAY) return { type: "NotYet", key };
  return { type: "Open", key };
}

/** Whether the desk still takes letters sealed under this period: the newest and the one before. */
export function isTakenPeriod(team: Team, desk: DeskId, period: number): boolean {
  const newest = team.desks.get(desk)?.intake.at(-1)?.period ?? 0;
  return period >= 1 && period <= newest && period >= newest - 1;
}
