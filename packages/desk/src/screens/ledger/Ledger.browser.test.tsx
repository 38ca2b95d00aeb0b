import type { ClaimId } from "@answerable/casework";
import { describe, expect, test } from "vitest";
import { cdp, page } from "vitest/browser";

import { ledgerHash, type LedgerRoom } from "../../app/ledger-route.ts";
import { pressKey, sitDown } from "../../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../../testing/everyone.ts";
import { enterArticle, sampleFile } from "../../testing/sample-ledger.ts";
import { openSampleOffice } from "../../testing/sample.ts";

async function atTheLedger(mounting: Parameters<typeof sitDown>[0] = {}, room: LedgerRoom = { at: "list" }) {
  const office = openSampleOffice();
  enterArticle(office);
  await sitDown({ ...mounting, office }, ledgerHash({ page: "ledger", file: sampleFile, room }));
  await expect.poll(() => document.querySelector(".incident-row .name, .claim")).not.toBeNull();
  return office;
}
const rows = () => [...document.querySelectorAll(".incident-frame .incident-row")];
const choose = (label: string, value: string) => {
  const select = [...document.querySelectorAll("label")].find((one) => one.textContent === label)?.control;
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no list: ${label}`);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("the list of incidents", () => {
  test("without a claims file the place says what will open one", async () => {
    await sitDown({}, "#/ledger");
    await expect
      .poll(() => document.querySelector(".empty")?.textContent)
      .toContain("Папок с утверждениями пока нет");
  });
  test("shows the thirteen incidents of the article and says that it has seventy-nine claims", async () => {
    await atTheLedger();
    await expect.poll(() => rows().length).toBe(13);
    expect(document.querySelector(".ledger-top")?.textContent).toContain("13 событий, 79 утверждений");
    expect(rows()[5]?.textContent).toContain("оспаривается");
  });
  test("is narrowed by kind, grade and region, and says so where nothing is left", async () => {
    await atTheLedger();
    choose("Оценка", "contested");
    await expect.poll(() => rows().length).toBe(3);
    choose("Что произошло", "protest");
    await expect
      .poll(() => document.querySelector(".ledger-found .empty")?.textContent)
      .toContain("Уберите одно");
    choose("Оценка", "");
    await expect.poll(() => rows().length).toBe(3);
    [...document.querySelectorAll<HTMLButtonElement>(".map-list button")]
      .find((one) => one.textContent?.includes("Курская"))
      ?.click();
    await expect.poll(() => rows().length).toBe(2);
  });
  test("in order of time the mobilisation comes first", async () => {
    await atTheLedger();
    choose("Порядок", "time");
    await expect.poll(() => rows()[0]?.textContent).toContain("Mobilisation");
  });
  test("arrows and Enter open an incident, / leads to the words on any layout", async () => {
    await atTheLedger();
    document.getElementById("incident-rows")?.focus();
    pressKey("ArrowDown");
    await expect
      .poll(() => document.querySelector('[aria-selected="true"]')?.textContent)
      .toContain("First rally");
    pressKey("Enter");
    await expect.poll(() => document.querySelector(".incident h1")?.textContent).toBe("First rally in Kursk");
  });
});

describe("the page of an incident", () => {
  test("shows the denial beside what it denies, the grade, and why", async () => {
    await atTheLedger({}, { at: "incident", incident: "I06" });
    const denied = document.querySelector("#claim-C040");
    expect(denied?.querySelector(".denial")?.textContent).toContain("встречное обвинение");
    expect(document.querySelector(".incident-facts .grade")?.textContent).toBe("оспаривается");
    expect(document.querySelector(".incident-facts .incident-number")?.textContent).toBe("1–2");
    expect(document.querySelector(".grade-why")?.textContent).toContain("Независимых источников: 1–2.");
    expect(document.querySelector(".grade-why")?.textContent).toContain("Оспаривается");
  });
  test("draws one husband by two ways as one origin, each step with its verb", async () => {
    await atTheLedger({}, { at: "incident", incident: "I07" });
    const husband = [...document.querySelectorAll(".origin")].find(
      (one) => one.querySelectorAll(".way").length === 2,
    );
    expect(husband?.querySelector(".origin-head")?.textContent).toContain("2 пути");
    expect(
      [...(husband?.querySelectorAll(".way:first-child .way-arrow") ?? [])].map((one) => one.textContent),
    ).toEqual(["рассказал", "процитировано", "пересказано", "переведено"]);
  });
  test("the four lines stand in their order, with words for those that are empty", async () => {
    await atTheLedger({}, { at: "incident", incident: "I08" });
    const lines = [...document.querySelectorAll(".figure-lines tbody tr")].map((one) => one.textContent);
    expect(lines.slice(-4)[1]).toContain("200–999");
    expect(lines.slice(-4)[2]).toContain("никто не назвал");
  });
  test("claims of no incident have their page", async () => {
    await atTheLedger({}, { at: "loose" });
    expect(document.querySelectorAll(".claim").length).toBe(30);
  });
});

test("what rests on what was put right asks for another look: in the list, on its page, and not on paper, until somebody says that it stands", async () => {
  const office = await atTheLedger();
  await expect.poll(() => rows().length).toBe(13);
  expect(document.body.textContent).not.toContain("Посмотреть ещё раз");
  const corrected = { type: "ClaimCorrected", claim: "C051", by: "C001", reason: "другой город" } as const;
  const entry = { ...corrected, claim: corrected.claim as ClaimId, by: corrected.by as ClaimId };
  await office.do({ type: "EnterInLedger", case: sampleFile, name: "", entries: [entry] });
  await expect
    .poll(() => rows().filter((row) => row.textContent?.includes("2 посмотреть ещё раз")).length)
    .toBe(1);
  expect(document.querySelector('a[href$="loose"]')?.textContent).toContain("1 посмотреть ещё раз");
  choose("Посмотреть ещё раз", "true");
  await expect.poll(() => rows().length).toBe(1);
  await sitDown(
    { office },
    ledgerHash({ page: "ledger", file: sampleFile, room: { at: "incident", incident: "I12" } }),
  );
  const due = () => document.querySelector<HTMLElement>(".claim[data-again]");
  await expect.poll(() => due()?.id).toBe("claim-C053");
  const words = due()?.querySelector<HTMLElement>(".claim-words");
  if (!words) throw new Error("it says nothing");
  await cdp().send("Emulation.setEmulatedMedia", { media: "print" });
  expect(getComputedStyle(words).display).toBe("none");
  await cdp().send("Emulation.setEmulatedMedia", { media: "" });
  expect(getComputedStyle(words).display).toBe("block");
  await canBeUsedByEveryone();
  // The sum that has both as its parts is asked for by itself.
  for (const next of ["claim-C054", undefined]) {
    await page.getByRole("button", { name: "Посмотрели: остаётся в силе" }).first().click();
    await page.getByLabelText("Причина").fill("о городе в нём ничего нет");
    document.querySelector<HTMLButtonElement>(".claim-reason button")?.click();
    await expect.poll(() => due()?.id).toBe(next);
  }
});

const looks = [
  ["the list", { at: "list" }],
  ["an incident", { at: "incident", incident: "I06" }],
] as const satisfies readonly (readonly [string, LedgerRoom])[];
for (const theme of ["light", "dark"] as const)
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const)
    for (const [name, room] of looks)
      test(`${name} can be used by everyone, ${theme}, ${width} wide`, async () => {
        await page.viewport(width, height);
        await atTheLedger({ theme }, room);
        await canBeUsedByEveryone();
      });
