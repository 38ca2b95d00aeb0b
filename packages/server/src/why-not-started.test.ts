import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "vitest";

import { StoreUnavailable } from "./store.ts";
import { testDirectory } from "./testing/test-postgres.ts";
import { whyNotStarted } from "./why-not-started.ts";

test("a file where the data should lie is named, in one sentence without the machine's own words", async () => {
  const directory = await testDirectory();
  const file = join(directory.path, "file");
  await writeFile(file, "");
  const failed = (path: string) => mkdir(path).then(() => undefined, whyNotStarted);
  expect(await failed(file)).toBe(
    `The server cannot start: ${file} cannot be made or used (a file of that name is in its place).`,
  );
  expect(await failed(join(file, "data"))).toMatch(/something on the way to it is no directory/u);
  await directory.remove();
});

test("an address that is not ours, a port for root, a database that is away: each says what to set", () => {
  const thrown = (of: object) => whyNotStarted(Object.assign(new Error("as Node says it"), of));
  const at = { syscall: "listen", address: "203.0.113.5", port: 80 };
  expect(thrown({ ...at, code: "EADDRNOTAVAIL" })).toMatch(/203\.0\.113\.5 is no address .* HOST/u);
  expect(thrown({ ...at, code: "EACCES" })).toMatch(/port 80 .* PORT above 1023/u);
  expect(thrown({ syscall: "getaddrinfo", code: "ENOTFOUND" })).toMatch(/HOST is no address/u);
  expect(whyNotStarted(new StoreUnavailable("away"))).toMatch(/DATABASE_URL/u);
});
