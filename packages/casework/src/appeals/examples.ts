/**
 * Worked examples filled in: a lawyer gives rules and triggers, and gets every date back in the same file's shape.
 * Only `n`, `rule`, `trigger`, `over` and `as` are believed; whatever stands in a derived field is derived again.
 */
import * as v from "valibot";

import { type Day, dayFrom, type Moment, momentFrom } from "../day.ts";
import { err, ok, type Result } from "../result.ts";
import { weekdays } from "./calendar.ts";
import { count } from "./count.ts";
import { dayNumber, dayText, isCountable, weekdayOf } from "./day-number.ts";
import {
  type Ask,
  type Deadline,
  deadlineFrom,
  deadlineOf,
  type DeadlineRefusal,
  type Reading,
  ruleInForce,
  tableOf,
} from "./deadline.ts";
import type { Pack, Rule, Term } from "./pack/pack.ts";
import type { Problem } from "./pack/problem.ts";
import { rollovers, starts, units } from "./pack/shape.ts";
import { momentThere, wallClock } from "./zone.ts";

const over = v.looseObject({
  unit: v.optional(v.picklist(units)),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_660))),
  start: v.optional(v.picklist(starts)),
  rollover: v.optional(v.picklist(rollovers)),
  calendar: v.optional(v.string()),
});
const step = v.looseObject({
  rule: v.string(),
  over: v.optional(over),
  as: v.optional(v.string()),
  trigger: v.string(),
});
const examplesFile = v.looseObject({
  examples: v.array(v.looseObject({ n: v.union([v.number(), v.string()]), steps: v.array(step) })),
});
export type ExamplesFile = v.InferOutput<typeof examplesFile>;
type Step = v.InferOutput<typeof step>;

export type StepRefusal =
  | DeadlineRefusal
  | { readonly type: "NotADay"; readonly text: string }
  | { readonly type: "NoSuchCalendar"; readonly calendar: string };

/** One field of a step that the file told otherwise than we derive it. */
export interface Disagreement {
  readonly n: number | string;
  readonly where: string;
  readonly told: unknown;
  readonly derived: unknown;
}

export interface Filled {
  readonly file: unknown;
  readonly refusals: readonly {
    readonly n: number | string;
    readonly step: number;
    readonly refusal: StepRefusal;
  }[];
  readonly disagreements: readonly Disagreement[];
}

export function readExamples(json: unknown): Result<ExamplesFile, readonly Problem[]> {
  const parsed = v.safeParse(examplesFile, json);
  if (parsed.success) return ok(parsed.output);
  return err(
    parsed.issues.map((issue) => ({
      weight: "error",
      path: (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key))),
      what: issue.message,
    })),
  );
}

export function fillExamples(pack: Pack, given: ExamplesFile): Filled {
  const refusals: Filled["refusals"][number][] = [];
  const disagreements: Disagreement[] = [];
  const { examples: asked, ...head } = given;
  const examples = asked.map((example) => {
    const { n, steps, title, traps } = example;
    const found = steps.map((each) => deriveStep(pack, each));
    const deadlines = found.flatMap((result) => (result.ok ? [result.value.deadline] : []));
    const filledSteps = found.map((result, index) => {
      const { rule, over, as, trigger } = steps[index] ?? { rule: "", trigger: "" };
      const givens = { rule, ...(over && { over }), ...(as !== undefined && { as }), trigger };
      if (result.ok) return { ...givens, ...result.value.fields };
      refusals.push({ n, step: index, refusal: result.refusal });
      return { ...givens, refusal: result.refusal };
    });
    const filled = {
      n,
      ...(title !== undefined && { title }),
      steps: filledSteps,
      ...twoSides(deadlines),
      ...(traps !== undefined && { traps }),
    };
    disagreements.push(...disagreementsIn(n, example, filled));
    return filled;
  });
  return { file: { ...head, examples }, refusals, disagreements };
}

/** The chain of an example ends where its last clock does; the family acts by its first. */
function twoSides(deadlines: readonly Deadline[]) {
  const overdue = deadlines.flatMap(({ overdueFrom }) => overdueFrom ?? []).sort();
  const file = deadlines.flatMap(({ fileBy }) => fileBy ?? []).sort();
  const overdueFrom = overdue.at(-1);
  const [fileBy] = file;
  return { ...(overdueFrom && { overdueFrom }), ...(fileBy && { fileBy }) };
}

interface DerivedStep {
  readonly deadline: Deadline;
  readonly fields: Readonly<Record<string, unknown>>;
}

function deriveStep(pack: Pack, { rule: named, over, as, trigger }: Step): Result<DerivedStep, StepRefusal> {
  const id = named.split("@")[0] ?? named; // 59fz.register@receiver: the same rule, at the body it was forwarded to
  const rule = pack.rules.get(id);
  const calendar = over?.calendar ?? rule?.readings[0]?.term.calendar;
  if (over?.calendar !== undefined && !pack.calendars.has(over.calendar))
    return err({ type: "NoSuchCalendar", calendar: over.calendar });
  const read = readTrigger(trigger, calendar === undefined ? "UTC" : tableOf(pack, calendar).zone);
  if (!read) return err({ type: "NotADay", text: trigger });
  const ask: Ask = {
    rule: id,
    on: read.day,
    ...(rule?.readings[0]?.term.unit === "hour" && { at: read.at }),
  };
  const found = stepDeadline(pack, ask, {
    over,
    isExtension: isExtensionText(as ?? ""),
  });
  if (!found.ok) return found;
  const deadline = found.value;
  const weekday = (day: Day) => weekdays[weekdayOf(dayNumber(day))];
  const shown = (day: Day) => (deadline.endsAt && read.show ? read.show(deadline.endsAt) : day);
  const isProvisional = deadline.readings.some((reading) => reading.isProvisional);
  return ok({
    deadline,
    fields: {
      raw: shown(deadline.raw),
      due: shown(deadline.due),
      ...(isProvisional && { provisional: true }),
      weekday: { raw: weekday(deadline.raw), due: weekday(deadline.due) },
    },
  });
}

/** "extension by 30 days from the end of the first term": the trigger is where the extension starts. */
function isExtensionText(as: string): boolean {
  return /exten(sion|ded)|продл|подовж/i.test(as) && !/\b(no|not|without|before)\b/i.test(as);
}

interface How {
  readonly over: Step["over"];
  readonly isExtension: boolean;
}

function stepDeadline(pack: Pack, ask: Ask, { over, isExtension }: How): Result<Deadline, DeadlineRefusal> {
  const chosen = ruleInForce(pack, ask.rule, ask.on);
  // An extension's trigger is the end of the first term: the version of the law was chosen before, by the letter's day.
  const rule = isExtension ? pack.rules.get(ask.rule) : chosen.ok ? chosen.value : undefined;
  if (!rule) return chosen.ok ? err({ type: "NoSuchRule", rule: ask.rule }) : chosen;
  const extension = isExtension ? rule.extension?.term : undefined;
  if (!over && !extension) return deadlineOf(pack, ask);
  const readings: Reading[] = [];
  for (const { id, term } of termsOf(rule, extension, over)) {
    const counted = isCountable(dayNumber(ask.on))
      ? count(term, dayNumber(ask.on), tableOf(pack, term.calendar))
      : undefined;
    if (!counted) return err({ type: "DayOutOfReach", rule: ask.rule, day: ask.on });
    readings.push({
      id,
      term,
      region: undefined,
      from: ask.on,
      raw: dayText(counted.raw),
      due: dayText(counted.due),
      isProvisional: counted.isProvisional,
    });
  }
  return ok(deadlineFrom({ pack, rule, ask, readings, extended: undefined }));
}

/** `over` chooses one reading; without it all readings of the rule (or of its extension) stand. */
function termsOf(
  rule: Rule,
  extension: Term | undefined,
  over: Step["over"],
): readonly { readonly id: string; readonly term: Term }[] {
  const own = rule.readings.map(({ id, term }) => ({
    id,
    term: extension ? { ...extension, start: term.start, rollover: term.rollover } : term,
  }));
  const [first] = own;
  if (!over || !first) return own;
  const { unit, count: many, start, rollover, calendar } = over;
  const { term } = first;
  return [
    {
      id: "text",
      term: {
        unit: unit ?? term.unit,
        count: many ?? term.count,
        start: start ?? term.start,
        rollover: rollover ?? term.rollover,
        calendar: calendar ?? term.calendar,
      },
    },
  ];
}

interface Trigger {
  readonly day: Day;
  readonly at: Moment | undefined;
  /** Writes a moment in the form in which the trigger was given. */
  readonly show: ((moment: Moment) => string) | undefined;
}

/** 2022-11-08, 2022-11-08T14:30 (the authority's own time), 2022-11-08T14:30+03:00. */
function readTrigger(text: string, zone: string): Trigger | undefined {
  const day = dayFrom(text);
  if (day) return { day, at: undefined, show: undefined };
  const parts =
    /^(\d{4}-\d{2}-\d{2})([T ])([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d)?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text,
    );
  const date = dayFrom(parts?.[1] ?? "");
  if (!parts || !date) return undefined;
  const [, , gap = "T", hour = "", minute = "", seconds = "", offset] = parts;
  const wall = `${date}T${hour}:${minute}${seconds === "" ? ":00" : seconds}`;
  const at = offset === undefined ? momentThere(wall, zone) : momentFrom(`${wall}${offset}`);
  if (!at) return undefined;
  const local = dayFrom(wallClock(at, zone).slice(0, 10));
  if (!local) return undefined;
  const length = seconds === "" ? 16 : 19;
  function show(moment: Moment): string {
    const shift = offset === undefined || offset === "Z" ? 0 : offsetMinutes(offset);
    const shown =
      offset === undefined
        ? wallClock(moment, zone)
        : new Date(Date.parse(moment) + shift * 60_000).toISOString();
    return `${shown.slice(0, 10)}${gap}${shown.slice(11, length)}${offset ?? ""}`;
  }
  return { day: local, at, show };
}

function offsetMinutes(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith("-") ? -minutes : minutes;
}

function disagreementsIn(
  n: number | string,
  told: Readonly<Record<string, unknown>>,
  derived: Readonly<Record<string, unknown>>,
): readonly Disagreement[] {
  const found: Disagreement[] = [];
  function compare(where: string, a: unknown, b: unknown): void {
    if (a !== undefined && JSON.stringify(a) !== JSON.stringify(b))
      found.push({ n, where, told: a, derived: b });
  }
  compare("overdueFrom", told["overdueFrom"], derived["overdueFrom"]);
  compare("fileBy", told["fileBy"], derived["fileBy"]);
  const steps = listOf(derived["steps"]);
  listOf(told["steps"]).forEach((step, index) => {
    for (const field of ["raw", "due", "provisional"])
      compare(`steps[${index}].${field}`, step[field], steps[index]?.[field]);
  });
  return found;
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value)
    ? value.filter((each): each is Record<string, unknown> => typeof each === "object" && each !== null)
    : [];
}
