/**
 * Two rules of ARCHITECTURE.md as lint.
 *
 * declared-import: a package imports another only through its manifest's `dependencies`, and only by its name: never by
 * a path that leaves the package, never a file inside the other.
 * own-clock: the clock, randomness, the network and the environment are arguments; only composition roots reach for them.
 */
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, resolve, sep } from "node:path";

const manifests = new Map();

/** The nearest folder above a file that has a manifest, and what that manifest declares. */
function manifestAbove(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const known = manifests.get(folder);
    if (known) return known;
    const path = join(folder, "package.json");
    if (!existsSync(path)) continue;
    const json = JSON.parse(readFileSync(path, "utf8"));
    const declared = new Set([
      ...Object.keys(json.dependencies ?? {}),
      ...Object.keys(json.optionalDependencies ?? {}),
      ...(json.workspaces ? Object.keys(json.devDependencies ?? {}) : []),
    ]);
    const found = { folder, name: json.name, declared, isRoot: Boolean(json.workspaces) };
    manifests.set(folder, found);
    return found;
  }
  return undefined;
}

function packageOf(specifier) {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

const builtins = new Set(builtinModules);

export function complaintAbout(file, specifier) {
  const home = manifestAbove(file);
  if (!home) return undefined;
  const isTest = /\.test\.tsx?$/.test(file) || file.includes(`${sep}testing${sep}`);
  if (specifier.startsWith(".")) {
    const target = resolve(dirname(file), specifier);
    if (!home.isRoot && !target.startsWith(home.folder + sep)) {
      return `${specifier} leaves ${home.name}: enter another package by its name`;
    }
    return undefined;
  }
  if (specifier.startsWith("node:") || builtins.has(specifier)) return undefined;
  const name = packageOf(specifier);
  if (home.isRoot && name.startsWith("@answerable/")) return undefined; // journeys, bench and tools stand over all packages
  if (home.declared.has(name) || name === home.name) return undefined;
  if (isTest && !name.startsWith("@answerable/")) return undefined; // test tools are declared at the root
  if (isTest && name === "@answerable/server" && home.name === "@answerable/replica") return undefined; // its tests talk to the real server
  return `${home.name} does not declare ${name}: an import needs an arrow in ARCHITECTURE.md and a line in its manifest`;
}

const declaredImport = {
  create(context) {
    function check(node) {
      const specifier = node.source?.value;
      if (typeof specifier !== "string") return;
      const message = complaintAbout(context.filename, specifier.replace(/\?.*$/, ""));
      if (message) context.report({ node, message });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

/** object.property pairs, or whole globals where the property is undefined. */
const reached = [
  ["Date", "now"],
  ["Math", "random"],
  ["process", "env"],
  ["crypto", "getRandomValues"],
  ["crypto", "randomUUID"],
  ["performance", "now"],
  ["globalThis", "fetch"],
  ["globalThis", "crypto"],
  ["window", "fetch"],
  ["self", "fetch"],
];

const ownClock = {
  create(context) {
    return {
      MemberExpression(node) {
        if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
        for (const [object, property] of reached) {
          if (node.object.name === object && node.property.name === property) {
            context.report({
              node,
              message: `${object}.${property} is an argument here: only a composition root reaches for it`,
            });
          }
        }
      },
      NewExpression(node) {
        if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0) {
          context.report({
            node,
            message: "the clock is an argument here: only a composition root reads it",
          });
        }
      },
      CallExpression(node) {
        if (node.callee.type === "Identifier" && node.callee.name === "fetch" && isGlobal(context, node)) {
          context.report({
            node,
            message: "fetch is an argument here: only a composition root reaches for it",
          });
        }
      },
    };
  },
};

/** Whether `fetch` here is the global: no variable of that name is in scope. */
function isGlobal(context, node) {
  for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) {
    if (scope.set.has("fetch") && scope.set.get("fetch").defs.length > 0) return false;
  }
  return true;
}

export default {
  meta: { name: "arrows" },
  rules: { "declared-import": declaredImport, "own-clock": ownClock },
};
