import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, expect, test } from "vitest";

const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const russianPack = inProject("packages/casework/packs/ru.json");
const draftPack = inProject("packages/casework/src/appeals/testing/draft-pack.fixtures.json");
const examples = inProject("packages/casework/src/appeals/testing/deadline-examples.fixtures.json");
const folder = mkdtempSync(join(tmpdir(), "pack-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(tool, ...args) {
  return spawnSync(process.execPath, [inProject(`tools/${tool}.mjs`), ...args], { encoding: "utf8" });
}

test(
  "the command prints the lawyers' file again with every date as they counted it",
  { timeout: 60_000 },
  () => {
    const { stdout, status } = run("deadlines", draftPack, examples);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(JSON.parse(readFileSync(examples, "utf8")));
  },
);

test(
  "a step that cannot be counted is printed as refused, and the command ends with 1",
  { timeout: 60_000 },
  () => {
    const file = join(folder, "examples.json");
    writeFileSync(
      file,
      JSON.stringify({ examples: [{ n: 1, steps: [{ rule: "59fz.answer", trigger: "2023-02-31" }] }] }),
    );
    const { stdout, stderr, status } = run("deadlines", russianPack, file);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).examples[0].steps[0]).toEqual({
      rule: "59fz.answer",
      trigger: "2023-02-31",
      refusal: { type: "NotADay", text: "2023-02-31" },
    });
    expect(stderr).toContain("example 1, step 1: refused");
  },
);

test("a lawyer who mistypes a reference is told the line", { timeout: 60_000 }, () => {
  const text = readFileSync(russianPack, "utf8").replace(
    '"parent": "ru.mil-prosecutor.chief"',
    '"parent": "ru.mil-prosecutor.cheif"',
  );
  const line = text.split("\n").findIndex((each) => each.includes("cheif")) + 1;
  const file = join(folder, "pack.json");
  writeFileSync(file, text);
  const { stdout, status } = run("pack", "check", file);
  expect(status).toBe(1);
  expect(stdout).toContain(`pack.json:${line}:`);
  expect(stdout).toContain("nothing in this pack has the id ru.mil-prosecutor.cheif");
});

test("a sound pack may be used, and its levels are counted", { timeout: 60_000 }, () => {
  const { stdout, status } = run("pack", "check", russianPack);
  expect(status).toBe(0);
  expect(stdout).toContain("41 rules (T 16, S 18, M 7)");
  expect(stdout).toContain("not legal advice");
});
