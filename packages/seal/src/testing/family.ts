/** A founded helpline with a letterbox, and a family with a receipt; the slow stretching is left out where a test needs no code. */
import type { Hash } from "@answerable/wire";

import { newIdentity, recipientOf, type Suite } from "../age.ts";
import { newReceipt } from "../drop/receipt-code.ts";
import { receiptKeys, familyKeys } from "../drop/receipt-keys.ts";
import type { Family } from "../drop/sealed-drop.ts";
import { chance } from "./chance.ts";

export async function letterbox(suite: Suite = "A1") {
  const identity = newIdentity(suite, chance(`letterbox ${suite}`));
  return { suite, identity, intake: await recipientOf(identity) };
}

export async function familyNamed(name: string, suite: Suite = "A1") {
  const random = chance(name);
  const code = newReceipt(random);
  const keys = await receiptKeys({ code, stretched: random(32), suite });
  const family: Family = {
    v: 1,
    ...familyKeys(keys),
    consent: ["help"],
    language: "ru",
    charter: "A".repeat(43) as Hash, // makes the brand
  };
  return { random, code, keys, family };
}
