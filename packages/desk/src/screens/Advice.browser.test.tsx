import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { field, pressKey, sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";

const panel = () => document.querySelector(".advice-panel");

test("two question marks in any field open the cards and leave no trace in it; Esc leads back to the very place", async () => {
  await sitDown();
  const name = field("Военнослужащий");
  await userEvent.fill(name, "Долгополов ждёт");
  name.focus();
  name.setSelectionRange(10, 10);
  await userEvent.keyboard("??");
  await expect.poll(panel).not.toBeNull();
  expect(name.value).toBe("Долгополов ждёт");
  await expect.poll(() => document.querySelectorAll("#advice-found [role=option]").length).toBeGreaterThan(3);
  await userEvent.keyboard("gkty"); // плен
  await expect.poll(() => panel()?.textContent).toContain("Мы не можем сказать, в плену он или нет");
  expect(panel()?.textContent).toContain("Юрист эту карточку ещё не проверял");
  await canBeUsedByEveryone();
  await userEvent.keyboard("{Escape}");
  await expect.poll(panel).toBeNull();
  expect(document.activeElement).toBe(name);
  expect(name.selectionStart).toBe(10);
  await userEvent.keyboard("а");
  expect(name.value).toBe("Долгополова ждёт");
});

test("outside any field ?? and F6 open them too; where nothing answers, that is said", async () => {
  await sitDown();
  (document.activeElement as HTMLElement | null)?.blur();
  pressKey("?");
  await expect.poll(() => document.querySelector(".help")).not.toBeNull();
  pressKey("?");
  await expect.poll(panel).not.toBeNull();
  await userEvent.keyboard("отпуск");
  await expect.poll(() => panel()?.textContent).toContain("гадать я не буду");
  pressKey("F6");
  await expect.poll(panel).toBeNull();
  pressKey("F6");
  await expect.poll(panel).not.toBeNull();
});

test("in the booklet's contents each answer stands on its own line, and what goes to a lawyer says so beside it", async () => {
  await page.viewport(1366, 768);
  await sitDown({}, "#/advice");
  await expect.poll(() => document.querySelectorAll(".booklet-contents li").length).toBe(69);
  const toLawyer = [...document.querySelectorAll<HTMLElement>(".booklet-contents small")];
  expect(toLawyer.length).toBeGreaterThan(10);
  for (const small of toLawyer) expect(small.getClientRects()).toHaveLength(1);
});

test("the booklet has a page for every grievance, and can be used by everyone", async () => {
  await sitDown({}, "#/advice");
  await expect.poll(() => document.querySelectorAll(".booklet-page").length).toBe(69);
  await expect.element(page.getByRole("heading", { name: "A1 нет связи" })).toBeVisible();
  await canBeUsedByEveryone();
  await page.viewport(390, 800);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
});
