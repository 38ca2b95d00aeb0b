/**
 * Who stands where, as the team log says by now: members and their roles, devices in use, seats at desks, what is due.
 * Asked by the server before it takes something, by every client before it seals something.
 */
import type { DeskId, DeviceId, Epoch, FolderId, Hash, MemberId } from "./ids.ts";
import type { IntakeKey } from "./intake.ts";
import type { Charter, DeviceKeys, Role, SealedLabel } from "./team.ts";

/** Suspended: her seats are kept for her, and nothing of hers signs or opens. Removed: for good. */
export type Standing =
  | { readonly type: "Active" }
  | { readonly type: "Suspended"; readonly since: number; readonly desks: readonly DeskId[] }
  | { readonly type: "Removed"; readonly since: number };

export interface TeamMember {
  readonly member: MemberId;
  /** Ed25519 public key in base64url: certifies her devices. */
  readonly key: string;
  readonly since: number;
  readonly roles: readonly Role[];
  /** Every role that she was ever given: what was said in it stays said. */
  readonly rolesEver: readonly Role[];
  readonly standing: Standing;
  /** Who asks that she be suspended, and when. */
  readonly voices: readonly { readonly by: MemberId; readonly at: string }[];
}

export interface TeamDevice extends DeviceKeys {
  /** Number of the statement that brought it in. */
  readonly since: number;
  /** When it came, or last said that it is in use. */
  readonly renewed: string;
  /** How it calls itself, sealed. */
  readonly label?: SealedLabel;
  /** Number of the statement that took it out. */
  readonly revoked?: number;
  readonly why?: "left" | "lost" | "expired";
}

export interface Seat {
  readonly member: MemberId;
  readonly since: number;
  readonly until?: number;
}

export interface TeamDesk {
  readonly desk: DeskId;
  readonly epoch: Epoch;
  /** Who sits at it now. */
  readonly members: readonly MemberId[];
  /** Who ever did, and from which statement to which. */
  readonly seats: readonly Seat[];
  /** By epoch: the canary, and the head of the log that it must name. */
  readonly canaries: ReadonlyMap<Epoch, { readonly canary: string; readonly head: Hash }>;
  /** Number of the statement that began each epoch. */
  readonly begun: ReadonlyMap<Epoch, number>;
  /** Every intake key it ever published, oldest first. */
  readonly intake: readonly IntakeKey[];
  /** What it is called, by the desk under whose key that is sealed. */
  readonly names: ReadonlyMap<DeskId, SealedLabel>;
  readonly since: number;
  /** Somebody who had the key of this epoch has left: the next device online rotates. */
  readonly isRotationDue: boolean;
}

/** The identity on paper: its recipient is in every box from statement `since` on. */
export interface Recovery {
  readonly set: string;
  readonly recipient: string;
  readonly signing: string;
  readonly least: number;
  readonly of: number;
  readonly since: number;
  readonly at: string;
}

export interface Team {
  readonly charter: Charter;
  readonly fingerprint: Hash;
  /** Statements replayed, and the hash of the last of them. */
  readonly number: number;
  readonly head: Hash;
  readonly members: ReadonlyMap<MemberId, TeamMember>;
  readonly devices: ReadonlyMap<DeviceId, TeamDevice>;
  readonly desks: ReadonlyMap<DeskId, TeamDesk>;
  /**
   * Folders whose keys were destroyed, by desk.
   *
   * Note: A tombstone. A case that has to end is not taken out of the log: its key is. That the log says so, signed by a reviewer,
   * makes it final for every device, also one that was away for a month, and for a server that would like to show the old card again.
   */
  readonly shredded: ReadonlyMap<DeskId, ReadonlySet<FolderId>>;
  /** Oldest first; the last one holds. */
  readonly recoveries: readonly Recovery[];
  /** The key line of the witness whose word every checkpoint must have. */
  readonly witness?: string;
}

/** A device that is not renewed for so long may be called expired. */
export const EXPIRY_DAYS = 30;
/** Two voices further apart than this are not one alarm. */
const VOICE_HOURS = 24;
const HOUR = 3_600_000;

/** undefined: there is no such device, it is out, or its member is. */
export function deviceInUse(team: Team, device: DeviceId): TeamDevice | undefined {
  const known = team.devices.get(device);
  if (!known || known.revoked !== undefined) return undefined;
  return team.members.get(known.member)?.standing.type === "Active" ? known : undefined;
}

/** The desks at which a member sits, oldest first. */
export function desksOf(team: Team, member: MemberId): readonly DeskId[] {
  return [...team.desks.values()].filter((desk) => desk.members.includes(member)).map((desk) => desk.desk);
}

/** The devices that hold a desk's key as of statement `number` (now, if not given), sorted. */
export function devicesOfDesk(team: Team, desk: DeskId, number: number = team.number): readonly DeviceId[] {
  const sits = new Set(
    team.desks
      .get(desk)
      ?.seats.filter((seat) => seat.since <= number && (seat.until ?? Infinity) > number)
      .map((seat) => seat.member),
  );
  return [...team.devices.values()]
    .filter((one) => sits.has(one.member) && one.since <= number && (one.revoked ?? Infinity) > number)
    .map((one) => one.device)
    .toSorted();
}

/** Whether a device held the desk's key at any time while `epoch` was the newest one: only then may it write under it. */
export function mayWriteUnder(
  team: Team,
  desk: DeskId,
  { device, epoch }: { readonly device: DeviceId; readonly epoch: number },
): boolean {
  const [known, at] = [team.devices.get(device), team.desks.get(desk)];
  if (!known || !at) return false;
  const begunAt = (wanted: number) => [...at.begun].find(([one]) => one === wanted)?.[1];
  const [begun, ended] = [begunAt(epoch), begunAt(epoch + 1) ?? Infinity];
  if (begun === undefined) return false;
  const [from, until] = [Math.max(begun, known.since), Math.min(ended, known.revoked ?? Infinity)];
  return at.seats.some(
    (seat) =>
      seat.member === known.member && Math.max(seat.since, from) < Math.min(seat.until ?? Infinity, until),
  );
}

/** The desk's epoch as of statement `number`. undefined: there was no desk yet. */
export function epochOf(desk: TeamDesk, number: number): Epoch | undefined {
  return [...desk.begun].findLast(([, since]) => since <= number)?.[0];
}

/** The recovery that holds as of statement `number`. */
export function recoveryOf(team: Team, number: number = team.number): Recovery | undefined {
  return team.recoveries.filter((one) => one.since <= number).at(-1);
}

export function hasRole(team: Team, member: MemberId | undefined, role: Role): boolean {
  const known = member === undefined ? undefined : team.members.get(member);
  return known?.standing.type === "Active" && known.roles.includes(role);
}

/** Whether she has it or once had it, wherever she stands now. */
export function hadRole(team: Team, member: MemberId, role: Role): boolean {
  return team.members.get(member)?.rolesEver.includes(role) ?? false;
}

/** Whether somebody would be left who may bring people in: a coordinator with a device in use. */
export function hasCoordinator(team: Team): boolean {
  return [...team.devices.values()].some(
    (one) => deviceInUse(team, one.device) && hasRole(team, one.member, "coordinator"),
  );
}

/** `at` in milliseconds since 1970. */
export function isExpired(device: TeamDevice, at: number): boolean {
  return device.revoked === undefined && at - Date.parse(device.renewed) > EXPIRY_DAYS * 24 * HOUR;
}

/** Whether this voice, after those before it, suspends her: her own, a coordinator's, or the second within a day. */
export function isSuspendedBy(
  team: Team,
  member: TeamMember,
  voice: { readonly by: MemberId; readonly at: string },
): boolean {
  if (voice.by === member.member || hasRole(team, voice.by, "coordinator")) return true;
  return member.voices.some(
    (one) => one.by !== voice.by && Math.abs(Date.parse(voice.at) - Date.parse(one.at)) <= VOICE_HOURS * HOUR,
  );
}
