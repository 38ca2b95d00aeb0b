/** The keys of the phone desk that its own test does not press: line by line as the design lists them. */
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";

import { field, focused, sitDown } from "../testing/at-the-desk.ts";

const draftNow = async (office: Awaited<ReturnType<typeof sitDown>>) => (await office.drafts()).at(-1);

test.each([
  ["1", "aboutSoldier"],
  ["2", "soldierHimself"],
  ["3", "information"],
  ["4", "support"],
  ["5", "followUp"],
])("%s names the call before any field has focus", async (key, kind) => {
  const office = await sitDown();
  await userEvent.keyboard(key);
  await expect.poll(async () => (await draftNow(office))?.kind).toBe(kind);
});

test("F4 goes to the urgency from inside a field, and arrows raise and lower it", async () => {
  const office = await sitDown();
  field("Суть").focus();
  await userEvent.keyboard("слово{F4}");
  expect(document.activeElement?.closest("#call-urgency")).not.toBeNull();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.poll(async () => (await draftNow(office))?.urgency).toBe("U3");
  await userEvent.keyboard("{ArrowLeft}{ArrowLeft}");
  await expect.poll(async () => (await draftNow(office))?.urgency).toBe("U1");
});

test("F8 leaves a call-back with a time to write, and keeps every word", async () => {
  const office = await sitDown();
  field("Суть").focus();
  await userEvent.keyboard("слово{F8}");
  await expect.poll(() => document.activeElement?.id).toBe("call-due");
  await expect
    .poll(async () => await draftNow(office))
    .toMatchObject({ disposition: "callBackSet", summary: "слово" });
});

test("Enter goes forward, and Shift+Tab back", async () => {
  await sitDown();
  field("Кто звонит").focus();
  await userEvent.keyboard("Зоя{Enter}");
  expect(focused()).toBe("кем приходится");
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  expect(focused()).toBe("Кто звонит");
});

test("a second of Ctrl+Enter seals one call and not two", async () => {
  const office = await sitDown();
  const before = (await office.ask({ type: "Counters" })).all.contacts;
  field("Военнослужащий").focus();
  await userEvent.keyboard("Лабунский{Control>}{Enter}{/Control}");
  await expect.poll(async () => (await office.ask({ type: "Counters" })).all.contacts).toBe(before + 1);
});

test("F1 shows the keys and F1 puts them away; the call keeps its place", async () => {
  await sitDown();
  field("Суть").focus();
  await userEvent.keyboard("{F1}");
  await expect.poll(() => document.querySelector(".help")).not.toBeNull();
  expect(focused()).toBe("Суть");
  await userEvent.keyboard("{F1}");
  await expect.poll(() => document.querySelector(".help")).toBeNull();
});
