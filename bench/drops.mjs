/**
 * Letters: accepted per second by one server process over HTTP (work checked, hashed, filed under a place, the proof signed), 64
 * connections, against plain SQL that inserts the same bytes, one transaction each, over 64 connections on the same database.
 * Bar: 0.7. And what sealing costs in Node: a letter, a letter with a photograph, an answer, a receipt's key, a large file.
 *
 *   node --expose-gc bench/drops.mjs [--letters=3000] [--rounds=3] [--only=filing]        after tsc -b
 */
import { createHash, webcrypto } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";

import { fromSource, option } from "../tools/from-source.mjs";
import { root } from "../tools/set-up.mjs";
import { databases, found, overHttp, startServer } from "./ingest.mjs";

const BAR = 0.7;
/** Connections to the database for the plain inserts, and of families to the server: those do not wait for each other. */
const AT_ONCE = 64;
const FAMILIES = 200;
const pg = createRequire(join(root, "packages/server/package.json"))("pg");
const random = (bytes) => {
  const all = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) webcrypto.getRandomValues(all.subarray(at, at + 65_536));
  return all;
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function benchFiling() {
  const { testHelpline } = await fromSource("packages/server/src/testing/helpline.ts");
  const { openWire } = await fromSource("packages/wire/src/index.ts");
  const letters = Number(option("letters", "3000"));
  const rounds = Number(option("rounds", "3"));
  const [, binaries] = (await databases()).at(-1);
  const { port, url, secret, stop } = await startServer(binaries);
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  // The last of its connections may hear of the database's end before the pool has let go of them.
  pool.on("error", () => undefined);
  try {
    const helpline = await testHelpline({ seed: "drops", desks: 0 });
    const { desks, wire } = await found({ helpline, origin: `http://127.0.0.1:${port}`, secret, openWire });
    const statement = await helpline.statement({
      type: "IntakeKeyPublished",
      desk: desks[0],
      period: 1,
      recipient: helpline.newDevice().keys.recipient,
      notAfter: new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+/, ""),
    });
    await wire.pushTeam({ statements: [statement], boxes: [] });
    await pool.query(
      "create table plain (desk text, id text, period integer, day text, hash bytea, body bytea, primary key (desk, id))",
    );
    await pool.query("alter table plain alter column body set storage external");
    // All the work before the first letter: what it costs goes up with the load, for whoever asks then.
    const challenges = await worksAsked(port, letters * rounds);
    const ratios = [];
    const filed = [];
    const inserted = [];
    for (let round = 0; round < rounds; round += 1) {
      const puts = Array.from({ length: letters }, () => letterFor(desks[0], challenges.pop(), port));
      const plain = puts.map(({ id, hash, body }) => [
        desks[0],
        id,
        1,
        "2026-11-22",
        hash,
        Buffer.from(body),
      ]);
      const requests = puts.map(({ request }) => request);
      const server = () => overHttp(port, requests, { mark: '"Taken"', seconds: 60, connections: FAMILIES });
      const database = () => inserts(pool, plain);
      // By turns, so that neither always meets the other's checkpoint.
      const [a, b] =
        round % 2 === 0 ? [await server(), await database()] : [await database(), await server()].reverse();
      filed.push(a);
      inserted.push(b);
      ratios.push(a / b);
    }
    const ratio = median(ratios);
    const verdict = ratio >= BAR ? "ok" : "BELOW THE BAR";
    console.log(
      `letters of 16.6 kB: ${Math.round(median(filed))} filed/s over HTTP, ${Math.round(median(inserted))} plain inserts/s, ratio ${ratio.toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(", ")}; bar ${BAR}) ${verdict}`,
    );
  } finally {
    await pool.end();
    await stop();
  }
}

async function worksAsked(port, count) {
  const challenges = [];
  let left = count;
  const worker = async () => {
    while (left-- > 0) challenges.push(await (await fetch(`http://127.0.0.1:${port}/api/work`)).json());
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return challenges;
}

/** A letter, its work done, as the bytes of its request. */
function letterFor(desk, { challenge, bits }, port) {
  const body = random(16_584);
  const id = Buffer.from(random(16)).toString("base64url");
  const hash = createHash("sha256").update(body).digest();
  const about = hash.toString("base64url");
  let number = 0;
  while (!isWork(`${challenge}.${about}.${number}`, bits)) number += 1;
  const head =
    `PUT /api/drops/${desk}/${id} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/octet-stream\r\n` +
    `x-answerable-period: 1\r\nx-answerable-work: ${challenge}:${number}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return { id, hash, body, request: Buffer.concat([Buffer.from(head), body]) };
}

function isWork(text, bits) {
  const hash = createHash("sha256").update(text).digest();
  return hash.readUInt32BE() >>> (32 - bits) === 0;
}

/** Plain inserts by the second, 64 at once. */
async function inserts(pool, rows) {
  const sql = "insert into plain (desk, id, period, day, hash, body) values ($1, $2, $3, $4, $5, $6)";
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < rows.length) await pool.query(sql, rows[next++]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (rows.length * 1_000) / (performance.now() - began);
}

async function benchSealing() {
  const seal = await fromSource("packages/seal/src/index.ts");
  const { letterbox, familyNamed } = await fromSource("packages/seal/src/testing/family.ts");
  const each = async (times, go) => {
    await go();
    const took = [];
    for (let n = 0; n < times; n += 1) {
      const began = performance.now();
      await go();
      took.push(performance.now() - began);
    }
    return `${median(took).toFixed(1)} ms`;
  };
  const report = { v: 1, story: "я".repeat(2_000) };
  for (const suite of ["A1", "A2"]) {
    const box = await letterbox(suite);
    const { family, keys } = await familyNamed("bench", suite);
    const photograph = [{ name: "files/01.jpg", bytes: random(900_000) }];
    const sealed = await seal.sealDrop({ ...box, report, family, files: [] });
    const correspondence = {
      v: 1,
      locator: keys.locator,
      number: 1,
      letters: [{ day: "2026-11-22", text: "ответ", asks: false }],
    };
    const { recipient, reply } = keys;
    console.log(
      `suite ${suite}: letter sealed in ${await each(20, () => seal.sealDrop({ ...box, report, family, files: [] }))}, ` +
        `with a photograph of 900 kB in ${await each(5, () => seal.sealDrop({ ...box, report, family, files: photograph }))}, ` +
        `opened in ${await each(20, () => seal.openDrop(sealed, box))}, answer sealed in ${await each(20, () => seal.sealMail({ suite, recipient, reply, correspondence, random }))}`,
    );
  }
  const code = seal.newReceipt(random);
  console.log(
    `a receipt's key (Argon2id, 64 MiB, plain JavaScript): ${await each(3, () => seal.stretchedReceipt(code))}`,
  );
  for (const [name, hasher] of [
    ["Node's SHA-256", nodeHasher],
    ["noble's SHA-256", undefined],
  ]) {
    const speed = await fileSpeed(seal, await letterbox("A1"), hasher);
    const verdict = String(name).startsWith("Node")
      ? ` (bar 50) ${speed >= 50 ? "ok" : "BELOW THE BAR"}`
      : "";
    console.log(
      `a file of 128 MiB, sealed and hashed twice with ${String(name)}: ${speed.toFixed(0)} MB/s${verdict}`,
    );
  }
}

const nodeHasher = () => {
  const hash = createHash("sha256");
  return { update: (bytes) => hash.update(bytes), digest: () => new Uint8Array(hash.digest()) };
};

async function fileSpeed({ sealFile }, { suite, intake }, hasher) {
  const size = 2 ** 27;
  const took = [];
  for (let round = 0; round < 3; round += 1) {
    let left = size;
    const bytes = new ReadableStream({
      pull(controller) {
        if (left === 0) return controller.close();
        left -= 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(left & 255));
      },
    });
    const began = performance.now();
    const { stream } = await sealFile({
      suite,
      recipient: intake,
      size,
      bytes,
      ...(hasher ? { hasher } : {}),
    });
    for await (const _ of stream);
    took.push(performance.now() - began);
  }
  return size / 1_000 / Math.min(...took);
}

if (!process.argv.includes("--only=filing")) await benchSealing();
await benchFiling();
