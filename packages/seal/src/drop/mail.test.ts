import { fromText, MAIL_PAGE_BYTES, mailMessage, type DeskId, type Hash } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { Damaged, TooLarge } from "../damaged.ts";
import { verify } from "../ed25519.ts";
import { chance } from "../testing/chance.ts";
import { familyNamed } from "../testing/family.ts";
import { named } from "../testing/helpline.ts";
import { askForMail, openMail, sealMail, type Correspondence } from "./mail.ts";

const letters = [{ day: "2026-11-23", text: "Мы написали в военную прокуратуру.", asks: true }];

async function answered(suite: "A1" | "A2" = "A1") {
  const { keys } = await familyNamed("family", suite);
  const correspondence: Correspondence = { v: 1, locator: keys.locator, number: 1, letters };
  const { recipient, reply } = keys;
  const page = await sealMail({ suite, recipient, reply, correspondence, random: chance("desk") });
  return { keys, page, correspondence, suite };
}

describe("an answer to a family", () => {
  test.each(["A1", "A2"] as const)(
    "comes back to who has the code, in suite %s, on a page of constant size",
    async (suite) => {
      const { keys, page, correspondence } = await answered(suite);
      expect(page).toHaveLength(MAIL_PAGE_BYTES);
      expect(await openMail(page, keys, suite)).toEqual(correspondence);
    },
  );

  test("that is not there yet is not there", async () => {
    const { keys } = await answered();
    const nothing = chance("nothing")(MAIL_PAGE_BYTES);
    nothing.fill(0, 0, 4);
    expect(await openMail(nothing, keys, "A1")).toBeUndefined();
  });

  test("by someone who has not opened the letter is refused, also when it is sealed to the right family", async () => {
    const { keys, correspondence } = await answered();
    const reply = chance("the server guesses")(32);
    const forged = await sealMail({
      suite: "A1",
      recipient: keys.recipient,
      reply,
      correspondence,
      random: chance("x"),
    });
    await expect(openMail(forged, keys, "A1")).rejects.toThrow(Damaged);
  });

  test("to another family is refused, and so is one under another locator", async () => {
    const { page, keys, correspondence } = await answered();
    const other = await familyNamed("another family");
    await expect(openMail(page, other.keys, "A1")).rejects.toThrow(Damaged);
    const wrong = { ...correspondence, locator: "AAAAA" };
    const { recipient, reply } = keys;
    const moved = await sealMail({
      suite: "A1",
      recipient,
      reply,
      correspondence: wrong,
      random: chance("x"),
    });
    await expect(openMail(moved, keys, "A1")).rejects.toThrow(Damaged);
  });

  test("cut, lengthened or changed is refused", async () => {
    const { page, keys } = await answered();
    await expect(openMail(page.subarray(1), keys, "A1")).rejects.toThrow(Damaged);
    for (const at of [0, 3, 10, 150, 1_000, 60_000]) {
      const changed = page.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openMail(changed, keys, "A1")).rejects.toThrow(Damaged);
    }
  });

  test("that does not fit the page is refused, not cut", async () => {
    const { keys, correspondence } = await answered();
    const many = {
      ...correspondence,
      letters: Array.from({ length: 3 }, () => ({
        day: "2026-11-23",
        asks: false,
        text: "ж".repeat(15_000),
      })),
    };
    const { recipient, reply } = keys;
    const sealing = sealMail({ suite: "A1", recipient, reply, correspondence: many, random: chance("x") });
    await expect(sealing).rejects.toThrow(TooLarge);
  });

  test("is asked for with the mailbox's key", async () => {
    const { keys } = await answered();
    const asking = {
      charter: "A".repeat(43) as Hash,
      desk: named<DeskId>("room"),
      locator: keys.locator,
      challenge: "c",
      tell: false,
    };
    const asked = await askForMail(keys, asking);
    expect(await verify(fromText(asked.key), mailMessage(asking), fromText(asked.signature))).toBe(true);
    expect(
      await verify(fromText(asked.key), mailMessage({ ...asking, tell: true }), fromText(asked.signature)),
    ).toBe(false);
  });
});
