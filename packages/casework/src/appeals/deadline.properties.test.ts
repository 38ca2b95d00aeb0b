import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays, type Day } from "../day.ts";
import { dayNumber, dayText } from "./day-number.ts";
import { type Ask, type Deadline, deadlineOf, extendedDeadline, isInForce } from "./deadline.ts";
import { type AppealFacts, newAppeal } from "./facts.ts";
import { standingOf } from "./standing.ts";
import { draftJson, packFrom, ruPack } from "./testing/packs.ts";
import { traceOf } from "./trace.ts";

const rules = [...ruPack.rules.values()].filter(({ readings }) => readings.length > 0);
const anyRule = fc.constantFrom(...rules.map(({ id }) => id));
const anyDay = fc.integer({ min: 18_993, max: 22_280 }).map(dayText); // 2022 to 2030
const anyRegion = fc.constantFrom(undefined, "RU-TA", "RU-BA");
const seeded = { seed: 20_221_108, numRuns: 1_000 };

function derived(ask: Ask): Deadline | undefined {
  const found = deadlineOf(ruPack, ask);
  if (found.ok) return found.value;
  expect(found.refusal.type).toBe("NoVersionForDay");
  return undefined;
}

test("a later trigger never gives an earlier date, within one version of the law", () => {
  fc.assert(
    fc.property(anyRule, anyDay, fc.integer({ min: 0, max: 400 }), (rule, on, later) => {
      const first = derived({ rule, on });
      const second = derived({ rule, on: addDays(on, later) });
      if (!first || !second) return;
      for (const date of ["raw", "due", "earliest", "latest", "overdueFrom", "fileBy", "mayFrom"] as const) {
        expect((first[date] ?? "") <= (second[date] ?? "")).toBe(true);
      }
    }),
    seeded,
  );
});

test("overdue is never said before the latest reading has passed, nor is a family told a day after the earliest", () => {
  fc.assert(
    fc.property(anyRule, anyDay, anyRegion, (rule, on, region) => {
      const deadline = derived({ rule, on, region });
      if (!deadline) return;
      for (const { raw, due } of deadline.readings) {
        if (deadline.overdueFrom) expect(deadline.overdueFrom > due).toBe(true);
        if (deadline.mayFrom) expect(deadline.mayFrom > due).toBe(true);
        if (deadline.fileBy) expect(deadline.fileBy <= raw && deadline.fileBy <= due).toBe(true);
      }
      const sides = [deadline.overdueFrom, deadline.fileBy, deadline.mayFrom].filter(
        (side) => side !== undefined,
      );
      expect(sides).toHaveLength(1);
    }),
    seeded,
  );
});

test("a region's holidays can only make us more patient with others, and more careful with ourselves", () => {
  fc.assert(
    fc.property(anyRule, anyDay, fc.constantFrom("RU-TA", "RU-BA"), (rule, on, region) => {
      const federal = derived({ rule, on });
      const there = derived({ rule, on, region });
      if (!federal || !there) return;
      expect((there.overdueFrom ?? "") >= (federal.overdueFrom ?? "")).toBe(true);
      expect((there.fileBy ?? "") <= (federal.fileBy ?? "")).toBe(true);
    }),
    seeded,
  );
});

test("deriving twice gives the same, also from a pack that was read again", () => {
  const [one, two] = [packFrom(draftJson), packFrom(structuredClone(draftJson))];
  fc.assert(
    fc.property(fc.constantFrom(...one.rules.keys()), anyDay, (rule, on) => {
      const first = deadlineOf(one, { rule, on });
      expect(deadlineOf(one, { rule, on })).toEqual(first);
      expect(deadlineOf(two, { rule, on })).toEqual(first);
      if (first.ok) expect(traceOf(one, first.value)).toEqual(traceOf(two, first.value));
    }),
    seeded,
  );
});

test("a date that rests on a day outside the calendar is provisional, and only such a date", () => {
  fc.assert(
    fc.property(fc.constantFrom("59fz.answer", "pay.195.transfer", "59fz.register"), anyDay, (rule, on) => {
      const deadline = derived({ rule, on });
      if (!deadline) return;
      if (deadline.latest > "2026-12-31") expect(deadline.isProvisional).toBe(true);
      if (on >= "2022-01-01" && deadline.latest <= "2026-12-31") expect(deadline.isProvisional).toBe(false);
    }),
    seeded,
  );
});

describe("an extension", () => {
  test("never ends a term sooner, and never lets it run beyond what the law allows", () => {
    const extendable = rules.filter(({ extension }) => extension).map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.constantFrom(...extendable),
        anyDay,
        fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
        (rule, on, days) => {
          const first = derived({ rule, on });
          if (!first) return;
          const until = days === undefined ? undefined : addDays(on, days);
          const longer = extendedDeadline(ruPack, first, { ask: { rule, on }, until });
          const most = extendedDeadline(ruPack, first, { ask: { rule, on }, until: undefined });
          if (!longer.ok || !most.ok) throw new Error("an extension was refused");
          expect(longer.value.latest >= first.latest).toBe(true);
          expect(longer.value.latest <= most.value.latest || longer.value.latest === first.latest).toBe(true);
        },
      ),
      seeded,
    );
  });

  test("that is noticed after the breach never un-breaches", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(fc.integer({ min: 31, max: 200 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 300 }),
        (on, notices, wait) => {
          const silent: AppealFacts = {
            ...newAppeal("r.governor", "ru.governor"),
            dispatched: { on, proof: "proved", by: "hand" },
            received: { on, proof: "proved" },
            registered: { on, proof: "proved", number: "1" },
          };
          const breached = derived({ rule: "59fz.answer", on });
          if (!breached?.overdueFrom) return;
          const late = notices
            .map((days) => addDays(on, days))
            .filter((dated) => dated >= (breached.overdueFrom ?? dated));
          const today = later(addDays(breached.overdueFrom, wait), ...late);
          const before = standingOf(silent, ruPack, today);
          const after = standingOf(
            { ...silent, extended: late.map((dated) => ({ dated, until: undefined })) },
            ruPack,
            today,
          );
          if (!before.ok || !after.ok) throw new Error("plain facts were refused");
          const answer = (standing: typeof before.value) =>
            standing.clocks.find(({ rule }) => rule === "59fz.answer");
          expect(answer(after.value)?.state).toBe(answer(before.value)?.state);
          expect(answer(after.value)?.breachedFrom).toBe(answer(before.value)?.breachedFrom);
        },
      ),
      { ...seeded, numRuns: 500 },
    );
  });
});

test("every trace ends on the dates of its deadline, and every day it says was skipped is a day off", () => {
  fc.assert(
    fc.property(anyRule, anyDay, anyRegion, (rule, on, region) => {
      const deadline = derived({ rule, on, region });
      if (!deadline) return;
      const steps = traceOf(ruPack, deadline);
      const dues = steps.flatMap((step) => (step.type === "Due" ? [step.day] : []));
      expect(dues).toEqual(deadline.readings.map(({ due }) => due));
      for (const step of steps) {
        if (step.type !== "RolledOn" && step.type !== "RolledBack") continue;
        expect(step.over.length).toBeGreaterThan(0);
        expect(step.over.some(({ day }) => day === step.to)).toBe(false);
      }
    }),
    seeded,
  );
});

test("a rule is refused on every day on which it was not in force, and on no other", () => {
  fc.assert(
    fc.property(anyRule, anyDay, (id, on) => {
      const rule = ruPack.rules.get(id);
      expect(deadlineOf(ruPack, { rule: id, on }).ok).toBe(rule !== undefined && isInForce(rule, on));
    }),
    seeded,
  );
});

function later(...days: Day[]): Day {
  return dayText(Math.max(...days.map(dayNumber)));
}
