import { addMinutes, emptyDraft, type CaseId, type DraftId, type MemberId } from "@answerable/casework";
import { expect, test } from "vitest";
import { page } from "vitest/browser";

import { sitDown } from "../../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../../testing/everyone.ts";
import { noon, openSampleOffice } from "../../testing/sample.ts";

const colleague = "colleague_____________" as MemberId;
const HOUR = 60;

type Office = ReturnType<typeof openSampleOffice>;

function callsAt(office: Office, minutesAgo: readonly number[]): void {
  for (const minutes of minutesAgo) {
    const began = addMinutes(noon, -minutes);
    const draft = {
      ...emptyDraft(office.newId<DraftId>(), began),
      kind: "aboutSoldier" as const,
      consent: ["help"] as const,
      soldierName: "Долгополов Савва",
      grievances: ["C3"] as const,
    };
    office.record({ type: "RecordCall", case: office.newId<CaseId>(), draft }, colleague, began);
  }
}

/** Every hour of three days one call, and ten in each of the last three hours. */
function tenfold(): Office {
  const office = openSampleOffice();
  const usual = Array.from({ length: 3 * 24 }, (_, hour) => (hour + 24) * HOUR + 30);
  const surge = [1, 2, 3].flatMap((hour) => Array.from({ length: 10 }, (_, n) => hour * HOUR + n));
  callsAt(office, [...usual, ...surge]);
  return office;
}

const chart = (at: number): Element => {
  const found = document.querySelectorAll(".chart")[at];
  if (!found) throw new Error(`no chart ${at}`);
  return found;
};
const heightOf = (element: Element | undefined): number => element?.getBoundingClientRect().height ?? 0;

test("ten times the calls is a number, and bars ten times as high as the line of what is usual", async () => {
  await page.viewport(1366, 900);
  await sitDown({ office: tenfold() }, "#/overview");
  await expect.poll(() => document.querySelector(".overview [data-loud]")?.textContent).toMatch(/×\d/);
  const bars = [...chart(0).querySelectorAll(".chart-bar")];
  const usual = [...chart(0).querySelectorAll(".chart-usual")];
  expect(bars).toHaveLength(24);
  expect(usual).toHaveLength(24);
  const last = bars.at(-3);
  const line = usual.at(-3);
  if (!last || !line) throw new Error("no last hours");
  const { top, bottom } = last.getBoundingClientRect();
  const share = (bottom - (line.getBoundingClientRect().top + heightOf(line) / 2)) / (bottom - top);
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.2);
  await canBeUsedByEveryone();
});

test("the figures stand above their bars where there is room, and no name of an hour lies over another", async () => {
  await sitDown({ office: tenfold() }, "#/overview");
  for (const width of [1366, 390, 320]) {
    await page.viewport(width, 800);
    await expect.poll(() => document.querySelector(".chart-bar")).not.toBeNull();
    for (const kind of [".chart-name", ".chart-count"])
      for (const at of [0, 1]) {
        const said = [...chart(at).querySelectorAll(kind)]
          .map((text) => text.getBoundingClientRect())
          .filter((box) => box.width > 0);
        if (kind === ".chart-count") expect(said.length > 0).toBe(width === 1366);
        for (const [n, box] of said.entries())
          expect(box.right).toBeLessThanOrEqual((said[n + 1]?.left ?? width) + 0.5);
      }
  }
});

test("one call alone is one bar, and the overview says that there is nothing to compare it with", async () => {
  await sitDown({ phase: "open" }, "#/overview");
  await expect.poll(() => document.querySelectorAll(".chart-bar").length).toBe(24 + 28);
  expect(document.querySelector(".overview")?.textContent).toContain("Пока не с чем сравнить");
  expect(document.querySelector(".overview [data-loud]")).toBeNull();
  const tallest = Math.max(...[...chart(1).querySelectorAll(".chart-bar")].map(heightOf));
  expect(tallest).toBeGreaterThan(20);
});
