/**
 * Challenges for work (wire/work.ts). Each carries its bits, its end and a mac, so that any process can check what another gave
 * out; which of them are used is the store's to know. Nothing here knows an address: load alone makes work harder, for all.
 */
import { createHash, createHmac } from "node:crypto";

import {
  hasZeroBits,
  MOST_WORK_BITS,
  WorkDone,
  workMessage,
  type DeskId,
  type WorkChallenge,
} from "@answerable/wire";
import * as v from "valibot";

import { isSame } from "../sign-in/tokens.ts";
import type { OutsideStore } from "./outside-store.ts";

const CHALLENGE_MILLISECONDS = 15 * 60_000;
/** A blink on any telephone. */
const LEAST_BITS = 8;
/** Letters a minute that one process takes without asking for more. */
const EASY_A_MINUTE = 120;

export interface WorkOffice {
  readonly challenge: () => WorkChallenge;
  /** Whether this work was done for this, within its time, and for the first time. */
  readonly isDone: (
    done: string | undefined,
    about: { readonly desk: DeskId; readonly text: string },
  ) => Promise<boolean>;
}

export interface WorkDeps {
  readonly secret: Uint8Array;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly store: Pick<OutsideStore, "useChallenge">;
}

export function openWork({ secret, now, random, store }: WorkDeps): WorkOffice {
  const mac = (...parts: readonly string[]) =>
    createHmac("sha256", secret).update(parts.join(".")).digest("base64url");
  /** When the last letters were asked for: what the load is measured by. */
  let asked: number[] = [];

  function bits(): number {
    const minute = now() - 60_000;
    asked = asked.filter((at) => at > minute);
    asked.push(now());
    const over = Math.log2(asked.length / EASY_A_MINUTE);
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
    async isDone(done, { desk, text }) {
      if (!v.is(WorkDone, done)) return false;
      const [challenge = "", number = ""] = done.split(":");
      const [ends = "", hard = "", nonce = "", given = "", ...rest] = challenge.split(".");
      if (rest.length > 0 || !isSame(given, mac("work", ends, hard, nonce)) || Number(ends) <= now())
        return false;
      const hash = createHash("sha256")
        .update(workMessage(challenge, text, Number(number)))
        .digest();
      if (!hasZeroBits(hash, Number(hard))) return false;
      return store.useChallenge(desk, challenge, { now: now(), until: Number(ends) });
    },
  };
}
