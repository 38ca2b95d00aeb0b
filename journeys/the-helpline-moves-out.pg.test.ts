/**
 * Leaving: a whole backup is taken while the server runs; two trustees put their papers together; and on a machine with nothing of
 * ours, only Debian's age and Python, the words, the letter and the photograph are there again.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  changeTeam,
  combineShares,
  deskKeys,
  foundHelpline,
  makeRecovery,
  newFolderKey,
  openKeep,
  publishIntake,
  readShare,
  sealCard,
  sealDrop,
  sealFile,
  sealSheet,
  sha256,
  signIn,
  wrapFolderKey,
  hashOfSheet,
} from "@answerable/seal";
import { openServer, postgresStore, writeBackup } from "@answerable/server";
import {
  idFrom,
  openLetterbox,
  openWire,
  sendBlob,
  toText,
  utf8,
  workDone,
  type BlobId,
  type DropId,
  type Epoch,
  type FolderId,
  type Hash,
  type SheetId,
} from "@answerable/wire";
import { afterAll, expect, test } from "vitest";

import { familyNamed } from "../packages/seal/src/testing/family.ts";
import { testDatabase } from "../packages/server/src/testing/test-postgres.ts";

const origin = "https://desk.example";
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const newId = <T extends FolderId | SheetId | DropId | BlobId>() => idFrom<T>(random(16));
const first = 1 as Epoch; // makes the brand

const room = await mkdtemp(join(tmpdir(), "answerable-leaving-"));
afterAll(() => rm(room, { recursive: true, force: true }));

test("two of three trustees open a backup with Debian's age and Python alone", async () => {
  const { database, postgres, close } = await testDatabase("npm");
  const server = openServer({
    store: postgresStore(database),
    now: Date.now,
    random,
    foundingSecret: "x".repeat(20),
  });
  const session: { token?: string } = {};
  const wire = openWire({ origin, fetch: server.fetch, token: () => session.token });

  // A helpline with a paper and a letterbox.
  const now = Date.now();
  const founding = await foundHelpline({ name: "Маяк", practice: false, suite: "A1", now, random });
  await wire.pushTeam(founding.push, "x".repeat(20));
  const keep = await openKeep(founding.keep);
  const { token } = await wire.signIn(await signIn((await wire.challenge(keep.device)).challenge, keep));
  session.token = token;
  const { act, shares } = await makeRecovery({ suite: "A1", least: 2, of: 3, random });
  const papered = await changeTeam({
    keep,
    team: founding.team,
    now,
    desks: [founding.secrets],
    acts: [act],
  });
  await wire.pushTeam(papered.push);
  const posted = await publishIntake({ keep, team: papered.team, now, random, desk: founding.secrets });
  await wire.pushTeam(posted.push);

  // A photograph, a case of three sheets in which it is named, and a letter.
  const { desk } = founding;
  const photograph = new Uint8Array(randomBytes(150_000));
  const [intake] = posted.team.desks.get(desk)?.intake ?? [];
  const recipient = intake?.recipient ?? "";
  const stream = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream();
  const file = await sealFile({ suite: "A1", recipient, size: photograph.length, bytes: stream(photograph) });
  const wait = async () => undefined;
  const blob = await sendBlob({
    origin,
    fetch: server.fetch,
    desk,
    length: file.length,
    pieces: file.stream,
    by: { token },
    wait,
  });
  const { key: fileKey } = file.facts();

  const secret = founding.secrets.secrets.get(first);
  if (!secret) throw new Error("a new desk has a secret");
  const keys = deskKeys(secret, desk, first);
  const folder = newId<FolderId>();
  const key = newFolderKey(random);
  const wrapped = wrapFolderKey(keys, { folder, key }, random);
  let prev: Hash | "" = "";
  const said = [
    [{ type: "NoteAdded", text: "Сын не выходит на связь. =1+1" }],
    [{ type: "AttachmentReceived", name: "фото из части.jpg", size: photograph.length, blob, key: fileKey }],
    [{ type: "NoteAdded", text: "x".repeat(40_000) }],
  ];
  for (const [at, events] of said.entries()) {
    const number = at + 1;
    const payload = utf8(JSON.stringify({ v: 1, at: "2026-11-22T18:30:00Z", name: "Вера", events }));
    const bare = {
      id: newId<SheetId>(),
      desk,
      folder,
      number,
      prev,
      epoch: first,
      device: keep.device,
      seen: at,
    };
    const sheet = await sealSheet({ ...bare, key, payload, signer: keep.signer, random });
    const card = sealCard({
      keys,
      folder,
      number,
      payload: utf8('{"v":1,"card":{"type":"Case","summary":"=cmd"}}'),
      random,
    });
    expect(await wire.push({ sheet, card, key: wrapped })).toMatchObject({ type: "Placed" });
    prev = hashOfSheet(sheet);
  }
  const { family } = await familyNamed("leaving");
  const body = await sealDrop({
    suite: "A1",
    intake: recipient,
    report: { story: "Помогите" },
    family,
    files: [],
  });
  const box = openLetterbox({ origin, fetch: server.fetch });
  const about = toText(sha256(body));
  const work = await workDone({ challenge: await box.work(), about, hash: sha256, pause: wait });
  await box.put({ desk, id: newId<DropId>(), period: intake?.period ?? (1 as never), body, work });

  const pieces: Buffer[] = [];
  await writeBackup({ url: postgres.url, now, write: async (piece) => void pieces.push(Buffer.from(piece)) });
  await server.close();
  await close();
  await writeFile(join(room, "backup.tar"), Buffer.concat(pieces));

  // The identity that the papers give in Python is the one that they give here.
  const read = shares.map(readShare).flatMap((share) => (typeof share === "string" ? [] : [share]));
  expect(await combineShares(read.slice(1), act)).toMatch(/^AGE-SECRET-KEY-1/);

  // Another machine: no Node, no program of ours but one file of Python.
  const bin = join(room, "bin");
  await mkdir(bin);
  for (const name of ["age", "python3"]) await symlink(`/usr/bin/${name}`, join(bin, name));
  await cp("docs/recover.py", join(room, "recover.py"));
  await writeFile(join(room, "shares.txt"), `${shares[2] ?? ""}\n${(shares[0] ?? "").toLowerCase()}\n`);
  const python = (...given: readonly string[]) =>
    execFileSync(join(bin, "python3"), ["recover.py", ...given], {
      cwd: room,
      env: { PATH: bin },
      encoding: "utf8",
    });
  expect(() => execFileSync("sh", ["-c", "command -v node"], { env: { PATH: bin } })).toThrow();
  const told = python("open", "backup.tar", "out", "--shares", "shares.txt");
  expect(told).toContain("1 folders, 3 sheets, 1 cards, 1 letters, 1 files, 0 damaged");

  const out = join(room, "out", desk);
  const sheets = JSON.parse(await readFile(join(out, "folders", `${folder}.json`), "utf8"));
  expect(sheets.map((sheet: { readonly events: unknown }) => sheet.events)).toEqual(said);
  expect(await readFile(join(out, "cases.csv"), "utf8")).toContain("'=cmd");
  expect(JSON.parse(await readFile(join(out, "letters/1/report.json"), "utf8"))).toEqual({
    story: "Помогите",
  });
  const [kept = ""] = await readdir(join(out, "files"));
  expect(new Uint8Array(await readFile(join(out, "files", kept)))).toEqual(photograph);

  // One share, a misread one, a touched backup.
  await writeFile(join(room, "one.txt"), `${shares[2] ?? ""}\n`);
  expect(() => python("open", "backup.tar", "no", "--shares", "one.txt")).toThrow(
    "2 different shares are needed",
  );
  await writeFile(
    join(room, "bad.txt"),
    `${shares[0] ?? ""}\n${(shares[1] ?? "").replace(/^(.{10})./, "$1Q")}\n`,
  );
  expect(() => python("open", "backup.tar", "no", "--shares", "bad.txt")).toThrow(/misread/);
  const touched = Buffer.concat(pieces);
  touched[touched.indexOf("sheet/000001.jsonl") + 700] = 0x20;
  await writeFile(join(room, "touched.tar"), touched);
  expect(() => python("open", "touched.tar", "no", "--shares", "shares.txt")).toThrow(/is damaged/);
});
