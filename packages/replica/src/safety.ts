/**
 * What a person does who must not be found with this: destroys the keys, leaves them at home, or types another phrase.
 *
 * Must stay true: the wrapped keys and the device's own secret go first, before anything else is done or waited for; after
 * that nothing is written to this disk any more. What the disk itself keeps of what was erased is nobody's to promise.
 */
import {
  lastWordPush,
  lastWordSigner,
  lockKeep,
  newTravelCode,
  readTeam,
  signIn,
  type DeviceKeep,
  type Lockwork,
  type LastWord,
  type LockedKeep,
  type Random,
} from "@answerable/seal";
import { deviceInUse, openWire, type Fetch } from "@answerable/wire";

import { keepChange } from "./at-rest.ts";
import type { Change, Drawer, Store } from "./store/store.ts";
import type { Timers } from "./timers.ts";

/** The other tabs of this device. */
export interface Siblings {
  readonly tellGone: () => void;
  readonly hearGone: (call: () => void) => void;
}

/** A store that can be shut: from then on writes reach no disk. */
export function shuttable(store: Store): {
  readonly store: Store;
  readonly shut: () => void;
  readonly reopen: () => void;
} {
  let isShut = false;
  return {
    store: { ...store, write: async (changes) => (isShut ? undefined : store.write(changes)) },
    shut: () => (isShut = true),
    reopen: () => (isShut = false),
  };
}

export interface DestroyDeps {
  /** The real one, which is not shut. */
  readonly store: Store;
  readonly shut: () => void;
  /** Destroys the device's own secret, without which no copy of the keep opens. */
  readonly forget: () => Promise<void>;
  readonly siblings: Siblings | undefined;
  readonly stop: () => void;
  /** A disk that refuses is asked again for as long as this program lives. None: it is asked once, somebody may begin anew on it. */
  readonly timers: Timers | undefined;
}

export async function destroyed(deps: DestroyDeps): Promise<void> {
  const { store, shut, forget, siblings, stop, timers } = deps;
  shut();
  // Both at once: either alone makes the keys worthless, and neither waits for the other.
  const keep = store.write([{ drawer: "keep", key: "keep" }]).catch(() => undefined);
  const secret = insisted(forget, timers);
  siblings?.tellGone();
  stop();
  await keep;
  await insisted(() => store.wipe(), timers);
  await secret;
}

async function insisted(go: () => Promise<void>, timers: Timers | undefined): Promise<void> {
  await go().catch(() => timers?.later(AGAIN, () => void insisted(go, timers)));
}

/**
 * Whoever panics may shut the laptop before the rest is gone. What lies on a disk without a keep opens nowhere, and must not mix with
 * the helpline that comes next: the next start takes it away.
 */
export async function sweptWithoutKeep(store: Store): Promise<void> {
  if ((await store.get("keep", "keep")) === undefined) await store.wipe();
}

export interface TellingDeps {
  readonly fetch: Fetch;
  readonly origin: string;
  readonly now: () => number;
  readonly timers: Timers;
}

const AGAIN = 5_000;

/** Tells the helpline that this device is lost, as soon as it can be reached and for as long as this program lives. */
export async function tellLost(word: LastWord, deps: TellingDeps): Promise<void> {
  if (!(await told(word, deps).catch(() => false))) deps.timers.later(AGAIN, () => void tellLost(word, deps));
}

/** true: it is in the log, or there is nothing more to say. */
async function told(word: LastWord, { fetch, origin, now }: TellingDeps): Promise<boolean> {
  const wireWith = (token: string | undefined) => openWire({ origin, fetch, token: () => token });
  const stranger = wireWith(undefined);
  const team = await readTeam((await stranger.team(0)).statements, word.fingerprint);
  if (!deviceInUse(team, word.device)) return true;
  const { challenge } = await stranger.challenge(word.device);
  const { token } = await stranger.signIn(await signIn(challenge, await lastWordSigner(word)));
  const answer = await wireWith(token).pushTeam(await lastWordPush(word, team, now()));
  return answer.type === "Taken";
}

export function lastWordOf({ fingerprint, device, signing }: DeviceKeep): LastWord {
  return { v: 1, fingerprint, device, signing };
}

/** Everything that the server has too, and what must have been sent before. The keep, the log and the box stay. */
const leftBehind: readonly Drawer[] = ["keys", "sheets", "cards", "binders", "places", "outbox", "drafts"];

export interface JourneyDeps {
  readonly store: Store;
  readonly random: Random;
  readonly lockwork: Lockwork;
}

/** Locks the keep with a code more, and takes the rest away. */
export async function readyForJourney(
  { store, random, lockwork }: JourneyDeps,
  keep: DeviceKeep,
  passphrase: string,
): Promise<{ readonly code: string; readonly locked: LockedKeep }> {
  const code = newTravelCode(random);
  const locked = await lockKeep(keep, { ...lockwork, passphrase, code }, random);
  await store.write([keepChange(locked)]);
  for (const drawer of leftBehind) {
    const changes: Change[] = [];
    for await (const page of store.list(drawer)) changes.push(...page.map(({ key }) => ({ drawer, key })));
    await store.write(changes);
  }
  return { code, locked };
}
