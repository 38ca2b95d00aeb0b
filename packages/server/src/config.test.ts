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
