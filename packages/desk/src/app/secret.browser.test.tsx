/** A link that enrols or founds leaves the address at once, and works nevertheless. */
import type { FoundHelpline, JoinHelpline } from "@answerable/replica";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { openSampleOffice } from "../testing/sample.ts";

const secret = "bWVldGluZw.c2VjcmV0.ZmluZ2VycHJpbnQ";
const passphrase = "пять слов для одного стола";

async function fillIn(words: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(words))
    await page.getByLabelText(label, { exact: true }).fill(text);
  await userEvent.keyboard("{Enter}");
}

test("a link that enrols is out of the address before the form is filled in, and enrols", async () => {
  const asked: JoinHelpline[] = [];
  const office = {
    ...openSampleOffice({ phase: "empty" }),
    join: async (given: JoinHelpline) => {
      asked.push(given);
      return { ok: true, value: undefined } as const;
    },
  };
  await sitDown({ office }, `#enrol=${secret}`);
  await expect.poll(() => location.hash).toBe("#/");
  expect(document.querySelector(".door-form")).not.toBeNull();
  await fillIn({
    "Как вас называть": "Вера",
    "Название устройства": "стол",
    "Парольная фраза этого устройства": passphrase,
    "Ещё раз": passphrase,
  });
  await expect.poll(() => asked[0]?.link).toBe(`${location.origin}/#enrol=${secret}`);
});

test("the secret of a founding is out of the address at once, and founds", async () => {
  const asked: FoundHelpline[] = [];
  const office = {
    ...openSampleOffice({ phase: "empty" }),
    found: async (given: FoundHelpline) => {
      asked.push(given);
      return { ok: true, value: { fingerprint: "KX4M9TQ2W7RB1N5C" } } as const;
    },
  };
  await sitDown({ office }, `#found=${secret}`);
  await expect.poll(() => location.hash).toBe("#/");
  await fillIn({
    "Название линии": "Линия",
    "Как вас называть": "Вера",
    "Название устройства": "стол",
    "Парольная фраза этого устройства": passphrase,
    "Ещё раз": passphrase,
  });
  await expect.poll(() => asked[0]?.foundingSecret).toBe(secret);
});

test("a link pasted over an open desk is taken out of the address and changes nothing", async () => {
  await sitDown({}, "#/roster");
  location.hash = `#enrol=${secret}`;
  await expect.poll(() => location.hash).toBe("#/");
  expect(document.querySelector(".shell")).not.toBeNull();
});
