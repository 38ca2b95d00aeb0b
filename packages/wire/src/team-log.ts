/**
 * The team log, replayed: who belongs to the helpline now, with which keys. The server and every client run this one function.
 * Nothing is taken on trust: numbers without gaps, hashes chained, each statement signed by a device that was in the log
 * before it, each device certified by its member's key, each act allowed to the one who did it. A log that fails anywhere
 * is broken as a whole: the part after the fault is nobody's word.
 */
import { fromText, toText } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import type { Hash } from "./ids.ts";
import type { Said } from "./said.ts";
import { deviceInUse, recoveryOf, type Team } from "./standing.ts";
import { isStrictKey } from "./strict-key.ts";
import { isOfSuite } from "./suite.ts";
import { onDesks } from "./team-acts-desks.ts";
import { founderRoles, newMember, onPeople, withMember, withRecovered } from "./team-acts-people.ts";
import type { Charter, DeviceKeys, TeamStatement } from "./team.ts";

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
  | "WrongEpoch"
  | "NotAllowed"
  | "LastCoordinator"
  | "NotActive"
  | "NotDue"
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

async function follow(team: Team | undefined, statement: TeamStatement, deps: ReplayDeps): Promise<Team> {
  const number = (team?.number ?? 0) + 1;
  const broken = (why: TeamFault) => new TeamLogBroken(number, why);
  if (statement.number !== number) throw broken("WrongNumber");
  if (statement.prev !== (team?.head ?? "")) throw broken("BrokenChain");
  const { act } = statement;
  const own = act.type === "Founded" || act.type === "Recovered" ? act.device : undefined;
  const known = team?.devices.get(statement.by);
  const device = team && act.type !== "Recovered" ? known : own;
  if (!device || device.device !== statement.by) throw broken("UnknownDevice");
  if (known && team && !deviceInUse(team, statement.by)) throw broken("RevokedDevice");
  if (!isStrictKey(fromText(device.signing))) throw broken("WeakKey");
  if (!(await signed(deps, device.signing, [statementMessage(statement), statement.signature])))
    throw broken("BadSignature");
  const head = await hashOfStatement(statement, deps.hash);
  const after = team ? await acted(team, statement, deps) : await founded(statement, deps);
  return { ...after, number, head };
}

async function founded({ act, at }: TeamStatement, deps: ReplayDeps): Promise<Team> {
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
    members: new Map([[member.member, newMember(member, founderRoles, 1)]]),
    devices: new Map(),
    desks: new Map(),
    shredded: new Map(),
    recoveries: [],
  };
  return withDevice(team, { keys: device, at }, deps);
}

async function acted(team: Team, statement: TeamStatement, deps: ReplayDeps): Promise<Team> {
  const { act, at } = statement;
  const number = team.number + 1;
  const broken = (why: TeamFault) => new TeamLogBroken(number, why);
  const author = team.devices.get(statement.by)?.member;
  const said: Said = { team, number, at, by: statement.by, author };
  switch (act.type) {
    case "Founded":
      throw broken("Misplaced");
    case "DeviceAdded": {
      // A member brings in her own devices and nobody else's.
      if (act.device.member !== author) throw broken("NotAllowed");
      return withDevice(team, { keys: act.device, at }, deps);
    }
    case "MemberAdded": {
      if (act.device.member !== act.member.member) throw broken("NotAllowed");
      if (!isStrictKey(fromText(act.member.key))) throw broken("WeakKey");
      return withDevice(allowed(withMember(said, act), number), { keys: act.device, at }, deps);
    }
    case "Recovered": {
      const { member, device, proof } = act;
      const recovery = recoveryOf(team);
      if (!recovery || device.member !== member.member) throw broken("NotAllowed");
      if (!isStrictKey(fromText(member.key))) throw broken("WeakKey");
      const message = recoveryMessage({
        fingerprint: team.fingerprint,
        prev: statement.prev,
        member,
        device,
      });
      if (!(await signed(deps, recovery.signing, [message, proof]))) throw broken("BadSignature");
      return withDevice(allowed(withRecovered(said, member), number), { keys: device, at }, deps);
    }
    case "DeskCreated":
    case "DeskNamed":
    case "IntakeKeyPublished":
    case "EpochRotated":
    case "FoldersShredded":
    case "RecoverySet":
      return allowed(onDesks(said, act), number);
    case "RolesGiven":
    case "MemberSuspended":
    case "MemberRestored":
    case "MemberRemoved":
    case "SeatGiven":
    case "SeatTaken":
    case "DeviceRevoked":
    case "DeviceRenewed":
    case "WitnessNamed":
      return allowed(onPeople(said, act), number);
  }
}

function allowed(done: Team | TeamFault, number: number): Team {
  if (typeof done === "string") throw new TeamLogBroken(number, done);
  return done;
}

interface DeviceToEnter {
  readonly keys: DeviceKeys;
  readonly at: string;
}

async function withDevice(team: Team, { keys, at }: DeviceToEnter, deps: ReplayDeps): Promise<Team> {
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
  return {
    ...team,
    devices: new Map(team.devices).set(keys.device, { ...keys, since: number, renewed: at }),
  };
}

/** What the recovery's signing key signs: this very device, at this very place of the log. */
export function recoveryMessage(said: {
  readonly fingerprint: Hash;
  readonly prev: string;
  readonly member: { readonly member: string; readonly key: string };
  readonly device: DeviceKeys;
}): Uint8Array {
  const { fingerprint, prev, member, device } = said;
  return labelled("answerable/recovery/1", { fingerprint, prev, member, device });
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
