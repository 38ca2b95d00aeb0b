/** What is half-written in a form is where it was after a lock and after a crash; what was taken or left is gone. */
import type { Slip } from "@answerable/replica";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { openSampleOffice } from "../testing/sample.ts";

afterEach(() => vi.useRealTimers());

const write = (label: string, text: string) => page.getByLabelText(label, { exact: true }).fill(text);
const says = (label: string) => expect.element(page.getByLabelText(label, { exact: true }));
const press = (name: string) => page.getByRole("button", { name, exact: true }).first().click();

const addTask = () =>
  page.getByRole("region", { name: "Обещания" }).getByRole("button", { name: "Добавить" }).click();

/** The desk at the first case. */
async function atTheCase(office = openSampleOffice()) {
  await sitDown({ office }, `#/case/${office.cases[0] ?? ""}`);
  await expect.poll(() => document.querySelector(".case h1")).not.toBeNull();
  return office;
}
/** A tab that dies says nothing: only what was kept by itself is there again. */
async function afterACrash(office: ReturnType<typeof openSampleOffice>) {
  const kept = await office.slips();
  await atTheCase({ ...office, slips: async () => kept });
}

test("a note, a promise and a correction half-written are kept within a second and stand where they were", async () => {
  const office = await atTheCase();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await write("Заметка для коллег", "Брат сказал, что");
  await addTask();
  await write("Что сделать", "Позвонить в гарн");
  await press("Уточнить");
  await write("Значение", "Курская обл");
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(await office.slips()).toHaveLength(3);
  await afterACrash(office);
  await says("Заметка для коллег").toHaveValue("Брат сказал, что");
  await says("Что сделать").toHaveValue("Позвонить в гарн");
  await says("Значение").toHaveValue("Курская обл");
});

test("a lock in mid-word seals the word first, and it is there after unlocking", async () => {
  await atTheCase();
  await write("Заметка для коллег", "Полсло");
  await press("Закрыть");
  await expect.poll(() => document.querySelector('input[type="password"]')).not.toBeNull();
  await userEvent.keyboard("correct horse{Enter}");
  await says("Заметка для коллег").toHaveValue("Полсло");
});

test("what was taken and what was left leaves nothing behind", async () => {
  const office = await atTheCase();
  await write("Заметка для коллег", "Готово");
  await press("Записать");
  await says("Заметка для коллег").toHaveValue("");
  await addTask();
  await write("Что сделать", "Передумали");
  await press("Не надо");
  await expect.poll(async (): Promise<readonly Slip[]> => office.slips()).toEqual([]);
});

test("Esc leaves a slip on which nothing is written, and no other", async () => {
  await atTheCase();
  const what = page.getByLabelText("Что сделать", { exact: true });
  await addTask();
  await what.fill("Позвонить");
  await userEvent.keyboard("{Escape}");
  await expect.element(what).toHaveValue("Позвонить");
  await what.fill("");
  await userEvent.keyboard("{Escape}");
  await expect.element(what).not.toBeInTheDocument();
});
