/** A field may be handed 100 kB of anything; reading it must stay quick, or the desk freezes in the middle of a call. */
import { expect, test } from "vitest";

import type { Day, Moment } from "../day.ts";
import { readBirth } from "./birth.ts";
import { dayFault } from "./day-text.ts";
import { readDay, readDue } from "./moment.ts";
import { suggestFrom } from "./paste.ts";
import { readPhone } from "./phone.ts";
import { wellFormed } from "./text.ts";

const today = "2022-11-08" as Day;
const now = "2022-11-08T09:30:00.000Z" as Moment;

test.each([
  "а",
  "1",
  " ",
  "9 ",
  "1.",
  "Аб ",
  "+7 ",
  "в/ч ",
  "~",
  "\u202e",
  "👩‍👦",
  "\ud83d",
  "0-",
  "(",
  "час ",
])("100 kB of %j are read within a second", (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  const began = performance.now();
  readBirth(text, today);
  dayFault(text, today);
  readDay(text, today);
  readDue(text, now, 180);
  readPhone(text);
  wellFormed(text);
  expect(suggestFrom(text, today).pasted).toBe(text);
  expect(performance.now() - began).toBeLessThan(1000);
});

test("half of an emoji becomes a visible mark, and nothing else is changed", () => {
  expect(wellFormed("мама \ud83d!")).toBe("мама �!");
  expect(wellFormed("мама 👩‍👦 \u202eабв\u0000")).toBe("мама 👩‍👦 \u202eабв\u0000");
});
