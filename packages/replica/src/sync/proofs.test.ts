/** A server's log against one device's memory of it: grown, cut, rewritten, shown in two ways, or not proven. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sha256, signerFrom, verify } from "@answerable/seal";
import {
  checkpointText,
  cosigned,
  growthOf,
  idFrom,
  keyIdOf,
  leafHash,
  LOG_KEY,
  originOf,
  pathOf,
  rootOf,
  signatureLine,
  timed,
  toText,
  utf8,
  WireRefusal,
  WITNESS_KEY,
  writeNote,
  type DeskId,
  type DeviceId,
  type Hash,
  type Leaves,
  type LogAnswer,
  type NoteKey,
} from "@answerable/wire";
import * as fc from "fast-check";
import { expect, test } from "vitest";

import { openKeeping } from "../store/keeping.ts";
import { memoryStore } from "../store/memory.ts";
import { openProofs, type SeenLog } from "./proofs.ts";

const desk = idFrom<DeskId>(new Uint8Array(16).fill(1));
const other = idFrom<DeviceId>(new Uint8Array(16).fill(2));
const origin = originOf(desk);
const hashOf = (name: string) => toText(sha256(utf8(name))) as Hash; // makes the brand
const aLog = (count: number, name = "sheet") => Array.from({ length: count }, (_, n) => `${name} ${n}`);

/** A server that says of its log whatever `sheets` are at the moment. */
async function serverWith(sheets: readonly string[], seed = 7) {
  const signer = await signerFrom(new Uint8Array(32).fill(seed));
  const server = {
    sheets,
    change: (answer: LogAnswer): LogAnswer => answer,
    async log(_: DeskId, from: number, places: readonly number[] = []): Promise<LogAnswer> {
      const leaves = server.sheets.map((name) => leafHash(sha256, sha256(utf8(name))));
      const over = ({ start, end }: Leaves) => toText(rootOf(sha256, leaves.slice(start, end))) as Hash; // makes the brand
      const size = leaves.length;
      if (places.some((place) => place > size)) throw new WireRefusal(404, "NoPlace");
      const text = checkpointText({ origin, size, root: rootOf(sha256, leaves) });
      const key = keyIdOf(sha256, { name: origin, kind: LOG_KEY, key: signer.publicKey });
      const line = signatureLine({ name: origin, key, bytes: await signer.sign(utf8(text)) });
      const isKnown = from > 0 && from <= size;
      return server.change({
        note: writeNote(text, [line]),
        key: toText(signer.publicKey),
        root: isKnown ? over({ start: 0, end: from }) : "",
        growth: isKnown ? growthOf(from, size).map(over) : [],
        paths: places.map((place) => pathOf(place - 1, size).map(over)),
      });
    },
  };
  return server;
}
type Server = Awaited<ReturnType<typeof serverWith>>;

function device(server: Server, store = memoryStore(), witness?: NoteKey) {
  let shown: number | undefined;
  const open = () =>
    openProofs({
      desk,
      wire: { log: (...asked) => server.log(...asked) },
      store,
      keeping: openKeeping(store, () => undefined),
      checks: { sha256, verify },
      witness: () => witness,
      shown: () => shown,
    });
  return { open, show: (count: number) => (shown = count) };
}

async function seenOf(server: Server): Promise<SeenLog> {
  const { note, key } = await server.log(desk, 0);
  return { note, key };
}

function judged(proof: string | undefined): string {
  const directory = mkdtempSync(join(tmpdir(), "answerable-fork-"));
  try {
    const file = join(directory, "fork.json");
    writeFileSync(file, proof ?? "");
    return execFileSync("python3", ["docs/check.py", "fork", file], { encoding: "utf8" });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test("a log that only grows is believed, own sheets are found in it, and what others saw of it agrees", async () => {
  const server = await serverWith([]);
  const proofs = await device(server).open();
  for (let size = 0; size < 40; size += 3) {
    server.sheets = aLog(size);
    if (size > 0) proofs.placed(size, hashOf(`sheet ${size - 1}`));
    await proofs.check(size);
    proofs.heard(other, await seenOf(server));
  }
  expect(proofs.faults()).toEqual([]);
  expect(proofs.seen()?.note).toContain(`${origin}\n39\n`);
});

test("a log that went back is named, after a restart too; it is followed from there, and its growth checked again", async () => {
  const server = await serverWith(aLog(9));
  const one = device(server);
  const proofs = await one.open();
  await proofs.check(9);
  server.sheets = aLog(5);
  await proofs.check(5);
  expect(proofs.faults()).toEqual(["rollback"]);
  server.sheets = aLog(7, "others");
  const again = await one.open();
  await again.check(7);
  expect(again.faults()).toEqual(["fork", "rollback"]);
});

test("yesterday's log, grown beyond what was seen before anybody looked, gives itself away, and a third party can judge it", async () => {
  const server = await serverWith(aLog(9));
  const proofs = await device(server).open();
  await proofs.check(9);
  server.sheets = [...aLog(5), ...aLog(8, "another history")];
  await proofs.check(13);
  expect(proofs.faults()).toEqual(["fork"]);
  expect(judged(proofs.proof())).toContain("PROVEN: the server with the key");
});

test.each([
  [8, 13],
  [7, 7],
  [6, 9],
])(
  "two devices that are shown two logs of %i and %i sheets find out as soon as one hears the other",
  async (theirs, ours) => {
    const [mine, yours] = [
      await serverWith(aLog(ours)),
      await serverWith([...aLog(5), ...aLog(theirs - 5, "other")]),
    ];
    const proofs = await device(mine).open();
    await proofs.check(ours);
    proofs.heard(other, await seenOf(yours));
    await proofs.check(ours);
    expect(proofs.faults()).toEqual(["fork"]);
    expect(judged(proofs.proof())).toContain("PROVEN");
  },
);

test("what another device saw and the server does not have any more is a log that went back", async () => {
  const server = await serverWith(aLog(9));
  const told = await seenOf(server);
  server.sheets = aLog(6);
  const proofs = await device(server).open();
  proofs.heard(other, told);
  await proofs.check(6);
  expect(proofs.faults()).toEqual(["rollback"]);
});

test("a server with one key for me and another for the others is named; a member who tells nonsense accuses nobody", async () => {
  const server = await serverWith(aLog(6));
  const proofs = await device(server).open();
  await proofs.check(6);
  const { note, key } = await seenOf(server);
  proofs.heard(other, { note: note.replace("\n6\n", "\n5\n"), key });
  proofs.heard(other, { note: "nonsense", key });
  await proofs.check(6);
  expect(proofs.faults()).toEqual([]);
  proofs.heard(idFrom<DeviceId>(new Uint8Array(16).fill(9)), await seenOf(await serverWith(aLog(6), 8)));
  await proofs.check(6);
  expect(proofs.faults()).toEqual(["fork"]);
  expect(proofs.proof()).toBeUndefined();
});

test("an own sheet that the log does not have where the server said it was, is named", async () => {
  const server = await serverWith(aLog(6));
  const proofs = await device(server).open();
  proofs.placed(4, hashOf("sheet 4"));
  await proofs.check(6);
  expect(proofs.faults()).toEqual(["withheld"]);
  proofs.placed(9, hashOf("sheet 8"));
  await proofs.check(6);
  expect(proofs.faults()).toContain("rollback");
});

test("a sheet that is counted and not shown is named, and no more when it has come", async () => {
  const server = await serverWith(aLog(6));
  const { open, show } = device(server);
  const proofs = await open();
  show(5);
  await proofs.check(6);
  expect(proofs.faults()).toEqual(["withheld"]);
  show(6);
  server.sheets = aLog(7);
  await proofs.check(6);
  expect(proofs.faults()).toEqual([]);
});

test("whatever is bent in what the server says of a log that it rewrote, the device does not believe it", async () => {
  const text = fc.constantFrom("root", "growth", "note", "size", "paths", "key", "nothing");
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 40 }),
      fc.nat(),
      fc.nat(20),
      text,
      async (size, at, more, what) => {
        const server = await serverWith(aLog(size));
        const proofs = await device(server).open();
        await proofs.check(size);
        const rewritten = aLog(size + more).map((name, n) => (n === at % size ? "something else" : name));
        const honest = await server.log(desk, size);
        server.sheets = rewritten;
        server.change = (answer) => {
          if (what === "root") return { ...answer, root: honest.root };
          if (what === "growth") return { ...answer, root: honest.root, growth: answer.growth.slice(1) };
          if (what === "note") return { ...answer, note: honest.note };
          if (what === "size")
            return { ...answer, note: answer.note.replace(`\n${size + more}\n`, `\n${size}\n`) };
          if (what === "key") return { ...answer, key: toText(sha256(utf8("another"))) };
          return answer;
        };
        proofs.placed((at % size) + 1, hashOf(`sheet ${at % size}`));
        await proofs.check(size + more);
        expect(proofs.faults().length).toBeGreaterThan(0);
      },
    ),
    { seed: 6962, numRuns: 150 },
  );
});

test("an honest log, however it grows and whatever is asked of it, is never accused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(30), fc.boolean(), fc.boolean()), { maxLength: 12 }),
      async (days) => {
        const server = await serverWith([]);
        const one = device(server);
        let proofs = await one.open();
        for (const [grown, isRestarted, isTold] of days) {
          const told = await seenOf(server);
          server.sheets = aLog(server.sheets.length + grown);
          const { length } = server.sheets;
          if (grown > 0) proofs.placed(length, hashOf(`sheet ${length - 1}`));
          if (isRestarted) proofs = await one.open();
          if (isTold) proofs.heard(other, told);
          one.show(length);
          await proofs.check(length);
        }
        expect(proofs.faults()).toEqual([]);
      },
    ),
    { seed: 9162, numRuns: 100 },
  );
});

test("the script that judges forks calls nothing proven that is not", async () => {
  const server = await serverWith(aLog(9));
  const earlier = await seenOf(server);
  server.sheets = aLog(13);
  const { note: later, root, growth, key } = await server.log(desk, 9);
  const proof = { v: 1, key, earlier: earlier.note, later, root, growth };
  for (const claim of [
    proof,
    { ...proof, root: hashOf("a lie") },
    { ...proof, key: toText(createHash("sha256").update("another").digest()) },
    { ...proof, later: later.replace("\n13\n", "\n12\n") },
  ])
    expect(() => judged(JSON.stringify(claim))).toThrow(/NOT PROVEN|status|Command failed/);
});

test("where the helpline has named a witness, a log without its line is named as long as it lacks it; its line under another text is none", async () => {
  const server = await serverWith(aLog(5));
  const signer = await signerFrom(new Uint8Array(32).fill(5));
  const witness = { name: "witness.example", kind: WITNESS_KEY, key: signer.publicKey };
  const lineUnder = async (text: string) => {
    const bytes = timed(1_700_000_000, await signer.sign(cosigned(text, 1_700_000_000)));
    return signatureLine({ name: witness.name, key: keyIdOf(sha256, witness), bytes });
  };
  const textOf = (note: string) => note.slice(0, note.indexOf("\n\n") + 1);
  const proofs = await device(server, memoryStore(), witness).open();
  await proofs.check(5);
  expect(proofs.faults()).toEqual(["unwitnessed"]);
  const old = await lineUnder(textOf((await server.log(desk, 0)).note));
  server.change = (answer) => ({ ...answer, note: answer.note + old });
  await proofs.check(5);
  expect(proofs.faults()).toEqual([]);
  server.sheets = aLog(6);
  await proofs.check(6);
  expect(proofs.faults()).toEqual(["unwitnessed"]);
  // What the device tells the others is the server's own word alone.
  expect(proofs.seen()?.note).not.toContain(witness.name);
});
