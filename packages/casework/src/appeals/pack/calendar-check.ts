/** Calendars check themselves: every covered year is listed, its days exist, and its working days add up as it says. */
import { type Day, dayFrom } from "../../day.ts";
import { daysNamed, openTable, weekdays } from "../calendar.ts";
import { numberFromCivil, weekdayOf } from "../day-number.ts";
import { isZone } from "../zone.ts";
import { liftCalendar } from "./lift.ts";
import type { JsonPath, Problem } from "./problem.ts";
import type { PackFile } from "./shape.ts";

type CalendarFile = PackFile["calendars"][number];

export function calendarProblems(file: PackFile): readonly Problem[] {
  return file.calendars.flatMap((calendar, index) => problemsOf(file, calendar, ["calendars", index]));
}

function problemsOf(file: PackFile, calendar: CalendarFile, path: JsonPath): readonly Problem[] {
  const problems: Problem[] = [];
  const error = (inside: JsonPath, what: string) =>
    problems.push({ weight: "error", path: [...path, ...inside], what });

  if (!isZone(calendar.tz))
    error(["tz"], `"${calendar.tz}" is no time zone (they are written Europe/Moscow)`);
  if (new Set(calendar.weekend).size === 7) {
    error(["weekend"], "a week without a working day: nothing could be counted");
    return problems;
  }
  const from = known(calendar.coverage.from);
  const to = known(calendar.coverage.to);
  if (from && to && to < from) error(["coverage", "to"], "the coverage ends before it begins");

  const years = Object.keys(calendar.years);
  for (const year of years) {
    if (Number(year) < 1990 || Number(year) > 2099)
      error(["years", year], "years from 1990 to 2099 can be counted");
    else problems.push(...yearProblems(calendar, year, path));
  }
  if (years.length > 0 && from && to) {
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
      if (!calendar.years[String(year)])
        error(["coverage"], `the calendar says that it covers ${year}, but does not list it`);
    }
  }
  if (years.length > 0 && !to)
    error(["coverage", "to"], "a calendar that lists years ends with its last year: give the day");
  for (const [place, named] of regionLists(calendar)) {
    named.forEach((monthDays, at) => {
      if (daysNamed(2024, monthDays).length === 0) error([...place, at], `no such days: ${monthDays}`);
    });
  }
  if (!problems.some(({ weight }) => weight === "error"))
    problems.push(...countProblems(file, calendar, path));
  return problems;
}

function regionLists(calendar: CalendarFile): readonly (readonly [JsonPath, readonly string[]])[] {
  return [
    [["everyYear"], calendar.everyYear ?? []],
    ...Object.entries(calendar.regions ?? {}).map(([id, region]): [JsonPath, readonly string[]] => [
      ["regions", id, "off"],
      region.off,
    ]),
  ];
}

function yearProblems(calendar: CalendarFile, year: string, path: JsonPath): readonly Problem[] {
  const listed = calendar.years[year];
  if (!listed) return [];
  const problems: Problem[] = [];
  for (const list of ["off", "working"] as const) {
    listed[list].forEach((monthDays, at) => {
      const inside = [...path, "years", year, list, at];
      if (daysNamed(Number(year), monthDays).length === 0) {
        problems.push({ weight: "error", path: inside, what: `there is no ${monthDays} in ${year}` });
      }
    });
  }
  const off = new Set(listed.off.flatMap((named) => daysNamed(Number(year), named)));
  listed.working.forEach((named, at) => {
    const inside = [...path, "years", year, "working", at];
    for (const day of daysNamed(Number(year), named)) {
      if (off.has(day))
        problems.push({
          weight: "error",
          path: inside,
          what: `${named} is both a day off and a working day`,
        });
      else if (!new Set<string>(calendar.weekend).has(weekdays[weekdayOf(day)] ?? "")) {
        problems.push({
          weight: "warning",
          path: inside,
          what: `${named} is a working day anyway: check the decree`,
        });
      }
    }
  });
  return problems;
}

function countProblems(file: PackFile, calendar: CalendarFile, path: JsonPath): readonly Problem[] {
  const table = openTable(liftCalendar(file, calendar));
  return Object.entries(calendar.years).flatMap(([year, { workingDays }]): Problem[] => {
    const inside = [...path, "years", year, "workingDays"];
    if (workingDays === undefined) {
      return [
        {
          weight: "error",
          path: inside.slice(0, -1),
          what: `say how many working days ${year} has, so that the list can be checked`,
        },
      ];
    }
    const first = numberFromCivil({ year: Number(year), month: 1, date: 1 });
    const counted = table.workingDays(first, numberFromCivil({ year: Number(year), month: 12, date: 31 }));
    if (counted === workingDays) return [];
    return [
      {
        weight: "error",
        path: inside,
        what: `${year} has ${counted} working days by its list, not ${workingDays}`,
      },
    ];
  });
}

function known(text: string | null): Day | undefined {
  return text === null ? undefined : dayFrom(text);
}
