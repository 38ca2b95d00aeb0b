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
