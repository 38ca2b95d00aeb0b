/** docs/dependencies.md and the manifests say the same: no library without a reason, no reason without a library, each where it is used. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const manifest = (folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "package.json")),
);
const [, shipped, builds] = readFileSync(join(root, "docs/dependencies.md"), "utf8").split("\n## ");

/** The rows of a table, each as its cells, without the two lines of its head. */
function rowsOf(part) {
  const rows = part.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

/** The libraries that a cell names; of "@types/*" those of `known`. */
function named(cell, known) {
  if (cell.startsWith("(")) return [];
  return cell
    .split(", ")
    .flatMap((name) =>
      name.endsWith("/*") ? known.filter((one) => one.startsWith(name.slice(0, -1))) : [name],
    );
}

const used = packages.flatMap((name) => {
  const { dependencies = {}, optionalDependencies = {} } = manifest(join("packages", name));
  const libraries = Object.keys({ ...dependencies, ...optionalDependencies });
  return libraries.filter((one) => !one.startsWith("@answerable/")).map((one) => `${one} in ${name}`);
});

test("every library that ships stands in docs/dependencies.md with the packages that have it, and no other", () => {
  const known = used.map((one) => one.split(" in ")[0]);
  const told = rowsOf(shipped).flatMap(([libraries, where]) =>
    [...new Set(named(libraries, known))].flatMap((library) =>
      packages.filter((name) => where.split(/\W+/).includes(name)).map((name) => `${library} in ${name}`),
    ),
  );
  expect(told.length).toBeGreaterThan(40);
  expect(told.toSorted()).toEqual(used.toSorted());
});

test("every library that builds and tests stands there, and no other", () => {
  const { devDependencies } = manifest(".");
  const ours = Object.keys(devDependencies);
  const ship = new Set(used.map((one) => one.split(" in ")[0]));
  const told = rowsOf(builds).flatMap(([libraries]) => named(libraries, ours));
  expect(told.toSorted()).toEqual(ours.filter((one) => !ship.has(one)).toSorted());
});
