import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { ledgerHash, type LedgerRoom } from "../../app/ledger-route.ts";
import { hashOf } from "../../app/route.ts";
import { sitDown } from "../../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../../testing/everyone.ts";
import { enterArticle, sampleFile } from "../../testing/sample-ledger.ts";
import { openSampleOffice } from "../../testing/sample.ts";

async function atTheForm(room: Partial<LedgerRoom> = {}, mounting: Parameters<typeof sitDown>[0] = {}) {
  const office = openSampleOffice();
  enterArticle(office);
  const from = { at: "enter", ...room } as LedgerRoom; // the rest of a room to enter in
  await sitDown({ ...mounting, office }, ledgerHash({ page: "ledger", file: sampleFile, room: from }));
  await expect.poll(() => document.querySelector(".enter-form")).not.toBeNull();
  return office;
}
const status = () => document.querySelector(".enter-form .sealed-line")?.textContent ?? "";
const wrong = () => document.querySelector(".wrong")?.textContent ?? "";
const label = (words: string) => page.getByLabelText(words, { exact: true });
const listed = {
  type: "Incidents",
  case: sampleFile,
  lang: "ru",
  filter: {},
  order: "entered",
  from: 0,
  count: 99,
} as const;

async function claims(office: ReturnType<typeof openSampleOffice>): Promise<number> {
  const answer = await office.ask(listed);
  return answer.type === "Here" ? answer.found.claims : 0;
}

describe("a claim is entered", () => {
  test("a sentence of a press text becomes a claim of an incident, and is taken out again by one button", async () => {
    const office = await atTheForm({ incident: "I02" });
    await page.getByRole("radio", { name: "пресса" }).click();
    await label("Издание").fill("Курская хроника"); // invented
    await label("Текст целиком").fill("В Курске прошёл второй митинг. Власти молчат.");
    await page.getByRole("button", { name: "Власти молчат." }).click();
    await expect
      .element(label("Утверждение: одно, своими словами или цитатой"))
      .toHaveValue("Власти молчат.");
    await label("Кто сам это видел, сделал или решил").fill("Курская хроника");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await expect.poll(status).toContain("Утверждение записано");
    expect(await claims(office)).toBe(80);
    // The source stays, and the sentence says that it was taken.
    expect(document.querySelector(".sentences [data-taken]")?.textContent).toContain("записано");
    await page.getByRole("button", { name: "Вернуть как было" }).click();
    await expect.poll(() => claims(office)).toBe(79);
  });
  test("a way that runs in a circle is refused in plain words, and nothing is lost", async () => {
    const office = await atTheForm({ incident: "I02" });
    await label("Утверждение: одно, своими словами или цитатой").fill("Их было сто");
    await label("Кто сам это видел, сделал или решил").fill("соседка");
    await label("Через кого дошло (1)").fill("брат");
    await page.getByRole("button", { name: "Ещё одно звено" }).click();
    await label("Через кого дошло (2)").fill("соседка");
    await page.getByRole("button", { name: /^Записать/ }).click();
    await expect.poll(wrong).toContain("Путь идёт по кругу");
    expect(await claims(office)).toBe(79);
    await expect.element(label("Через кого дошло (2)")).toHaveValue("соседка");
  });
  test("words of a figure are read as they are written; least above most is refused", async () => {
    await atTheForm({ incident: "I02" });
    await label("Утверждение: одно, своими словами или цитатой").fill("Пришло около 50 человек");
    await label("Кто сам это видел, сделал или решил").fill("соседка");
    await label("Число словами источника").fill("около 50");
    await expect.poll(() => document.querySelector(".enter-figure legend")?.textContent).toContain("40–60");
    await label("Не меньше (если прочитано неверно)").fill("90");
    await page.getByRole("button", { name: /^Записать/ }).click();
    await expect.poll(wrong).toContain("Наименьшее число больше наибольшего");
  });
  test("what an authority denies is chosen from the incident, and stands beside it at once", async () => {
    const office = await atTheForm({ incident: "I02" });
    await page.getByRole("radio", { name: "ответ ведомства" }).click();
    await label("Ведомство или должностное лицо").fill("Администрация области");
    await label("Кто сам это видел, сделал или решил").fill("Администрация области");
    await label("Утверждение: одно, своими словами или цитатой").fill("Никакого митинга не было");
    const denied = document.querySelectorAll("select");
    const choice = [...denied].find((one) => one.labels?.[0]?.textContent === "Опровергает");
    if (!choice) throw new Error("no list of claims");
    await userEvent.selectOptions(choice, "C026");
    await page.getByRole("button", { name: /^Записать/ }).click();
    await expect.poll(status).toContain("записано");
    const after = await office.ask({ ...listed, filter: { text: "first rally" } });
    expect(after.type === "Here" && after.found.rows[0]).toMatchObject({ grade: "contested", denied: 1 });
  });
  test("from a case the form knows who told it, by relation and number, never by name", async () => {
    const office = openSampleOffice();
    enterArticle(office);
    const id = office.cases[8];
    if (!id) throw new Error("the sample has twelve cases");
    await sitDown({ office }, hashOf({ page: "case", case: id }));
    await page.getByRole("link", { name: "В утверждения" }).click();
    await expect.poll(() => document.querySelector(".enter-drawn")?.textContent).toMatch(/дело \S+ → мы$/);
    const rows = await office.ask({ type: "Roster", text: "", list: "all", from: 0, count: 99 });
    const name = rows.rows.find((row) => row.case === id)?.name ?? "";
    expect(name).not.toBe("");
    for (const part of name.split(" "))
      expect(document.querySelector(".enter-drawn")?.textContent).not.toContain(part);
  });
  test("a half-written claim stands where it was after the page is drawn anew", async () => {
    const office = await atTheForm();
    await label("Утверждение: одно, своими словами или цитатой").fill("Почти дописанное");
    await sitDown({ office }, ledgerHash({ page: "ledger", file: sampleFile, room: { at: "enter" } }));
    await expect
      .element(label("Утверждение: одно, своими словами или цитатой"))
      .toHaveValue("Почти дописанное");
  });
});

describe("a claim is put right", () => {
  async function atTheClaim(incident: string) {
    const office = openSampleOffice();
    enterArticle(office);
    await sitDown(
      { office },
      ledgerHash({ page: "ledger", file: sampleFile, room: { at: "incident", incident } }),
    );
    await expect.poll(() => document.querySelector(".claim")).not.toBeNull();
    return office;
  }
  test("retracting says first what rests on it, and then everything on it falls", async () => {
    await atTheClaim("I13");
    const claim = document.querySelector<HTMLElement>("#claim-C059");
    claim?.querySelector<HTMLElement>(".claim-deeds summary")?.click();
    await page
      .elementLocator(claim ?? document.body)
      .getByRole("button", { name: "Отозвать" })
      .click();
    expect(claim?.querySelector(".claim-reason")?.textContent).toContain("держится");
    await page
      .elementLocator(claim ?? document.body)
      .getByLabelText("Причина")
      .fill("перевод неверен");
    await page
      .elementLocator(claim ?? document.body)
      .getByRole("button", { name: "Отозвать" })
      .last()
      .click();
    await expect.poll(() => claim?.textContent).toContain("Отозвано: перевод неверен");
    expect(document.querySelector("#claim-C061")?.textContent).toContain("Держится на отозванном");
  });
  test("a correction is a new claim beside the old one, with its reason", async () => {
    const office = await atTheForm({ corrects: "C026" });
    await label("Утверждение: одно, своими словами или цитатой").fill("Митинг был в Курске восьмого числа");
    await label("Кто сам это видел, сделал или решил").fill("соседка");
    await page.getByRole("button", { name: /^Записать/ }).click();
    await expect.poll(wrong).toContain("почему исправляете");
    await label("Почему исправляется").fill("в газете опечатка");
    await page.getByRole("button", { name: /^Записать/ }).click();
    await expect.poll(status).toContain("записано");
    const shown = await office.ask({
      type: "IncidentPage",
      case: sampleFile,
      lang: "ru",
      incident: "I02",
      most: 9,
    });
    expect(shown.type === "Here" && shown.found.claims.map(({ soundness }) => soundness.type)).toEqual([
      "Corrected",
      "Sound",
    ]);
  });
});

test("the first file is opened by its name", async () => {
  await sitDown({}, "#/ledger");
  await label("Название новой папки").fill("Ноябрь");
  await page.getByRole("button", { name: "Завести папку" }).click();
  await expect.poll(() => document.querySelector(".ledger-top h1")?.textContent).toBe("Ноябрь");
  expect(document.querySelector(".ledger-found .empty")?.textContent).toContain("Событий пока нет");
});

for (const theme of ["light", "dark"] as const)
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const)
    test(`a claim can be entered by everyone, ${theme}, ${width} wide`, async () => {
      await page.viewport(width, height);
      await atTheForm({ incident: "I06" }, { theme });
      await label("Число словами источника").fill("сотни");
      await canBeUsedByEveryone();
    });
