import { expect, test } from "vitest";

import { openWatchers } from "./watchers.ts";

test("a clock that is set forward by a day while an answer is being made does not stop the screens", async () => {
  let now = 0;
  const due: { readonly at: number; readonly call: () => void }[] = [];
  const { watch, changed } = openWatchers({
    now: () => now,
    timers: {
      later(milliseconds, call) {
        due.push({ at: milliseconds, call });
        return () => undefined;
      },
    },
    answer: async () => {
      now += 24 * 3_600_000;
      return undefined;
    },
  });
  watch({ type: "Counters" }, () => undefined);
  changed();
  due.shift()?.call();
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  changed();
  expect(due.at(-1)?.at).toBeLessThan(5_000);
});

test("a change after a rest is answered at once, and a flood of changes leaves nearly all of the time to others", async () => {
  let now = 1_000_000;
  let answers = 0;
  let due: { readonly at: number; readonly call: () => void } | undefined;
  const { watch, changed, hurry } = openWatchers({
    now: () => now,
    timers: {
      later(milliseconds, call) {
        due = { at: now + milliseconds, call };
        return () => {
          due = undefined;
        };
      },
    },
    answer: async () => {
      answers += 1;
      now += 10;
      return undefined;
    },
  });
  watch({ type: "Counters" }, () => undefined);
  changed();
  expect(due?.at).toBe(now);
  const began = now;
  for (; now < began + 10_000; now += 1) {
    changed();
    if (due && due.at <= now) {
      const { call } = due;
      due = undefined;
      call();
      for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
    }
  }
  expect(answers * 10).toBeLessThan((now - began) * 0.05);
  expect(answers).toBeGreaterThan(30);
  // In the middle of the flood, right after an answer, a person records a call.
  changed();
  due?.call();
  for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  changed();
  expect(due?.at).toBeGreaterThan(now + 50);
  hurry();
  expect(due?.at).toBe(now);
  now += 5_000;
  due?.call();
  for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  due = undefined;
  now += 5_000;
  changed();
  expect(due).toMatchObject({ at: now });
});
