/** Who belongs to the helpline, on which devices, and what is due: what the screen of people shows. */
import {
  deviceInUse,
  EXPIRY_DAYS,
  hasRole,
  intakeOf,
  recoveryOf,
  type DeviceId,
  type MemberId,
} from "@answerable/wire";

import type { TeamAnswer } from "../office.ts";
import type { TeamBook } from "./team-book.ts";

const DAY = 86_400_000;

export interface TeamAsking {
  readonly book: Pick<TeamBook, "team" | "namesOf" | "nameOf" | "isLockedOut">;
  readonly member: MemberId;
  readonly device: DeviceId;
  /** By which members have signed. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: number;
}

export function answerTeam({ book, member, device, names, now }: TeamAsking): TeamAnswer {
  const team = book.team();
  const devices = [...team.devices.values()];
  const recovery = recoveryOf(team);
  return {
    mayCoordinate: hasRole(team, member, "coordinator"),
    members: [...team.members.values()].map((one) => {
      const own = devices.filter((each) => each.member === one.member);
      const said = own.flatMap((each) => book.namesOf(each.device)?.member ?? []).at(-1);
      const name = names.get(one.member) ?? said;
      return {
        id: one.member,
        ...(name === undefined || name === "" ? {} : { name }),
        isMe: one.member === member,
        roles: one.roles,
        standing: one.standing.type,
        voices: one.voices.length,
        hasMyVoice: one.voices.some((voice) => voice.by === member),
        devices: own.map((each) => {
          const label = book.namesOf(each.device)?.device;
          return {
            id: each.device,
            ...(label === undefined || label === "" ? {} : { name: label }),
            isThis: each.device === device,
            isInUse: deviceInUse(team, each.device) !== undefined,
            ...(each.why === undefined ? {} : { why: each.why }),
            renewed: each.renewed.slice(0, 10),
            expiresInDays: Math.max(0, Math.ceil(EXPIRY_DAYS - (now - Date.parse(each.renewed)) / DAY)),
          };
        }),
      };
    }),
    desks: [...team.desks.values()].map((desk, at) => ({
      id: desk.desk,
      number: at + 1,
      ...book.nameOf(desk.desk),
      epoch: desk.epoch,
      members: desk.members,
      isMine: desk.members.includes(member),
      isRotationDue: desk.isRotationDue,
      takesLetters: intakeOf(team, desk.desk, now).type === "Open",
    })),
    ...(recovery
      ? {
          recovery: {
            set: recovery.set,
            least: recovery.least,
            of: recovery.of,
            day: recovery.at.slice(0, 10),
          },
        }
      : {}),
    ...(team.witness === undefined ? {} : { witness: team.witness.split("+")[0] ?? "" }),
    isLockedOut: book.isLockedOut(),
  };
}
