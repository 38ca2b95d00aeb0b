/** The bad days: what a screen says then, on a wide and a narrow one, in both lights. */
import { emptyDraft, type CaseId, type DraftId, type FolderId, type MemberId } from "@answerable/casework";
import type { Status } from "@answerable/replica";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";
import { openPaperOffice } from "../testing/paper-office.ts";
import { countedIds, noon } from "../testing/sample.ts";

const views = [
  ["light", 1366, 768],
  ["dark", 1366, 768],
  ["light", 390, 844],
  ["dark", 390, 844],
] as const;
const folder = "id00000000000000000099" as FolderId; // counted, as in the sample

const said: readonly (readonly [what: string, change: Partial<Status>, words: string])[] = [
  ["the disk is full", { storage: { persisted: true, full: true, unkept: 3 } }, "Диск полон"],
  ["another tab holds the desk", { otherTab: true }, "в другой вкладке"],
  ["the clock is ahead", { clockOffByMinutes: 1440 }, "спешат на 24 часа"],
  ["the clock is behind", { clockOffByMinutes: -17 }, "отстают на 17 минут"],
  ["a sheet did not open", { quarantined: [{ folder, what: "signature", number: 2 }] }, "1"],
  ["the server's log is another one", { log: { faults: ["fork"], proof: "{}" } }, "две разные истории"],
  [
    "unsent and not kept for sure",
    { storage: { persisted: false, full: true, unkept: 3 }, waiting: 7, online: false },
    "7",
  ],
  ["the roster is still coming", { sync: { done: 4_000, of: 20_000 } }, ""],
];

for (const [theme, width, height] of views) {
  test(`every notice at once is in plain words and leaves room to work, ${theme}, ${width} wide`, async () => {
    await page.viewport(width, height);
    const office = await sitDown({ theme, isNewer: true });
    for (const [, change] of said) office.say(change);
    await expect.poll(() => document.querySelectorAll(".notice").length).toBeGreaterThanOrEqual(6);
    await canBeUsedByEveryone();
    if (width > 1000) {
      expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(height);
      expect(document.querySelector(".top")?.getBoundingClientRect().top).toBe(0);
      const writing = document.querySelector(".call")?.getBoundingClientRect();
      expect(writing?.height).toBeGreaterThan(300);
    }
  });

  test(`six digits on the device that joins and on the one that invites, ${theme}, ${width} wide`, async () => {
    await page.viewport(width, height);
    const link = "https://desk.example/#enrol=m.s.f";
    const office = await sitDown({ theme, phase: "empty" });
    office.say({ phase: "enrolling", enrol: { role: "joining", step: "digits", digits: "482913" } });
    await expect.poll(() => document.querySelector(".digits")?.textContent).toBe("482 913");
    await canBeUsedByEveryone();
    const other = await sitDown({ theme }, "#/people");
    other.say({ enrol: { role: "inviting", step: "digits", link, digits: "713046" } });
    await expect.poll(() => document.querySelector(".digits")?.textContent).toBe("713 046");
    await userEvent.keyboard("48291");
    expect(document.querySelector<HTMLButtonElement>('.door-form [type="submit"]')?.disabled).toBe(true);
    await userEvent.keyboard("3");
    expect(document.querySelector<HTMLButtonElement>('.door-form [type="submit"]')?.disabled).toBe(false);
    await canBeUsedByEveryone();
  });

  test(`a clash being corrected, a refusal in its form, a message being pasted, ${theme}, ${width} wide`, async () => {
    await page.viewport(width, height);
    const office = await sitDown({ theme });
    document.querySelector<HTMLButtonElement>(".paste-in button")?.click();
    await expect.poll(() => document.querySelector(".paste-sheet textarea")).not.toBeNull();
    await canBeUsedByEveryone();
    location.hash = `#/case/${office.cases[8] ?? ""}`;
    await expect.poll(() => document.querySelector(".fact[data-clash] dd > button")).not.toBeNull();
    document.querySelector<HTMLButtonElement>(".fact[data-clash] dd > button")?.click();
    await expect.poll(() => document.querySelector(".fact[data-clash] form")).not.toBeNull();
    document.querySelector<HTMLButtonElement>('[aria-labelledby="tasks-title"] .part-head button')?.click();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.querySelector('[aria-labelledby="tasks-title"] .wrong')).not.toBeNull();
    await canBeUsedByEveryone();
  });

  test(`an empty helpline: every screen says what it is empty of, ${theme}, ${width} wide`, async () => {
    await page.viewport(width, height);
    const newId = countedIds();
    const me = newId<MemberId>();
    const paper = openPaperOffice({ now: () => noon, newId, me, members: [{ id: me, name: "Вера" }] });
    const office = { ...paper, cases: [], newId, me };
    await sitDown({ theme, office }, "#/roster");
    await expect.poll(() => document.querySelector(".empty")?.textContent).toContain("Пока ни одного дела");
    await canBeUsedByEveryone();
    await sitDown({ theme, office }, "#/due");
    await expect.poll(() => document.querySelector(".empty")?.textContent).toContain("Ни обещаний");
    await canBeUsedByEveryone();
    await sitDown({ theme, office });
    await canBeUsedByEveryone();
  });
}

test.each(said.filter(([, , words]) => words !== ""))(
  "%s: said in plain words, and work goes on",
  async (_, change, words) => {
    const office = await sitDown();
    office.say(change);
    await expect.poll(() => document.querySelector(".notices")?.textContent).toContain(words);
    document.querySelector<HTMLElement>("#call-summary")?.focus();
    await userEvent.keyboard("слово");
    await expect.poll(async () => (await office.drafts()).at(-1)?.summary).toBe("слово");
  },
);

test("in another tab: “use it here” brings the desk to this one", async () => {
  const office = await sitDown();
  office.say({ otherTab: true });
  await expect.poll(() => document.querySelector(".notice button")).not.toBeNull();
  document.querySelector<HTMLButtonElement>(".notice button")?.click();
  await expect.poll(() => document.querySelector(".notice")).toBeNull();
});

test("a case with one bare fact says of every part what is not there", async () => {
  const office = await sitDown();
  const call = {
    ...emptyDraft(office.newId<DraftId>(), noon),
    kind: "aboutSoldier",
    soldierName: "Безвестный",
  } as const;
  const id = office.record(
    { type: "RecordCall", draft: call, case: office.newId<CaseId>() },
    office.me,
    noon,
  );
  location.hash = `#/case/${id}`;
  await expect.poll(() => document.querySelector(".case h1")?.textContent).toBe("Безвестный");
  const text = document.querySelector(".case")?.textContent ?? "";
  for (const words of ["Ничего не обещано", "Записать заметку"].slice(0, 1)) expect(text).toContain(words);
  await canBeUsedByEveryone();
});
