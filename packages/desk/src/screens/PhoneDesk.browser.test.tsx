import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";

import { field, focused, pressKey, runningClock, sitDown } from "../testing/at-the-desk.ts";

afterEach(() => vi.useRealTimers());

const draftNow = async (office: Awaited<ReturnType<typeof sitDown>>) => (await office.drafts()).at(-1);

test("a digit before any field has focus says what the call is about and goes to the number", async () => {
  const office = await sitDown();
  await userEvent.keyboard("1");
  expect(focused()).toBe("Куда перезвонить");
  await userEvent.keyboard("1");
  await expect.poll(async () => (await draftNow(office))?.phones[0]?.raw).toBe("1");
  expect((await draftNow(office))?.kind).toBe("aboutSoldier");
});

test("six closes a silent call in one key, and it still counts", async () => {
  const office = await sitDown();
  const before = (await office.ask({ type: "Counters" })).all.contacts;
  await userEvent.keyboard("6");
  await expect.poll(async () => (await office.ask({ type: "Counters" })).all.contacts).toBe(before + 1);
});

test("an exclamation mark leaves a number and a time to call back, and nothing else", async () => {
  await sitDown();
  await userEvent.keyboard("!");
  await expect.poll(() => focused()).toBe("Куда перезвонить");
  expect(document.querySelector("#call-soldierName, #call-soldier")).toBeNull();
  expect(document.querySelector("#call-due")).not.toBeNull();
});

test("y notes consent on either layout", async () => {
  const office = await sitDown();
  pressKey("н");
  await expect.poll(async () => (await draftNow(office))?.consent).toEqual(["help"]);
});

test("a twelve-field call is taken with the keyboard alone, with a layout slip, and sealed", async () => {
  const office = await sitDown({ now: runningClock() });
  await userEvent.keyboard("1");
  await userEvent.keyboard("+79005550199{Enter}{Enter}");
  while (focused() !== "Кто звонит") await userEvent.keyboard("{Tab}");
  await userEvent.keyboard("Аграфена{Enter}");
  expect(focused()).toBe("кем приходится");
  await userEvent.keyboard("vfnm{Enter}");
  expect(focused()).toBe("Военнослужащий");
  await userEvent.keyboard("Ярополков Еремей Фомич{Enter}");
  while (focused() !== "Родился") await userEvent.keyboard("{Tab}");
  await userEvent.keyboard("08.03.01{Enter}Липецк{Enter}");
  expect(focused()).toBe("Служба");
  await userEvent.keyboard("моб{Enter}");
  expect(focused()).toBe("Часть");
  field("Что случилось").focus();
  await userEvent.keyboard("ф1{Enter}g2{Enter}");
  field("Суть").focus();
  await userEvent.keyboard("Не звонит две недели.");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => document.querySelector(".sealed-line")?.textContent).toContain("Запечатано");
  const found = await office.ask({ type: "Roster", text: "ярополков", list: "all", from: 0, count: 5 });
  expect(found.rows[0]).toMatchObject({
    name: "Ярополков Еремей Фомич",
    birth: "2001-03-08",
    grievances: ["A1", "G2"],
  });
  expect(document.querySelector<HTMLInputElement>("#call-soldier")?.value).toBe("");
  expect(await office.drafts()).toEqual([]);
});

test("Esc discards nothing", async () => {
  await sitDown();
  const soldier = field("Военнослужащий");
  soldier.focus();
  await userEvent.keyboard("Яропол{Escape}{Escape}");
  expect(soldier.value).toBe("Яропол");
  field("Служба").focus();
  await userEvent.keyboard("что-то{Escape}");
  expect(field("Служба").value).toBe("что-то");
});

test("the draft is kept within a second while words keep coming, and at once when a field is left", async () => {
  const office = await sitDown();
  const summary = field("Суть");
  summary.focus();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  // Ten letters a second, and never more than a second of them is not kept.
  for (let typed = 1; typed <= 30; typed += 1) {
    await userEvent.keyboard("а");
    await vi.advanceTimersByTimeAsync(100);
    expect(typed - (office.keptDrafts.at(-1)?.draft.summary.length ?? 0)).toBeLessThan(10);
  }
  await userEvent.keyboard("конец");
  expect(office.keptDrafts.at(-1)?.draft.summary).not.toContain("конец");
  summary.blur();
  expect(office.keptDrafts.at(-1)?.draft.summary.endsWith("конец")).toBe(true);
});

test("F9 parks three calls and no fourth, and each comes back whole", async () => {
  const office = await sitDown();
  for (const name of ["Первый", "Второй", "Третий", "Четвёртый"]) {
    field("Военнослужащий").focus();
    await userEvent.keyboard(name);
    await userEvent.keyboard("{F9}");
  }
  expect(field("Военнослужащий").value).toBe("Четвёртый");
  expect(document.querySelectorAll(".parked li")).toHaveLength(3);
  await expect.poll(async () => (await office.drafts()).filter((draft) => draft.parked).length).toBe(3);
  document.querySelector<HTMLButtonElement>(".parked button")?.click();
  await expect.poll(() => field("Военнослужащий").value).toBe("Первый");
  expect(document.querySelectorAll(".parked li")).toHaveLength(3);
});

test("F2 goes to the matches; n sets apart, l links, the call opens its own case with the link in it, and z takes it back", async () => {
  const office = await sitDown();
  field("Военнослужащий").focus();
  await userEvent.keyboard("Горностаев");
  await expect.poll(() => document.querySelectorAll(".match").length).toBe(2);
  expect(document.querySelector(".match-why")?.textContent).toContain("фамилия: то же; имя: на слух то же");
  await userEvent.keyboard("{F2}2");
  await expect.poll(() => document.querySelector(".glance")).not.toBeNull();
  await userEvent.keyboard("n");
  await expect.poll(() => document.querySelectorAll(".match").length).toBe(1);
  pressKey("д"); // l on the other layout
  await expect
    .poll(async () => (await draftNow(office))?.links.map(({ verdict }) => verdict))
    .toEqual(["different", "same"]);
  pressKey("д");
  await expect
    .poll(async () => (await draftNow(office))?.links.map(({ verdict }) => verdict))
    .toEqual(["different"]);
  await userEvent.keyboard("l");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.poll(() => document.querySelector(".sealed-line kbd")?.textContent).toBe("z");
  const { rows } = await office.ask({ type: "Roster", text: "горностаев", list: "all", from: 0, count: 9 });
  expect(rows).toHaveLength(3);
  const made = rows.find((row) => row.name === "Горностаев");
  const soldier = () => office.ask({ type: "Soldier", case: made?.case ?? (office.cases[0] as never) });
  expect(await soldier()).toMatchObject({ links: [{ verdict: "different" }, { verdict: "same" }] });
  pressKey("z");
  await expect.poll(soldier).toMatchObject({ links: [] });
});

test("n gives the caller a short number when the call is sealed, and it stands in the case", async () => {
  const office = await sitDown();
  pressKey("1");
  field("Военнослужащий").focus();
  await userEvent.keyboard("Ярополков Еремей Фомич");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .poll(() => document.querySelector(".sealed-line")?.textContent)
    .toContain("Дать номер звонящему");
  pressKey("т"); // n on the other layout
  await expect
    .poll(() => document.querySelector(".sealed-line")?.textContent)
    .toContain("Номер для звонящего:");
  const told = document.querySelectorAll(".sealed-line .number")[1]?.textContent ?? "";
  expect(told).toMatch(/^[ABEKMHPCTYX0-9]{5}$/);
  expect(document.querySelector(".sealed-line")?.textContent).not.toContain("Дать номер звонящему");
  const { rows } = await office.ask({ type: "Roster", text: "ярополков", list: "all", from: 0, count: 5 });
  const file = await office.ask({ type: "CaseFile", case: rows[0]?.case ?? (office.cases[0] as never) });
  expect(file).toMatchObject({ case: { toldNumbers: [{ locator: told }] } });
});

test("two signs in the summary bring a grievance, a colleague, an urgency and a promise", async () => {
  const office = await sitDown();
  field("Суть").focus();
  await userEvent.keyboard("Держат ##f1");
  await expect.poll(() => document.querySelectorAll("#call-signs [role=option]").length).toBeGreaterThan(0);
  await userEvent.keyboard("{Enter}!!u1{Enter}@@Ад{Enter} >>узнать в части");
  await userEvent.keyboard("{Enter}");
  expect(focused()).toBe("К какому времени".toLowerCase());
  await expect
    .poll(async () => await draftNow(office))
    .toMatchObject({
      grievances: ["F1"],
      urgency: "U1",
      summary: "Держат @Ада ",
      promise: { what: "узнать в части" },
    });
});

test("a refresh brings the draft back", async () => {
  const office = await sitDown();
  field("Суть").focus();
  await userEvent.keyboard("Половина сло");
  await expect.poll(async () => (await draftNow(office))?.summary).toBe("Половина сло");
  await sitDown({ office });
  await expect.poll(() => field("Суть").value).toBe("Половина сло");
  expect(document.querySelector(".restored")?.textContent).toContain("ни слова не пропало");
});

test("what is no call of ours is told by a key with plain words, and the six kinds stand in one line", async () => {
  await page.viewport(1366, 768);
  await sitDown();
  const kinds = [...document.querySelectorAll<HTMLElement>(".kinds button")];
  expect(kinds.at(-1)?.textContent).toBe("6не к нам");
  for (const chosen of kinds.slice(0, -1)) {
    chosen.click();
    await expect.poll(() => chosen.ariaPressed).toBe("true");
    expect(new Set(kinds.map((kind) => kind.getBoundingClientRect().top)).size).toBe(1);
  }
});

test("a call with nothing in it is refused in words, and the cursor goes to what is missing", async () => {
  await sitDown();
  await userEvent.keyboard("1");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .poll(() => document.querySelector(".acts .wrong")?.textContent)
    .toContain("Записывать пока нечего");
  await expect.poll(() => focused()).toBe("Военнослужащий");
});
