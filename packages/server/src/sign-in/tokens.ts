/**
 * Challenges and sessions without a table: each carries what it says, when it ends, and a mac under a secret that lies in
 * the database. Any process can check what another gave out, and a restart ends nobody's session.
 *
 *   challenge   ends . nonce . mac("challenge", device, ends, nonce)     for two minutes
 *   token       device . ends . mac("session", device, ends)             for twelve hours: a shift
 */
import { createHmac, timingSafeEqual } from "node:crypto";

import { id, type DeviceId } from "@answerable/wire";
import * as v from "valibot";

const CHALLENGE_SECONDS = 120;
export const SESSION_SECONDS = 12 * 3600;

const MOST_PROVEN = 5_000;

export interface Tokens {
  readonly challenge: (device: DeviceId) => string;
  readonly isChallenge: (device: DeviceId, challenge: string) => boolean;
  readonly token: (device: DeviceId) => string;
  /** undefined: not ours, or over. */
  readonly session: (token: string) => { readonly device: DeviceId; readonly ends: number } | undefined;
}

export function openTokens(deps: {
  readonly secret: Uint8Array;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}): Tokens {
  const { secret, now, random } = deps;
  const mac = (...parts: readonly string[]) =>
    createHmac("sha256", secret).update(parts.join(".")).digest("base64url");
  const isOver = (ends: string) => !/^[0-9]{1,15}$/.test(ends) || Number(ends) <= now();

  /** A cache: what was proven once is proven until it ends. */
  const proven = new Map<string, { readonly device: DeviceId; readonly ends: number }>();

  return {
    challenge(device) {
      const ends = String(now() + CHALLENGE_SECONDS * 1000);
      const nonce = Buffer.from(random(16)).toString("base64url");
      return [ends, nonce, mac("challenge", device, ends, nonce)].join(".");
    },
    isChallenge(device, challenge) {
      const [ends = "", nonce = "", given = "", ...rest] = challenge.split(".");
      return rest.length === 0 && isSame(given, mac("challenge", device, ends, nonce)) && !isOver(ends);
    },
    token(device) {
      const ends = String(now() + SESSION_SECONDS * 1000);
      return [device, ends, mac("session", device, ends)].join(".");
    },
    session(token) {
      const known = proven.get(token);
      if (known) return known.ends > now() ? known : undefined;
      const [device = "", ends = "", given = "", ...rest] = token.split(".");
      if (rest.length > 0 || !isSame(given, mac("session", device, ends)) || isOver(ends)) return undefined;
      const read = v.safeParse(deviceId, device);
      if (!read.success) return undefined;
      const session = { device: read.output, ends: Number(ends) };
      if (proven.size >= MOST_PROVEN) proven.clear();
      proven.set(token, session);
      return session;
    },
  };
}

const deviceId = id<DeviceId>();

/** Compared in a time that does not tell how much of it was right. */
export function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
