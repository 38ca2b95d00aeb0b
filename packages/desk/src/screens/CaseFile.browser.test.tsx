import { emptyDraft, type CaseId, type DraftId } from "@answerable/casework";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";

import { answersLate, field, focused, pressKey, sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";

type Office = Awaited<ReturnType<typeof sitDown>>;

async function openCase(at: number): Promise<Office> {
  const office = await sitDown();
  location.hash = `#/case/${office.cases[at] ?? ""}`;
  await expect.poll(() => document.querySelector(".case h1")).not.toBeNull();
  return office;
}
async function caseOf(office: Office, at: number) {
  const id = office.cases[at];
  const answer = id && (await office.ask({ type: "CaseFile", case: id }));
  if (!answer || answer.type !== "Here") throw new Error("the case is not here");
  return answer.case;
}
function button(text: string, within = document.body): HTMLButtonElement {
  const found = [...within.querySelectorAll<HTMLButtonElement>("button")].find((one) =>
    one.textContent?.includes(text),
  );
  if (!found) throw new Error(`no button: ${text}`);
  return found;
}
/** The cursor is where the reason is written. */
async function askedWhy(): Promise<void> {
  await expect
    .poll(() => document.querySelector(".case-head form")?.contains(document.activeElement))
    .toBe(true);
}
async function pick(label: string, option: string): Promise<void> {
  const pickers = [...document.querySelectorAll(".pick")];
  pickers
    .find((one) => one.textContent?.startsWith(label))
    ?.querySelector("button")
    ?.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector('[role="option"]')).not.toBeNull();
  const found = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((one) =>
    one.textContent?.includes(option),
  );
  await userEvent.click(found ?? document.body);
}

test("urgency raised by mistake is put back with one button, and both stand in the order of things", async () => {
  const office = await openCase(0);
  expect((await caseOf(office, 0)).urgency?.urgency).toBe("U3");
  await pick("Срочность", "U1");
  await expect.poll(async () => (await caseOf(office, 0)).urgency?.urgency).toBe("U1");
  button("Вернуть").click();
  await expect.poll(async () => (await caseOf(office, 0)).urgency?.urgency).toBe("U3");
  const said = (await caseOf(office, 0)).timeline.filter((row) => row.what.type === "UrgencySet");
  expect(said.length).toBe(3);
});

test("urgency is lowered only with a reason, and that too can be put back", async () => {
  const office = await openCase(8);
  await pick("Срочность", "U3");
  await askedWhy();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".wrong")).not.toBeNull();
  expect((await caseOf(office, 8)).urgency?.urgency).toBe("U1");
  await askedWhy();
  await userEvent.keyboard("его вывезли{Enter}");
  await expect.poll(async () => (await caseOf(office, 8)).urgency?.urgency).toBe("U3");
  button("Вернуть").click();
  await expect.poll(async () => (await caseOf(office, 8)).urgency?.urgency).toBe("U1");
});

test("an outcome set by mistake is put back to the one before, or to unknown where there was none", async () => {
  const office = await openCase(1);
  await pick("Итог", "решено отчасти");
  await askedWhy();
  await userEvent.keyboard("жилет выдали{Enter}");
  await expect.poll(async () => (await caseOf(office, 1)).outcome?.outcome).toBe("partly");
  await pick("Итог", "мы не взялись");
  await askedWhy();
  await userEvent.keyboard("не та строка{Enter}");
  await expect.poll(async () => (await caseOf(office, 1)).outcome?.outcome).toBe("declined");
  button("Вернуть").click();
  await expect
    .poll(async () => (await caseOf(office, 1)).outcome)
    .toMatchObject({ outcome: "partly", reason: "жилет выдали" });
});

test("after an outcome the case is closed with one key, and opened again with one button", async () => {
  const office = await openCase(1);
  await userEvent.keyboard("c");
  const before = (await caseOf(office, 1)).stage;
  expect(before).not.toBe("closed");
  expect(document.querySelector(".close-now")).toBeNull();
  await pick("Итог", "решено отчасти");
  await askedWhy();
  await userEvent.keyboard("жилет выдали{Enter}");
  await expect.poll(() => focused()).toContain("Закрыть дело");
  await canBeUsedByEveryone();
  await userEvent.keyboard("{Enter}");
  await expect.poll(async () => (await caseOf(office, 1)).stage).toBe("closed");
  await expect.poll(() => document.querySelector(".close-now")).toBeNull();
  button("Вернуть").click();
  await expect.poll(async () => (await caseOf(office, 1)).stage).toBe(before);
  await expect.poll(() => document.querySelector(".close-now")).not.toBeNull();
  pressKey("с");
  await expect.poll(async () => (await caseOf(office, 1)).stage).toBe("closed");
});

test("a case whose promises are open says how many before it is closed", async () => {
  const office = await openCase(8);
  const id = office.cases[8];
  if (!id) throw new Error("no ninth case");
  await office.do({ type: "SetTask", case: id, kind: "task", what: "позвонить в госпиталь" });
  const open = (await caseOf(office, 8)).tasks.filter(({ done }) => !done).length;
  await office.do({ type: "SetOutcome", case: id, outcome: "lostContact", reason: "не отвечают" });
  await expect.poll(() => document.querySelector(".close-now")?.textContent).toContain(`осталось ${open}`);
});

test("a refusal stands in the form it came from, and the cursor is in its field", async () => {
  await openCase(8);
  const tasks = document.querySelector<HTMLElement>('section[aria-labelledby="tasks-title"]');
  if (!tasks) throw new Error("no tasks");
  button("Добавить", tasks).click();
  await expect.poll(() => tasks.querySelector("form")).not.toBeNull();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => tasks.querySelector("form .wrong")).not.toBeNull();
  expect(tasks.querySelector("form")?.contains(document.activeElement)).toBe(true);
  expect(document.querySelectorAll(".wrong")).toHaveLength(1);
});

test("two values that clash are corrected in one go: both are set aside, neither is lost", async () => {
  const office = await openCase(8);
  const clash = document.querySelector<HTMLElement>(".fact[data-clash]");
  if (!clash) throw new Error("no clash");
  const before = (await caseOf(office, 8)).facts.length;
  button("Уточнить", clash).click();
  await expect.poll(() => clash.querySelector("form")).not.toBeNull();
  const value = clash.querySelector<HTMLInputElement>("form input");
  value?.select();
  await userEvent.keyboard("08.03.2001{Enter}");
  await expect.poll(() => document.querySelector(".fact[data-clash] form")).toBeNull();
  const after = await caseOf(office, 8);
  expect(after.facts.length).toBe(before + 1);
  const births = after.facts.filter((fact) => fact.field === "birth" && fact.about === undefined);
  expect(births.filter((fact) => fact.standing === "stands")).toHaveLength(1);
  expect(births).toHaveLength(3);
  expect(document.querySelector(".gone summary")?.textContent).toContain("2");
});

test("a promise is done and reopened with the keyboard alone, from the counts in the bar", async () => {
  const office = await sitDown();
  await expect.poll(() => document.querySelector<HTMLAnchorElement>('.foot a[href="#/due"]')).not.toBeNull();
  document.querySelector<HTMLAnchorElement>('.foot a[href="#/due"]')?.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelectorAll(".due-row").length).toBe(2);
  await expect.poll(() => document.activeElement?.className).toBe("due-rows");
  await userEvent.keyboard("jkd");
  await userEvent.keyboard("дозвонились{Enter}");
  await expect.poll(() => document.querySelectorAll(".due-row").length).toBe(1);
  expect((await caseOf(office, 8)).tasks[0]?.done?.result).toBe("дозвонились");
  await userEvent.keyboard("r");
  await expect.poll(() => document.querySelectorAll(".due-row").length).toBe(2);
  expect((await caseOf(office, 8)).tasks[0]?.done).toBeUndefined();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".case h1")?.textContent).toContain("Горностаев");
});

test("a promise that was done is reopened also where the key is quicker than the office's answer", async () => {
  const office = await sitDown({}, "#/due");
  const finished = answersLate(office, "FinishTask");
  await expect.poll(() => document.querySelectorAll(".due-row").length).toBe(2);
  await expect.poll(() => document.activeElement?.className).toBe("due-rows");
  await userEvent.keyboard("d");
  await userEvent.keyboard("дозвонились{Enter}");
  await expect.poll(finished.asked).toBe(true);
  await expect.poll(() => document.querySelectorAll(".due-row").length).toBe(1);
  document.querySelector<HTMLElement>(".due-rows")?.focus();
  pressKey("r");
  finished.answer();
  await expect.poll(() => document.querySelectorAll(".due-row").length).toBe(2);
});

test("a pasted message fills empty fields, coloured until each is confirmed; what was written stays", async () => {
  await sitDown();
  field("Часть").focus();
  await userEvent.keyboard("в/ч 11111");
  button("вставить сообщение").click();
  await expect.poll(() => focused()).toContain("Вставьте сообщение");
  await userEvent.keyboard(
    "Лабунский Ерофей Гаврилович 12.04.1998 позывной Грач в/ч 00000 пропал 03.11.2022",
  );
  button("Разобрать").click();
  await expect.poll(() => field("Военнослужащий").value).toBe("Лабунский Ерофей Гаврилович");
  expect(field("Часть").value).toBe("в/ч 11111");
  expect(field("позывной").value).toBe("Грач");
  const coloured = () => [...document.querySelectorAll("[data-guess]")].length;
  const first = coloured();
  expect(first).toBeGreaterThanOrEqual(4);
  expect(field("Часть").dataset["guess"]).toBeUndefined();
  field("Военнослужащий").focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(coloured).toBe(first - 1);
  expect(document.querySelector(".pasted p")?.textContent).toContain("позывной Грач");
  button("Подтвердить").click();
  await expect.poll(coloured).toBe(0);
});

test("a change of place is told by the title, which names nobody, and the focus begins there", async () => {
  const office = await sitDown();
  expect(document.title).toBe("Звонок · Answerable");
  location.hash = `#/case/${office.cases[8] ?? ""}`;
  await expect.poll(() => document.querySelector(".case h1")).not.toBeNull();
  expect(document.title).toBe("Дело · Answerable");
  expect(document.activeElement?.tagName).toBe("MAIN");
  expect(document.documentElement.lang).toBe("ru");
  const lang = document.querySelector<HTMLSelectElement>("select.look");
  if (!lang) throw new Error("no list of languages");
  await userEvent.selectOptions(lang, "en");
  await expect.poll(() => document.documentElement.lang).toBe("en");
  await expect.poll(() => document.title).toBe("Case · Answerable");
});

test("g gives the case out for a court, once it says to whom and why, and the folder keeps both with the hash", async () => {
  const office = await openCase(0);
  await userEvent.keyboard("g");
  const asked = () =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.textContent : "";
  await expect.poll(asked).toContain("Кому");
  const make = button("Собрать и сохранить");
  expect(make.disabled).toBe(true);
  await userEvent.keyboard("гарнизонный военный суд{Tab}");
  expect(asked()).toContain("Зачем и по чьему согласию");
  await userEvent.keyboard("по просьбе матери");
  await canBeUsedByEveryone();
  make.click();
  await expect
    .poll(async () => (await caseOf(office, 0)).timeline[0]?.what)
    .toMatchObject({
      type: "CaseGivenOut",
      to: "гарнизонный военный суд",
      reason: "по просьбе матери",
      sheets: 3,
    });
  await expect
    .poll(() => document.querySelector(".timeline li")?.textContent)
    .toContain("Дело выдано целиком, 3 листа");
  expect(document.querySelector(".case-head form")).toBeNull();
});

test("an operator is not offered to give a case out, and reads who does", async () => {
  const office = await openCase(0);
  office.giveDuties(["operator"]);
  await expect
    .poll(() => document.querySelector(".case-acts")?.textContent)
    .toContain("Для суда дело выдаёт только координатор или юрист");
  await userEvent.keyboard("g");
  await canBeUsedByEveryone();
  expect(document.querySelector(".case-head form")).toBeNull();
});

test("what a colleague heard is masked: one key shows the unit, and the line of who looked stands on top", async () => {
  const office = await openCase(0);
  const file = await caseOf(office, 0);
  const [colleague] = office.status().members.filter((one) => one.id !== office.status().me?.member);
  if (!colleague) throw new Error("nobody else is on the line");
  const draft = {
    ...emptyDraft("veil".padEnd(22, "_") as DraftId, file.openedAt),
    kind: "aboutSoldier" as const,
    soldierName: "Скрытов Пётр",
    unit: "в/ч 98989",
  };
  const id = office.record(
    { type: "RecordCall", draft, case: "veiled".padEnd(22, "_") as CaseId },
    colleague.id,
    file.openedAt,
  );
  location.hash = `#/case/${id}`;
  await expect.poll(() => document.querySelector(".case h1")?.textContent).toContain("Скрытов");
  expect(document.querySelector(".facts")?.textContent).toContain("•••••");
  expect(document.body.textContent).not.toContain("98989");
  expect(button("Показать часть").textContent).toContain("u");
  await canBeUsedByEveryone();
  await userEvent.keyboard("u");
  await expect.poll(() => document.querySelector(".facts")?.textContent).toContain("98989");
  expect(document.querySelector(".timeline")?.textContent).toContain("Попросили показать часть");
  expect(document.querySelector(".veils")).toBeNull();
});

test("a number that she wants out is gone from the screen and from the queue with three words, and a slip brings it back whole", async () => {
  const office = await openCase(0);
  const circle = () => document.querySelector(".circle")?.textContent ?? "";
  const reached = async () => {
    const file = await caseOf(office, 0);
    return file.facts.filter(({ field, standing }) => field === "phone" && standing === "stands");
  };
  const [phone] = await reached();
  if (!phone) throw new Error("she left no number");
  await expect.poll(circle).toContain(phone.value);
  const before = document.body.textContent?.split(phone.value).length ?? 0;
  expect(before).toBeGreaterThan(1);
  await userEvent.keyboard("d");
  await expect.poll(() => document.querySelector(".circle form input")).toBe(document.activeElement);
  expect(document.querySelector(".circle form")?.textContent).toContain("больше никто не увидит");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.querySelector(".circle form .wrong")).not.toBeNull();
  expect(await reached()).toHaveLength(1);
  await userEvent.keyboard("просит мать{Enter}");
  await expect.poll(circle).toContain("удалён: просит мать");
  expect(await reached()).toEqual([]);
  await expect.poll(() => document.body.textContent).not.toContain(phone.value);
  await canBeUsedByEveryone();
  button("Вернуть как было").click();
  await expect.poll(circle).toContain(phone.value);
  expect((await reached()).map(({ value }) => value)).toEqual([phone.value]);
});

test("where a number stands in another case too, the form says which; several numbers are chosen with the cursor", async () => {
  const office = await openCase(0);
  const mother = (await caseOf(office, 0)).people[0];
  if (!mother) throw new Error("nobody called");
  const state = (at: number, value: string, about: typeof mother | undefined) =>
    office.do({
      type: "StateFact",
      case: office.cases[at] ?? expect.unreachable(),
      ...(about ? { about: about.id } : {}),
      field: "phone",
      value,
      sure: true,
      source: "sawHimself",
      setsAside: [],
    });
  await state(0, "8 912 000-00-77", mother);
  await state(1, "8 912 000-00-77", undefined);
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>("button[data-takes-out]")];
  await expect.poll(() => buttons().length).toBe(2);
  await userEvent.keyboard("d");
  expect(document.activeElement).toBe(buttons()[0]);
  expect(document.querySelector(".circle form")).toBeNull();
  expect(buttons()[1]?.textContent).toContain("Удалить: 8 912 000-00-77");
  buttons()[1]?.click();
  await expect
    .poll(() => document.querySelector<HTMLAnchorElement>(".circle form a")?.getAttribute("href"))
    .toBe(`#/case/${office.cases[1] ?? ""}`);
});
