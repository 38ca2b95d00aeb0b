/**
 * The team log, replayed: who belongs to the helpline now, with which keys. The server and every client run this one function.
 * Nothing is taken on trust: numbers without gaps, hashes chained, each statement signed by a device that was in the log
 * before it, each device certified by its member's key, each act allowed to the one who did it. A log that fails anywhere
 * is broken as a whole: the part after the fault is nobody's word.
 */
import { fromText, toText } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import type { DeskId, DeviceId, Epoch, Hash, MemberId } from "./ids.ts";
import { faultOfIntake, type IntakeKey } from "./intake.ts";
import { isStrictKey } from "./strict-key.ts";
import type { Act, Charter, DeviceKeys, TeamStatement } from "./team.ts";

export interface TeamMember {
  readonly member: MemberId;
  /** Ed25519 public key in base64url: certifies her devices. */
  readonly key: string;
  readonly since: number;
}

export interface TeamDevice extends DeviceKeys {
  /** Number of the statement that brought it in. */
  readonly since: number;
  /** Number of the statement that took it out. */
  readonly revoked?: number;
}

export interface TeamDesk {
  readonly desk: DeskId;
  readonly epoch: Epoch;
  readonly members: readonly MemberId[];
  /** By epoch: the canary, and the head of the log that it must name. */
  readonly canaries: ReadonlyMap<Epoch, { readonly canary: string; readonly head: Hash }>;
  /** Every intake key it ever published, oldest first. */
  readonly intake: readonly IntakeKey[];
  readonly since: number;
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
}

export type TeamFault =
  | "Empty"
  | "WrongFingerprint"
  | "WrongNumber"
  | "BrokenChain"
  | "BadSignature"
  | "BadCharter"
  | "BadCertificate"
  | "WeakKey"
  | "WrongSuite"
  | "UnknownDevice"
  | "RevokedDevice"
  | "UnknownMember"
  | "UnknownDesk"
  | "WrongPeriod"
  | "NotAllowed"
  | "AlreadyThere"
  | "Misplaced";

/** Statement `number` does not follow from those before it. */
export class TeamLogBroken extends Error {
  override readonly name = "TeamLogBroken";
  readonly number: number;
  readonly why: TeamFault;
  constructor(number: number, why: TeamFault) {
    super(`the team log is broken at statement ${number}: ${why}`);
    this.number = number;
    this.why = why;
  }
}

export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
export type HashBytes = (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array;

export interface ReplayDeps {
  readonly verify: Verify;
  /** SHA-256. */
  readonly hash: HashBytes;
  /** When given, the charter must have this fingerprint. */
  readonly fingerprint?: Hash;
  /** A team replayed before: the statements go on from there. */
  readonly from?: Team;
}

/** Throws TeamLogBroken. With `from`, no statements at all is the same team again; without it, an empty log is broken. */
export async function replayTeam(statements: readonly TeamStatement[], deps: ReplayDeps): Promise<Team> {
  let team = deps.from;
  for (const statement of statements) team = await follow(team, statement, deps);
  if (!team) throw new TeamLogBroken(0, "Empty");
  if (deps.fingerprint !== undefined && team.fingerprint !== deps.fingerprint)
    throw new TeamLogBroken(1, "WrongFingerprint");
  return team;
}

/** SHA-256 of what the founder signed. */
export async function fingerprintOf(charter: Charter, hash: HashBytes): Promise<Hash> {
  return hashText(await hash(charterMessage(charter)));
}

/** What the next statement names as `prev`. */
export async function hashOfStatement(statement: TeamStatement, hash: HashBytes): Promise<Hash> {
  return hashText(await hash(labelled("answerable/team-hash/1", statement)));
}

export function charterMessage(charter: Omit<Charter, "signature">): Uint8Array {
  return labelled("answerable/charter/1", unsigned(charter));
}

export function statementMessage(statement: Omit<TeamStatement, "signature">): Uint8Array {
  return labelled("answerable/team/1", unsigned(statement));
}

/** What the member's key signs about one of her devices. */
export function certificateMessage(keys: Omit<DeviceKeys, "certificate">): Uint8Array {
  const { device, member, signing, recipient } = keys;
  return labelled("answerable/device-certificate/1", { device, member, signing, recipient });
}

/** The devices that hold a desk's key as of statement `number` (now, if not given), sorted. */
export function devicesOfDesk(team: Team, desk: DeskId, number: number = team.number): readonly DeviceId[] {
  const members = team.desks.get(desk)?.members ?? [];
  return [...team.devices.values()]
    .filter(
      (one) => members.includes(one.member) && one.since <= number && (one.revoked ?? Infinity) > number,
    )
    .map((one) => one.device)
    .toSorted();
}

async function follow(team: Team | undefined, statement: TeamStatement, deps: ReplayDeps): Promise<Team> {
  const number = (team?.number ?? 0) + 1;
  const broken = (why: TeamFault) => new TeamLogBroken(number, why);
  if (statement.number !== number) throw broken("WrongNumber");
  if (statement.prev !== (team?.head ?? "")) throw broken("BrokenChain");
  const { act } = statement;
  const device = team ? team.devices.get(statement.by) : act.type === "Founded" ? act.device : undefined;
  if (!device || device.device !== statement.by) throw broken("UnknownDevice");
  if (team?.devices.get(statement.by)?.revoked !== undefined) throw broken("RevokedDevice");
  if (!isStrictKey(fromText(device.signing))) throw broken("WeakKey");
  if (!(await signed(deps, device.signing, [statementMessage(statement), statement.signature])))
    throw broken("BadSignature");
  const head = await hashOfStatement(statement, deps.hash);
  const after = team ? await acted(team, statement, deps) : await founded(act, deps);
  return { ...after, number, head };
}

async function founded(act: Act, deps: ReplayDeps): Promise<Team> {
  const broken = (why: TeamFault) => new TeamLogBroken(1, why);
  if (act.type !== "Founded") throw broken("Misplaced");
  const { charter, member, device } = act;
  if (charter.founder !== member.key || device.member !== member.member) throw broken("NotAllowed");
  if (!isStrictKey(fromText(charter.founder))) throw broken("WeakKey");
  if (!(await signed(deps, charter.founder, [charterMessage(charter), charter.signature])))
    throw broken("BadCharter");
  const team: Team = {
    charter,
    fingerprint: await fingerprintOf(charter, deps.hash),
    number: 0,
    head: "" as Hash, // stands only until `follow` puts the hash of statement 1 here
    members: new Map([[member.member, { ...member, since: 1 }]]),
    devices: new Map(),
    desks: new Map(),
  };
  return withDevice(team, device, deps);
}

async function acted(team: Team, statement: TeamStatement, deps: ReplayDeps): Promise<Team> {
  const { act } = statement;
  const number = team.number + 1;
  const broken = (why: TeamFault) => new TeamLogBroken(number, why);
  const author = team.devices.get(statement.by)?.member;
  switch (act.type) {
    case "Founded":
      throw broken("Misplaced");
    case "DeskCreated": {
      if (team.desks.has(act.desk)) throw broken("AlreadyThere");
      if (act.members.some((one) => !team.members.has(one))) throw broken("UnknownMember");
      if (new Set(act.members).size !== act.members.length) throw broken("AlreadyThere");
      // Whoever makes a desk's key has it: a desk without its maker among the members would be a lie.
      if (act.epoch !== 1 || !act.members.some((one) => one === author)) throw broken("NotAllowed");
      const canaries = new Map([[act.epoch, { canary: act.canary, head: team.head }]]);
      const desk: TeamDesk = {
        desk: act.desk,
        epoch: act.epoch,
        members: act.members,
        canaries,
        intake: [],
        since: number,
      };
      return { ...team, desks: new Map(team.desks).set(act.desk, desk) };
    }
    case "DeviceAdded": {
      // A member brings in her own devices and nobody else's.
      if (act.device.member !== author) throw broken("NotAllowed");
      return withDevice(team, act.device, deps);
    }
    case "IntakeKeyPublished": {
      const desk = team.desks.get(act.desk);
      const fault = faultOfIntake({ act, at: statement.at, author, desk, team });
      if (!desk || fault !== undefined) throw broken(fault ?? "UnknownDesk");
      if (!isOfSuite(team.charter.suite, act.recipient)) throw broken("WrongSuite");
      const { period, recipient, notAfter } = act;
      const key: IntakeKey = { period, recipient, from: statement.at, notAfter, by: statement.by };
      const after: TeamDesk = { ...desk, intake: [...desk.intake, key] };
      return { ...team, desks: new Map(team.desks).set(act.desk, after) };
    }
  }
}

async function withDevice(team: Team, keys: DeviceKeys, deps: ReplayDeps): Promise<Team> {
  const number = team.number + 1;
  const broken = (why: TeamFault) => new TeamLogBroken(number, why);
  const member = team.members.get(keys.member);
  if (!member) throw broken("UnknownMember");
  for (const known of team.devices.values()) {
    const again =
      known.device === keys.device || known.signing === keys.signing || known.recipient === keys.recipient;
    if (again) throw broken("AlreadyThere");
  }
  if (!isStrictKey(fromText(keys.signing))) throw broken("WeakKey");
  if (!isOfSuite(team.charter.suite, keys.recipient)) throw broken("WrongSuite");
  if (!(await signed(deps, member.key, [certificateMessage(keys), keys.certificate])))
    throw broken("BadCertificate");
  return { ...team, devices: new Map(team.devices).set(keys.device, { ...keys, since: number }) };
}

/** A1: an X25519 recipient, A2: a hybrid one. Never mixed: a hybrid file with one X25519 recipient is an X25519 file. */
export function isOfSuite(suite: Charter["suite"], recipient: string): boolean {
  switch (suite) {
    case "A1":
      return /^age1[02-9ac-hj-np-z]{58}$/.test(recipient);
    case "A2":
      return /^age1pq1[02-9ac-hj-np-z]{1000,2090}$/.test(recipient);
  }
}

function signed(
  deps: ReplayDeps,
  key: string,
  [message, signature]: readonly [Uint8Array, string],
): Promise<boolean> {
  return deps.verify(fromText(key), message, fromText(signature));
}

function unsigned<T extends object>(whole: T): object {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== "signature"));
}

function hashText(bytes: Uint8Array): Hash {
  if (bytes.length !== 32) throw new Error("a hash needs 32 bytes");
  return toText(bytes) as Hash; // makes the brand
}
