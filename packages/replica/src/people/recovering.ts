/**
 * The trustees have come together and no device is left, or none may be trusted: enough shares let this one in as a coordinator.
 * It opens every box with the identity on paper, rotates every desk at once, and forgets the identity.
 *
 * Interrupted anywhere it can be begun again: each time is another new member, and one who never rotated has nothing.
 */
import type { Result } from "@answerable/casework";
import {
  changeTeam,
  combineShares,
  makeStoreKey,
  openBoxByRecovery,
  openKeep,
  readShare,
  readTeam,
  recoverMember,
  signIn,
  type DeviceKeep,
  type DeskSecrets,
  type Random,
  type Share,
} from "@answerable/seal";
import {
  openWire,
  recoveryOf,
  toText,
  Unreachable,
  WireRefusal,
  type EpochBox,
  type Fetch,
  type Team,
  type TeamStatement,
} from "@answerable/wire";

import type { RecoverHelpline, RecoverRefusal } from "../office.ts";

export interface RecoveringDeps {
  readonly fetch: Fetch;
  readonly origin: string;
  readonly now: () => number;
  readonly random: Random;
}

export interface RecoveredDevice {
  readonly keep: DeviceKeep;
  readonly statements: readonly TeamStatement[];
  readonly box: EpochBox;
  readonly team: Team;
}

/** Symbols of the fingerprint that must be typed: on the paper it stands whole. */
const LEAST_FINGERPRINT = 8;
const MOST_TRIES = 5;

export async function recoverHelpline(
  deps: RecoveringDeps,
  given: Pick<RecoverHelpline, "shares" | "fingerprint">,
): Promise<Result<RecoveredDevice, RecoverRefusal>> {
  try {
    return await recovered(deps, given);
  } catch (problem) {
    if (problem instanceof Unreachable || problem instanceof WireRefusal)
      return { ok: false, refusal: { type: "Unreachable" } };
    throw problem;
  }
}

async function recovered(
  deps: RecoveringDeps,
  given: Pick<RecoverHelpline, "shares" | "fingerprint">,
): Promise<Result<RecoveredDevice, RecoverRefusal>> {
  const { now, random } = deps;
  const wireWith = (token: string | undefined) => openWire({ ...deps, token: () => token });
  const shares: Share[] = [];
  for (const text of given.shares) {
    const share = readShare(text);
    if (typeof share === "string") return { ok: false, refusal: { type: share } };
    shares.push(share);
  }
  const stranger = wireWith(undefined);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const before = await readTeam((await stranger.team(0)).statements);
    // A server can make a log of its own around our recipient: the paper says which one is ours.
    if (!isFingerprint(before, given.fingerprint)) return { ok: false, refusal: { type: "OtherHelpline" } };
    const recovery = recoveryOf(before);
    if (!recovery) return { ok: false, refusal: { type: "NoRecovery" } };
    const identity = await combineShares(shares, recovery);
    if (typeof identity !== "string") return { ok: false, refusal: identity };
    const made = await recoverMember({ identity, team: before, now: now(), random });
    if ((await stranger.pushTeam(made.push)).type !== "Taken") continue;
    const device: DeviceKeep = {
      v: 1,
      fingerprint: before.fingerprint,
      member: made.member.member,
      memberSeed: toText(made.member.seed),
      device: made.device.device,
      signing: toText(made.device.secrets.signing),
      identity: made.device.secrets.identity,
      store: toText(makeStoreKey(random)),
    };
    return { ok: true, value: await rotated(deps, { device, identity }) };
  }
  return { ok: false, refusal: { type: "Unreachable" } };
}

interface LetIn {
  readonly device: DeviceKeep;
  readonly identity: string;
}

async function rotated(
  { fetch, origin, now, random }: RecoveringDeps,
  { device, identity }: LetIn,
): Promise<RecoveredDevice> {
  const keep = await openKeep(device);
  const stranger = openWire({ origin, fetch, token: () => undefined });
  const { challenge } = await stranger.challenge(keep.device);
  const { token } = await stranger.signIn(await signIn(challenge, keep));
  const wire = openWire({ origin, fetch, token: () => token });
  for (;;) {
    const { statements } = await wire.team(0);
    const team = await readTeam(statements, keep.fingerprint);
    const desks: DeskSecrets[] = [];
    for (const desk of team.desks.keys())
      desks.push(await openBoxByRecovery(await wire.box(desk), identity, team));
    const changed = await changeTeam({ keep, team, now: now(), desks, acts: [], random });
    const [box] = changed.push.boxes;
    if (!box) throw new Error("a recovery rotates every desk");
    const answer = await wire.pushTeam(changed.push);
    if (answer.type === "Taken")
      return {
        keep: device,
        statements: [...statements, ...changed.push.statements],
        box,
        team: changed.team,
      };
  }
}

function isFingerprint(team: Team, typed: string): boolean {
  const bare = typed.replaceAll(/\s/g, "");
  return bare.length >= LEAST_FINGERPRINT && team.fingerprint.startsWith(bare);
}
