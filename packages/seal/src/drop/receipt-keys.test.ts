import { toText } from "@answerable/wire";
/** Runs in Node and in Chromium; the Python script is asked for the same code in receipt-python.test.ts. */
import { bech32 } from "@scure/base";
import { expect, test } from "vitest";

import { chance } from "../testing/chance.ts";
import { ofOneReceipt } from "../testing/one-receipt.ts";
import { readReceipt } from "./receipt-code.ts";
import { familyKeys, receiptKeys, receiptSalt, stretchedReceipt } from "./receipt-keys.ts";

test("one code gives the same keys everywhere, for ever", { timeout: 120_000 }, async () => {
  const read = readReceipt(ofOneReceipt.code);
  if (!read.ok) throw new Error("the code is right");
  const stretched = stretchedReceipt(read.value);
  expect(toText(stretched)).toBe(ofOneReceipt.stretched);
  const keys = await receiptKeys({ code: read.value, stretched, suite: "A1" });
  const { locator, recipient, mailbox, reply } = familyKeys(keys);
  const [prefix, point] = bech32OfRecipient(recipient);
  expect(prefix).toBe("age");
  expect({ locator, mailbox, reply, x25519: toText(point) }).toEqual({
    locator: ofOneReceipt.locator,
    mailbox: ofOneReceipt.mailbox,
    reply: ofOneReceipt.reply,
    x25519: ofOneReceipt.x25519,
  });
  const hybrid = await receiptKeys({ code: read.value, stretched, suite: "A2" });
  expect(hybrid.recipient).toMatch(/^age1pq1/);
  expect(toText(hybrid.mailbox.publicKey)).toBe(ofOneReceipt.mailbox);
});

test("two mailboxes have two salts", () => {
  expect(receiptSalt("AAAAA")).toHaveLength(16);
  expect(toText(receiptSalt("AAAAA"))).not.toBe(toText(receiptSalt("AAAAB")));
});

test("the same stretched bytes give other keys to another purpose", async () => {
  const read = readReceipt(ofOneReceipt.code);
  if (!read.ok) throw new Error("the code is right");
  const stretched = chance("stretched")(32);
  const keys = await receiptKeys({ code: read.value, stretched, suite: "A1" });
  expect(new Set([toText(keys.reply), toText(keys.mailbox.publicKey), keys.identity]).size).toBe(3);
});

function bech32OfRecipient(recipient: string): readonly [string, Uint8Array] {
  const { prefix, bytes } = bech32.decodeToBytes(recipient);
  return [prefix, bytes];
}
