/** A statement being replayed: the team before it, and who says it. */
import type { DeskId, DeviceId, MemberId } from "./ids.ts";
import type { Seat, Team, TeamDesk } from "./standing.ts";
import type { TeamFault } from "./team-log.ts";

export interface Said {
  readonly team: Team;
  readonly number: number;
  readonly at: string;
  readonly by: DeviceId;
  /** Whose device says it. */
  readonly author: MemberId | undefined;
}

/** The team after it, or why it does not follow. */
export type Followed = Team | TeamFault;

export function withDesk(team: Team, desk: TeamDesk): Team {
  return { ...team, desks: new Map(team.desks).set(desk.desk, desk) };
}

function seated(desk: TeamDesk, member: MemberId, since: number): TeamDesk {
  const seat: Seat = { member, since };
  return { ...desk, members: [...desk.members, member], seats: [...desk.seats, seat] };
}

/** Leaving makes a rotation due: who sat there has the key. */
export function unseated(desk: TeamDesk, member: MemberId, until: number): TeamDesk {
  if (!desk.members.includes(member)) return desk;
  return {
    ...desk,
    members: desk.members.filter((one) => one !== member),
    seats: desk.seats.map((seat) =>
      seat.member === member && seat.until === undefined ? { ...seat, until } : seat,
    ),
    isRotationDue: true,
  };
}

export function withSeats(
  team: Team,
  member: MemberId,
  { desks, number }: { readonly desks: readonly DeskId[]; readonly number: number },
): Team {
  return desks.reduce((soFar, id) => {
    const desk = soFar.desks.get(id);
    return desk && !desk.members.includes(member) ? withDesk(soFar, seated(desk, member, number)) : soFar;
  }, team);
}
