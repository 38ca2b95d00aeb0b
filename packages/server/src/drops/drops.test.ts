import { createPublicKey, verify } from "node:crypto";

import {
  filingMessage,
  fromText,
  toText,
  workDone,
  type DropLine,
  type Period,
  type ProofOfFiling,
} from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { memoryStore } from "../memory-store.ts";
import { StoreUnavailable } from "../store.ts";
import { hashOf, publishIntake, sha256, withLetterbox } from "../testing/outside.ts";
import { allOf } from "../testing/plugged.ts";
import { openFiling } from "./filing.ts";
import { openWork } from "./work.ts";

const refused = (status: number, reason: string) =>
  expect.objectContaining({ name: "WireRefusal", status, reason });

function isProof({ hash, day, key, signature }: ProofOfFiling): boolean {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), fromText(key)]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, filingMessage({ hash, day }), publicKey, fromText(signature));
}

describe("a letter through the slot", () => {
  test("is filed with a proof, and the desk takes it out as it went in", async () => {
    const { box, letter, wire, helpline } = await withLetterbox();
    const put = await letter();
    const proof = await box.put(put);
    expect(proof).toMatchObject({ hash: hashOf(put.body), day: "2026-11-22" });
    expect(isProof(proof)).toBe(true);
    const lines = await allOf<DropLine>(wire.drops(helpline.desk, 0));
    const drop = { v: 1, desk: helpline.desk, id: put.id, period: 1, body: toText(put.body) };
    expect(lines).toEqual([{ head: 1 }, { place: 1, day: "2026-11-22", drop }, { end: true }]);
    expect(await allOf(wire.drops(helpline.desk, 1))).toEqual([{ head: 1 }, { end: true }]);
  });

  test("sent again after a lost answer is there once, with the same proof, and asks for no second work", async () => {
    const { box, letter, clock, wire, helpline } = await withLetterbox();
    const put = await letter();
    const proof = await box.put(put);
    clock.pass(11 * 3_600_000);
    expect(await box.put(put)).toEqual(proof);
    expect(await allOf(wire.drops(helpline.desk, 0))).toHaveLength(3);
    const other = await letter({ id: put.id });
    await expect(box.put(other)).rejects.toEqual(refused(409, "IdTaken"));
  });

  test("without work, with another letter's work, with old work or with work used before is not taken", async () => {
    const { box, letter, work, clock } = await withLetterbox();
    const put = await letter();
    for (const wrong of ["", "made-up-challenge:1", `${put.work}0`, await work("another letter")])
      await expect(box.put({ ...put, work: wrong })).rejects.toEqual(refused(403, "NoWork"));
    await box.put(put);
    const other = await letter({ body: put.body });
    await expect(box.put({ ...other, work: put.work })).rejects.toEqual(refused(403, "NoWork"));
    const late = await letter();
    clock.pass(16 * 60_000);
    await expect(box.put(late)).rejects.toEqual(refused(403, "NoWork"));
  });

  test("under the key of two periods ago, or of none, is not taken", async () => {
    const place = await withLetterbox();
    const { box, letter } = place;
    await publishIntake(place, 2);
    await box.put(await letter());
    await publishIntake(place, 3);
    await expect(box.put(await letter())).rejects.toEqual(refused(409, "WrongPeriod"));
    await expect(box.put(await letter({ period: 4 as Period }))).rejects.toEqual(refused(409, "WrongPeriod"));
    await box.put(await letter({ period: 3 as Period }));
  });

  test("that is too large, empty, no bytes, or for no desk is refused", async () => {
    const { box, letter, ask, helpline } = await withLetterbox();
    await expect(box.put(await letter({ body: new Uint8Array(4_194_305) }))).rejects.toEqual(
      refused(413, "TooLarge"),
    );
    await expect(box.put(await letter({ body: new Uint8Array() }))).rejects.toEqual(
      refused(400, "Malformed"),
    );
    const elsewhere = helpline.folder() as string as typeof helpline.desk;
    await expect(box.put(await letter({ desk: elsewhere }))).rejects.toEqual(refused(404, "NoDesk"));
    const { id, desk } = await letter();
    const path = `/api/drops/${desk}/${id}`;
    expect(
      (await ask(path, { method: "PUT", body: "{}", headers: { "content-type": "application/json" } }))
        .status,
    ).toBe(415);
    expect((await ask(`/api/drops/${desk}/short`, { method: "PUT" })).status).toBe(400);
  });

  test("is not answered as filed while the database is away", async () => {
    const store = {
      ...memoryStore(),
      fileDrops: () => Promise.reject(new StoreUnavailable("the disk is full")),
    };
    const { box, letter } = await withLetterbox({ store });
    await expect(box.put(await letter())).rejects.toEqual(refused(503, "StoreUnavailable"));
  });

  test("is seen by nobody but the desk", async () => {
    const { stranger, helpline, ask } = await withLetterbox();
    await expect(allOf(stranger.drops(helpline.desk, 0))).rejects.toEqual(refused(401, "NotSignedIn"));
    expect((await ask(`/api/drops/${helpline.desk}/${helpline.folder()}`)).status).toBe(405);
  });
});

test("the more letters come, the more work each costs, up to what an old telephone can do; asking alone costs nobody anything", async () => {
  let at = 60_000 * 1_000;
  const { random } = (await withLetterbox()).helpline;
  const work = openWork({ secret: random(32), now: () => at, random });
  for (let n = 0; n < 5_000; n += 1) work.challenge();
  expect(work.challenge().bits).toBe(8);
  const challenge = work.challenge();
  const done = await workDone({ challenge, about: "a letter", hash: sha256, pause: async () => undefined });
  expect(work.check(done, "a letter")?.challenge).toBe(challenge.challenge);
  expect(work.check(done, "another letter")).toBeUndefined();
  function letters(count: number): void {
    for (let n = 0; n < count; n += 1) work.count();
  }
  letters(1_200);
  expect(work.challenge().bits).toBe(8);
  letters(1_300);
  const busy = work.challenge().bits;
  expect(busy).toBeGreaterThan(8);
  letters(8_000);
  expect(work.challenge().bits).toBeGreaterThan(busy);
  expect(work.challenge().bits).toBeLessThanOrEqual(20);
  at += 130_000;
  expect(work.challenge().bits).toBe(8);
});

test("proofs are signed with one key, whichever process answers", async () => {
  const store = memoryStore();
  const { box, letter } = await withLetterbox({ store });
  const { key } = await box.put(await letter());
  const kept = await store.secret("filing", new Uint8Array(32));
  expect(openFiling(kept)(hashOf(new Uint8Array()), "2026-11-22").key).toBe(key);
});
