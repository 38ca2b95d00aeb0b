/** The arrows: ARCHITECTURE.md's table, each package's manifest and each tsconfig say the same, and the lint rule bites. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, test } from "vitest";

import { complaintAbout } from "./lint/arrows.mjs";

const root = resolve(import.meta.dirname, "..");
const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "package.json")),
);

function read(path) {
  return readFileSync(join(root, path), "utf8");
}

/** Package name -> the packages its row allows, from the table under "Packages and arrows". */
function tableOfArrows() {
  const rows = new Map();
  for (const line of read("ARCHITECTURE.md").split("\n")) {
    const row = /^\| `(\w+)` \| .* \| ([^|]*) \|$/.exec(line);
    if (row)
      rows.set(row[1], [...row[2].matchAll(/`([\w/]+)`/g)].map((found) => found[1].split("/")[0]).sort());
  }
  return rows;
}

describe("the arrows of ARCHITECTURE.md", () => {
  const table = tableOfArrows();

  test("every package has a row, and every row that is not marked as coming has a package", () => {
    expect(packages.filter((name) => !table.has(name))).toEqual([]);
    const coming = [...read("ARCHITECTURE.md").matchAll(/^\| `(\w+)` \(coming\)/gm)].map((found) => found[1]);
    expect([...table.keys()].filter((name) => !packages.includes(name) && !coming.includes(name))).toEqual(
      [],
    );
  });

  test("every file that the text names is there", () => {
    const named = [
      ...read("ARCHITECTURE.md").matchAll(/(?<![\w/*-])(\w+)\/([\w/-]+\.(?:tsx?|mjs))(?![\w*])/g),
    ];
    expect(named.length).toBeGreaterThan(40);
    // A package's file is named without its src; the pages of the form are named within the form.
    const places = ([path, first, rest]) => [
      path,
      `packages/${first}/src/${rest}`,
      `packages/form/src/${path}`,
    ];
    const isThere = (found) => places(found).some((path) => existsSync(join(root, path)));
    expect(named.filter((found) => !isThere(found)).map(([path]) => path)).toEqual([]);
  });

  test.each(packages)("%s declares exactly the arrows of its row", (name) => {
    const manifest = JSON.parse(read(`packages/${name}/package.json`));
    const ours = Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => dependency.startsWith("@answerable/"))
      .map((dependency) => dependency.slice("@answerable/".length))
      .sort();
    expect(ours).toEqual(table.get(name));
  });

  test.each(packages)("%s's tsconfig refers to exactly the packages it may know", (name) => {
    const config = JSON.parse(read(`packages/${name}/tsconfig.json`));
    expect((config.references ?? []).map((reference) => reference.path.replace("../", "")).sort()).toEqual(
      table.get(name),
    );
  });

  test.each(["casework", "press"])("%s is pure: it sees neither the browser's nor Node's types", (name) => {
    const { compilerOptions } = JSON.parse(read(`packages/${name}/tsconfig.json`));
    expect(compilerOptions.lib.filter((lib) => lib.startsWith("dom"))).toEqual([]);
    expect(compilerOptions.types ?? []).toEqual([]);
  });
});

describe("the lint rule against undeclared imports", () => {
  const file = (path) => join(root, path);

  test("a screen that imports seal is refused", () => {
    expect(complaintAbout(file("packages/desk/src/screens/X.tsx"), "@answerable/seal")).toMatch(
      /does not declare/,
    );
  });
  test("casework that imports replica is refused", () => {
    expect(complaintAbout(file("packages/casework/src/x.ts"), "@answerable/replica")).toMatch(
      /does not declare/,
    );
  });
  test("a path that leaves the package is refused", () => {
    expect(complaintAbout(file("packages/replica/src/x.ts"), "../../seal/src/index.ts")).toMatch(/leaves/);
  });
  test("a library nobody declared is refused", () => {
    expect(complaintAbout(file("packages/casework/src/x.ts"), "left-pad")).toMatch(/does not declare/);
  });
  test("a declared arrow and a neighbour file are allowed", () => {
    expect(complaintAbout(file("packages/replica/src/x.ts"), "@answerable/seal")).toBeUndefined();
    expect(complaintAbout(file("packages/replica/src/x.ts"), "./y.ts")).toBeUndefined();
  });
});
