import { addMinutes, emptyDraft, type CaseId, type DraftId, type MemberId } from "@answerable/casework";
/** How long cases are kept, on a paper office: the list, two people, and the way back until the second has confirmed. */
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";

import { pressKey, sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";
import { noon } from "../testing/sample.ts";

type Office = Awaited<ReturnType<typeof sitDown>>;
const threeYears = 3 * 365 * 24 * 60;

/** Closed three years ago by a colleague. */
function longClosed(office: Office): { readonly id: CaseId; readonly colleague: MemberId } {
  const me = office.status().me?.member;
  const colleague = office.status().members.find((one) => one.id !== me)?.id;
  if (!colleague) throw new Error("nobody else is on the line");
  const at = addMinutes(noon, -threeYears);
  const id = "long-ago".padEnd(22, "_") as CaseId;
  const draft = {
    ...emptyDraft("long".padEnd(22, "_") as DraftId, at),
    kind: "aboutSoldier" as const,
    soldierName: "Давнев Прохор",
  };
  office.record({ type: "RecordCall", draft, case: id }, colleague, at);
  office.record({ type: "SetOutcome", case: id, outcome: "favourable", reason: "нашёлся" }, colleague, at);
  office.record({ type: "MoveStage", case: id, stage: "closed", reason: "" }, colleague, at);
  return { id, colleague };
}
/** Its keys are heard once the list has the focus. */
const standsInList = () => expect.poll(() => document.activeElement?.className).toBe("due-rows");
const text = () => document.querySelector(".due")?.textContent ?? "";

test("a case whose time has come is proposed with one key, taken back with another, and confirmed by somebody else", async () => {
  const office = await sitDown({}, "#/expiring");
  const { id, colleague } = longClosed(office);
  await expect.poll(text).toContain("Давнев Прохор");
  expect(text()).toContain("Закрыто: два года после последнего слова");
  await standsInList();
  pressKey("з"); // p on the other layout
  await expect.poll(text).toContain("Уничтожить предлагает");
  expect(text()).not.toContain("Подтвердить"); // she proposed it herself
  pressKey("z");
  await expect.poll(text).toContain("Предложить уничтожить");
  office.record({ type: "ProposeExpiry", case: id }, colleague, noon);
  await expect.poll(text).toContain("Подтвердить");
  pressKey("x");
  await expect.poll(text).toContain("Вернуть нельзя");
  await userEvent.click(page.getByRole("button", { name: "Да, уничтожить" }));
  await expect.poll(text).toContain("Ни одному закрытому делу срок ещё не подходит");
});

test("it is kept a year more where somebody says why", async () => {
  const office = await sitDown({}, "#/expiring");
  longClosed(office);
  await expect.poll(text).toContain("Давнев");
  await standsInList();
  pressKey("y");
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await userEvent.keyboard("суд ещё идёт{Enter}");
  await expect.poll(text).toContain("Ни одному закрытому делу срок ещё не подходит");
});

for (const width of [1366, 390])
  for (const theme of ["light", "dark"] as const)
    test(`the list can be used by everyone at ${width} pixels, ${theme}`, async () => {
      await page.viewport(width, 900);
      const office = await sitDown({ theme }, "#/expiring");
      const { id, colleague } = longClosed(office);
      office.record({ type: "ProposeExpiry", case: id }, colleague, noon);
      await expect.poll(text).toContain("Подтвердить");
      await standsInList();
      pressKey("x");
      await expect.poll(text).toContain("Вернуть нельзя");
      await canBeUsedByEveryone();
    });
