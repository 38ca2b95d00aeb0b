/** A witness and a server's log: what it signs, what it refuses, and that its word is what any program for transparency logs reads. */

import {
  fromText,
  isSignedBy,
  readKeyLine,
  readNote,
  readWitnessed,
  writeWitnessed,
  type LogAnswer,
} from "@answerable/wire";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { sha256, verify } from "../sign-in/verify.ts";
import { openSigningKey } from "../signing-key.ts";
import { plugged } from "../testing/plugged.ts";
import { openWitness, type SeenHead, type WitnessMemory } from "./witness.ts";

const seed = Buffer.alloc(32, 5);
const name = "witness.example/answerable";

function memoryOf(heads = new Map<string, SeenHead>()): WitnessMemory {
  return {
    read: async (origin) => heads.get(origin),
    write: async (origin, head) => void heads.set(origin, head),
  };
}

/** A server with a witness, as WITNESS_URL puts them together. */
async function witnessed(memory = memoryOf(), now = () => Date.UTC(2026, 10, 22)) {
  const asked: string[] = [];
  let isAway = false;
  const { wire, helpline, server } = await plugged({
    async askWitness(question) {
      asked.push(question);
      if (isAway) throw new Error("away");
      const said = await witness.fetch(
        new Request("http://witness/add-checkpoint", { method: "POST", body: question }),
      );
      return { status: said.status, text: await said.text() };
    },
  });
  const logKey = fromText((await wire.log(helpline.desk, 0)).key);
  const witness = openWitness({ name, key: openSigningKey(seed), logKey, memory, now });
  const ask = async (question: string) =>
    witness.fetch(new Request("http://witness/add-checkpoint", { method: "POST", body: question }));
  return { wire, helpline, server, witness, ask, asked, away: (is: boolean) => (isAway = is) };
}

const isCosigned = async (answer: LogAnswer, line: string) => {
  const [note, key] = [readNote(answer.note), readKeyLine(sha256, line)];
  return note !== undefined && key !== undefined && isSignedBy(note, key, { sha256, verify });
};

test("each checkpoint of a log that grows carries the witness's line, asked for once", async () => {
  const { wire, helpline, witness, asked } = await witnessed();
  for (let n = 0; n < 5; n += 1) {
    for (let more = 0; more <= n; more += 1) await wire.push(helpline.push());
    for (let looks = 0; looks < 2; looks += 1)
      expect(await isCosigned(await wire.log(helpline.desk, 0), witness.line)).toBe(true);
  }
  expect(asked.length).toBe(5);
  expect(readWitnessed(asked.at(-1) ?? "")?.old).toBe(10);
});

test("a witness that is away stops nothing, and signs again when it is back; another process of the server goes on from its size", async () => {
  const { wire, helpline, witness, away, ask, asked } = await witnessed();
  away(true);
  await wire.push(helpline.push());
  expect(await isCosigned(await wire.log(helpline.desk, 0), witness.line)).toBe(false);
  // Another process has had a size signed of which this one knows nothing.
  const [question = ""] = asked;
  expect((await ask(question)).status).toBe(200);
  expect((await ask(question)).status).toBe(409);
});

test("it refuses what went back, what is another log, what nobody signed, and what it does not know", async () => {
  const { wire, helpline, ask, asked } = await witnessed();
  for (let n = 0; n < 3; n += 1) {
    await wire.push(helpline.push());
    await wire.log(helpline.desk, 0);
  }
  const questions = asked.map((one) => readWitnessed(one)).flatMap((one) => one ?? []);
  const [first, , third] = questions;
  if (!first || !third) throw new Error("three questions");
  const status = async (question: Parameters<typeof writeWitnessed>[0]) =>
    (await ask(writeWitnessed(question))).status;
  // The size that it has is told, so that a server that lost it can go on.
  const told = await ask(writeWitnessed(first));
  expect([told.status, told.headers.get("content-type"), await told.text()]).toEqual([
    409,
    "text/x.tlog.size",
    "3\n",
  ]);
  expect(await status({ ...third, old: 3, growth: [] })).toBe(200);
  expect(await status({ ...first, old: 3, growth: [] })).toBe(400);
  // Another server with the same key and another history, grown beyond: the fork that a device alone cannot see.
  const other = await witnessed();
  for (let n = 0; n < 4; n += 1) await other.wire.push(other.helpline.push());
  await other.wire.log(other.helpline.desk, 0);
  const forked = readWitnessed(other.asked.at(-1) ?? "");
  if (!forked) throw new Error("a question");
  const desk = (note: string) => note.replaceAll(other.helpline.desk, helpline.desk);
  expect(await status({ ...forked, note: desk(forked.note), old: 3 })).toBe(422);
  expect(await status({ ...third, note: third.note.replace("\n3\n", "\n4\n"), old: 3 })).toBe(403);
  expect(await status({ ...third, note: third.note.replace("answerable/", "another/"), old: 3 })).toBe(404);
  expect((await ask("nonsense")).status).toBe(400);
  expect((await ask("x".repeat(20_000))).status).toBe(413);
});

test("two histories of one key: whichever comes second is refused, whatever proof is sent along", async () => {
  const heads = new Map<string, SeenHead>();
  const { wire, helpline, asked, ask } = await witnessed(memoryOf(heads));
  for (let n = 0; n < 6; n += 1) {
    await wire.push(helpline.push());
    await wire.log(helpline.desk, 0);
  }
  const all = asked.map((one) => readWitnessed(one)).flatMap((one) => one ?? []);
  const origin = [...heads.keys()][0] ?? "";
  await fc.assert(
    fc.asyncProperty(
      fc.nat(all.length - 1),
      fc.nat(all.length - 1),
      fc.boolean(),
      async (seenAt, askedAt, isEmpty) => {
        const [seen, next] = [all[seenAt], all[askedAt]];
        const checkpoint = readNote(seen?.note ?? "")?.checkpoint;
        if (!seen || !next || !checkpoint) throw new Error("questions");
        // The witness has seen another root at that size than the one this log has.
        const root = Buffer.alloc(32, seenAt + 1).toString("base64");
        heads.set(origin, { size: checkpoint.size, root });
        const growth = isEmpty ? [] : next.growth;
        const { status } = await ask(writeWitnessed({ old: checkpoint.size, growth, note: next.note }));
        expect([400, 409, 422]).toContain(status);
        expect(heads.get(origin)).toEqual({ size: checkpoint.size, root });
      },
    ),
    { seed: 6962, numRuns: 60 },
  );
});

test("what it has signed is remembered before the line leaves: no disk, no line", async () => {
  const failing: WitnessMemory = {
    read: async () => undefined,
    write: async () => Promise.reject(new Error("full")),
  };
  const { wire, helpline, witness } = await witnessed(failing);
  await wire.push(helpline.push());
  expect(await isCosigned(await wire.log(helpline.desk, 0), witness.line)).toBe(false);
});

test("a question that never ends is not held: anybody may write to a witness", async () => {
  const { witness } = await witnessed();
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(out) {
      given += 1_000;
      // A reader that takes it all would be given a gigabyte.
      if (given > 1_000_000_000) return out.close();
      out.enqueue(new Uint8Array(1_000).fill(0x61));
    },
  });
  const asking = { method: "POST", body, duplex: "half" } as RequestInit;
  expect((await witness.fetch(new Request("http://witness/add-checkpoint", asking))).status).toBe(413);
  expect(given).toBeLessThan(100_000);
});
