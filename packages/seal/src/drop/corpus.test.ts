/** Whatever a family sealed once, and whatever was answered, must open for ever. The file is not written again. */
import { readFileSync } from "node:fs";

import { fromText, toText } from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";

import { openFile } from "./attachment.ts";
import { openMail } from "./mail.ts";
import { readReceipt } from "./receipt-code.ts";
import { receiptKeys } from "./receipt-keys.ts";
import { openDrop } from "./sealed-drop.ts";

// The corpus is our own writing; its shape is what this test finds out.
const corpus = JSON.parse(readFileSync(new URL("../corpus/letters.json", import.meta.url), "utf8"));

test.each(["A1", "A2"] as const)("the letter, the answer and the file of suite %s open", async (suite) => {
  const { identity, report, family, file, letter, code, stretched, correspondence, page, blob, facts } =
    corpus[suite];
  const bytes = fromText(file);
  expect(await openDrop(fromText(letter), { suite, identity })).toEqual({
    report,
    family,
    files: [{ name: "files/01.bin", bytes }],
  });

  const read = readReceipt(code);
  if (!read.ok) throw new Error("the code is right");
  const keys = await receiptKeys({ code: read.value, stretched: fromText(stretched), suite });
  expect(await openMail(fromText(page), keys, suite)).toEqual(correspondence);

  const sealed = new Blob([fromText(blob).slice()]).stream();
  const opened = new Uint8Array(await new Response(openFile({ suite, sealed, facts })).arrayBuffer());
  expect(opened).toHaveLength(facts.size);
  expect(toText(sha256(opened))).toBe(facts.plain);
  expect(toText(sha256(fromText(blob)))).toBe(facts.cipher);
});
