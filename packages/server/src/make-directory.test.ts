import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { makeDirectory } from "./make-directory.ts";
import { testDirectory } from "./testing/test-postgres.ts";
import { whyNotStarted } from "./why-not-started.ts";

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test("a directory is made with all that lead to it, of which it alone is closed, and made again it stays as it is", async () => {
  const { path, remove } = await testDirectory();
  const wanted = join(path, "var", "answerable", "data");
  await makeDirectory(wanted, 0o700);
  await makeDirectory(wanted, 0o755);
  expect(await modeOf(wanted)).toBe(0o700);
  expect(await modeOf(join(path, "var"))).toBe(0o755);
  await remove();
});

test("where no folder can be made, or a file is in the way, it says so in one sentence and does not try for ever", async () => {
  const { path, remove } = await testDirectory();
  const file = join(path, "file");
  await writeFile(file, "");
  const why = (wanted: string) => makeDirectory(wanted, 0o700).then(() => "made", whyNotStarted);
  expect(await why("/proc/answerable")).toBe(
    "The server cannot start: /proc/answerable cannot be made: no folder can be made in /proc.",
  );
  expect(await why("/proc/answerable/postgres")).toContain("no folder can be made in /proc.");
  expect(await why(file)).toContain("a file of that name is in its place");
  expect(await why(join(file, "data"))).toContain("something on the way to it is no directory");
  await remove();
});
