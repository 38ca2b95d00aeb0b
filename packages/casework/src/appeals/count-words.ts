/** Days and counts in words: what the sentences of a trace are made of. Counts go through the plural forms. */
import type { Day } from "../day.ts";
import type { Lang } from "../words/vocabulary.ts";
import type { DayOffReason } from "./calendar.ts";
import { dayNumber, weekdayOf } from "./day-number.ts";
import type { Unit } from "./pack/shape.ts";
import type { SkippedDay } from "./trace.ts";

type Forms = readonly [one: string, few: string, many: string];

const unitForms: Readonly<Record<Unit, Readonly<Record<Lang, Forms>>>> = {
  calendar_day: {
    ru: ["календарный день", "календарных дня", "календарных дней"],
    uk: ["календарний день", "календарні дні", "календарних днів"],
    en: ["calendar day", "calendar days", "calendar days"],
  },
  working_day: {
    ru: ["рабочий день", "рабочих дня", "рабочих дней"],
    uk: ["робочий день", "робочі дні", "робочих днів"],
    en: ["working day", "working days", "working days"],
  },
  day24: {
    ru: ["сутки", "суток", "суток"],
    uk: ["доба", "доби", "діб"],
    en: ["day of 24 hours", "days of 24 hours", "days of 24 hours"],
  },
  hour: { ru: ["час", "часа", "часов"], uk: ["година", "години", "годин"], en: ["hour", "hours", "hours"] },
  month: {
    ru: ["месяц", "месяца", "месяцев"],
    uk: ["місяць", "місяці", "місяців"],
    en: ["month", "months", "months"],
  },
  year: { ru: ["год", "года", "лет"], uk: ["рік", "роки", "років"], en: ["year", "years", "years"] },
};

const dayForms: Readonly<Record<Lang, Forms>> = {
  ru: ["день", "дня", "дней"],
  uk: ["день", "дні", "днів"],
  en: ["day", "days", "days"],
};

const dayOffForms: Readonly<Record<DayOffReason, Readonly<Record<Lang, Forms>>>> = {
  weekend: {
    ru: ["день конца недели", "дня конца недели", "дней конца недели"],
    uk: ["день кінця тижня", "дні кінця тижня", "днів кінця тижня"],
    en: ["weekend day", "weekend days", "weekend days"],
  },
  holiday: {
    ru: [
      "праздничный или перенесённый выходной",
      "праздничных или перенесённых выходных",
      "праздничных или перенесённых выходных",
    ],
    uk: [
      "святковий або перенесений вихідний",
      "святкові або перенесені вихідні",
      "святкових або перенесених вихідних",
    ],
    en: [
      "public holiday or transferred day off",
      "public holidays or transferred days off",
      "public holidays or transferred days off",
    ],
  },
  region: {
    ru: ["праздник региона", "праздника региона", "праздников региона"],
    uk: ["свято регіону", "свята регіону", "свят регіону"],
    en: ["regional holiday", "regional holidays", "regional holidays"],
  },
};

export function termInWords(term: { readonly unit: Unit; readonly count: number }, lang: Lang): string {
  return counted(term.count, unitForms[term.unit][lang], lang);
}

export function skippedInWords(days: readonly SkippedDay[], lang: Lang): string {
  const parts = (["weekend", "holiday", "region"] as const).flatMap((why) => {
    const many = days.filter((skipped) => skipped.why === why).length;
    return many === 0 ? [] : [counted(many, dayOffForms[why][lang], lang)];
  });
  const total = counted(days.length, dayForms[lang], lang);
  const heading = { ru: `Пропущено ${total}`, uk: `Пропущено ${total}`, en: `Skipped ${total}` }[lang];
  return parts.length === 0 ? heading : `${heading}: ${parts.join(", ")}`;
}

const plurals = {
  ru: new Intl.PluralRules("ru"),
  uk: new Intl.PluralRules("uk"),
  en: new Intl.PluralRules("en"),
};

function counted(count: number, [one, few, many]: Forms, lang: Lang): string {
  const kind = plurals[lang].select(count);
  return `${count} ${kind === "one" ? one : kind === "few" ? few : many}`;
}

const weekdayWords: Readonly<Record<Lang, readonly string[]>> = {
  ru: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
  uk: ["нд", "пн", "вт", "ср", "чт", "пт", "сб"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const monthsInEnglish = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 08.12.2022 (чт), or 8 December 2022 (Thu). */
export function dayInWords(day: Day, lang: Lang): string {
  const [year, month, date] = day.split("-");
  const weekday = weekdayWords[lang][weekdayOf(dayNumber(day))] ?? "";
  if (lang === "en")
    return `${Number(date)} ${monthsInEnglish[Number(month) - 1] ?? ""} ${year ?? ""} (${weekday})`;
  return `${date ?? ""}.${month ?? ""}.${year ?? ""} (${weekday})`;
}
