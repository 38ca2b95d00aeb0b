/** What we open and refuse, Debian's own age opens and refuses: with the published vectors, and with every part of a letter damaged. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { joined, utf8 } from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";
import { afterAll, describe, expect, test } from "vitest";

import { isHeaderOfSuite, newIdentity } from "../age.ts";
import { openedBy, plainVectors } from "../testing/age-vectors.ts";
import { chance } from "../testing/chance.ts";
import { familyNamed, letterbox } from "../testing/family.ts";
import { hexOf } from "../testing/hex.ts";
import { openDrop, sealDrop } from "./sealed-drop.ts";

const age = "/usr/bin/age";

describe.skipIf(!existsSync(age))("Debian's age", { timeout: 120_000 }, () => {
  const scratch = mkdtempSync(join(tmpdir(), "answerable-age-"));
  afterAll(() => rmSync(scratch, { recursive: true }));

  /** undefined: refused. */
  function openedByAge(sealed: Uint8Array, identity: string): Uint8Array | undefined {
    const [key, file] = [join(scratch, "key"), join(scratch, "file.age")];
    writeFileSync(key, `${identity}\n`, { mode: 0o600 });
    writeFileSync(file, sealed);
    const { status, stdout } = spawnSync(age, ["--decrypt", "-i", key, file], { maxBuffer: 2 ** 26 });
    return status === 0 ? Uint8Array.from(stdout) : undefined;
  }

  test("opens what we open of the published vectors, to the same bytes, and refuses what we refuse", async () => {
    const counts = { opened: 0, refused: 0 };
    for (const { name, head, body } of plainVectors) {
      const [identity = ""] = head.get("identity") ?? [];
      // Stanzas of other kinds, which age passes over, we refuse before: those are the other test's.
      if (!identity.startsWith("AGE-SECRET-KEY-1") || !isHeaderOfSuite(body, "A1")) continue;
      const ours = await openedBy(identity, "A1", body);
      const theirs = openedByAge(body, identity);
      expect(theirs && hexOf(sha256(theirs)), name).toBe(ours && hexOf(sha256(ours)));
      counts[ours ? "opened" : "refused"] += 1;
    }
    expect(counts.opened).toBeGreaterThan(5);
    expect(counts.refused).toBeGreaterThan(30);
  });

  test("refuses a letter wherever we refuse it for what belongs to age", async () => {
    const { suite, intake, identity } = await letterbox("A1");
    const { family } = await familyNamed("family");
    const files = [{ name: "files/01.jpg", bytes: new Uint8Array(150_000).fill(9) }];
    const sealed = await sealDrop({ suite, intake, family, files, report: { v: 1 } });
    expect(openedByAge(sealed, identity)?.length).toBeGreaterThan(150_000);

    const header = new TextDecoder("latin1").decode(sealed).indexOf("\n--- ") + 1;
    const stanza = sealed.subarray(utf8("age-encryption.org/v1\n").length, header);
    const [start, chunk] = [184, 65_552];
    const changed = (at: number) => sealed.map((byte, n) => (n === at ? byte ^ 1 : byte));
    const damaged = [
      ["cut within its header", sealed.subarray(0, 100)],
      ["cut at a chunk", sealed.subarray(0, start + chunk)],
      ["cut within a chunk", sealed.subarray(0, start + chunk + 5)],
      ["a chunk left out", joined(sealed.subarray(0, start), sealed.subarray(start + chunk))],
      [
        "two chunks swapped",
        joined(
          sealed.subarray(0, start),
          sealed.subarray(start + chunk, start + 2 * chunk),
          sealed.subarray(start, start + chunk),
          sealed.subarray(start + 2 * chunk),
        ),
      ],
      ["a byte behind its end", joined(sealed, Uint8Array.of(0))],
      ["its last chunk twice", joined(sealed, sealed.subarray(start + 2 * chunk))],
      ["another version", joined(utf8("age-encryption.org/v2\n"), sealed.subarray(22))],
      ["its stanza twice", joined(sealed.subarray(0, header), stanza, sealed.subarray(header))],
      ["no stanza", joined(sealed.subarray(0, 22), sealed.subarray(header))],
      ...[30, 100, header + 10, 175, 500, sealed.length - 1].map(
        (at) => [`byte ${at} changed`, changed(at)] as const,
      ),
    ] as const;
    for (const [what, file] of damaged) {
      await expect(openDrop(file, { suite, identity }), what).rejects.toThrow("damaged");
      expect(openedByAge(file, identity), what).toBeUndefined();
    }
    expect(openedByAge(sealed, newIdentity("A1", chance("another desk")))).toBeUndefined();
  });
});
