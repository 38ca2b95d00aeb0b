/** Anything that may happen with a list that goes out, for properties. */
import fc from "fast-check";

import type { Event } from "../../event.ts";
import type { OutListId } from "../../id.ts";
import { anyIncomingEvent } from "../../incoming/testing/arbitrary.ts";
import { outShapes, outSources } from "../event.ts";

const list = fc.nat(1).map((n) => `out${n}`.padEnd(22, "_") as OutListId);

/** Of lists that come in, too. */
export const anyListEvent: fc.Arbitrary<Event> = fc.oneof(
  anyIncomingEvent,
  fc.record({
    type: fc.constant("OutListAsked" as const),
    list,
    of: fc.constantFrom(...outSources),
    part: fc.constant("all"),
    text: fc.constantFrom("", "орловская"),
    columns: fc.nat(1).map(() => ["number", "name"]),
    rows: fc.integer({ min: 1, max: 900 }),
    to: fc.constant("Уполномоченному"),
    reason: fc.constant("сверка"),
  }),
  fc.record({
    type: fc.constant("OutListAnswered" as const),
    list,
    isAllowed: fc.boolean(),
    reason: fc.constantFrom("", "слишком много"),
  }),
  fc.record({
    type: fc.constant("OutListTaken" as const),
    list,
    rows: fc.integer({ min: 1, max: 900 }),
    as: fc.constantFrom(...outShapes),
    plain: fc.constant("p".repeat(43)),
  }),
);
