/** Whatever was sealed once must open for ever. The files were written by tools/make-corpus.mjs and are not written again. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { EpochBox, fromText, fromUtf8, SealedSheet, TeamStatement, toText } from "@answerable/wire";
import * as v from "valibot";
import { afterAll, describe, expect, test } from "vitest";

import {
  cardOpener,
  deskKeys,
  deviceSecretFromBytes,
  hashOfSheet,
  openBinder,
  openBox,
  openCard,
  openFromStore,
  openSheet,
  readTeam,
  unlockKeep,
  unwrapFolderKey,
  type DeskSecret,
} from "./index.ts";

// The corpus is our own writing; its shape is what this test finds out.
const corpus = (name: string) =>
  JSON.parse(readFileSync(new URL(`corpus/${name}.json`, import.meta.url), "utf8"));
const secretOf = (text: string) => fromText(text) as DeskSecret; // makes the brand

const scratch = mkdtempSync(join(tmpdir(), "answerable-corpus-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const scratchFile = (name: string, content: string | Uint8Array) => {
  const path = join(scratch, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
};

for (const suite of ["a1", "a2"]) {
  test(`the team log and the boxes of the ${suite} helpline open`, async () => {
    const { fingerprint, keep, phone, deskSecret, statements, boxes } = corpus(`helpline-${suite}`);
    const team = await readTeam(v.parse(v.array(TeamStatement), statements), fingerprint);
    expect(team.number).toBe(3);
    const [early, late] = v.parse(v.array(EpochBox), boxes);
    if (!early || !late) throw new Error("two boxes");
    for (const [box, device] of [
      [early, keep],
      [late, keep],
      [late, phone],
    ] as const) {
      const { secrets } = await openBox(box, device, team);
      expect([...secrets.values()].map(toText)).toEqual([deskSecret]);
    }
  });
}

test("the sheets open, and are chained", async () => {
  const { deskSecret, signing, folderKey, wrappedKey, sheets, hashes, payloads } = corpus("sheets");
  const key = unwrapFolderKey(deskKeys(secretOf(deskSecret), wrappedKey.desk, wrappedKey.epoch), wrappedKey);
  expect(toText(key)).toBe(folderKey);
  for (const [at, sheet] of v.parse(v.array(SealedSheet), sheets).entries()) {
    expect(fromUtf8(await openSheet({ sheet, key, signing: fromText(signing) }))).toBe(payloads[at]);
    expect(sheet.prev).toBe(at === 0 ? "" : hashes[at - 1]);
    expect(hashOfSheet(sheet)).toBe(hashes[at]);
  }
});

test("the card and the binder open", async () => {
  const { deskSecret, card, payload, binder, bound } = corpus("cards");
  const keys = deskKeys(secretOf(deskSecret), card.desk, card.epoch);
  expect(fromUtf8(openCard(keys, card))).toBe(payload);
  expect(fromUtf8((await cardOpener(keys)).open(card))).toBe(payload);
  expect(openBinder(keys, binder)).toEqual(bound);
});

test("the locked keep and the stored draft open", { timeout: 60_000 }, async () => {
  const { passphrase, deviceSecret, locked, keep, store } = corpus("device");
  const opened = await unlockKeep(locked, {
    passphrase,
    deviceSecret: deviceSecretFromBytes(fromText(deviceSecret)),
  });
  if (opened.type !== "Open") throw new Error("the passphrase is right");
  expect(opened.keep).toMatchObject(keep);
  const bytes = openFromStore(opened.keep.storeKey, {
    kind: store.kind,
    id: store.id,
    sealed: fromText(store.sealed),
  });
  expect(fromUtf8(bytes)).toBe(store.text);
});

const python = "/usr/bin/python3";
const hasPyNaCl =
  existsSync(python) && runs(() => execFileSync(python, ["-c", "import nacl.bindings"], { stdio: "ignore" }));
describe.skipIf(!hasPyNaCl)("a short Python script that shares no code with us", () => {
  const script = fileURLToPath(new URL("testing/open_sheet.py", import.meta.url));
  const { deskSecret, signing, wrappedKey, sheets, payloads } = corpus("sheets");

  test("opens each sheet from docs/format.md alone", () => {
    for (const [at, sheet] of sheets.entries()) {
      const given = scratchFile(
        `sheet-${at}.json`,
        JSON.stringify({ deskSecret, signing, wrappedKey, sheet }),
      );
      expect(execFileSync(python, [script, given], { encoding: "utf8" })).toBe(payloads[at]);
    }
  });

  test("refuses a sheet with another header", () => {
    const given = scratchFile(
      "wrong.json",
      JSON.stringify({ deskSecret, signing, wrappedKey, sheet: { ...sheets[0], seen: 9 } }),
    );
    expect(() => execFileSync(python, [script, given], { stdio: "pipe" })).toThrow("BadSignature");
  });
});

const age = "/usr/bin/age";
describe.skipIf(!existsSync(age))("Debian's age", () => {
  const { keep, phone, deskSecret, boxes } = corpus("helpline-a1");

  test("opens an epoch box with each device's identity", () => {
    const [, box] = boxes;
    const file = scratchFile("box.age", fromText(box.file));
    for (const { identity } of [keep, phone]) {
      const key = scratchFile("identity.txt", `${identity}\n`);
      const content = execFileSync(age, ["--decrypt", "-i", key, file], { encoding: "utf8" });
      expect(JSON.parse(content)).toEqual({
        v: 1,
        desk: box.desk,
        secrets: [{ epoch: 1, secret: deskSecret }],
      });
    }
  });

  test("does not open the first box with the second device's identity", () => {
    const [box] = boxes;
    const file = scratchFile("first-box.age", fromText(box.file));
    const key = scratchFile("identity.txt", `${phone.identity}\n`);
    expect(() => execFileSync(age, ["--decrypt", "-i", key, file], { stdio: "pipe" })).toThrow(
      "no identity matched",
    );
  });
});

function runs(go: () => unknown): boolean {
  try {
    go();
    return true;
  } catch {
    return false;
  }
}
