import { describe, expect, test } from "vitest";
/** People, the paper and safety on a paper office: what a coordinator and a member do there, with the keyboard too. */
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";

const press = (name: string | RegExp) => userEvent.click(page.getByRole("button", { name }).first());

describe("people", () => {
  test("a colleague is removed after being asked once more, and the last coordinator is kept", async () => {
    await sitDown({}, "#/people");
    const deeds = page.getByText(/Что можно сделать/);
    await userEvent.click(deeds.nth(1));
    await press("Убрать с линии");
    await expect.element(page.getByText(/Прочитанное раньше остаётся прочитанным/)).toBeVisible();
    await press("Да, сделать");
    await expect.element(page.getByText("больше не на линии").first()).toBeVisible();
    await userEvent.click(deeds.first());
    await press("Приостановить меня");
    await press("Да, сделать");
    await expect.element(page.getByText(/должен остаться координатор/)).toBeVisible();
  });

  test("a lost device is taken out, and a new person is brought in with duties", async () => {
    const office = await sitDown({}, "#/people");
    await press("Потеряно или украдено");
    await press("Да, сделать");
    await expect.element(page.getByText("потеряно", { exact: true })).toBeVisible();
    await press("юрист");
    await press("Создать ссылку для человека");
    await expect.element(page.getByText(/Откройте эту ссылку/)).toBeVisible();
    await office.cancelMeeting();
  });

  for (const width of [1366, 390])
    for (const theme of ["light", "dark"] as const)
      for (const [where, hash] of [
        ["people", "#/people"],
        ["recovery", "#/recovery"],
        ["safety", "#/safety"],
      ] as const)
        test(`${where} can be used by everyone at ${width} pixels, ${theme}`, async () => {
          await page.viewport(width, 900);
          await sitDown({ theme }, hash);
          await expect.element(page.getByRole("heading", { level: 1 })).toBeVisible();
          for (const summary of document.querySelectorAll("summary")) summary.click();
          await canBeUsedByEveryone();
        });
});

describe("the paper", () => {
  test("is made as three shares with a code each, and is gone when it is forgotten", async () => {
    await page.viewport(1366, 900);
    await sitDown({}, "#/recovery");
    await expect.element(page.getByText(/Бумаги ещё нет/)).toBeVisible();
    await press("Сделать бумагу");
    await expect.element(page.getByText("Доля 3 из 3")).toBeVisible();
    expect(document.querySelectorAll("svg.qr")).toHaveLength(3);
    expect(document.querySelectorAll(".share")[0]?.querySelectorAll(".groups li")).toHaveLength(18);
    await canBeUsedByEveryone();
    await press("Напечатано, забыть");
    await expect.element(page.getByText(/нужны 2 доли из 3/)).toBeVisible();
    expect(document.body.textContent).not.toContain("AX2K");
  });

  test("opens an empty device when enough shares are typed, with the keyboard alone", async () => {
    await sitDownAtDoor("#/recover");
    await userEvent.fill(page.getByLabelText("Отпечаток линии с бумаги"), "KX4M9TQ2");
    const share = page.getByLabelText("Следующая доля");
    await userEvent.fill(share, "не доля");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/Это не доля/)).toBeVisible();
    await userEvent.fill(share, "AX2K");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/Есть 1 из 2/)).toBeVisible();
    await userEvent.fill(share, "AX2K");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/Одна и та же доля/)).toBeVisible();
    await userEvent.fill(share, "AX3K");
    await userEvent.keyboard("{Enter}");
    await userEvent.fill(page.getByLabelText("Как вас называть"), "Ольга");
    await userEvent.fill(page.getByLabelText("Название устройства"), "новый ноутбук");
    await userEvent.fill(page.getByLabelText("Парольная фраза этого устройства"), "пять слов подряд тут");
    await userEvent.fill(page.getByLabelText("Ещё раз"), "пять слов подряд тут");
    await canBeUsedByEveryone();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.querySelector(".shell")).not.toBeNull();
  });
});

describe("safety", () => {
  test("F7 three times leaves a page with nothing on it; twice does nothing", async () => {
    const office = await sitDown({}, "#/");
    await userEvent.keyboard("{F7}{F7}");
    expect(office.status().phase).toBe("open");
    await userEvent.keyboard("{F7}");
    await expect.poll(() => office.status().phase).toBe("gone");
    await expect.poll(() => document.body.textContent).toBe("");
  });

  test("before a journey the code is shown once, and the door asks for it", async () => {
    await sitDown({}, "#/safety");
    const phrase = page.getByLabelText("Ваша фраза");
    await userEvent.fill(phrase.first(), "correct horse");
    await press("Приготовить к дороге");
    await expect.element(page.getByText("ABCDE FGHIJ KLMNO PQRST UVWXY Z")).toBeVisible();
    await expect.element(page.getByLabelText("Код поездки")).toBeVisible();
    await canBeUsedByEveryone();
  });

  test("a second phrase that is the first one is refused", async () => {
    await sitDown({}, "#/safety");
    await userEvent.fill(page.getByLabelText("Ваша фраза").nth(1), "одна и та же фраза");
    await userEvent.fill(page.getByLabelText("Вторая фраза"), "одна и та же фраза");
    await press("Запомнить вторую фразу");
    await expect.element(page.getByText("Это та же фраза.")).toBeVisible();
  });
});

test.for(["#welcome=m.s.f", "#enrol=m.s.f", "#found=s", "#/recover"])(
  "at the door %s the button that goes on is in view on a small laptop",
  async (hash) => {
    await page.viewport(1366, 768);
    await sitDownAtDoor(hash);
    const goOn = document.querySelector<HTMLElement>(".door-form [type=submit]");
    if (!goOn) throw new Error("no button");
    const { bottom, height } = goOn.getBoundingClientRect();
    expect(height).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
    await canBeUsedByEveryone();
  },
);

/** The door of a device that has nothing. */
async function sitDownAtDoor(hash: string): Promise<void> {
  await sitDown({ phase: "empty" }, hash);
}
