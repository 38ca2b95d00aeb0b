/**
 * The same silence in Chromium against the built desk: a letter with three signatories is drafted, read, printed, sent,
 * registered, forwarded, extended; its silence begins on the right day, and the next letter is drafted. The clock of page
 * and worker is moved by hand. The story itself: a-prosecutor-stays-silent.test.ts.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  PASSPHRASE,
  beginCall,
  foundIn,
  openHouse,
  openLaptop,
  windable,
  type House,
  type Laptop,
} from "./chromium-stage.ts";

let house: House;
let ninas: Laptop;
let ahead = 0;

beforeAll(async () => {
  house = await openHouse();
  ninas = await openLaptop(house, "kitchen");
  await windable(ninas, () => ahead);
  windTo("2022-11-07");
  await foundIn(ninas, house);
});
afterAll(() => house?.close());

function windTo(day: string): void {
  ahead = Date.parse(`${day}T10:00:00Z`) - Date.now();
}

/** The next morning: the page is loaded anew and unlocked. */
async function on(day: string): Promise<Page> {
  windTo(day);
  const page = ninas.page();
  await page.reload();
  await page.getByLabel("Парольная фраза").fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Обращения" }).waitFor({ timeout: 30_000 });
  return page;
}

async function openCase(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Картотека" }).click();
  await page.getByText("Дубровин Павел Андреевич").first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("дубровин");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Обращения" }).waitFor();
}

/** What came, as a volunteer takes it down: the kind, then the fields, then Enter. */
async function came(
  page: Page,
  place: number,
  kind: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const letter = page.locator(".thread-letter").nth(place);
  await letter.getByRole("button", { name: /Что пришло|Отправить или придержать/ }).click();
  await letter.getByRole("radio", { name: kind, exact: true }).click();
  for (const [field, text] of Object.entries(fields))
    await letter.getByLabel(field, { exact: true }).fill(text);
  await page.keyboard.press("Enter");
  await letter.locator(".came").waitFor({ state: "detached" });
}

test("a call, a collective letter, its clocks, and the silence", async () => {
  const page = ninas.page();
  // The call.
  await beginCall(page);
  await page.getByLabel("Кто звонит").first().fill("Дубровина Инна Сергеевна");
  await page.getByLabel("Военнослужащий", { exact: true }).fill("Дубровин Павел Андреевич");
  await page.getByLabel(/^Суть/).first().fill("Две недели подготовки, потом передовая. Не выходит на связь.");
  await page.keyboard.press("Control+Enter");
  await openCase(page);

  // The letter: three signatories, each with her own soldier.
  await page.getByRole("link", { name: "Новое письмо" }).click();
  await page.getByLabel("Как называется этот орган").fill("Губернатор Воронежской области");
  await page.getByRole("radio", { name: "коллективное" }).click();
  const names = [
    ["Дубровина Инна Сергеевна", "Дубровин Павел Андреевич"],
    ["Саенко Лидия Романовна", "Саенко Роман Петрович"],
    ["Цой Марина Олеговна", "Цой Сергей Викторович"],
  ];
  for (const [at, [name = "", soldier = ""]] of names.entries()) {
    if (at > 0) await page.getByRole("button", { name: "Ещё подпись" }).click();
    const row = page.locator(".signatory").nth(at);
    await row.getByLabel("Фамилия, имя, отчество").fill(name);
    await row.getByLabel("Её военнослужащий, полностью").fill(soldier);
    await row.getByLabel("Кем приходится").selectOption("spouse");
    if (at === 0) await row.getByLabel("Почтовый адрес для ответа").fill("394000, Воронеж, а/я 7");
    await row.getByRole("radio", { name: "своей подписью" }).click();
  }
  await page.getByRole("button", { name: "Составить письмо" }).click();

  // It is read as the page it will be, and printed.
  await page.getByText("Губернатору Воронежской области").waitFor();
  await page.getByText("Лист подписей").waitFor();
  expect(await page.locator(".paper-page tbody tr").count()).toBe(3);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF" }).click();
  const saved = await saving;
  const file = join(house.directory, "letter.pdf");
  await saved.saveAs(file);
  if (existsSync("/usr/bin/pdftotext")) {
    const text = execFileSync("/usr/bin/pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    for (const words of ["Коллективное обращение", "Саенко Лидия Романовна", "Цой Марина Олеговна"])
      expect(text).toContain(words);
  }
  await page.getByRole("button", { name: "Прочитано и проверено" }).click();
  await page.getByText("Письмо проверено").waitFor();
  await page.getByRole("link", { name: "К делу" }).click();
  await came(page, 0, "отправлено", { "Какого числа": "сегодня" });

  // Registered; forwarded whole to the prosecutor; he registers it; the governor's notice of more time comes too.
  await on("2022-11-17");
  await openCase(ninas.page());
  await came(ninas.page(), 0, "зарегистрировано", { "Какого числа": "08.11", Номер: "01-11/4410" });
  await came(ninas.page(), 0, "переслали", {
    "Какого числа": "14.11",
    "Как называется этот орган": "Военная прокуратура Воронежского гарнизона",
  });
  await ninas.page().getByText("Военная прокуратура Воронежского гарнизона").first().waitFor();
  await on("2022-12-05");
  await openCase(ninas.page());
  await came(ninas.page(), 1, "зарегистрировано", { "Какого числа": "18.11", Номер: "4-3115" });
  await came(ninas.page(), 0, "продлили", {
    "Дата уведомления": "02.12",
    "До какого числа продлено": "07.01.2023",
  });
  await ninas.page().locator(".overlays").getByText("продлено").first().waitFor();

  // On the last lawful day nobody is accused; on the next the silence stands on the board.
  const last = await on("2022-12-19");
  await last.getByRole("link", { name: "Обращения" }).click();
  await last.getByText("срок до 19.12.2022").waitFor();
  await expect.poll(() => last.getByRole("button", { name: /Просрочены/ }).innerText()).toMatch(/0$/);
  const day = await on("2022-12-20");
  await day.getByRole("link", { name: "Обращения" }).click();
  await day.getByText("просрочено с 20.12.2022").waitFor();
  await day.getByRole("button", { name: /Молчат/ }).click();
  await day.locator(".board-office").getByText("Военная прокуратура Воронежского гарнизона").waitFor();
  await day.getByText("просрочено с 20.12.2022").click();
  await day.locator(".trace").getByText("18.11.2022").first().waitFor();

  // The next step is offered, and its letter is drafted.
  await openCase(day);
  await day
    .locator(".thread-letter")
    .nth(1)
    .getByRole("button", { name: "Дальше: Военному прокурору" })
    .click();
  await day.getByText("В Военную прокуратуру округа").waitFor();
  await day.getByText("Предупреждений нет.").waitFor();

  // The governor's paper comes back with a stamp: its number is read from the picture, and the scan lies with its letter.
  await day.getByRole("link", { name: "Обращения" }).click();
  await day.locator("input[type=file]").setInputFiles(file);
  await day.getByRole("heading", { name: "Файлы" }).waitFor();
  await day.locator(".thread-letter").first().getByText("Скан: letter.pdf").waitFor();

  // An answer is taken down with its scan.
  const letter = day.locator(".thread-letter").nth(1);
  await letter.getByRole("button", { name: "Что пришло" }).click();
  await letter.getByRole("radio", { name: "ответ", exact: true }).click();
  await letter.getByLabel("Когда пришёл ответ", { exact: true }).fill("20.12");
  await letter.getByLabel("Скан или снимок письма").setInputFiles(file);
  await letter.getByLabel("Номер", { exact: true }).press("Enter");
  await letter.locator(".came").waitFor({ state: "detached" });
  await letter.locator(".thread-answer").waitFor();
  await letter.getByText("Скан: letter.pdf").waitFor();
});
