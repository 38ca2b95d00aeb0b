/**
 * What may be said of people and of their devices, and by whom. A coordinator adds and removes; any two members, she
 * herself, or a coordinator suspend; a member answers for her own devices. Nobody can leave the helpline without a
 * coordinator who has a device, except by suspension: then the shares on paper bring one back.
 */
import type { DeskId, MemberId } from "./ids.ts";
import { unseated, withDesk, withSeats, type Followed, type Said } from "./said.ts";
import {
  deviceInUse,
  hasCoordinator,
  hasRole,
  isExpired,
  isSuspendedBy,
  type Team,
  type TeamDevice,
  type TeamMember,
} from "./standing.ts";
import type { Act, Role } from "./team.ts";

type PeopleAct = Extract<
  Act,
  {
    readonly type:
      | "RolesGiven"
      | "MemberSuspended"
      | "MemberRestored"
      | "MemberRemoved"
      | "SeatGiven"
      | "SeatTaken"
      | "DeviceRevoked"
      | "DeviceRenewed"
      | "WitnessNamed";
  }
>;

export const founderRoles: readonly Role[] = ["coordinator", "operator"];

export function newMember(
  { member, key }: { readonly member: MemberId; readonly key: string },
  given: readonly Role[],
  since: number,
): TeamMember {
  return { member, key, since, roles: given, rolesEver: given, standing: { type: "Active" }, voices: [] };
}

/** She sits at once at every desk named; her device follows. */
export function withMember(said: Said, act: Extract<Act, { readonly type: "MemberAdded" }>): Followed {
  const { team, number, author } = said;
  if (!hasRole(team, author, "coordinator")) return "NotAllowed";
  if (isKnown(team, act.member)) return "AlreadyThere";
  const fault = faultOfDesks(said, act.desks);
  if (fault) return fault;
  const member = newMember(act.member, act.roles, number);
  const grown = { ...team, members: new Map(team.members).set(member.member, member) };
  return withSeats(grown, member.member, { desks: act.desks, number });
}

/** Who holds the shares on paper may open everything: she sits everywhere, and every desk is to be rotated. */
export function withRecovered(
  { team, number }: Said,
  given: { readonly member: MemberId; readonly key: string },
): Followed {
  if (isKnown(team, given)) return "AlreadyThere";
  const member = newMember(given, founderRoles, number);
  const grown = { ...team, members: new Map(team.members).set(member.member, member) };
  const sat = withSeats(grown, member.member, { desks: [...team.desks.keys()], number });
  const desks = [...sat.desks.values()].map((desk) => [desk.desk, { ...desk, isRotationDue: true }] as const);
  return { ...sat, desks: new Map(desks) };
}

export function onPeople(said: Said, act: PeopleAct): Followed {
  switch (act.type) {
    case "RolesGiven":
      return byCoordinator(said, act.member, (member) =>
        leaving(
          withMemberAs(said.team, {
            ...member,
            roles: act.roles,
            rolesEver: [...new Set([...member.rolesEver, ...act.roles])],
          }),
        ),
      );
    case "MemberSuspended":
      return suspended(said, act.member);
    case "MemberRestored":
      return byCoordinator(said, act.member, (member) => restored(said, member, act.desks));
    case "MemberRemoved":
      return byCoordinator(said, act.member, (member) => {
        if (member.standing.type === "Removed") return "AlreadyThere";
        const standing = { type: "Removed", since: said.number } as const;
        return leaving(out(said, withMemberAs(said.team, { ...member, standing }), member.member));
      });
    case "SeatGiven":
      return byCoordinator(said, act.member, (member) => {
        if (member.standing.type !== "Active") return "NotActive";
        if (said.team.desks.get(act.desk)?.members.includes(act.member) === true) return "AlreadyThere";
        return (
          faultOfDesks(said, [act.desk]) ??
          withSeats(said.team, act.member, { desks: [act.desk], number: said.number })
        );
      });
    case "SeatTaken":
      return byCoordinator(said, act.member, () => {
        const desk = said.team.desks.get(act.desk);
        if (!desk) return "UnknownDesk";
        if (!desk.members.includes(act.member)) return "UnknownMember";
        // A desk at which nobody sits could never be rotated, nor read.
        if (desk.members.length === 1) return "NotAllowed";
        return withDesk(said.team, unseated(desk, act.member, said.number));
      });
    case "DeviceRevoked":
      return revoked(said, act);
    case "WitnessNamed": {
      if (!hasRole(said.team, said.author, "coordinator")) return "NotAllowed";
      const { witness: _, ...rest } = said.team;
      return act.witness === undefined ? rest : { ...rest, witness: act.witness };
    }
    case "DeviceRenewed": {
      const device = said.team.devices.get(said.by);
      if (!device) return "UnknownDevice";
      const { label } = act;
      return withDeviceAs(said.team, { ...device, renewed: said.at, ...(label ? { label } : {}) });
    }
  }
}

function byCoordinator(
  { team, author }: Said,
  id: MemberId,
  then: (member: TeamMember) => Followed,
): Followed {
  if (!hasRole(team, author, "coordinator")) return "NotAllowed";
  const member = team.members.get(id);
  return member ? then(member) : "UnknownMember";
}

function suspended(said: Said, id: MemberId): Followed {
  const { team, number, at, author } = said;
  const member = team.members.get(id);
  if (!member || author === undefined) return "UnknownMember";
  if (member.standing.type !== "Active") return "NotActive";
  const voice = { by: author, at };
  if (!isSuspendedBy(team, member, voice))
    return withMemberAs(team, {
      ...member,
      voices: [...member.voices.filter((one) => one.by !== author), voice],
    });
  const desks = [...team.desks.values()].filter((desk) => desk.members.includes(id)).map((desk) => desk.desk);
  const standing = { type: "Suspended", since: number, desks } as const;
  return out(said, withMemberAs(team, { ...member, standing, voices: [] }), id);
}

/** By another than herself, and to desks where she had sat and where the author sits. */
function restored(said: Said, member: TeamMember, desks: readonly DeskId[]): Followed {
  const { standing } = member;
  if (standing.type !== "Suspended") return "NotActive";
  if (desks.some((desk) => !standing.desks.includes(desk))) return "UnknownDesk";
  const fault = faultOfDesks(said, desks);
  if (fault) return fault;
  const back = withMemberAs(said.team, { ...member, standing: { type: "Active" } });
  return withSeats(back, member.member, { desks, number: said.number });
}

function revoked(said: Said, act: Extract<Act, { readonly type: "DeviceRevoked" }>): Followed {
  const { team, number, at, author } = said;
  const device = team.devices.get(act.device);
  if (!device) return "UnknownDevice";
  if (device.revoked !== undefined) return "RevokedDevice";
  const isOwn = device.member === author;
  if (act.why === "expired") {
    if (!isExpired(device, Date.parse(at))) return "NotDue";
  } else if (!isOwn && !hasRole(team, author, "coordinator")) return "NotAllowed";
  const wasInUse = deviceInUse(team, device.device) !== undefined;
  const without = withDeviceAs(team, { ...device, revoked: number, why: act.why });
  const desks = [...without.desks.values()].map(
    (desk) =>
      [desk.desk, desk.members.includes(device.member) ? { ...desk, isRotationDue: true } : desk] as const,
  );
  // Her own lost device goes even when it was the last one: what a thief holds is worse than waiting for the trustees.
  const after = { ...without, desks: new Map(desks) };
  return wasInUse && !(isOwn && act.why === "lost") ? leaving(after) : after;
}

/** She leaves every desk. */
function out({ number }: Said, team: Team, member: MemberId): Team {
  const desks = [...team.desks.values()].map((desk) => [desk.desk, unseated(desk, member, number)] as const);
  return { ...team, desks: new Map(desks) };
}

function leaving(team: Team): Followed {
  return hasCoordinator(team) ? team : "LastCoordinator";
}

/** Only who sits at a desk can give its key. */
function faultOfDesks(
  { team, author }: Said,
  desks: readonly DeskId[],
): "UnknownDesk" | "NotAllowed" | undefined {
  for (const id of desks) {
    const desk = team.desks.get(id);
    if (!desk) return "UnknownDesk";
    if (!desk.members.some((one) => one === author)) return "NotAllowed";
  }
  return undefined;
}

function isKnown(team: Team, { member, key }: { readonly member: MemberId; readonly key: string }): boolean {
  return [...team.members.values()].some((one) => one.member === member || one.key === key);
}

function withMemberAs(team: Team, member: TeamMember): Team {
  return { ...team, members: new Map(team.members).set(member.member, member) };
}

function withDeviceAs(team: Team, device: TeamDevice): Team {
  return { ...team, devices: new Map(team.devices).set(device.device, device) };
}
