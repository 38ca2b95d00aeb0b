import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";

import { pressKey, sitDown } from "../testing/at-the-desk.ts";

const current = () => document.querySelector('.roster-row[aria-selected="true"] .name')?.textContent;

test("slash goes to the search, a word finds its case, Enter and Enter open it", async () => {
  await sitDown({}, "#/roster");
  await expect.poll(() => document.querySelectorAll(".roster-rows .name").length).toBeGreaterThan(8);
  await userEvent.keyboard("/");
  await userEvent.keyboard("заигр");
  await expect.poll(() => document.querySelectorAll(".roster-rows .name").length).toBe(1);
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".case h1")?.textContent).toBe("Заиграев Клим");
});

test("j and k walk the rows on either layout", async () => {
  await sitDown({}, "#/roster");
  await expect.poll(() => current()).toBeTruthy();
  const first = current();
  document.getElementById("roster-rows")?.focus();
  await userEvent.keyboard("j");
  await expect.poll(() => current()).not.toBe(first);
  pressKey("л");
  await expect.poll(() => current()).toBe(first);
});

test("an empty list says so in plain words", async () => {
  await sitDown({}, "#/roster");
  await expect.poll(() => document.querySelectorAll(".list").length).toBe(7);
  [...document.querySelectorAll<HTMLButtonElement>(".list")].at(-1)?.click();
  await expect.poll(() => document.querySelector(".empty")?.textContent).toBe("Закрытых дел нет.");
});
