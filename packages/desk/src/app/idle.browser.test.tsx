import { addMinutes, type Moment } from "@answerable/casework";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";

import { field, sitDown } from "../testing/at-the-desk.ts";
import { noon, openSampleOffice } from "../testing/sample.ts";

/** A clock that a test moves by hand. */
function handClock() {
  let moment: Moment = noon;
  return {
    now: () => moment,
    pass: (minutes: number) => {
      moment = addMinutes(moment, minutes);
    },
  };
}
const isLocked = () => document.querySelector('input[type="password"]') !== null;
const soon = () => document.querySelector(".notice")?.textContent ?? "";

test("after fifteen minutes untouched the desk is locked, and the word being typed was sealed first", async () => {
  const clock = handClock();
  const office = await sitDown({ now: clock.now });
  field("Суть").focus();
  await userEvent.keyboard("Половина сло");
  clock.pass(15);
  await expect.poll(isLocked).toBe(true);
  expect(office.status().phase).toBe("locked");
  expect(office.keptDrafts.at(-1)?.draft.summary).toBe("Половина сло");
  await userEvent.keyboard("correct horse{Enter}");
  await expect.poll(() => document.querySelector("#call-summary")).not.toBeNull();
  expect(field("Суть").value).toBe("Половина сло");
});

test("a minute before, it says so; a touch keeps it open for as long again", async () => {
  const clock = handClock();
  await sitDown({ now: clock.now });
  clock.pass(14);
  await expect.poll(soon).toContain("Через минуту");
  await userEvent.keyboard("{Shift}");
  await expect.poll(soon).not.toContain("Через минуту");
  clock.pass(13);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(isLocked()).toBe(false);
});

test("a laptop that slept is locked by the very touch that wakes it", async () => {
  const clock = handClock();
  await sitDown({ now: clock.now });
  clock.pass(600);
  await userEvent.keyboard("{Shift}");
  await expect.poll(isLocked).toBe(true);
});

test("words that the disk did not take are not thrown away by the lock", async () => {
  const clock = handClock();
  const before = openSampleOffice({ now: clock.now });
  let isFull = true;
  const office = {
    ...before,
    keepDraft: (draft: Parameters<typeof before.keepDraft>[0]) =>
      isFull ? Promise.reject(new Error("full")) : before.keepDraft(draft),
  };
  await sitDown({ now: clock.now, office });
  field("Суть").focus();
  await userEvent.keyboard("Слова");
  clock.pass(15);
  await new Promise((done) => setTimeout(done, 2_000));
  expect(isLocked()).toBe(false);
  expect(field("Суть").value).toBe("Слова");
  isFull = false;
  await expect.poll(isLocked).toBe(true);
  expect(office.keptDrafts.at(-1)?.draft.summary).toBe("Слова");
});

test("the time is chosen beside the device, and kept", async () => {
  const clock = handClock();
  await sitDown({ now: clock.now }, "#/people");
  const five = [...document.querySelectorAll<HTMLElement>('.people [role="radio"]')].find((one) =>
    one.textContent?.includes("5 минут"),
  );
  five?.click();
  await expect.poll(() => five?.getAttribute("aria-checked")).toBe("true");
  clock.pass(5);
  await expect.poll(isLocked).toBe(true);
});
