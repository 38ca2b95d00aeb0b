/**
 * From the checked file to the Pack: what the draft leaves unsaid is settled here, in one place.
 * A term without a calendar takes the first calendar of its jurisdiction (ru-... for RU), else the first of the pack.
 */
import { type Day, dayFrom } from "../../day.ts";
import type { Calendar, Escalation, Extension, Interpretation, Level, Pack, Rule, Term } from "./pack.ts";
import type { LevelName, PackFile, Role } from "./shape.ts";

type RuleFile = PackFile["rules"][number];
type ExtensionFile = NonNullable<RuleFile["extension"]>;
type LaterTerm = NonNullable<ExtensionFile["max"]>;

const USUAL_POST_DAYS = 10;

export function lift(file: PackFile): Pack {
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.id, row]));
  const rules = byId(file.rules.map((rule) => liftRule(file, rule)));
  const calendars = byId(file.calendars.map((calendar) => liftCalendar(file, calendar)));
  return {
    id: file.pack.id,
    version: file.pack.version,
    jurisdiction: file.pack.jurisdiction,
    status: file.pack.status,
    postDays: file.pack.postDays ?? USUAL_POST_DAYS,
    calendars,
    authorities: byId(
      file.authorities.map(({ id, kind, name, parent, calendar, zone, sensitive, seats }) => ({
        id,
        kind,
        name,
        parent,
        calendar,
        zone: zone ?? calendars.get(calendar)?.zone ?? "UTC",
        sensitive: sensitive ?? false,
        seats: seats ?? {},
      })),
    ),
    rules,
    grounds: byId(file.grounds),
    routes: byId(
      file.routes.map(({ id, name, to, form, rules: named }) => ({
        id,
        name,
        to,
        form,
        rules: named,
        clocks: named.flatMap((rule) => rules.get(rule) ?? []).filter(({ readings }) => readings.length > 0),
      })),
    ),
    escalations: file.escalations.map(liftEscalation),
    templates: byId(file.templates),
    cards: file.cards ?? [],
  };
}

export function liftCalendar(file: PackFile, calendar: PackFile["calendars"][number]): Calendar {
  return {
    id: calendar.id,
    version: calendar.version ?? file.pack.version,
    zone: calendar.tz,
    weekend: calendar.weekend,
    from: dayOrNone(calendar.coverage.from),
    to: dayOrNone(calendar.coverage.to),
    everyYear: calendar.everyYear ?? [],
    years: calendar.years,
    regions: Object.fromEntries(Object.entries(calendar.regions ?? {}).map(([id, { off }]) => [id, off])),
  };
}

function liftRule(file: PackFile, rule: RuleFile): Rule {
  const term = rule.term
    ? { ...rule.term, calendar: rule.term.calendar ?? usualCalendar(file, rule) }
    : undefined;
  return {
    id: rule.id,
    law: rule.law,
    article: rule.article,
    says: rule.duty ?? rule.effect ?? rule.id,
    role: rule.role ?? roleOf(rule),
    by: rule.by ?? "",
    trigger: rule.trigger ?? "",
    course: courseOf(rule.trigger ?? ""),
    readings: term ? readingsOf(rule, term) : [],
    extension: term && rule.extension ? liftExtension(rule.extension, term) : undefined,
    onlyIf: rule.onlyIf,
    grounds: rule.grounds,
    level: levelOf(rule.verified),
    from: dayOrNone(rule.effective?.from ?? null),
    to: dayOrNone(rule.effective?.to ?? null),
    versionOf: rule.versionOf,
  };
}

/** "appeal.registered" is a step of the letter's own course; "order.issued" is something that happens elsewhere. */
function courseOf(trigger: string): Rule["course"] {
  const step = /^(?:appeal|request|complaint|claim|crime-report)\.(\w+)$/.exec(trigger)?.[1];
  return step === "sent" || step === "received" || step === "registered" || step === "forwarded"
    ? step
    : undefined;
}

function usualCalendar(file: PackFile, rule: RuleFile): string {
  const jurisdiction = rule.jurisdiction ?? file.pack.jurisdiction;
  const own = file.calendars.find(
    ({ id, jurisdiction: of }) => of === jurisdiction || id.startsWith(`${jurisdiction.toLowerCase()}-`),
  );
  return own?.id ?? file.calendars[0]?.id ?? "";
}

/** The draft gives no roles: they follow from who acts, on what, and from the id. */
function roleOf(rule: RuleFile): Role {
  if (rule.by === "applicant") return rule.fileBy === "earliest" ? "file" : "wait";
  if (rule.id.endsWith(".register")) return "register";
  if (rule.id.endsWith(".forward")) return "forward";
  if (rule.by === "third-body" || rule.effect || rule.id.endsWith(".illegible")) return "other";
  return /\.(received|registered)$/.test(rule.trigger ?? "") ? "answer" : "other";
}

function readingsOf(rule: RuleFile, term: Term): readonly Interpretation[] {
  const readings: Interpretation[] = [{ id: "text", term, basis: undefined }];
  for (const { id, basis, unit, count, start, rollover } of rule.interpretations ?? []) {
    const read: Term = {
      ...term,
      unit: unit ?? term.unit,
      count: count ?? term.count,
      start: start ?? term.start,
      rollover: rollover ?? term.rollover,
    };
    if (!readings.some(({ term: known }) => sameTerm(known, read))) readings.push({ id, term: read, basis });
  }
  return readings;
}

function sameTerm(a: Term, b: Term): boolean {
  return (
    a.unit === b.unit &&
    a.count === b.count &&
    a.start === b.start &&
    a.rollover === b.rollover &&
    a.calendar === b.calendar
  );
}

function liftExtension(extension: ExtensionFile, first: Term): Extension | undefined {
  const whole = extension.to ?? extension.totalMax;
  const later = extension.max ?? whole;
  if (!later) return undefined;
  return {
    type: extension.max ? "more" : "whole",
    term: laterTerm(later, first),
    fromRawEnd: extension.from === "end of the first term before rollover",
    noticeWithin: extension.noticeWithin ? laterTerm(extension.noticeWithin, first) : undefined,
    requires: extension.requires,
  };
}

function laterTerm(later: LaterTerm, first: Term): Term {
  return {
    unit: later.unit,
    count: later.count,
    start: later.start ?? first.start,
    rollover: later.rollover ?? first.rollover,
    calendar: later.calendar ?? first.calendar,
  };
}

function liftEscalation(edge: PackFile["escalations"][number]): Escalation {
  return {
    from: edge.from === "*" ? [] : edge.from.split("|"),
    on: edge.on.split("|"),
    to: edge.to === "watch:receiver" ? undefined : edge.to,
    atParent: edge.at === "parent",
    before: edge.before,
    ground: edge.ground ?? /ground == ([a-z0-9.-]+)/i.exec(edge.when ?? "")?.[1],
    when: edge.when,
    note: edge.note,
  };
}

function levelOf(name: LevelName): Level {
  switch (name) {
    case "text-seen":
      return "T";
    case "summary-seen":
      return "S";
    case "memory":
      return "M";
  }
}

function dayOrNone(text: string | null): Day | undefined {
  return text === null ? undefined : dayFrom(text);
}
