/**
 * This device's book of the team: the log as it has checked it, the keys of the desks at which its member sits, and what it owes
 * the others. Whoever is online next does what is due: rotates a desk that somebody has left, takes out a device that has
 * expired, seals a box again that lacks something, says every week that this device is in use.
 *
 * Must stay true: keys once had are never given up for a box that lacks them; nothing is believed that the log does not say.
 */
import type { Result } from "@answerable/casework";
import {
  BoxDamaged,
  changeTeam,
  deskKeys,
  deskNameIn,
  headOf,
  openBox,
  openLabel,
  readTeamOn,
  sealLabel,
  type DeskMaking,
  type DeskName,
  type DeskSecrets,
  type DeviceNames,
  type OpenKeep,
  type Random,
  type TeamChanged,
} from "@answerable/seal";
import {
  desksOf,
  deviceInUse,
  isExpired,
  recoveryOf,
  TeamLogBroken,
  WireRefusal,
  type Act,
  type DeskId,
  type DeviceId,
  type EpochBox,
  type Team,
  type TeamPush,
  type Wire,
} from "@answerable/wire";

import { teamChanges } from "../at-rest.ts";
import type { DeskRow, PeopleRefusal } from "../office.ts";
import type { Keeping } from "../store/keeping.ts";
import { openTurns } from "../sync/turns.ts";

export interface TeamBookDeps {
  readonly keep: OpenKeep;
  readonly keeping: Keeping;
  readonly wire: Pick<Wire, "team" | "box" | "pushTeam">;
  readonly now: () => number;
  readonly random: Random;
  readonly names: DeviceNames;
  readonly team: Team;
  /** The box of the desk that this device works at. */
  readonly box: EpochBox;
  /** The desk has another key, or an intake identity more. */
  readonly keysChanged: (secrets: DeskSecrets) => Promise<void>;
  readonly teamChanged: () => void;
  /** There are new statements: what nobody of the team had signed may now be signed. */
  readonly grown: () => Promise<void>;
  /** What lies in the log cannot be. */
  readonly broken: () => void;
}

/** What is said, made anew for the log as it stands at each try. */
export type Saying = (making: DeskMaking) => Promise<TeamChanged>;

export interface TeamBook {
  readonly desk: DeskId;
  readonly team: () => Team;
  /** Of the desk that this device works at. */
  readonly secrets: () => DeskSecrets;
  /** Of every desk at which its member sits: fetched where they are not at hand. */
  readonly allSecrets: () => Promise<readonly DeskSecrets[]>;
  /** The log as the server has it now, and the newest box. */
  readonly follow: () => Promise<void>;
  /** The server has less of the log than it once gave. */
  readonly isCut: () => boolean;
  readonly say: (acts: readonly Act[] | Saying) => Promise<Result<TeamPush, PeopleRefusal>>;
  /** Whether its member sits at this desk. */
  readonly sits: () => boolean;
  /** The desks at which its member sits, oldest first, as they are called. */
  readonly desks: () => readonly DeskRow[];
  readonly nameOf: (desk: DeskId) => DeskName | undefined;
  /** undefined: no seat there, or no sound box for this device. Throws Unreachable. */
  readonly boxOf: (desk: DeskId) => Promise<EpochBox | undefined>;
  /** A push of this device was taken. */
  readonly taken: (push: TeamPush) => Promise<void>;
  readonly payDues: () => Promise<void>;
  /** The server does not let this device in: the signed log, which anyone may read, says why. */
  readonly whyOut: () => Promise<"lost" | "suspended" | "removed">;
  readonly namesOf: (device: DeviceId) => DeviceNames | undefined;
  /** The desk's newest key cannot be had: its box is damaged, forged, or not for this device. */
  readonly isLockedOut: () => boolean;
}

const DAY = 86_400_000;
const RENEW_AFTER = 7 * DAY;
const MOST_TRIES = 10;

export async function openTeamBook(deps: TeamBookDeps): Promise<TeamBook> {
  const { keep, wire, random, now, keeping } = deps;
  const { desk } = deps.box;
  let { team, box } = deps;
  let isBoxWorthless = false;
  let isCut = false;
  const known = new Map<DeskId, DeskSecrets>([[desk, await openBox(box, keep, team)]]);

  const secrets = (): DeskSecrets => {
    const found = known.get(desk);
    if (!found) throw new Error("a desk without its keys");
    return found;
  };
  const isCurrent = (one: DeskId) => {
    const epoch = team.desks.get(one)?.epoch;
    return epoch !== undefined && known.get(one)?.secrets.has(epoch) === true;
  };
  const sits = (one: DeskId) => team.desks.get(one)?.members.includes(keep.member) === true;

  async function take(given: EpochBox): Promise<void> {
    const opened = merged(known.get(given.desk), await openBox(given, keep, team));
    known.set(given.desk, opened);
    if (given.desk !== desk) return;
    box = given;
    isBoxWorthless = false;
    // At rest lies one box. One that lacks what we have is not kept in the place of one that has it: it is sealed again first.
    if (isWhole(opened, await openBox(given, keep, team))) await keeping.keep(teamChanges([], [given]));
    await deps.keysChanged(opened);
  }

  /** A box that the log does not allow is the server's doing and is not taken; one that is signed and worthless is the sealer's. */
  async function fetchBox(one: DeskId): Promise<void> {
    const given = await wire.box(one);
    // Another desk's, or one of before: sound, and no news.
    if (given.desk !== one || (one === desk && given.team < box.team)) return;
    try {
      await take(given);
    } catch (problem) {
      if (!(problem instanceof BoxDamaged)) throw problem;
      if (problem.why === "WrongKey" || problem.why === "Unreadable") isBoxWorthless = one === desk;
    }
  }

  // In turn: two that read on from one statement would each put the next ones on top of it.
  const turns = openTurns();
  const follow = () => turns("team", readOn);
  const taken = (push: TeamPush) => turns("team", () => takePush(push));

  async function readOn(): Promise<void> {
    // The last statement that is known is asked for again: a log that was cut, or is another one, gives itself away.
    const [last, ...statements] = (await wire.team(team.number - 1)).statements;
    isCut = last === undefined;
    if (last === undefined) return;
    try {
      if ((await headOf(last)) !== team.head) throw new TeamLogBroken(team.number, "BrokenChain");
      team = await readTeamOn(team, statements);
    } catch (problem) {
      if (problem instanceof TeamLogBroken) deps.broken();
      throw problem;
    }
    if (statements.length > 0) {
      await keeping.keep(teamChanges(statements, []));
      deps.teamChanged();
      await deps.grown();
    }
    if (sits(desk) && deviceInUse(team, keep.device) && (!isCurrent(desk) || isIntakeMissing()))
      await fetchBox(desk);
  }

  function isIntakeMissing(): boolean {
    const newest = team.desks.get(desk)?.intake.at(-1);
    return newest !== undefined && secrets().intake?.has(newest.period) !== true && box.team < team.number;
  }

  async function takePush(push: TeamPush): Promise<void> {
    const news = push.statements.filter((one) => one.number > team.number);
    team = await readTeamOn(team, news);
    await keeping.keep(teamChanges(news, []));
    for (const one of push.boxes) if (sits(one.desk)) await take(one);
    deps.teamChanged();
  }

  async function allSecrets(): Promise<readonly DeskSecrets[]> {
    const ours = desksOf(team, keep.member);
    const missing = ours.filter((one) => !isCurrent(one));
    for (const one of missing) await fetchBox(one);
    if (missing.some(isCurrent)) deps.teamChanged(); // names may be read now
    return ours.flatMap((one) => known.get(one) ?? []);
  }

  interface Extra {
    readonly rotate?: readonly DeskId[];
    readonly reseal?: readonly DeskId[];
  }
  async function say(
    what: readonly Act[] | Saying,
    extra: Extra = {},
  ): Promise<Result<TeamPush, PeopleRefusal>> {
    const saying: Saying =
      typeof what === "function" ? what : (making) => changeTeam({ ...making, acts: what, ...extra });
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      await follow();
      const making = { keep, team, now: now(), desks: await allSecrets(), random };
      const changed = await saying(making).catch((problem: unknown) => {
        if (problem instanceof TeamLogBroken) return problem;
        throw problem;
      });
      if (changed instanceof TeamLogBroken) return { ok: false, refusal: refusalOf(changed) };
      const { push } = changed;
      if (push.statements.length === 0) return { ok: true, value: push };
      const answer = await wire.pushTeam(push);
      if (answer.type !== "Taken") {
        // A server that says that there is more must show it: else we would sign until the laptop is shut.
        await follow();
        if (team.number === making.team.number) break;
        continue;
      }
      // Who has just left her desk has no more to keep.
      await taken(push);
      return { ok: true, value: push };
    }
    return { ok: false, refusal: { type: "Unreachable" } };
  }

  function namesOf(device: DeviceId): DeviceNames | undefined {
    const label = team.devices.get(device)?.label;
    const secret = label && known.get(label.desk)?.secrets.get(label.epoch);
    return label && secret && openLabel(deskKeys(secret, label.desk, label.epoch), device, label);
  }

  function isRenewalDue(): boolean {
    const own = team.devices.get(keep.device);
    if (!own || own.revoked !== undefined) return false;
    if (now() - Date.parse(own.renewed) > RENEW_AFTER) return true;
    const said = namesOf(keep.device);
    return said?.member !== deps.names.member || said.device !== deps.names.device;
  }

  /** For the members of the oldest of its desks, at whichever it works: else each desk would rename it for itself. */
  function renewal(): Act {
    const [under = desk] = desksOf(team, keep.member).filter(isCurrent);
    const epoch = team.desks.get(under)?.epoch;
    const secret = epoch === undefined ? undefined : known.get(under)?.secrets.get(epoch);
    if (epoch === undefined || !secret) throw new Error("a box without its newest key");
    const keys = deskKeys(secret, under, epoch);
    return {
      type: "DeviceRenewed",
      label: sealLabel({ keys, device: keep.device, names: deps.names, random }),
    };
  }

  /** A server or a log that refuses it is no reason to stop: it is owed again next time. */
  async function payDues(): Promise<void> {
    try {
      await payAll();
    } catch (problem) {
      if (!(problem instanceof WireRefusal)) throw problem;
    }
  }

  async function payAll(): Promise<void> {
    if (!deviceInUse(team, keep.device) || !sits(desk)) return;
    if (isBoxWorthless) {
      await say([], { rotate: [desk] });
      return;
    }
    const expired = [...team.devices.values()].filter(
      (one) => one.device !== keep.device && deviceInUse(team, one.device) && isExpired(one, now()),
    );
    for (const { device } of expired) await say([{ type: "DeviceRevoked", device, why: "expired" }]);
    const ours = [...team.desks.values()].filter((one) => sits(one.desk));
    // How people and desks are called may be sealed under the key of another of them.
    await allSecrets();
    if (ours.some((one) => one.isRotationDue)) await say([]);
    const lacking = (await isBoxLacking()) ? [desk] : [];
    if (lacking.length > 0 || isRenewalDue()) await say([renewal()], { reseal: lacking });
  }

  /** An epoch that we have and it has not, or the recovery that the log has by now. */
  async function isBoxLacking(): Promise<boolean> {
    if (box.epoch !== team.desks.get(desk)?.epoch) return false;
    if (box.recovery !== recoveryOf(team)?.recipient) return true;
    return !isWhole(secrets(), await openBox(box, keep, team));
  }

  const nameOf = (one: DeskId) => deskNameIn(team, known.values(), one);

  async function boxOf(one: DeskId): Promise<EpochBox | undefined> {
    await follow();
    if (!sits(one)) return undefined;
    const given = await wire.box(one);
    try {
      await take(given);
    } catch (problem) {
      if (problem instanceof BoxDamaged) return undefined;
      throw problem;
    }
    return given.desk === one ? given : undefined;
  }

  return {
    desk,
    team: () => team,
    sits: () => sits(desk),
    nameOf,
    desks: () =>
      [...team.desks.keys()].flatMap((one, at) =>
        sits(one) ? [{ id: one, number: at + 1, ...nameOf(one), unsent: 0 }] : [],
      ),
    boxOf,
    isCut: () => isCut,
    secrets,
    allSecrets,
    follow,
    say: (what) => say(what),
    taken,
    payDues,
    async whyOut() {
      await follow().catch(() => undefined);
      if (team.devices.get(keep.device)?.why === "lost") return "lost";
      return team.members.get(keep.member)?.standing.type === "Suspended" ? "suspended" : "removed";
    },
    namesOf,
    isLockedOut: () => !isCurrent(desk),
  };
}

/** What we had, and what the box adds. */
function merged(before: DeskSecrets | undefined, box: DeskSecrets): DeskSecrets {
  if (!before) return box;
  // Not the identities of the letterbox: one that a box leaves out was destroyed. See inbox/keep-intake.ts.
  return { ...box, secrets: new Map([...before.secrets, ...box.secrets]) };
}

function isWhole(all: DeskSecrets, box: DeskSecrets): boolean {
  return [...all.secrets.keys()].every((epoch) => box.secrets.has(epoch));
}

function refusalOf({ why }: TeamLogBroken): PeopleRefusal {
  if (why === "LastCoordinator") return { type: "LastCoordinator" };
  if (why === "NotAllowed" || why === "RevokedDevice") return { type: "NotAllowed" };
  return { type: "NotPossible" };
}
