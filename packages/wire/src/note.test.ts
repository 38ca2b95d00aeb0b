import { createHash, createPrivateKey, createPublicKey, sign, verify as nodeVerify } from "node:crypto";

import { describe, expect, test } from "vitest";

import { utf8 } from "./bytes.ts";
import type { DeskId } from "./ids.ts";
import {
  checkpointText,
  cosigned,
  fromBase64,
  isSignedBy,
  keyIdOf,
  keyLine,
  LOG_KEY,
  originOf,
  readKeyLine,
  readNote,
  signatureLine,
  timed,
  timeOf,
  toBase64,
  WITNESS_KEY,
  writeNote,
} from "./note.ts";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
async function verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]);
  return nodeVerify(null, message, createPublicKey({ key: der, format: "der", type: "spki" }), signature);
}
const checks = { sha256, verify };
const seed = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 7)]);
const secret = createPrivateKey({ key: seed, format: "der", type: "pkcs8" });
const publicKey = new Uint8Array(
  createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32),
);
const signed = (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, secret));

const origin = originOf("AAAAAAAAAAAAAAAAAAAAAA" as DeskId); // makes the brand
const log = { name: origin, kind: LOG_KEY, key: publicKey };
const witness = { name: "witness.example", kind: WITNESS_KEY, key: publicKey };
const text = checkpointText({ origin, size: 3, root: new Uint8Array(32).fill(9) });
const lineOf = (bytes: Uint8Array, key = log) =>
  signatureLine({ name: key.name, key: keyIdOf(sha256, key), bytes });

describe("a checkpoint as a signed note", () => {
  test("names keys and signs as the published note of the format does", async () => {
    const line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const key = readKeyLine(sha256, line);
    if (!key) throw new Error("the published key is not read");
    expect(keyLine(sha256, key)).toBe(line);
    const said =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const blob = fromBase64(
      "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=",
    );
    expect(blob?.slice(0, 4)).toEqual(keyIdOf(sha256, key));
    expect(await verify(key.key, utf8(said), blob?.slice(4) ?? new Uint8Array())).toBe(true);
  });

  test("is read as it was written, and verified by its log's key and by a witness's", async () => {
    const note = writeNote(text, [
      lineOf(signed(utf8(text))),
      lineOf(timed(1_669_141_800, signed(cosigned(text, 1_669_141_800))), witness),
    ]);
    const read = readNote(note);
    if (!read) throw new Error("not read");
    expect(read.checkpoint).toEqual({ origin, size: 3, root: new Uint8Array(32).fill(9) });
    expect(await isSignedBy(read, log, checks)).toBe(true);
    expect(await isSignedBy(read, witness, checks)).toBe(true);
    expect(timeOf(read.signatures[1]?.bytes ?? new Uint8Array(8))).toBe(1_669_141_800);
    expect(await isSignedBy(read, { ...log, name: "answerable/other" }, checks)).toBe(false);
    expect(await isSignedBy(read, { ...log, key: new Uint8Array(32).fill(3) }, checks)).toBe(false);
  });

  test("a changed size, root or origin is not signed; a time that was moved is not cosigned", async () => {
    const line = lineOf(signed(utf8(text)));
    for (const other of [text.replace("\n3\n", "\n4\n"), text.replace("CQkJ", "CQkK"), `x${text}`]) {
      const read = readNote(writeNote(other, [line]));
      expect(read && (await isSignedBy(read, log, checks))).not.toBe(true);
    }
    const moved = lineOf(timed(7, signed(cosigned(text, 8))), witness);
    const read = readNote(writeNote(text, [moved]));
    expect(read && (await isSignedBy(read, witness, checks))).toBe(false);
  });

  test.each([
    ["nothing", ""],
    ["no signature", `${text}\n`],
    [
      "a size with a zero before it",
      writeNote(text.replace("\n3\n", "\n03\n"), [lineOf(new Uint8Array(64))]),
    ],
    ["a root that is too short", writeNote(`${origin}\n3\nAAAA\n`, [lineOf(new Uint8Array(64))])],
    ["a line that is no signature", writeNote(text, ["- x AAAA\n"])],
    ["no end of line", writeNote(text, [lineOf(new Uint8Array(64)).trimEnd()])],
    ["more than anyone holds", writeNote(text, [lineOf(new Uint8Array(64)).repeat(40)])],
  ])("%s is no note", (_, note) => {
    expect(readNote(note)).toBeUndefined();
  });

  test("base64 is taken in its one spelling", () => {
    for (let size = 0; size < 70; size += 1) {
      const bytes = sha256(Uint8Array.of(size)).slice(0, size % 33);
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }
    for (const wrong of ["A", "AB", "AB=", "AB==", "A_==", "AA=A", "AAAA===="])
      expect(fromBase64(wrong)).toBeUndefined();
  });
});
