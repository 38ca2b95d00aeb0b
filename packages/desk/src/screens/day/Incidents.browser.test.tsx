import { addMinutes, emptyDraft, type CaseId, type DraftId, type MemberId } from "@answerable/casework";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../../testing/everyone.ts";
import { paperLetter } from "../../testing/paper-letters.ts";
import { noon, openSampleOffice } from "../../testing/sample.ts";

const colleague = "colleague_____________" as MemberId;

/** Three families of one unit within a week; one of them also wrote, and holds a receipt. */
async function withCluster() {
  const office = openSampleOffice();
  const cases: CaseId[] = [];
  for (const n of [1, 2, 3]) {
    const began = addMinutes(noon, -30 * n);
    const draft = {
      ...emptyDraft(office.newId<DraftId>(), began),
      kind: "aboutSoldier" as const,
      callerName: `Мать ${n}`,
      consent: n === 3 ? (["help"] as const) : (["help", "letters"] as const),
      soldierName: ["Долгополов Савва", "Кленов Фрол", "Осинин Пахом"][n - 1] ?? "",
      unit: "в/ч 90909",
      grievances: ["C3"] as const,
      phones: [],
    };
    cases.push(office.record({ type: "RecordCall", case: office.newId<CaseId>(), draft }, colleague, began));
  }
  const letter = paperLetter(1, { soldierName: "Долгополов Савва", story: "Их бросили." });
  office.post(letter);
  await office.takeDrop({ drop: letter.drop, ...(cases[0] === undefined ? {} : { into: cases[0] }) });
  return { office, cases };
}

const text = () => document.querySelector("main")?.textContent ?? "";

test("what a rule proposes is gathered by a person, told to the families, and let go of with a reason", async () => {
  const { office, cases } = await withCluster();
  await sitDown({ office }, "#/incidents");
  await expect.poll(text).toContain("в/ч 90909");
  await canBeUsedByEveryone();
  const ours = page.getByRole("listitem").filter({ hasText: "90909" });
  await ours.getByRole("button", { name: "Собрать в происшествие" }).click();
  await expect.poll(() => document.querySelectorAll(".incident-cases tbody tr").length).toBe(3);
  await userEvent.fill(page.getByLabelText("Написать семьям"), "Мы написали прокурору за всех вас.");
  await page.getByRole("button", { name: "Отправить 1 семье" }).click();
  await expect
    .poll(() => document.querySelector(".incident-told")?.textContent)
    .toContain("Не дошло: 2 дела");
  const [first] = cases;
  if (first === undefined) throw new Error("three cases were told");
  const file = await office.ask({ type: "CaseFile", case: first });
  expect(file.type === "Here" && file.case.families[0]?.replies.at(-1)?.text).toBe(
    "Мы написали прокурору за всех вас.",
  );
  await canBeUsedByEveryone();
  // Who has no code is named, and called.
  const untold = () => document.querySelector(".incident-untold")?.textContent ?? "";
  for (const name of ["Кленов Фрол", "Осинин Пахом"]) expect(untold()).toContain(`${name} нет кода`);
  await page.getByRole("button", { name: "Поставить в обзвон 2 семьи" }).click();
  await expect.poll(text).toContain("2 семьи ждут звонка");
  const queued = async () =>
    (await office.ask({ type: "Queue", count: 100 })).rows.filter(({ what }) =>
      what.startsWith("Сказать по телефону: Мы написали прокурору"),
    );
  expect((await queued()).map(({ name }) => name).toSorted()).toEqual(["Кленов Фрол", "Осинин Пахом"]);

  const [letGo] = document.querySelectorAll<HTMLButtonElement>(".incident-cases tbody button");
  letGo?.click();
  await expect.poll(() => document.querySelector("[role=alert]")).not.toBeNull();
  await userEvent.fill(page.getByLabelText("Почему"), "другая рота");
  document.querySelector<HTMLButtonElement>(".incident-cases tbody button")?.click();
  await expect.poll(() => document.querySelectorAll(".incident-cases tbody tr").length).toBe(2);
  expect(text()).toContain("другая рота");
});

test("one letter from all of them is signed by those who agreed, in one step", async () => {
  const { office } = await withCluster();
  await sitDown({ office }, "#/incidents");
  const ours = page.getByRole("listitem").filter({ hasText: "90909" });
  await ours.getByRole("button", { name: "Собрать в происшествие" }).click();
  await page.getByRole("button", { name: "Письма: каждому своё или одно от всех" }).click();
  await page.getByRole("radio", { name: "коллективное" }).click();
  await page.getByRole("button", { name: /Составить/ }).click();
  await expect.poll(() => location.hash).toContain("#/letter/");
  await expect.poll(text).toContain("Мать 1");
  expect(text()).toContain("Мать 2");
  expect(text()).not.toContain("Мать 3");
});

test("who may not gather sees which cases are one happening, and neither its unit nor a way to gather, and is told who can", async () => {
  const { office } = await withCluster();
  await sitDown({ office }, "#/incidents");
  const ours = page.getByRole("listitem").filter({ hasText: "90909" });
  await ours.getByRole("button", { name: "Собрать в происшествие" }).click();
  await expect.poll(() => location.hash).toContain("#/incident/");
  office.giveDuties(["operator"]);
  await expect.poll(text).toContain("Части здесь скрыты");
  expect(text()).not.toContain("90909");
  expect(document.querySelectorAll(".incident-cases tbody tr")).toHaveLength(3);
  expect(document.querySelectorAll(".incident button")).toHaveLength(0);
  await canBeUsedByEveryone();
  for (const place of ["#/incidents", "#/overview"]) {
    location.hash = place;
    await expect.poll(text).toContain("Части здесь скрыты");
    expect(text()).not.toMatch(/90909|Собрать в происшествие/u);
    await canBeUsedByEveryone();
  }
});
