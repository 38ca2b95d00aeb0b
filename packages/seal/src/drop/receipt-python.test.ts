import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { ofOneReceipt } from "../testing/one-receipt.ts";

const python = "/usr/bin/python3";
const script = fileURLToPath(new URL("../testing/receipt_keys.py", import.meta.url));

function hasPyNaCl(): boolean {
  try {
    execFileSync(python, ["-c", "import nacl.pwhash"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!existsSync(python) || !hasPyNaCl())(
  "a short Python script that shares no code with us",
  () => {
    test("gives the same keys for the same code", () => {
      const { code, ...keys } = ofOneReceipt;
      expect(JSON.parse(execFileSync(python, [script, code], { encoding: "utf8" }))).toEqual(keys);
    });

    test("refuses a slip", () => {
      const slip = `${ofOneReceipt.code.slice(0, -1)}${ofOneReceipt.code.endsWith("A") ? "B" : "A"}`;
      expect(() => execFileSync(python, [script, slip], { stdio: "pipe" })).toThrow("no receipt code");
    });
  },
);
