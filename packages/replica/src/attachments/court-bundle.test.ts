/** A case given to a court: its checker runs on a real one, with Python alone, and whatever is changed in it is noticed. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { AttachmentId, CaseId } from "@answerable/casework";
import { sha256, signerFrom } from "@answerable/seal";
import { labelled, toText, type Label, type TeamStatement } from "@answerable/wire";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Office } from "../office.ts";
import { chanceOf } from "../testing/chance.ts";
import { foundedOn, joinedTo, newCase, recordCall, serverForOffices, until } from "../testing/offices.ts";
import { verifyScript } from "./verify-script.ts";

const room = mkdtempSync(join(tmpdir(), "answerable-court-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const given = join(room, "given");
/** How many bytes of each file are tried. */
const BYTES = Number(process.env["ANSWERABLE_BYTES"] ?? "1");

/** With the checker of the bundle, or with the one that did not come with it. */
function check(folder: string, by: "its own" | "docs" = "its own") {
  const words = by === "its own" ? [join(folder, "verify.py")] : ["docs/check.py", "case", folder];
  const ran = spawnSync("python3", words, { encoding: "utf8", env: { PATH: "/usr/bin:/bin" } });
  return { status: ran.status, says: ran.stdout + ran.stderr };
}

async function giveOut(office: Office, id: CaseId, folder: string) {
  const bundle = await office.courtBundle(id);
  if (!bundle) throw new Error("no bundle");
  writeFileSync(`${folder}.tar`, Buffer.from(await bundle.archive.arrayBuffer()));
  mkdirSync(folder);
  execFileSync("tar", ["xf", `${folder}.tar`, "-C", folder]);
  return bundle;
}

beforeAll(async () => {
  const server = serverForOffices();
  const first = await foundedOn(server);
  const [id, elsewhere] = [newCase(), newCase()];
  await first.do(recordCall({ soldierName: "Громов Илья", summary: "не выходит на связь 😟" }, id));
  const attachment = newCase() as string as AttachmentId;
  await first.attach({ case: id, attachment, name: "повестка.txt", source: new Blob(["явиться к девяти"]) });
  await until(first, ({ waiting, files }) => waiting === 0 && files === undefined);
  const second = await joinedTo(first, server);
  await second.do({ type: "AddNote", case: id, text: "перезвонили: он в части" });
  await second.do(recordCall({ soldierName: "Другой Пётр" }, elsewhere));
  const { plain, sheets } = await giveOut(second, id, given);
  await giveOut(second, elsewhere, join(room, "other"));
  const why = { to: "гарнизонный военный суд", reason: "по просьбе матери" };
  expect(await second.do({ type: "GiveOutCase", case: id, ...why, plain, sheets })).toMatchObject({
    ok: true,
  });
  const kept = await second.ask({ type: "CaseFile", case: id });
  // To whom, why, and the hash of exactly what left, in the folder; the files' own custody has it too.
  expect(kept).toMatchObject({
    case: {
      timeline: expect.arrayContaining([
        expect.objectContaining({ what: { type: "CaseGivenOut", ...why, plain, sheets } }),
      ]),
      attachments: [{ givenOut: [{ as: "original", to: why.to }] }],
    },
  });
  for (const office of [first, second]) await office.lock();
  await server.close();
}, 30_000);

test("the checker that is given out is docs/check.py, to the byte", () => {
  expect(verifyScript).toBe(readFileSync("docs/check.py", "utf8"));
});

test.each(["its own", "docs"] as const)(
  "a case holds by its chain, signatures, words and files: %s checker",
  (by) => {
    const { status, says } = check(given, by);
    expect(says).toContain("all good");
    expect(says).toMatch(/sheet 1: .*"Вера Тестова"/u);
    expect(says).toContain('"повестка.txt", as it was put in');
    expect(says).toContain("the server signed a log that has the last sheet in it");
    expect(status).toBe(0);
    // One case and no other: its key opens nothing else.
    const key = readFileSync(join(given, "case/key.json"));
    const swapped = join(room, `swapped-${by.length}`);
    cpSync(join(room, "other"), swapped, { recursive: true });
    writeFileSync(join(swapped, "case/key.json"), key);
    expect(check(swapped, by).says).toMatch(/BAD\s+sheet 1: does not open/u);
  },
);

test("any byte that is changed, in any file of it, is noticed", () => {
  const chance = chanceOf(1889);
  const { files } = JSON.parse(readFileSync(join(given, "manifest.json"), "utf8"));
  const names: readonly string[] = [
    "manifest.json",
    ...files.map((one: { readonly file: string }) => one.file),
  ];
  expect(names.toSorted()).toEqual([
    "case/key.json",
    "case/log.json",
    "case/opened.json",
    "case/sheets.json",
    "case/team.json",
    "files/001.bin",
    "manifest.json",
    "verify.py",
  ]);
  for (const name of names) {
    for (let tries = 0; tries < BYTES; tries += 1) {
      const whole = readFileSync(join(given, name));
      const bent = Buffer.from(whole);
      const at = chance.below(bent.length);
      bent[at] = (bent[at] ?? 0) ^ (1 << chance.below(7));
      writeFileSync(join(given, name), bent);
      const { status, says } = check(given, "docs");
      writeFileSync(join(given, name), whole);
      expect(status, `${name} byte ${at}: ${says}`).toBe(1);
      expect(says).toContain("BAD");
    }
  }
});

interface Told {
  readonly sheet: Record<string, unknown>;
}
/** Whoever changes the sheets can write the list of hashes again, but not sign it. What the chain says is looked at by itself. */
test.each([
  ["a sheet taken out", (all: readonly Told[]) => all.toSpliced(1, 1), /BAD\s+sheet 2: does not follow/u],
  [
    "two in another order",
    (all: readonly Told[]) => [all[1], all[0], ...all.slice(2)],
    /BAD\s+sheet 1: does not follow/u,
  ],
  ["the last ones cut", (all: readonly Told[]) => all.slice(0, -1), /BAD\s+no sheet is missing/u],
  [
    "a signature of another sheet",
    (all: readonly Told[]) =>
      all.map((one) => ({ ...one, sheet: { ...one.sheet, signature: all[0]?.sheet["signature"] } })),
    /BAD\s+sheet 2: is not signed/u,
  ],
  [
    "another member named as the writer",
    (all: readonly Told[]) =>
      all.map((one) => ({ ...one, sheet: { ...one.sheet, device: all.at(-1)?.sheet["device"] } })),
    /BAD\s+sheet 1: is not signed/u,
  ],
  [
    "a link that leads elsewhere",
    (all: readonly Told[]) =>
      all.map((one, at) => (at === 1 ? { ...one, sheet: { ...one.sheet, prev: "A".repeat(43) } } : one)),
    /BAD\s+sheet 2: does not follow/u,
  ],
])("%s is named", (_, change, named) => {
  const path = join(given, "case/sheets.json");
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, JSON.stringify(change(JSON.parse(whole))));
  const { status, says } = check(given);
  writeFileSync(path, whole);
  expect(says).toMatch(named);
  expect(status).toBe(1);
});

test("a member whom nobody brought in signs nothing: neither by bringing in herself nor by another's statement", async () => {
  const path = join(given, "case/team.json");
  const whole = readFileSync(path, "utf8");
  const team: readonly TeamStatement[] = JSON.parse(whole);
  const [last] = team.slice(-1);
  if (!last) throw new Error("no team");
  const next = {
    ...last,
    number: last.number + 1,
    prev: toText(sha256(labelled("answerable/team-hash/1", last))),
  };
  const signer = await signerFrom(new Uint8Array(32).fill(9));
  const [key, id] = [toText(signer.publicKey), toText(new Uint8Array(16).fill(9))];
  const bare = { device: id, member: id, signing: key, recipient: "age1nobody" };
  const sign = async (label: Label, value: object) => toText(await signer.sign(labelled(label, value)));
  const device = { ...bare, certificate: await sign("answerable/device-certificate/1", bare) };
  const intruder = { type: "MemberAdded", member: { member: id, key }, device, roles: [], desks: [] };
  const said = { v: 1, number: next.number, prev: next.prev, at: last.at, by: id, act: intruder };
  const herself = { ...said, signature: await sign("answerable/team/1", said) };
  const [recovered] = [{ ...said, act: { ...intruder, type: "Recovered", proof: herself.signature } }];
  const byPaper = { ...recovered, signature: await sign("answerable/team/1", recovered) };
  for (const forged of [
    team.toReversed(),
    [...team, next],
    team.slice(1),
    [...team, herself],
    [...team, byPaper],
  ]) {
    writeFileSync(path, JSON.stringify(forged));
    const { says, status } = check(given);
    expect(says).toMatch(/BAD\s+statement \d+ of the list of members does not follow/u);
    expect(status).toBe(1);
  }
  writeFileSync(path, whole);
});
