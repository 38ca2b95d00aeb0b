import { readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { testDirectory, type TestDirectory } from "../testing/test-postgres.ts";
import { wholeFile } from "./whole-file.ts";

let directory: TestDirectory;
beforeEach(async () => {
  directory = await testDirectory();
});
afterEach(() => directory.remove());

const piece = Buffer.alloc(3_000_000, "a");

test("a file that was written whole has its name and nothing stands beside it", async () => {
  const path = join(directory.path, "backup.tar");
  const said = await wholeFile(path, async (take) => {
    await take(piece);
    expect(await readdir(directory.path)).toEqual(["backup.tar.part"]);
    await take(Buffer.from("end"));
    return 7;
  });
  expect(said).toBe(7);
  expect(await readdir(directory.path)).toEqual(["backup.tar"]);
  expect((await readFile(path)).equals(Buffer.concat([piece, Buffer.from("end")]))).toBe(true);
});

test("on a full disk it says so and leaves nothing behind", async () => {
  await symlink("/dev/full", join(directory.path, "backup.tar.part"));
  const failed = wholeFile(join(directory.path, "backup.tar"), (take) => take(piece));
  await expect(failed).rejects.toMatchObject({ code: "ENOSPC" });
  expect(await readdir(directory.path)).toEqual([]);
});

test("where the database breaks in the middle, nothing is left; where there is no such folder, that is said", async () => {
  const broken = wholeFile(join(directory.path, "backup.tar"), async (take) => {
    await take(piece);
    throw new Error("the database broke");
  });
  await expect(broken).rejects.toThrow("the database broke");
  expect(await readdir(directory.path)).toEqual([]);
  const nowhere = wholeFile(join(directory.path, "none/backup.tar"), (take) => take(piece));
  await expect(nowhere).rejects.toMatchObject({ code: "ENOENT", path: /none/u });
});
