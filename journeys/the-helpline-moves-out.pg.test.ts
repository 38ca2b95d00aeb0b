/**
 * Leaving: a whole backup is taken while the server runs; two trustees put their papers together; and in a clean Debian with nothing of
 * ours, by the lines of docs/recovery.md as they stand there, the words, the letter and the photograph are there again.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

test("two of three trustees open a backup in a clean Debian by the lines of docs/recovery.md", async () => {
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

  // Another machine: a clean Debian with no Node and no network. What stands in docs/recovery.md is run as it stands there.
  const words = await readFile("docs/recovery.md", "utf8");
  const [, lines = ""] = /## Opening it without us[\s\S]*?```\n([\s\S]*?)```/u.exec(words) ?? [];
  const [, installed = ""] = /^sudo apt install ([a-z0-9 ]+?) *(?:#.*)?$/mu.exec(lines) ?? [];
  expect(lines.trim().split("\n").length).toBe(3);
  const debian = join(room, "debian");
  execFileSync("sh", ["tools/clean-debian.sh", debian, ...installed.split(" ")]);
  const home = join(debian, "root");
  await cp("docs/recover.py", join(home, "recover.py"));
  await cp(join(room, "backup.tar"), join(home, "backup.tar"));
  const typed = (name: string, text: string) => writeFile(join(debian, "typed", name), text);
  await typed("shares.txt", `${shares[2] ?? ""}\n${(shares[0] ?? "").toLowerCase()}\n`);
  const inside = (script: string) => {
    const [enter = "", ...rest] = entering(debian);
    return execFileSync(enter, [...rest, "/bin/sh", "-euc", `cd /root\n${script}`], {
      env: { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin", HOME: "/root" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  };
  for (const absent of ["node", "python3", "age"])
    expect(() => inside(`command -v ${absent}`), absent).toThrow("Command failed");
  const told = inside(lines);
  expect(() => inside("command -v node")).toThrow("Command failed");
  expect(told).toContain("1 folders, 3 sheets, 1 cards, 1 letters, 1 files, 0 damaged");

  const out = join(home, "out", desk);
  const sheets = JSON.parse(await readFile(join(out, "folders", `${folder}.json`), "utf8"));
  expect(sheets.map((sheet: { readonly events: unknown }) => sheet.events)).toEqual(said);
  expect(await readFile(join(out, "cases.csv"), "utf8")).toContain("'=cmd");
  expect(JSON.parse(await readFile(join(out, "letters/1/report.json"), "utf8"))).toEqual({
    story: "Помогите",
  });
  const [kept = ""] = await readdir(join(out, "files"));
  expect(new Uint8Array(await readFile(join(out, "files", kept)))).toEqual(photograph);

  // One share, a misread one, a touched backup.
  const opens = (backup: string, of: string) => inside(`python3 recover.py open ${backup} no --shares ${of}`);
  await writeFile(join(home, "one.txt"), `${shares[2] ?? ""}\n`);
  expect(() => opens("backup.tar", "one.txt")).toThrow("2 different shares are needed");
  const misread = (shares[1] ?? "").replace(/^(.{10})./u, "$1Q");
  await writeFile(join(home, "bad.txt"), `${shares[0] ?? ""}\n${misread}\n`);
  expect(() => opens("backup.tar", "bad.txt")).toThrow(/misread/);
  const touched = Buffer.concat(pieces);
  touched[touched.indexOf("sheet/000001.jsonl") + 700] = 0x20;
  await writeFile(join(home, "touched.tar"), touched);
  expect(() => opens("touched.tar", "shares.txt")).toThrow(/is damaged/);
});

/** As root straight in, as anybody else with a namespace of one's own; without the network where this machine lets us take it away. */
function entering(tree: string): readonly string[] {
  const ways = [
    ["unshare", "--net", "chroot", tree],
    ["unshare", "--user", "--map-root-user", "--net", "chroot", tree],
    ["chroot", tree],
  ];
  const way = ways.find(([command = "", ...rest]) => {
    try {
      execFileSync(command, [...rest, "/bin/true"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (!way)
    throw new Error("This machine lets nobody into a clean Debian: neither unshare nor chroot is allowed.");
  return way;
}
