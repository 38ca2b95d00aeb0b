/** The configuration of the onion service: tested as a file, not over the network. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const lines = readFileSync(join(root, "docs/torrc.example"), "utf8").split("\n");
const settings = new Map(
  lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [line.split(" ")[0], line.split(" ").slice(1).join(" ")]),
);

test("the onion service reaches the server on this machine alone, and Tor does nothing else", () => {
  expect(settings.get("HiddenServicePort")).toBe("80 127.0.0.1:8080");
  expect(settings.get("HiddenServiceVersion")).toBe("3");
  expect(settings.get("SocksPort")).toBe("0");
  for (const open of ["ORPort", "DirPort", "ControlPort", "ExitRelay", "HiddenServiceNonAnonymousMode"])
    expect(settings.has(open)).toBe(false);
  expect(settings.get("SafeLogging")).toBe("1");
});

test("its port is the one that the server listens on by itself", () => {
  const config = readFileSync(join(root, "packages/server/src/config.ts"), "utf8");
  expect(config).toContain('"8080"');
  expect(config).toContain('"127.0.0.1"');
});

test("every setting that the page speaks of is one that the server reads", () => {
  const page = readFileSync(join(root, "docs/letterbox.md"), "utf8");
  const config = readFileSync(join(root, "packages/server/src/config.ts"), "utf8");
  for (const [, name] of page.matchAll(/`(FORM_[A-Z]+)`/g)) expect(config).toContain(`"${name}"`);
});
