/** The configuration of the onion service: tested as a file, by Debian's tor where it is installed (or TOR names it), not over the network. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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

const tor = process.env.TOR ?? "/usr/bin/tor";

test.skipIf(!existsSync(tor))(
  "Tor itself finds the configuration valid, and would not find another so",
  () => {
    const scratch = mkdtempSync(join(tmpdir(), "answerable-tor-"));
    const verified = (torrc) => {
      const file = join(scratch, "torrc");
      // A folder that we may write to, in the place of the one that belongs to Debian's user for Tor.
      const here = torrc.replace("/var/lib/tor/letterbox", join(scratch, "letterbox"));
      writeFileSync(file, here);
      const nothing = join(scratch, "defaults");
      writeFileSync(nothing, "");
      const asked = ["--verify-config", "--defaults-torrc", nothing, "--DataDirectory", scratch, "-f", file];
      return spawnSync(tor, asked, { encoding: "utf8" });
    };
    try {
      const { status, stdout } = verified(lines.join("\n"));
      expect(stdout).toContain("Configuration was valid");
      const complaints = stdout.split("\n").filter((line) => /\[(?:warn|err)\]/.test(line));
      expect(complaints.filter((line) => !line.includes("running Tor as root"))).toEqual([]);
      expect(status).toBe(0);
      expect(verified(`${lines.join("\n")}\nHiddenServiceDoor 5\n`).status).not.toBe(0);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
);

test("its port is the one that the server listens on by itself", () => {
  const config = readFileSync(join(root, "packages/server/src/config.ts"), "utf8");
  expect(config).toContain("?? 8080");
  expect(config).toContain('"127.0.0.1"');
});

test("every setting that the page speaks of is one that the server reads", () => {
  const page = readFileSync(join(root, "docs/letterbox.md"), "utf8");
  const config = readFileSync(join(root, "packages/server/src/config.ts"), "utf8");
  for (const [, name] of page.matchAll(/`(FORM_[A-Z]+)`/g)) expect(config).toContain(`"${name}"`);
});
