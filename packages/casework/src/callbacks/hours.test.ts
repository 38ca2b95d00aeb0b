import fc from "fast-check";
import { expect, test } from "vitest";

import { momentOf, type Moment } from "../day.ts";
import { clockOf, nextWithin, readHours, type Hours } from "./hours.ts";

const moscow = "Europe/Moscow";
const hour = (text: string): Moment => `2022-11-08T${text}:00.000Z` as Moment;

test.each([
  ["после 19", [19, 21]],
  ["с 10 до 18", [10, 18]],
  ["з 10 до 18", [10, 18]],
  ["с 10 часов до 18 часов", [10, 18]],
  ["10:00–18.00", [10, 18]],
  ["до 12", [9, 12]],
  ["after 20", [20, 22]],
  ["9-17", [9, 17]],
  ["9–21, Камчатка", [9, 21]],
  ["22-7", [22, 7]],
  ["после 7 вечера", [19, 21]],
  ["after 7pm", [19, 21]],
  ["з 7 до 9 вечора", [19, 21]],
  ["с 8 утра до 10 вечера", [8, 22]],
  ["с 10 до 8 вечера", [10, 20]],
  ["до 9 утра", [8, 9]],
] as const)("hours are read from plain words: %s", (text, hours) => {
  expect(readHours(text)).toEqual(hours);
});

test.each([
  "вечером, когда муж на работе",
  "не после 20",
  "не звонить с 9 до 18",
  "кроме 13-14",
  "never after 8",
  "не дзвонити після 20",
  "10:15-11:30",
  "с 09:20 до 18:00",
  "после 18:30",
  "2022-11-08 после 10",
  "10-18, в субботу 12-16",
  "до 25.11",
  "8-900-123-45-67",
])("what a few words of hours do not say is left to the volunteer: %s", (text) => {
  expect(readHours(text)).toBeUndefined();
});

test("hours over midnight open in the evening", () => {
  expect(nextWithin(hour("12:00"), moscow, [22, 2])).toBe(hour("19:00"));
  expect(nextWithin(hour("22:30"), moscow, [22, 2])).toBe(hour("22:30"));
});

test("the night in which the clocks of Kyiv go forward, and the one in which they go back, end at the hour named", () => {
  expect(nextWithin("2023-03-25T21:00:00.000Z" as Moment, "Europe/Kyiv", [9, 21])).toBe(
    "2023-03-26T06:00:00.000Z",
  );
  expect(nextWithin("2023-10-28T21:30:00.000Z" as Moment, "Europe/Kyiv", [9, 21])).toBe(
    "2023-10-29T07:00:00.000Z",
  );
});

test("when it is evening in Moscow, Kamchatka and Yakutsk are called in their own morning", () => {
  expect(nextWithin(hour("17:00"), "Asia/Kamchatka", [9, 21])).toBe("2022-11-08T21:00:00.000Z");
  expect(nextWithin(hour("17:00"), "Asia/Yakutsk", [9, 21])).toBe("2022-11-09T00:00:00.000Z");
  expect(nextWithin(hour("17:00"), moscow, [9, 21])).toBe(hour("17:00"));
});

test("of two who may be called in one minute, whoever comes first keeps nobody waiting", () => {
  const clock = clockOf();
  const at = (second: string) => `2022-11-08T09:00:${second}.000Z` as Moment;
  expect(clock(at("50"), moscow, [9, 21])).toBe(at("50"));
  expect(clock(at("10"), moscow, [9, 21])).toBe(at("10"));
});

test("the hours that are remembered are those found without remembering, at every moment that a date can say", () => {
  const clock = clockOf();
  const zones = fc.constantFrom(moscow, "Asia/Kamchatka", "Europe/Kyiv");
  const moments = fc.oneof(
    fc.integer({ min: 1_667_854_800_000, max: 1_667_941_200_000 }),
    fc.constantFrom(-8.64e15, Date.parse("9999-12-31T22:00:00.500Z"), 8.64e15),
  );
  fc.assert(
    fc.property(moments, zones, fc.constantFrom<Hours>([9, 21], [22, 2]), (at, zone, hours) => {
      const moment = momentOf(at);
      expect(clock(moment, zone, hours)).toBe(nextWithin(moment, zone, hours));
    }),
    { seed: 7, numRuns: 300 },
  );
});
