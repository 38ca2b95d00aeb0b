/**
 * Challenges for work (wire/work.ts). Each carries its bits, its end and a mac, so that any process can check what another gave
 * out; which of them are used is the store's to know. Nothing here knows an address: load alone makes work harder, for all.
 */
import { createHash, createHmac } from "node:crypto";

import { hasZeroBits, MOST_WORK_BITS, WorkDone, workMessage, type WorkChallenge } from "@answerable/wire";
import * as v from "valibot";

import { isSame } from "../sign-in/tokens.ts";

const CHALLENGE_MILLISECONDS = 15 * 60_000;
/** A blink on any telephone. */
const LEAST_BITS = 8;
/** Letters a minute that one process takes without asking for more: twenty a second. At sixty times as many it asks for all there is. */
const EASY_A_MINUTE = 1_200;

/** Work that was done. That it was not done before is the store's to say, when it takes what it was done for. */
export interface WorkUse {
  readonly challenge: string;
  readonly until: number;
}

export interface WorkOffice {
  readonly challenge: () => WorkChallenge;
  /** undefined: not done, not for this, or too late. */
  readonly check: (given: string | undefined, text: string) => WorkUse | undefined;
  /** Something was taken: what the load is measured by. */
  readonly count: () => void;
}

export interface WorkDeps {
  readonly secret: Uint8Array;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

export function openWork({ secret, now, random }: WorkDeps): WorkOffice {
  const mac = (...parts: readonly string[]) =>
    createHmac("sha256", secret).update(parts.join(".")).digest("base64url");
  /** How much was done in this minute and the last: what the load is measured by. Asking alone must not make it harder for others. */
  let minute = 0;
  let done: readonly [last: number, current: number] = [0, 0];

  function turn(): void {
    const at = Math.floor(now() / 60_000);
    if (at !== minute) done = at === minute + 1 ? [done[1], 0] : [0, 0];
    minute = at;
  }

  function bits(): number {
    turn();
    const over = Math.log2(Math.max(1, ...done) / EASY_A_MINUTE);
    return Math.min(MOST_WORK_BITS, LEAST_BITS + Math.max(0, Math.ceil(over * 2)));
  }

  return {
    challenge() {
      const hard = String(bits());
      const ends = String(now() + CHALLENGE_MILLISECONDS);
      const nonce = Buffer.from(random(16)).toString("base64url");
      const challenge = [ends, hard, nonce, mac("work", ends, hard, nonce)].join(".");
      return { challenge, bits: Number(hard), now: new Date(now()).toISOString() };
    },
    check(given, text) {
      if (!v.is(WorkDone, given)) return undefined;
      const [challenge = "", number = ""] = given.split(":");
      const [ends = "", hard = "", nonce = "", tag = "", ...rest] = challenge.split(".");
      if (rest.length > 0 || !isSame(tag, mac("work", ends, hard, nonce)) || Number(ends) <= now())
        return undefined;
      const hash = createHash("sha256")
        .update(workMessage(challenge, text, Number(number)))
        .digest();
      return hasZeroBits(hash, Number(hard)) ? { challenge, until: Number(ends) } : undefined;
    },
    count() {
      turn();
      done = [done[0], done[1] + 1];
    },
  };
}
