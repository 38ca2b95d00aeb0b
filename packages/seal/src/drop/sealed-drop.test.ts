import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { canonicalBytes, fromUtf8, joined, utf8 } from "@answerable/wire";
import { Encrypter } from "age-encryption";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { ageSealed, newIdentity, recipientOf, type Suite } from "../age.ts";
import { DROP_SMALLEST } from "../constants.ts";
import { Damaged, TooLarge } from "../damaged.ts";
import { padme } from "../padding.ts";
import { chance } from "../testing/chance.ts";
import { familyNamed, letterbox } from "../testing/family.ts";
import { DROP_FILES_BYTES_MAX, hashOfDrop, openDrop, sealDrop } from "./sealed-drop.ts";
import { tarOf } from "./tar.ts";

const report = { v: 1, story: "сын не звонил с третьего июня" };
const picture = { name: "files/01.jpg", bytes: Uint8Array.from({ length: 200_000 }, (_, at) => at & 255) };

async function letter(
  suite: Suite = "A1",
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [],
) {
  const box = await letterbox(suite);
  const { family } = await familyNamed("family", suite);
  return { ...box, family, sealed: await sealDrop({ ...box, report, family, files }) };
}

describe.each(["A1", "A2"] as const)("a letter of suite %s", { timeout: 30_000 }, (suite) => {
  test("comes back whole at the desk", async () => {
    const { sealed, family, identity } = await letter(suite, [picture]);
    expect(await openDrop(sealed, { suite, identity })).toEqual({ report, family, files: [picture] });
    expect(hashOfDrop(sealed)).toHaveLength(43);
  });

  test("does not open for another desk, another suite, or after any byte of it has changed", async () => {
    const { sealed, identity } = await letter(suite);
    const other = newIdentity(suite, chance("another desk"));
    await expect(openDrop(sealed, { suite, identity: other })).rejects.toThrow(Damaged);
    const wrong = suite === "A1" ? "A2" : "A1";
    await expect(openDrop(sealed, { suite: wrong, identity })).rejects.toThrow(Damaged);
    for (let at = 0; at < sealed.length; at += 997) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openDrop(changed, { suite, identity })).rejects.toThrow(Damaged);
    }
  });
});

test(
  "of any two letters of a bucket nobody can tell by the length which is the longer",
  { timeout: 30_000 },
  async () => {
    const box = await letterbox();
    const { family } = await familyNamed("family");
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 60_000 }), async (length) => {
        const sealed = await sealDrop({
          ...box,
          family,
          files: [],
          report: { v: 1, story: "я".repeat(length) },
        });
        // header 168, nonce 16, 16 for each 64 KiB
        const chunks = Math.ceil((sealed.length - 184) / 65_552);
        const tar = sealed.length - 184 - 16 * chunks;
        expect(tar, "the tar").toBeGreaterThanOrEqual(DROP_SMALLEST);
        expect(padme(tar)).toBe(tar);
      }),
      { seed: 20261122, numRuns: 20 },
    );
  },
);

test("a letter with too much in it is refused before anything is sealed", async () => {
  const box = await letterbox();
  const { family } = await familyNamed("family");
  const files = [{ name: "files/01.mp4", bytes: new Uint8Array(DROP_FILES_BYTES_MAX + 1) }];
  await expect(sealDrop({ ...box, family, report, files })).rejects.toThrow(TooLarge);
  const named = [{ name: "files/../../01.sh", bytes: new Uint8Array(1) }];
  await expect(sealDrop({ ...box, family, report, files: named })).rejects.toThrow("papers");
});

/** Of this thread alone; nothing is freed in between unless the collector happens to run. */
function allocated(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe("a stranger's letter", { timeout: 30_000 }, () => {
  /** Within a tenth of a second (the quickest of three: the machine has other work) and 50 MB. */
  async function refused(sealed: Uint8Array, identity: string, suite: Suite = "A1") {
    const took: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const held = allocated();
      const began = performance.now();
      await expect(openDrop(sealed, { suite, identity })).rejects.toThrow(Damaged);
      took.push(performance.now() - began);
      expect(allocated() - held).toBeLessThan(50_000_000);
    }
    expect(Math.min(...took)).toBeLessThan(100);
  }

  let box: Awaited<ReturnType<typeof letter>>;
  beforeAll(async () => {
    box = await letter("A1", [picture]);
  });
  const rest = (sealed: Uint8Array) =>
    sealed.subarray(new TextDecoder("latin1").decode(sealed).indexOf("\n--- "));
  const headed = (stanzas: string) =>
    joined(utf8(`age-encryption.org/v1\n${stanzas}`), rest(box.sealed).subarray(1));

  test("with a hundred thousand stanzas is not read", async () => {
    const stanzas =
      "-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n";
    const sealed = headed(stanzas.repeat(100_000).slice(0, 4_000_000));
    await refused(sealed, box.identity);
    await refused(headed(stanzas.repeat(9)), box.identity);
  });

  test("under a passphrase that costs a gigabyte to try is not tried", async () => {
    const sealed = headed(
      "-> scrypt bBjlhJVYZeE4aqUdmtRHfw 20\nZV/AhotwSGqaPCU43cepl4WYUouAa17a3xpu4G2yi5k\n",
    );
    await refused(sealed, box.identity);
  });

  test("to recipients of two suites, or with a stanza of a kind that nobody knows, is refused", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(box.intake);
    encrypter.addRecipient(await recipientOf(newIdentity("A2", chance("mixed"))));
    const mixed = await encrypter.encrypt(new Uint8Array(DROP_SMALLEST));
    await refused(mixed, box.identity);
    await refused(headed("-> piv-p256 abcd\nAAAA\n"), box.identity);
  });

  test("of the hybrid suite with a header that never ends, with nine stanzas, or to an X25519 key is refused as quickly", async () => {
    const hybrid = await letter("A2");
    const head = "-> mlkem768x25519 ";
    const share = "A".repeat(1_494);
    const stanza = `${head}${share}\n${"B".repeat(43)}\n`;
    const end = rest(hybrid.sealed).subarray(1);
    for (const stanzas of [stanza.repeat(9), stanza.repeat(2_500), `${head}${"A".repeat(4_000_000)}\n`])
      await refused(joined(utf8(`age-encryption.org/v1\n${stanzas}`), end), hybrid.identity, "A2");
    await refused(box.sealed, hybrid.identity, "A2");
    await refused(hybrid.sealed, box.identity, "A1");
  });

  test("cut at any chunk, with a chunk left out, or with bytes behind its end gives nothing away", async () => {
    const { sealed, identity } = box;
    const start = 168 + 16;
    const chunk = 65_536 + 16;
    for (let at = start; at < sealed.length; at += chunk) {
      await refused(sealed.subarray(0, at), identity);
      await refused(sealed.subarray(0, at + 1), identity);
      const without = joined(sealed.subarray(0, at), sealed.subarray(at + chunk));
      if (at + chunk < sealed.length) await refused(without, identity);
    }
    await refused(joined(sealed, Uint8Array.of(0)), identity);
    await refused(joined(sealed, sealed.subarray(sealed.length - chunk)), identity);
  });

  test("that is larger than any letter may be is refused unopened", async () => {
    await refused(new Uint8Array(4_194_305), box.identity);
  });

  test.each([
    ["without a report", [["family.json", true]]],
    [
      "with a report that is no JSON",
      [
        ["report.json", "{"],
        ["family.json", true],
      ],
    ],
    [
      "with a family that asks to be answered nowhere",
      [
        ["report.json", "{}"],
        ["family.json", "{}"],
      ],
    ],
    [
      "with a web page among its papers",
      [
        ["report.json", "{}"],
        ["family.json", true],
        ["index.html", "<script>"],
      ],
    ],
  ] as const)("%s is refused", async (_, parts) => {
    const files = parts.map(([name, text]) => ({
      name,
      bytes: text === true ? canonicalBytes(box.family) : utf8(text),
    }));
    const tar = tarOf(files, (length) => Math.max(DROP_SMALLEST, padme(length)));
    await refused(await ageSealed(tar, "A1", [box.intake]), box.identity);
  });
});

const tools = ["/usr/bin/age", "/usr/bin/tar"];
const tar = existsSync("/bin/tar") ? "/bin/tar" : "/usr/bin/tar";
describe.skipIf(!tools.every((one) => existsSync(one) || existsSync(one.replace("/usr", ""))))(
  "Debian's age and tar",
  () => {
    const scratch = mkdtempSync(join(tmpdir(), "answerable-drop-"));
    afterAll(() => rmSync(scratch, { recursive: true }));
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(scratch, name), content, { mode: 0o600 });
      return join(scratch, name);
    };
    const decrypt = (sealed: Uint8Array, identity: string) =>
      execFileSync(
        "/usr/bin/age",
        ["--decrypt", "-i", file("key.txt", `${identity}\n`), file("letter.age", sealed)],
        { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 10_000_000 },
      );

    test("open a letter with the exported intake key", async () => {
      const { sealed, identity, family } = await letter("A1", [picture]);
      const archive = file("letter.tar", decrypt(sealed, identity));
      expect(execFileSync(tar, ["-tf", archive], { encoding: "utf8" })).toBe(
        "report.json\nfamily.json\nfiles/01.jpg\n",
      );
      execFileSync(tar, ["-xf", archive, "-C", scratch]);
      expect(JSON.parse(readFileSync(join(scratch, "report.json"), "utf8"))).toEqual(report);
      expect(fromUtf8(readFileSync(join(scratch, "family.json")))).toBe(fromUtf8(canonicalBytes(family)));
      expect(Uint8Array.from(readFileSync(join(scratch, "files/01.jpg")))).toEqual(picture.bytes);
    });

    test("refuse what we refuse of what belongs to age: a cut, a chunk left out, bytes behind the end", async () => {
      const { sealed, identity } = await letter("A1", [picture]);
      const at = 184 + 65_552;
      expect(() => decrypt(sealed.subarray(0, at), identity)).toThrow();
      expect(() => decrypt(joined(sealed.subarray(0, at), sealed.subarray(at + 65_552)), identity)).toThrow();
      expect(() => decrypt(joined(sealed, Uint8Array.of(0)), identity)).toThrow();
      expect(() => decrypt(sealed, newIdentity("A1", chance("another desk")))).toThrow();
    });
  },
);
