import fc from "fast-check";
import { expect, test } from "vitest";

import type { Moment } from "../day.ts";
import type { FolderId, TaskId } from "../id.ts";
import { nina, now, oleg } from "../testing/office.ts";
import { openQueueOrder } from "./order.ts";
import {
  answeredElsewhere,
  findInQueue,
  nextInQueue,
  queueOf,
  type AtTheQueue,
  type QueueFolder,
} from "./queue.ts";

const hour = (text: string): Moment => `2022-11-08T${text}:00.000Z` as Moment;
const at = (seen: Omit<AtTheQueue, "zone">): AtTheQueue => ({ ...seen, zone: "Europe/Moscow" });

test("the queue kept in order says what a look through all folders says, whatever came and went", () => {
  const tasks = fc.array(
    fc.record(
      {
        due: fc.constantFrom(hour("08:00"), hour("09:35"), hour("20:00")),
        set: fc.constantFrom(hour("05:00"), hour("06:00"), hour("09:00")),
        next: fc.constantFrom(hour("08:00"), hour("21:00")),
        skipped: fc.constantFrom({ by: nina, at: hour("07:30") }, { by: oleg, at: hour("10:00") }),
        owner: fc.constantFrom(nina, oleg),
        reopened: fc.constant(true as const),
        phone: fc.constantFrom("+7900", ""),
      },
      { requiredKeys: ["phone"] },
    ),
    { maxLength: 3 },
  );
  const change = fc.record({
    n: fc.nat(9),
    // Hours pass, by day and by night; a clock is set back, a surge begins, and a colleague looks.
    seenAt: fc.record({
      now: fc.constantFrom(now, hour("03:00"), hour("08:00"), hour("10:30"), hour("20:30"), hour("23:00")),
      me: fc.constantFrom(nina, oleg),
      isSurge: fc.boolean(),
    }),
    urgency: fc.constantFrom("U1" as const, "U3" as const, undefined),
    tasks: fc.option(tasks, { nil: undefined }),
    ends: fc.array(
      fc.tuple(fc.nat(9), fc.nat(2)).map(([n, at]) => `${n}/${at}` as TaskId),
      { maxLength: 2 },
    ),
  });
  let answered = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
      const order = openQueueOrder();
      const plain = new Map<FolderId, QueueFolder>();
      for (const { n, urgency, tasks: items, ends, seenAt } of changes) {
        const folder = `${n}` as FolderId;
        const queued = items && {
          folder,
          number: `${n}`,
          name: "",
          ...(urgency === undefined ? {} : { urgency }),
          ends,
          items: items.map(({ phone: number, ...one }, place) => ({
            ...one,
            task: `${n}/${place}` as TaskId,
            kind: "callback" as const,
            what: "",
            calledAs: "",
            phones: number === "" ? [] : [number],
          })),
        };
        order.put(folder, queued);
        if (queued) plain.set(folder, queued);
        else plain.delete(folder);
        const all = queueOf(plain.values(), at(seenAt));
        const first = all.find(({ standing }) => standing.type === "now");
        expect(nextInQueue(order, at(seenAt), () => false)).toEqual(first);
        expect(nextInQueue(order, at(seenAt), ({ task }) => task === first?.task)).toEqual(
          all.find((one) => one.standing.type === "now" && one.task !== first?.task),
        );
        for (const one of all) expect(findInQueue(order, at(seenAt), one.task)).toEqual(one);
        answered += answeredElsewhere(order).length;
        for (const { task } of answeredElsewhere(order))
          expect(findInQueue(order, at(seenAt), task)).toBeUndefined();
      }
    }),
    { seed: 77, numRuns: 150 },
  );
  expect(answered).toBeGreaterThan(10);
});
