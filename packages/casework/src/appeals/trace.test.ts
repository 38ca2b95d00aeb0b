import { describe, expect, test } from "vitest";

import { momentFrom } from "../day.ts";
import { type Ask, deadlineOf, extendedDeadline } from "./deadline.ts";
import type { Pack } from "./pack/pack.ts";
import { changedDraft, day, draftPack, packFrom, ruPack } from "./testing/packs.ts";
import { traceInWords } from "./trace-words.ts";
import { traceOf } from "./trace.ts";

function derive(pack: Pack, rule: string, on: string, region?: string) {
  const ask: Ask = { rule, on: day(on), region };
  const found = deadlineOf(pack, ask);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return { ask, deadline: found.value };
}
function trace(rule: string, on: string) {
  return traceOf(draftPack, derive(draftPack, rule, on).deadline);
}

describe("the trace of a worked example", () => {
  test("2: thirty days end on a Sunday, both readings are shown, the later one decides", () => {
    const steps = trace("59fz.answer", "2022-11-11");
    expect(steps.map(({ type }) => type)).toEqual([
      "Law",
      "Trigger",
      "Reading",
      "FirstDay",
      "RawEnd",
      "RolledOn",
      "Due",
      "Reading",
      "FirstDay",
      "RawEnd",
      "RolledBack",
      "Due",
      "Calendar",
      "OverdueFrom",
    ]);
    expect(steps.find(({ type }) => type === "RolledBack")).toEqual({
      type: "RolledBack",
      to: "2022-12-09",
      over: [
        { day: "2022-12-10", why: "weekend" },
        { day: "2022-12-11", why: "weekend" },
      ],
    });
    expect(steps.at(-1)).toEqual({
      type: "OverdueFrom",
      latest: "2022-12-12",
      day: "2022-12-13",
      but: undefined,
    });
  });

  test("5: a fortnight for the prosecutor ends in the New Year holidays", () => {
    expect(trace("proc.answer-simple", "2022-12-23").find(({ type }) => type === "RolledOn")).toEqual({
      type: "RolledOn",
      to: "2023-01-09",
      over: [
        { day: "2023-01-07", why: "holiday" },
        { day: "2023-01-08", why: "holiday" },
      ],
    });
  });

  test("7: November has a 30th, February has not", () => {
    expect(trace("kas219", "2022-11-30")).toContainEqual({
      type: "MonthLacksDate",
      date: 30,
      day: "2023-02-28",
    });
  });

  test("13: ten working days step over the May holidays and count the working Saturday", () => {
    expect(trace("pay.195.transfer", "2024-04-22")).toContainEqual({
      type: "Skipped",
      days: [
        { day: "2024-04-28", why: "weekend" },
        { day: "2024-04-29", why: "holiday" },
        { day: "2024-04-30", why: "holiday" },
        { day: "2024-05-01", why: "holiday" },
        { day: "2024-05-04", why: "weekend" },
        { day: "2024-05-05", why: "weekend" },
      ],
      workedDaysOff: ["2024-04-27"],
    });
  });

  test("15: Saturday the 4th of November, Sunday and the transferred Monday", () => {
    expect(trace("mia.certificate", "2023-10-05").find(({ type }) => type === "RolledOn")).toMatchObject({
      to: "2023-11-07",
      over: { length: 3 },
    });
  });

  test("17: beyond the calendar says how far the calendar goes", () => {
    expect(trace("59fz.answer", "2026-12-15")).toContainEqual({
      type: "Provisional",
      coveredFrom: "2022-01-01",
      coveredTo: "2026-12-31",
    });
  });
});

test("in Russian words, with counts in their plural forms and the version of the calendar", () => {
  const { deadline } = derive(draftPack, "pay.195.transfer", "2024-04-22");
  expect(traceInWords(traceOf(draftPack, deadline), "ru")).toEqual([
    "same, Rules (pay.195.transfer). Проверено по изложению, не по тексту.",
    "Срок отсчитывается от события «издан приказ»: 22.04.2024 (пн).",
    "День события не считается: первый день 23.04.2024 (вт).",
    "Пропущено 6 дней: 3 дня конца недели, 3 праздничных или перенесённых выходных. Рабочими по переносу считаются: 27.04.2024 (сб).",
    "Срок 10 рабочих дней оканчивается 08.05.2024 (ср).",
    "Последний день: 08.05.2024 (ср).",
    "Календарь ru-5day, версия 2026.11.0.",
    "Самая поздняя дата по всем прочтениям: 08.05.2024 (ср). Говорить «просрочено» можно с 09.05.2024 (чт).",
  ]);
});

test("in Ukrainian and in English words", () => {
  const { deadline } = derive(draftPack, "ua.answer", "2023-03-16");
  expect(traceInWords(traceOf(draftPack, deadline), "uk")).toContain(
    "Це вихідний: строк переходить на наступний робочий день, 17.04.2023 (пн). Пропущено 1 день: 1 день кінця тижня.",
  );
  expect(traceInWords(traceOf(draftPack, deadline), "en")).toContain(
    "The term of 1 month ends on 16 April 2023 (Sun).",
  );
});

test("in the hours of the office", () => {
  const found = deadlineOf(draftPack, {
    rule: "upk148.copy",
    on: day("2022-11-08"),
    at: momentFrom("2022-11-08T11:30:00Z"),
  });
  if (!found.ok) throw new Error("refused");
  expect(traceInWords(traceOf(draftPack, found.value), "ru")).toContain(
    "Срок в часах оканчивается 09.11.2022 (ср) в 14:30 (Europe/Moscow).",
  );
});

test("of an extension shows from where it was counted and what the notice named", () => {
  const { ask, deadline } = derive(draftPack, "59fz.answer", "2022-11-08");
  const longer = extendedDeadline(draftPack, deadline, { ask, until: day("2022-12-20") });
  if (!longer.ok) throw new Error("refused");
  expect(traceInWords(traceOf(draftPack, longer.value), "ru")).toContain(
    "Срок продлён, отсчёт от 08.12.2022 (чт); в уведомлении назван день 20.12.2022 (вт).",
  );
});

test("of a region with holidays of its own shows both readings", () => {
  const words = traceInWords(
    traceOf(ruPack, derive(ruPack, "mia.certificate", "2023-10-07", "RU-TA").deadline),
    "ru",
  );
  expect(words).toContain("Прочтение: так, как написано, с праздниками региона RU-TA.");
  expect(words).toContain(
    "Самая поздняя дата по всем прочтениям: 07.11.2023 (вт). Говорить «просрочено» можно с 08.11.2023 (ср).",
  );
});

test("every kind of step has words in every language, and none lets a hole through", () => {
  const all = [...ruPack.rules.keys()].flatMap((rule) => {
    const found = deadlineOf(ruPack, { rule, on: day("2023-05-31") });
    return found.ok ? traceOf(ruPack, found.value) : [];
  });
  for (const lang of ["ru", "uk", "en"] as const) {
    for (const words of traceInWords(all, lang)) expect(words).not.toMatch(/undefined|NaN|\(\)|\s\s/);
  }
});

test("an edited calendar changes a date already shown, and each trace names the version that gave it", () => {
  const edited = packFrom(
    changedDraft((pack) => {
      pack.pack.version = "2026.12.0";
      pack.calendars[0]?.years?.["2022"]?.off.push("12-08");
      Object.assign(pack.calendars[0]?.years?.["2022"] ?? {}, { workingDays: 246 });
    }),
  );
  const before = derive(draftPack, "59fz.answer", "2022-11-08").deadline;
  const after = derive(edited, "59fz.answer", "2022-11-08").deadline;
  expect([before.due, after.due]).toEqual(["2022-12-08", "2022-12-09"]);
  expect(traceOf(draftPack, before)).toContainEqual({
    type: "Calendar",
    id: "ru-5day",
    version: "2026.11.0",
  });
  expect(traceOf(edited, after)).toContainEqual({ type: "Calendar", id: "ru-5day", version: "2026.12.0" });
});

test("before the calendar begins a date is provisional too, and says from when the calendar is known", () => {
  const { deadline } = derive(draftPack, "ua.foi", "2022-03-01");
  expect(traceInWords(traceOf(draftPack, deadline), "uk")).toContain(
    "Дата попередня: календар робочих днів відомий з 24.03.2022 (чт).",
  );
});

test("a reading is named with what it rests on", () => {
  const { deadline } = derive(ruPack, "59fz.answer", "2022-11-11");
  expect(traceInWords(traceOf(ruPack, deadline), "ru")).toContain(
    "Прочтение: выходной переносит срок назад (собственные регламенты некоторых органов).",
  );
});

test("a provisional date, and one whose start is not proved, never say that one may speak of overdue", () => {
  const provisional = derive(draftPack, "59fz.answer", "2026-12-15").deadline;
  expect(traceInWords(traceOf(draftPack, provisional), "ru").at(-1)).toBe(
    "Самая поздняя дата по всем прочтениям: 14.01.2027 (чт). Говорить «просрочено» нельзя, пока не известен календарь.",
  );
  const told = derive(draftPack, "59fz.answer", "2022-11-08").deadline;
  expect(traceInWords(traceOf(draftPack, told, "told"), "ru")).toEqual(
    expect.arrayContaining([
      "Срок отсчитывается от события «обращение зарегистрировано»: 08.11.2022 (вт), со слов.",
      "Самая поздняя дата по всем прочтениям: 08.12.2022 (чт). Говорить «просрочено» нельзя: начало срока не доказано.",
    ]),
  );
});
