import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { readConfig } from "./config.ts";
import { testDirectory } from "./testing/test-postgres.ts";

describe("the configuration", () => {
  test("needs nothing", async () => {
    expect(await readConfig({})).toMatchObject({
      type: "Config",
      config: { host: "127.0.0.1", port: 8080, database: { type: "Ours" }, foundingSecret: undefined },
    });
  });

  test("says every problem at once", async () => {
    const read = await readConfig({
      PORT: "many",
      DATABASE_URL: "mysql://x",
      STATIC_DIR: "/nowhere",
      FOUNDING_SECRET_FILE: "/nowhere",
    });
    if (read.type !== "Problems") throw new Error("there are problems");
    expect(read.problems.map((problem) => problem.split(" ")[0])).toEqual([
      "PORT",
      "DATABASE_URL",
      "STATIC_DIR",
      "FOUNDING_SECRET_FILE",
    ]);
  });

  test("names settings that contradict each other or mean nothing alone", async () => {
    const read = await readConfig({
      PORT: "8080",
      METRICS_PORT: "8080",
      FORM_TELEPHONE: "+7 900 000-00-00",
      DATABASE_URL: "postgres://answerable:a/b@127.0.0.1/answerable",
    });
    if (read.type !== "Problems") throw new Error("there are problems");
    expect(read.problems.map((problem) => problem.split(" ")[0])).toEqual([
      "DATABASE_URL",
      "METRICS_PORT",
      "FORM_TELEPHONE",
    ]);
    expect((await readConfig({ METRICS_HOST: "0.0.0.0" })).type).toBe("Problems");
    const socket = "postgres://answerable@%2Fvar%2Frun%2Fpostgresql/answerable";
    const query = "postgres://answerable@/postgres?host=%2Ftmp&port=5432";
    for (const url of [socket, query]) expect((await readConfig({ DATABASE_URL: url })).type).toBe("Config");
  });

  test("takes the founding secret from a file, and no short one", async () => {
    const directory = await testDirectory();
    const file = join(directory.path, "secret");
    await writeFile(file, "twenty-symbols-or-more\n");
    expect(await readConfig({ FOUNDING_SECRET_FILE: file })).toMatchObject({
      config: { foundingSecret: "twenty-symbols-or-more" },
    });
    await writeFile(file, "short\n");
    expect((await readConfig({ FOUNDING_SECRET_FILE: file })).type).toBe("Problems");
    await directory.remove();
  });
});
