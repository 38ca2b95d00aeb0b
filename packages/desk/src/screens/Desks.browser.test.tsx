/** Several desks on a paper office: one is made, its line stands in the head, and the other is shown by key alone. */
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";

const press = (name: string | RegExp) => userEvent.click(page.getByRole("button", { name }).first());

async function made(theme: "light" | "dark" = "light") {
  const office = await sitDown({ theme }, "#/people");
  await expect.element(page.getByText(/Стол один/)).toBeVisible();
  await press("Сделать стол");
  await expect.element(page.getByText("Дайте столу название.")).toBeVisible();
  const [name, purpose] = document.querySelectorAll(".new-desk input");
  if (!name || !purpose) throw new Error("no form for a desk");
  await userEvent.fill(name, "Юристы");
  await userEvent.fill(purpose, "Жалобы и суды");
  await press("Сделать стол");
  await expect.element(page.getByText("Жалобы и суды").first()).toBeVisible();
  return office;
}

test("a coordinator makes a desk, and moves to it and back with F10 and a number", async () => {
  await page.viewport(1366, 900);
  const office = await made();
  await userEvent.keyboard("{F10}2");
  await expect.poll(() => office.status().desk).toBe("desk-2");
  await expect.element(page.getByText("Юристы").first()).toBeVisible();
  await userEvent.keyboard("{F10}");
  await expect.element(page.getByRole("button", { name: /Стол 1/ })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(document.querySelector(".desk-list")).toBeNull();
  await userEvent.keyboard("{F10}1");
  await expect.poll(() => office.status().desk).toBe("desk-1");
});

test("a case goes to the other desk once it is written who agreed, how and why", async () => {
  await page.viewport(1366, 900);
  const office = await made();
  const [row] = (await office.ask({ type: "Roster", text: "", list: "all", from: 0, count: 1 })).rows;
  if (!row) throw new Error("an empty roster");
  location.hash = `#/case/${row.case}`;
  await press("Передать другому столу");
  const does = page.getByRole("button", { name: "Передать", exact: true });
  await expect.element(does).toBeDisabled();
  await userEvent.fill(page.getByLabelText("Кто согласился"), "мать");
  await userEvent.fill(page.getByLabelText("Почему"), "нужен суд");
  await expect.element(does).toBeDisabled();
  await press("сказано вслух");
  await canBeUsedByEveryone();
  await userEvent.click(does);
  await expect.element(page.getByText("Передано столу «Юристы»", { exact: true })).toBeVisible();
  await expect.element(page.getByText(/Согласие: мать, вслух/)).toBeVisible();
});

for (const width of [1366, 390])
  for (const theme of ["light", "dark"] as const)
    test(`the line of desks can be used by everyone at ${width} pixels, ${theme}`, async () => {
      await page.viewport(width, 900);
      await made(theme);
      for (const summary of document.querySelectorAll(".desks summary")) (summary as HTMLElement).click();
      await userEvent.keyboard("{F10}");
      await canBeUsedByEveryone();
    });
