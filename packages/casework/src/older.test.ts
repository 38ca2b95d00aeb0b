import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { toJsonSchema } from "@valibot/to-json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";

import { Event } from "./event.ts";
import released from "./older.fixtures.json" with { type: "json" };
import { lifted, lifts, type Lift } from "./older.ts";
import { readEvents } from "./read-events.ts";
import { anyEvent } from "./testing/arbitrary.ts";

const samples: readonly { readonly type: string }[] = released.samples;
const hashes: Readonly<Record<string, string>> = released.shapes;

/** What of a JSON schema must not change unseen: all of it, in one order of keys. */
function hashOf(schema: (typeof Event.options)[number]): string {
  const json: unknown = toJsonSchema(schema, { errorMode: "ignore" });
  const sorted = JSON.stringify(json, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(sorted).digest("base64url").slice(0, 16);
}

test("a released shape cannot change unseen", () => {
  const now = Object.fromEntries(
    Event.options.map((schema) => [schema.entries.type.literal, hashOf(schema)]),
  );
  // If this fails: a changed shape needs a new name and a lift (see older.ts). Only a new kind of event, or a new code
  // in a list, may change a line of `shapes` in older.fixtures.json; an older device keeps such events sealed.
  expect(now).toEqual(hashes);
});

test("every kind of event has a sample, and every sample ever released is still read", () => {
  const kinds = Event.options.map((schema) => schema.entries.type.literal);
  expect(new Set(samples.map((sample) => sample.type))).toEqual(new Set([...kinds, ...Object.keys(lifts)]));
  const { events, unknown } = readEvents(samples);
  expect(unknown).toBe(0);
  expect(events).toHaveLength(samples.length);
});

test("an event of this release reads back as it was written", () => {
  fc.assert(
    fc.property(fc.array(anyEvent), (events) => {
      expect(readEvents(JSON.parse(JSON.stringify(events)) as unknown[])).toEqual({
        events: JSON.parse(JSON.stringify(events)),
        unknown: 0,
      });
    }),
    { seed: 11 },
  );
});

test("what a newer release wrote is counted and left", () => {
  const raw = [
    { type: "PeaceDeclared" },
    { type: "StageMoved", stage: "mediation", reason: "" },
    null,
    "",
    7,
    { type: "TaskReopened", task: "a".repeat(22) },
  ];
  expect(readEvents(raw)).toEqual({ events: [{ type: "TaskReopened", task: "a".repeat(22) }], unknown: 5 });
});

test("reading never fails, whatever lies in the sheet", () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), (raw) => {
      const { events, unknown } = readEvents(raw);
      expect(events.length + unknown).toBe(raw.length);
    }),
    { seed: 12 },
  );
});

test("an old shape is lifted step by step to the newest", () => {
  const three: Record<string, Lift> = {
    Called: (old) => ({ ...old, type: "Called.2", channel: "phoneIn" }),
    "Called.2": (old) => ({ ...old, type: "Called.3", safe: "unasked" }),
  };
  expect(lifted({ type: "Called", by: "Нина" }, three)).toEqual({
    type: "Called.3",
    by: "Нина",
    channel: "phoneIn",
    safe: "unasked",
  });
  expect(lifted({ type: "toString" }, three)).toEqual({ type: "toString" });
  expect(lifted({ type: "Ring" }, { Ring: () => ({ type: "Ring" }) })).toEqual({ type: "Ring" });
});

test("older.ts imports nothing", () => {
  expect(readFileSync(new URL("./older.ts", import.meta.url), "utf8")).not.toMatch(
    /^\s*(?:import|export .* from)\b/mu,
  );
});
