import { createHash } from "node:crypto";

import * as fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";

import { hasZeroBits, MOST_WORK_BITS, WorkChallenge, workDone, WorkDone, workMessage } from "./work.ts";

const hash = (bytes: Uint8Array) => Uint8Array.from(createHash("sha256").update(bytes).digest());

test("zero bits are counted from the front", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), fc.nat(24), (bytes, bits) => {
      const text = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
      expect(hasZeroBits(bytes, bits)).toBe(text.startsWith("0".repeat(bits)));
    }),
    { seed: 1 },
  );
});

test("the number that was found is the proof, and is of no use for another letter", async () => {
  const challenge = { challenge: "a-challenge.for.tests", bits: 10, now: "2026-11-22T18:30:00Z" };
  const done = v.parse(
    WorkDone,
    await workDone({ challenge, about: "a letter", hash, pause: async () => undefined }),
  );
  const number = Number(done.split(":")[1]);
  expect(hasZeroBits(hash(workMessage(challenge.challenge, "a letter", number)), 10)).toBe(true);
  expect(hasZeroBits(hash(workMessage(challenge.challenge, "another", number)), 10)).toBe(false);
});

test("a server that asks for a day's work is refused", () => {
  const asked = (bits: number) =>
    v.is(WorkChallenge, { challenge: "a-challenge", bits, now: "2026-11-22T18:30:00Z" });
  expect(asked(MOST_WORK_BITS)).toBe(true);
  expect(asked(MOST_WORK_BITS + 1)).toBe(false);
});
