import { expect, test } from "vitest";

import { answersLate, drawn, pressKey, sitDown } from "../testing/at-the-desk.ts";

test("a pair is decided with one key, leaves the list, and comes back with another", async () => {
  const office = await sitDown({}, "#/review");
  await expect.poll(() => document.querySelectorAll(".beside tbody tr").length).toBeGreaterThan(4);
  expect(document.querySelector(".beside")?.textContent).toContain("Горностаев");
  await drawn(); // the keys listen from the first frame on
  pressKey("т"); // n on the other layout
  await expect.poll(async () => (await office.ask({ type: "Review", from: 0, count: 9 })).total).toBe(0);
  await expect.poll(() => document.querySelector(".empty.large")?.textContent).toContain("Сверять нечего");
  await expect.poll(() => document.querySelector(".review p > button")).not.toBeNull();
  await drawn();
  pressKey("z");
  await expect.poll(async () => (await office.ask({ type: "Review", from: 0, count: 9 })).total).toBe(1);
});

test("z takes the pair back although it is pressed before the office's answer has come", async () => {
  const office = await sitDown({}, "#/review");
  const link = answersLate(office, "LinkSoldier");
  await expect.poll(() => document.querySelectorAll(".beside tbody tr").length).toBeGreaterThan(4);
  await drawn();
  pressKey("l");
  await expect.poll(() => document.querySelector(".empty.large")?.textContent).toContain("Сверять нечего");
  pressKey("z");
  link.answer();
  await expect.poll(() => document.querySelectorAll(".beside tbody tr").length).toBeGreaterThan(4);
});

test("the pass over the roster is begun by a button and says how far it is", async () => {
  await sitDown({}, "#/review");
  await expect
    .poll(() => document.querySelector(".pass .says")?.textContent)
    .toContain("Связывает всегда человек");
  document.querySelector<HTMLButtonElement>(".pass button")?.click();
  await expect.poll(() => document.querySelector(".pass .says")?.textContent).toContain("Сверено");
});

test("one soldier shows every name, case and link; z takes the last link back", async () => {
  const office = await sitDown({}, "#/");
  location.hash = `#/soldier/${office.cases[0] ?? ""}`;
  await expect.poll(() => document.querySelectorAll(".soldier-cases li").length).toBe(3);
  expect(document.querySelector(".soldier .circle")?.textContent).toContain("звонил и другой член семьи");
  expect(document.querySelectorAll(".same-links li")).toHaveLength(2);
  pressKey("z");
  await expect.poll(() => document.querySelectorAll(".soldier-cases li").length).toBeLessThan(3);
});
