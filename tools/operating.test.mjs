/**
 * The files of docs/operating and the Containerfile say what the server reads and what the build makes. Debian's own programs read
 * them where they are installed; that they work under load is shown by packages/server/src/restart.pg.test.ts.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const textOf = (path) => readFileSync(join(root, path), "utf8");
const config = textOf("packages/server/src/config.ts");
/** Names that Node or nobody reads, but our configuration does not. */
const notOurs = new Set(["NODE_ENV"]);
const isRead = (name) => notOurs.has(name) || config.includes(`"${name}"`);

const unit = textOf("docs/operating/answerable@.service");
const container = textOf("Containerfile");
const page = textOf("docs/operating.md");

test("every setting in the unit, the container and the page is one that the server reads", () => {
  const inUnit = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line]) => line.split(" "));
  const inContainer = [...container.matchAll(/^ENV (.*)$/gm)].flatMap(([, line]) => line.split(" "));
  const names = [...inUnit, ...inContainer].map((each) => each.split("=")[0]);
  expect(names.length).toBeGreaterThan(10);
  const inPage = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name]) => name);
  expect(inPage).toContain("DATABASE_URL");
  for (const name of [...names, ...inPage]) expect([name, isRead(name)]).toEqual([name, true]);
});

test("what the unit starts and serves is what the build makes", () => {
  for (const [, path] of unit.matchAll(/\/opt\/answerable\/([^\s]+)/g))
    expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});

test("the container copies what is there, builds as the project does, and runs as nobody special", () => {
  const copies = [...container.matchAll(/^COPY (.*)$/gm)].map(([, line]) => line.split(" "));
  const fromBuild = copies
    .filter(([from]) => from === "--from=built")
    .map(([, path]) => path.replace("/src/", ""));
  const fromHere = copies.filter(([from]) => !from.startsWith("--")).flatMap((words) => words.slice(0, -1));
  expect(fromBuild.length).toBeGreaterThan(3);
  for (const path of [...fromBuild, ...fromHere])
    expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  const { scripts } = JSON.parse(textOf("package.json"));
  for (const [, script] of container.matchAll(/npm run ([a-z]+)/g)) expect(scripts).toHaveProperty(script);
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(container)[1]);
  expect(existsSync(join(root, command[1]))).toBe(true);
  expect(container).toMatch(/^USER node$/m);
  const left = textOf(".containerignore").split("\n");
  for (const each of ["node_modules", ".answerable", ".git"]) expect(left).toContain(each);
});

test("every package that the server needs at work is in the container's second half", () => {
  const second = container.slice(container.lastIndexOf("\nFROM "));
  const needed = ["server"];
  for (const name of needed) {
    const { dependencies = {} } = JSON.parse(textOf(`packages/${name}/package.json`));
    for (const each of Object.keys(dependencies)) {
      const ours = /^@answerable\/(.*)$/.exec(each)?.[1];
      if (ours && !needed.includes(ours)) needed.push(ours);
    }
  }
  expect(needed).toContain("wire");
  for (const name of needed) {
    expect(second).toContain(`COPY packages/${name}/package.json packages/${name}/package.json`);
    expect(second).toContain(`COPY --from=built /src/packages/${name}/dist packages/${name}/dist`);
  }
});

const analyze = "/usr/bin/systemd-analyze";

test.skipIf(!existsSync(analyze))(
  "systemd finds the unit right and little exposed, and would not find another so",
  () => {
    const scratch = mkdtempSync(join(tmpdir(), "answerable-unit-"));
    const file = join(scratch, "answerable@8081.service");
    const exposed = (text) => {
      writeFileSync(file, text);
      const asked = ["security", "--offline=true", "--no-pager", "--threshold=15", file];
      return spawnSync(analyze, asked, { encoding: "utf8" }).status !== 0;
    };
    try {
      copyFileSync(join(root, "docs/operating/answerable@.service"), file);
      const verified = spawnSync(analyze, ["verify", "--no-pager", file], { encoding: "utf8" });
      // That node or the environment file is not where it will be is no fault of the unit.
      const said = verified.stderr
        .split("\n")
        .filter((line) => line.includes("answerable@") && !/is not executable/.test(line));
      expect(said).toEqual([]);
      expect(exposed(unit)).toBe(false);
      const open = unit
        .split("\n")
        .filter((line) => !/^(?:Protect|Private|Restrict|SystemCall|Dynamic|Capability)/.test(line));
      expect(exposed(open.join("\n"))).toBe(true);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
);

test("every file that the page names is there", () => {
  const named = [...page.matchAll(/\]\(([a-z][^)#]*)\)/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(4);
  for (const path of named) expect([path, existsSync(join(root, "docs", path))]).toEqual([path, true]);
});
