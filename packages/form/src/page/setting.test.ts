import { expect, test } from "vitest";

import { settingFrom } from "./setting.ts";

const mine = "A".repeat(43);
const other = "B".repeat(43);

test("whose line it is comes from the page or from the link, and the two may not contradict each other", () => {
  expect(settingFrom({ charter: mine }, "").charter).toBe(mine);
  expect(settingFrom({ charter: "" }, `#${mine}`).charter).toBe(mine);
  expect(settingFrom({ charter: mine }, `#${mine}`).charter).toBe(mine);
  expect(settingFrom({ charter: mine }, `#${other}`).charter).toBeUndefined();
  expect(settingFrom({}, "").charter).toBeUndefined();
  expect(settingFrom({ charter: "short" }, "#short").charter).toBeUndefined();
});

test("what a letter answers stands behind the fingerprint, or alone where the page has one", () => {
  expect(settingFrom({}, `#${mine}.I-7`)).toMatchObject({ charter: mine, about: "I-7" });
  expect(settingFrom({ charter: mine }, "#.I-7")).toMatchObject({ charter: mine, about: "I-7" });
  expect(settingFrom({ charter: mine }, `#${other}.I-7`)).toMatchObject({ charter: undefined, about: "I-7" });
  expect(settingFrom({ charter: mine }, `#${mine}`).about).toBeUndefined();
  for (const wrong of ["#.", "#.<b>", `#.${"a".repeat(61)}`, "#.I-7.I-8"])
    expect(settingFrom({ charter: mine }, wrong).about).toBeUndefined();
});

test("leaving goes to a page of https and nowhere else", () => {
  expect(settingFrom({ exit: "https://weather.example/" }, "").exit).toBe("https://weather.example/");
  for (const exit of ["", "javascript:alert(1)", "http://weather.example/"])
    expect(settingFrom({ exit }, "").exit).toMatch(/^https:/);
});

test("what was not filled in is not there", () => {
  expect(settingFrom({ telephone: " ", onion: "" }, "")).toMatchObject({
    telephone: undefined,
    onion: undefined,
    desk: undefined,
  });
});
