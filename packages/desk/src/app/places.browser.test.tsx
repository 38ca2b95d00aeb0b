import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { field, focused, sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";

const inPlaces = () => document.activeElement?.closest(".places") !== null;
const isShown = () => getComputedStyle(document.activeElement ?? document.body).clipPath === "none";

test("from inside a field the letters are five keys away, and the call keeps its words", async () => {
  await sitDown();
  const soldier = field("Военнослужащий");
  soldier.focus();
  await userEvent.keyboard("Батуев");
  await userEvent.keyboard("{Shift>}{F1}{/Shift}");
  expect(focused()).toBe("Звонок");
  expect(document.querySelector(".help")).toBeNull();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{Enter}");
  await expect.poll(() => location.hash).toBe("#/inbox");
  await expect.poll(() => document.querySelector("main")?.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard("{Shift>}{F1}{/Shift}{Home}{Enter}");
  await expect.poll(() => location.hash).toBe("#/");
  await expect.poll(() => field("Военнослужащий").value).toBe("Батуев");
});

test("arrows lead round the places, and a digit beside them names the call as everywhere on the screen", async () => {
  const office = await sitDown({}, "#/roster");
  await userEvent.keyboard("{Shift>}{F1}{/Shift}");
  expect(document.activeElement?.getAttribute("href")).toBe("#/roster");
  await userEvent.keyboard("{ArrowRight}");
  expect(document.activeElement?.getAttribute("href")).toBe("#/inbox");
  await userEvent.keyboard("{Home}{ArrowLeft}");
  expect(document.activeElement?.getAttribute("href")).toBe("#/people");
  await userEvent.keyboard("{ArrowRight}");
  expect(document.activeElement?.getAttribute("href")).toBe("#/");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".phone-desk")).not.toBeNull();
  await userEvent.keyboard("{Shift>}{F1}{/Shift}2");
  await expect.poll(async () => (await office.drafts()).at(-1)?.kind).toBe("soldierHimself");
});

test("the first stop of the page leads past everything, and the one before a screen leads to the places", async () => {
  await sitDown({}, "#/due");
  document.body.tabIndex = -1;
  document.body.focus();
  await userEvent.keyboard("{Tab}");
  expect(focused()).toBe("К содержанию");
  expect(isShown()).toBe(true);
  await canBeUsedByEveryone();
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement?.tagName).toBe("MAIN");
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  expect(focused()).toContain("К разделам");
  expect(isShown()).toBe(true);
  await userEvent.keyboard("{Enter}");
  expect(inPlaces()).toBe(true);
  document.body.removeAttribute("tabindex");
});

test("on a telephone the place where one is stands in sight among the ten", async () => {
  await page.viewport(390, 844);
  await sitDown({}, "#/");
  for (const hash of ["#/people", "#/shift", "#/"]) {
    location.hash = hash;
    const here = () => document.querySelector(`.places [href="${hash}"][aria-current]`);
    await expect.poll(here).not.toBeNull();
    await expect.poll(() => here()?.getBoundingClientRect().right).toBeLessThanOrEqual(390);
    expect(here()?.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
  }
});
