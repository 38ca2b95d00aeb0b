import { addMinutes, emptyDraft, type CaseId, type DraftId, type MemberId } from "@answerable/casework";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { answersLate, drawn, pressKey, sitDown } from "../../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../../testing/everyone.ts";
import { noon, openSampleOffice } from "../../testing/sample.ts";

/** A day at the desk, and two who asked to be called back at one number. */
function withCallBacks() {
  const office = openSampleOffice();
  for (const n of [1, 2])
    office.record(
      {
        type: "RecordCall",
        case: office.newId<CaseId>(),
        draft: {
          ...emptyDraft(office.newId<DraftId>(), addMinutes(noon, -30 * n)),
          kind: "aboutSoldier",
          callerName: "Пелагея",
          soldierName: n === 1 ? "Долгополов Савва" : "Долгополов Фрол",
          region: "Омская область",
          disposition: "callBackSet",
          phones: [
            { raw: "+7 900 555-01-77", safeHours: "с 10 до 23", mayLeaveMessage: "no", maySayWhoWeAre: "no" },
          ],
        },
      },
      colleague,
      addMinutes(noon, -30 * n),
    );
  return office;
}

const colleague = "colleague_____________" as MemberId;
const held = () => document.querySelector(".held")?.textContent ?? "";

test("the next family is taken with one key, and one answer ends what waits for their number", async () => {
  const office = withCallBacks();
  await sitDown({ office }, "#/queue");
  await expect.poll(() => document.querySelectorAll(".queue-row").length).toBeGreaterThan(1);
  pressKey("т"); // N on a Russian keyboard
  await expect.poll(held).toContain("+7 900 555 01 77");
  await expect.poll(held).toContain("сообщений не оставлять");
  expect(held()).toContain("По этому номеру ждут ещё 1");
  await canBeUsedByEveryone();
  const before = (await office.ask({ type: "Queue", count: 10 })).total;
  pressKey("1");
  await expect.poll(() => document.querySelector(".held")).toBeNull();
  expect((await office.ask({ type: "Queue", count: 10 })).total).toBe(before - 2);
});

test("a key pressed the moment the screen stands is not lost", async () => {
  const office = withCallBacks();
  const stands = new Promise<void>((done) => {
    const watching = new MutationObserver(() => {
      if (!document.querySelector(".queue-take")) return;
      watching.disconnect();
      pressKey("n");
      done();
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
  await sitDown({ office }, "#/queue");
  await stands;
  await expect.poll(held).toContain("+7 900 555 01 77");
});

test("z takes a result back although it is pressed before the office's answer has come", async () => {
  const office = withCallBacks();
  await sitDown({ office }, "#/queue");
  await expect.poll(() => document.querySelectorAll(".queue-row").length).toBeGreaterThan(1);
  const tried = answersLate(office, "TryCallBack");
  await drawn();
  pressKey("n");
  await expect.poll(held).toContain("+7 900 555 01 77");
  const before = (await office.ask({ type: "Queue", count: 10 })).total;
  await drawn();
  pressKey("1");
  await expect.poll(tried.asked).toBe(true);
  await expect.poll(() => document.querySelector(".held")).toBeNull();
  await expect.poll(() => document.querySelector(".sealed-line kbd")?.textContent).toBe("z");
  await drawn();
  pressKey("z");
  tried.answer();
  await expect.poll(async () => (await office.ask({ type: "Queue", count: 10 })).total).toBe(before);
  await expect.poll(held).toContain("+7 900 555 01 77");
});

test("who is calling keeps what she heard although a colleague's answer ends the call-back meanwhile, and it is written down too", async () => {
  const office = withCallBacks();
  const taken = await takeNext(office);
  await userEvent.type(page.getByRole("textbox", { name: "Коротко, что было" }), "Сын написал");
  const { folder, task, zone } = taken;
  const answer = { type: "TryCallBack", case: folder, task, zone, note: "", later: "", closes: [] } as const;
  office.record({ ...answer, result: "reached" }, colleague, noon);
  // Something happens at this desk, and every screen is drawn anew.
  await office.do({ type: "AddNote", case: folder, text: "Открыто рядом" });
  await expect.poll(held).toContain("Этого звонка больше нет в очереди");
  await canBeUsedByEveryone();
  await userEvent.keyboard("{Escape}");
  pressKey("1");
  await expect.poll(() => document.querySelector(".held")).toBeNull();
  const file = await office.ask({ type: "CaseFile", case: folder });
  if (file.type !== "Here") throw new Error("the case is here");
  const tries = file.case.tasks.find(({ id }) => id === task)?.tries ?? [];
  expect(tries.map(({ by, note }) => [by === colleague, note])).toEqual([
    [true, ""],
    [false, "Сын написал"],
  ]);
  expect(held()).toBe("");
});

test("one given back after the queue let go of it leaves the screen, and the next is taken", async () => {
  const office = withCallBacks();
  const taken = await takeNext(office);
  await office.do({ type: "FinishTask", case: taken.folder, task: taken.task, result: "" });
  await expect.poll(held).toContain("Этого звонка больше нет в очереди");
  expect(held()).toContain("Убрать с экрана");
  expect(held()).not.toContain("Передать другим");
  pressKey("1");
  await expect.poll(held).toContain("Задача уже выполнена");
  await userEvent.keyboard("{Escape}"); // out of the note, where the refusal led her
  pressKey("b");
  await expect.poll(() => document.querySelector(".held")).toBeNull();
  await drawn();
  pressKey("n");
  await expect.poll(() => document.querySelector(".held")).not.toBeNull();
  expect((await heldNow(office))?.task).not.toBe(taken.task);
  expect(held()).not.toContain("Этого звонка больше нет в очереди");
});

async function takeNext(office: ReturnType<typeof openSampleOffice>) {
  await sitDown({ office }, "#/queue");
  await expect.poll(() => document.querySelectorAll(".queue-row").length).toBeGreaterThan(1);
  await drawn();
  pressKey("n");
  await expect.poll(held).toContain("+7 900 555 01 77");
  const taken = await heldNow(office);
  if (!taken) throw new Error("one was taken");
  return taken;
}

async function heldNow(office: ReturnType<typeof openSampleOffice>) {
  return (await office.ask({ type: "Queue", count: 0 })).held?.item;
}

test("who asks to be called later is asked when", async () => {
  const office = withCallBacks();
  await sitDown({ office }, "#/queue");
  await page.getByRole("button", { name: /Взять следующий/ }).click();
  await page.getByRole("button", { name: /просят позвонить позже/ }).click();
  await expect.poll(() => document.querySelector(".held [role=alert]")).not.toBeNull();
  await userEvent.fill(page.getByLabelText("Если просят позже — когда"), "сегодня 19:00");
  await page.getByRole("button", { name: /просят позвонить позже/ }).click();
  await expect.poll(() => document.querySelector(".held")).toBeNull();
  const { counts } = await office.ask({ type: "Queue", count: 10 });
  expect(counts.later).toBe(1);
});

test("the call that follows is written down in its case", async () => {
  const office = withCallBacks();
  await sitDown({ office }, "#/queue");
  await page.getByRole("button", { name: /Взять следующий/ }).click();
  await page.getByRole("button", { name: /Записать разговор/ }).click();
  await expect.poll(() => location.hash).toBe("#/");
  await expect
    .poll(() => document.querySelector<HTMLInputElement>("#call-phone")?.value)
    .toBe("+79005550177");
});

test("who is on shift sees the urgent on every screen, and takes it there", async () => {
  await sitDown({}, "#/shift");
  expect(document.querySelector(".lane")).toBeNull();
  await page.getByRole("button", { name: "Начать смену", exact: true }).click();
  await expect.poll(() => document.querySelectorAll(".lane-row").length).toBe(2);
  location.hash = "#/roster";
  await expect.poll(() => document.querySelector(".roster-row")).not.toBeNull();
  expect(document.querySelector(".lane-count")?.textContent).toContain("3 срочных");
  expect(document.querySelector(".lane-more")?.textContent).toBe("все 3");
  await canBeUsedByEveryone();
  await page
    .getByRole("button", { name: /^Принимаю/ })
    .first()
    .click();
  await expect.poll(() => document.querySelector(".lane-count")?.textContent).toContain("2 срочных");
});

test("a shift is handed over with its news", async () => {
  const office = await sitDown({}, "#/shift");
  await page.getByRole("button", { name: "Начать смену", exact: true }).click();
  await userEvent.fill(page.getByLabelText("Необычное за смену"), "третий звонок об одной части");
  await page.getByRole("button", { name: "Сдать смену" }).click();
  await expect.poll(() => document.querySelector(".hand-over")?.textContent).toContain("третий звонок");
  expect((await office.ask({ type: "DutyNow" })).mine).toBeUndefined();
});

test("all that can be done with a call-back taken is in view on a small laptop, also below the urgent", async () => {
  await page.viewport(1366, 768);
  const office = withCallBacks();
  const { shift } = await office.ask({ type: "DutyNow" });
  await office.do({ type: "BeginShift", case: shift, isLead: false });
  await sitDown({ office }, "#/queue");
  await page.getByRole("button", { name: /Взять следующий/ }).click();
  await expect.poll(() => document.querySelector(".held-also")).not.toBeNull();
  expect(document.querySelector(".lane")).not.toBeNull();
  await expect
    .poll(() => document.querySelector(".held-acts")?.getBoundingClientRect().bottom)
    .toBeLessThanOrEqual(document.querySelector("main")?.getBoundingClientRect().bottom ?? 0);
});

test("with nobody on shift no share of calls is promised to be answered in time", async () => {
  await sitDown({}, "#/shift");
  const hint = () => document.querySelector("[aria-labelledby=hint-title]")?.textContent ?? "";
  await expect.poll(hint).toContain("на смене никого");
  expect(hint()).not.toContain("успевают");
  await page.getByRole("button", { name: "Начать смену" }).click();
  await expect.poll(hint).toContain("на смене 1");
  expect(hint()).toContain("успевают");
});

test("in a surge the call is short, says so, and what was not asked becomes a task", async () => {
  const office = await sitDown({}, "#/shift");
  await userEvent.fill(page.getByLabelText("Почему"), "семьсот звонков с утра");
  await page.getByRole("button", { name: "Включить режим наплыва" }).click();
  await expect.poll(() => document.querySelector(".notice")?.textContent).toContain("семьсот звонков");
  location.hash = "#/";
  await expect.poll(() => document.querySelector("#call-soldier")).not.toBeNull();
  expect(document.querySelector("#call-birth")).toBeNull();
  expect(document.querySelector("#call-unit")).toBeNull();
  expect(document.querySelector(".offer-form a")?.getAttribute("href")).toContain("/write");
  await canBeUsedByEveryone();
  (document.activeElement as HTMLElement).blur();
  pressKey("1");
  await userEvent.fill(document.querySelector("#call-soldier") as HTMLElement, "Неспанов Никанор");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect
    .poll(
      async () =>
        (await office.ask({ type: "Roster", text: "неспанов", list: "all", from: 0, count: 1 })).total,
    )
    .toBe(1);
  const tasks = await office.ask({ type: "Tasks" });
  expect(tasks.rows.map(({ what }) => what).join()).toContain("Спросить потом: родился");
});
