import type { FolderId, LedgerEvent } from "@answerable/casework";
import { describe, expect, test } from "vitest";
/** The place where things become public, on a paper office: drafted, looked at, mended, sent back, signed by another, handed over. */
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";
import { noon, openSampleOffice } from "../testing/sample.ts";

const book = "book__________________" as FolderId;
const press = (name: string | RegExp) => userEvent.click(page.getByRole("button", { name }).first());

/** A ledger of two entries that may be printed, and what a test adds. */
function officeWith(more: readonly unknown[] = []) {
  const office = openSampleOffice();
  const entries = [
    { type: "AgentEntered", agent: { id: "ag:a", type: "group", label: "родные" } },
    { type: "ChainDrawn", chain: { id: "ch:a", origin: "ag:a", perceives: "saw", links: [] } },
    claim("C1", "Родные просят ответа."),
    claim("C2", "Обучения не было."),
    ...more,
  ] as unknown as readonly LedgerEvent[]; // ids of a ledger are brands; the schema makes them when they are read
  office.record({ type: "EnterInLedger", case: book, name: "Ноябрь", entries }, office.me, noon);
  return office;
}
const claim = (id: string, ru: string) => ({
  type: "ClaimEntered",
  claim: {
    id,
    type: "event",
    text: ru,
    chain: "ch:a",
    modality: "asserted",
    polarity: "positive",
    printed: { ru },
  },
});

describe("what becomes public", () => {
  test("without a claims file a book of releases is begun", async () => {
    await sitDown({}, "#/publish");
    await press("Завести книгу выпусков");
    await expect.element(page.getByRole("heading", { name: "Выпуск 1" })).toBeVisible();
  });

  test("a name in an entry stops it; held back with a reason, the rest is drafted with p and signed", async () => {
    const office = officeWith([claim("C3", "Мать ищет Бельчугина Сергея.")]); // invented
    await sitDown({ office }, "#/publish");
    await expect.element(page.getByRole("heading", { name: "Выпуск 1" })).toBeVisible();
    await userEvent.keyboard("p");
    await expect.element(page.getByText("Бельчугина Сергея")).toBeVisible();
    await canBeUsedByEveryone();
    await press("Поправить");
    await press("Не печатать");
    await expect
      .element(
        page
          .getByRole("alert")
          .getByText(/Напишите|пуст|заполн|нужн/i)
          .first(),
      )
      .toBeVisible();
    await userEvent.fill(page.getByLabelText("Почему"), "назван человек");
    await press("Не печатать");
    await expect.element(page.getByText(/составьте выпуск снова/)).toBeVisible();
    await press(/Составить выпуск/);
    await expect.element(page.getByRole("heading", { name: "Подпись под выпуском 1" })).toBeVisible();
    await expect.element(page.getByText("Не печатается 1 утверждение.")).toBeVisible();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.element(page.getByRole("heading", { name: /Выпуск 1 ждёт второй подписи/ })).toBeVisible();
  });

  for (const width of [1366, 390])
    for (const theme of ["light", "dark"] as const)
      test(`can be used by everyone at ${width} pixels, ${theme}`, async () => {
        await page.viewport(width, 900);
        await sitDown({ theme, office: officeWith() }, "#/publish");
        await press(/Составить выпуск/);
        await expect.element(page.getByRole("heading", { name: "Подпись под выпуском 1" })).toBeVisible();
        await canBeUsedByEveryone();
      });
});
