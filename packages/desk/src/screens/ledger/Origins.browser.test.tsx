import { entriesOfQuick, type FolderId, type QuickEntry } from "@answerable/casework";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";

import { ledgerHash, type LedgerRoom } from "../../app/ledger-route.ts";
import { pressKey, sitDown } from "../../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../../testing/everyone.ts";
import { enterArticle, sampleFile } from "../../testing/sample-ledger.ts";
import { noon, openSampleOffice } from "../../testing/sample.ts";

const file = "flatclaims____________" as FolderId;

/** Two of one household who each say that they saw it. */
function ofOneFlat() {
  const office = openSampleOffice();
  const said = (who: string, incident: QuickEntry["incident"]): QuickEntry => ({
    text: `${who}: их увезли ночью`,
    type: "event",
    isVerbatim: false,
    origin: { id: `ag:${who}`, label: who, type: "person", isPrivate: true, household: "одна квартира" },
    perceives: "saw",
    through: [],
    source: { kind: "call" },
    incident,
  });
  const first = entriesOfQuick(said("сестра", { label: "Увезли ночью", kind: "detention" }), office.newId);
  const second = entriesOfQuick(said("мать", { id: first.incident ?? "" }), office.newId);
  for (const { entries } of [first, second])
    office.record({ type: "EnterInLedger", case: file, name: "Квартира", entries }, office.me, noon);
  return { office, incident: first.incident ?? "" };
}
const originsOf = async ({ office, incident }: ReturnType<typeof ofOneFlat>) => {
  const answer = await office.ask({ type: "IncidentPage", case: file, lang: "ru", incident, most: 9 });
  return answer.type === "Here" ? answer.found.row?.origins : undefined;
};
async function sitAt(of: FolderId, room: LedgerRoom, mounting: Parameters<typeof sitDown>[0]) {
  await sitDown(mounting, ledgerHash({ page: "ledger", file: of, room }));
  await expect.poll(() => document.querySelector(".same-origins, .compare")).not.toBeNull();
}

describe("same origin?", () => {
  test("a household is asked about; n says that they are two, the reason is remembered, and it can be taken back", async () => {
    const flat = ofOneFlat();
    await sitAt(file, { at: "same" }, { office: flat.office });
    await expect.poll(() => document.querySelector(".origin-pair")?.textContent).toContain("сестра");
    expect(document.querySelector(".same-origins")?.textContent).toContain("одна семья, чат или работа");
    expect(await originsOf(flat)).toEqual({ min: 1, max: 2 });
    pressKey("т"); // n on the other layout
    await expect.poll(() => originsOf(flat)).toEqual({ min: 2, max: 2 });
    const decided = () => document.querySelector(".same-decided")?.textContent;
    await expect.poll(decided).toContain("Разные источники: решил человек");
    await page.getByRole("button", { name: "Вернуть в нерешённые" }).click();
    await expect.poll(() => originsOf(flat)).toEqual({ min: 1, max: 2 });
  });
  test("l says that they are one, with the reason that was written", async () => {
    const flat = ofOneFlat();
    await sitAt(file, { at: "same" }, { office: flat.office });
    await page.getByLabelText("Причина").fill("обе слышали от соседа");
    await page.getByRole("button", { name: /^Один источник/ }).click();
    await expect.poll(() => originsOf(flat)).toEqual({ min: 1, max: 1 });
    await expect
      .poll(() => document.querySelector(".same-decided")?.textContent)
      .toContain("обе слышали от соседа");
    expect(document.querySelector(".empty")?.textContent).toContain("Ни одна пара");
  });
});

describe("two incidents side by side", () => {
  test("whoever carries both is named: two stories through one mouth are not two", async () => {
    const office = openSampleOffice();
    enterArticle(office);
    await sitAt(sampleFile, { at: "compare", left: "I06", right: "I08" }, { office });
    expect(document.querySelector(".claim-note")?.textContent).toContain("не два источника");
    expect(document.querySelector(".compare")?.textContent).toContain("200–999");
    const grades = [...document.querySelectorAll(".compare .grade")].map((one) => one.textContent);
    expect(grades).toEqual(["оспаривается", "оспаривается"]);
  });
  test("c picks one incident in the list, and another c beside it opens the two", async () => {
    const office = openSampleOffice();
    enterArticle(office);
    await sitDown({ office }, ledgerHash({ page: "ledger", file: sampleFile, room: { at: "list" } }));
    await expect.poll(() => document.querySelectorAll(".incident-frame .incident-row").length).toBe(13);
    document.getElementById("incident-rows")?.focus();
    pressKey("с"); // c on the other layout
    await expect.poll(() => document.querySelector("[data-mark=picked]")).not.toBeNull();
    pressKey("ArrowDown");
    await expect
      .poll(() => document.getElementById("incident-1")?.getAttribute("aria-selected"))
      .toBe("true");
    pressKey("c");
    await expect.poll(() => document.querySelectorAll(".compare thead a").length).toBe(2);
  });
});

for (const theme of ["light", "dark"] as const)
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const)
    for (const room of [{ at: "same" }, { at: "compare", left: "I06", right: "I08" }] as const)
      test(`${room.at} can be used by everyone, ${theme}, ${width} wide`, async () => {
        await page.viewport(width, height);
        const office = openSampleOffice();
        enterArticle(office);
        await sitAt(sampleFile, room, { office, theme });
        await canBeUsedByEveryone();
      });
