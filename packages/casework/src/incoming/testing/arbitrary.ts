/** Anything that may happen with a list, for properties. */
import fc from "fast-check";

import type { Event } from "../../event.ts";
import type { ContactId, ListId } from "../../id.ts";

const list = fc.nat(1).map((n) => `list${n}`.padEnd(22, "_") as ListId);
const row = fc.nat(2).map((n) => `row${n}`.padEnd(11, "_"));

export const anyIncomingEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant("ListLaid" as const),
    list,
    name: fc.constant("Список"),
    lines: fc.nat(9),
    columns: fc.nat(1).map(() => [{ heading: "ФИО", field: "soldierName" as const }, { heading: "" }]),
  }),
  fc.record({
    type: fc.constant("ListBroughtIn" as const),
    list,
    opened: fc.nat(9),
    added: fc.nat(9),
    already: fc.nat(9),
    refused: fc.nat(9),
    leftOut: fc.nat(9),
  }),
  fc.record({
    type: fc.constant("ListTakenBack" as const),
    list,
    cases: fc.nat(9),
    reason: fc.constant("не тот файл"),
  }),
  fc.record({
    type: fc.constant("RowTaken" as const),
    list,
    row,
    place: fc.constant("7"),
    contact: fc.nat(4).map((n) => `contact${n}`.padEnd(22, "_") as ContactId),
  }),
  fc.record({ type: fc.constant("RowsTakenBack" as const), list, reason: fc.constant("") }),
);
