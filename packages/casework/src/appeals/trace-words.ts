/**
 * A trace in words: one sentence a step, in the language of the desk. Dates as that language writes them, counts
 * through its plural forms; the pack's version and the calendar's are named, for an edit of either moves dates.
 */
import type { Day } from "../day.ts";
import type { Lang } from "../words/vocabulary.ts";
import type { DayOffReason } from "./calendar.ts";
import { weekdayOf, dayNumber } from "./day-number.ts";
import type { Level } from "./pack/pack.ts";
import type { Unit } from "./pack/shape.ts";
import type { SkippedDay, TraceStep } from "./trace.ts";
import { triggerWords } from "./trigger-words.ts";
import { wallClock } from "./zone.ts";

type Forms = readonly [one: string, few: string, many: string];
type Phrase = Readonly<Record<Lang, string>>;

export function traceInWords(steps: readonly TraceStep[], lang: Lang): readonly string[] {
  return steps.map((step) => stepInWords(step, lang));
}

export function stepInWords(step: TraceStep, lang: Lang): string {
  const day = (value: Day) => dayInWords(value, lang);
  const say = (phrase: Phrase) => phrase[lang];
  switch (step.type) {
    case "Law": {
      const source = `${step.law}, ${step.article} (${step.rule}). ${levelWords[step.level][lang]}`;
      if (!step.from && !step.to) return source;
      const since = step.from
        ? say({ ru: `с ${day(step.from)}`, uk: `з ${day(step.from)}`, en: `from ${day(step.from)}` })
        : "";
      const until = step.to
        ? say({ ru: `по ${day(step.to)}`, uk: `по ${day(step.to)}`, en: `to ${day(step.to)}` })
        : "";
      const force = say({ ru: "Действует", uk: "Діє", en: "In force" });
      return `${source} ${[force, since, until].filter((part) => part !== "").join(" ")}.`;
    }
    case "Trigger":
      return say({
        ru: `Срок отсчитывается от события «${triggerWords(step.what, lang)}»: ${day(step.on)}.`,
        uk: `Строк відлічується від події «${triggerWords(step.what, lang)}»: ${day(step.on)}.`,
        en: `The clock runs from “${triggerWords(step.what, lang)}”: ${day(step.on)}.`,
      });
    case "Reading": {
      const reading = readingWords[step.id]?.[lang] ?? step.id;
      if (!step.region)
        return say({
          ru: `Прочтение: ${reading}.`,
          uk: `Прочитання: ${reading}.`,
          en: `Reading: ${reading}.`,
        });
      return say({
        ru: `Прочтение: ${reading}, с праздниками региона ${step.region}.`,
        uk: `Прочитання: ${reading}, зі святами регіону ${step.region}.`,
        en: `Reading: ${reading}, with the holidays of the region ${step.region}.`,
      });
    }
    case "ExtendedFrom": {
      const from = say({
        ru: `Срок продлён, отсчёт от ${day(step.day)}`,
        uk: `Строк продовжено, відлік від ${day(step.day)}`,
        en: `The term was extended, counted from ${day(step.day)}`,
      });
      if (!step.until) return `${from}.`;
      return `${from}${say({ ru: `; в уведомлении назван день ${day(step.until)}.`, uk: `; у повідомленні названо день ${day(step.until)}.`, en: `; the notice names ${day(step.until)}.` })}`;
    }
    case "FirstDay":
      if (step.countsTriggerDay)
        return say({
          ru: `День события считается: первый день ${day(step.day)}.`,
          uk: `День події враховується: перший день ${day(step.day)}.`,
          en: `The day of the event counts: the first day is ${day(step.day)}.`,
        });
      return say({
        ru: `День события не считается: первый день ${day(step.day)}.`,
        uk: `День події не враховується: перший день ${day(step.day)}.`,
        en: `The day of the event does not count: the first day is ${day(step.day)}.`,
      });
    case "RawEnd": {
      const term = termInWords(step.term, lang);
      return say({
        ru: `Срок ${term} оканчивается ${day(step.day)}.`,
        uk: `Строк ${term} закінчується ${day(step.day)}.`,
        en: `The term of ${term} ends on ${day(step.day)}.`,
      });
    }
    case "EndsAt": {
      const hour = wallClock(step.at, step.zone).slice(11, 16);
      return say({
        ru: `Срок в часах оканчивается ${day(step.day)} в ${hour} (${step.zone}).`,
        uk: `Строк у годинах закінчується ${day(step.day)} о ${hour} (${step.zone}).`,
        en: `The term in hours ends on ${day(step.day)} at ${hour} (${step.zone}).`,
      });
    }
    case "MonthLacksDate":
      return say({
        ru: `В том месяце нет ${step.date}-го числа: последний день месяца ${day(step.day)}.`,
        uk: `У тому місяці немає ${step.date}-го числа: останній день місяця ${day(step.day)}.`,
        en: `That month has no day ${step.date}: the last of the month is ${day(step.day)}.`,
      });
    case "Skipped": {
      const skipped = skippedInWords(step.days, lang);
      if (step.workedDaysOff.length === 0) return `${skipped}.`;
      const worked = step.workedDaysOff.map(day).join(", ");
      return `${skipped}. ${say({ ru: `Рабочими по переносу считаются: ${worked}.`, uk: `Робочими через перенесення вважаються: ${worked}.`, en: `Working days by transfer: ${worked}.` })}`;
    }
    case "RolledOn":
      return say({
        ru: `Это выходной: срок переходит на следующий рабочий день, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        uk: `Це вихідний: строк переходить на наступний робочий день, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        en: `That is a day off: the term moves to the next working day, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
      });
    case "RolledBack":
      return say({
        ru: `Это выходной: ответ нужен в рабочий день перед ним, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        uk: `Це вихідний: відповідь потрібна в робочий день перед ним, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        en: `That is a day off: the working day before counts, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
      });
    case "Due":
      return say({
        ru: `Последний день: ${day(step.day)}.`,
        uk: `Останній день: ${day(step.day)}.`,
        en: `Last day: ${day(step.day)}.`,
      });
    case "Provisional": {
      const to = step.coveredTo ? day(step.coveredTo) : "";
      return say({
        ru: `Дата предварительная: календарь рабочих дней известен по ${to}.`,
        uk: `Дата попередня: календар робочих днів відомий по ${to}.`,
        en: `The date is provisional: the calendar of working days is known to ${to}.`,
      });
    }
    case "Calendar":
      return say({
        ru: `Календарь ${step.id}, версия ${step.version}.`,
        uk: `Календар ${step.id}, версія ${step.version}.`,
        en: `Calendar ${step.id}, version ${step.version}.`,
      });
    case "OverdueFrom":
      return say({
        ru: `Самая поздняя дата по всем прочтениям: ${day(step.latest)}. Говорить «просрочено» можно с ${day(step.day)}.`,
        uk: `Найпізніша дата за всіма прочитаннями: ${day(step.latest)}. Казати «прострочено» можна з ${day(step.day)}.`,
        en: `The latest date over all readings: ${day(step.latest)}. “Overdue” may be said from ${day(step.day)}.`,
      });
    case "FileBy":
      return say({
        ru: `Самая ранняя дата по всем прочтениям: ${day(step.earliest)}. Подать не позднее ${day(step.day)}.`,
        uk: `Найраніша дата за всіма прочитаннями: ${day(step.earliest)}. Подати не пізніше ${day(step.day)}.`,
        en: `The earliest date over all readings: ${day(step.earliest)}. File by ${day(step.day)}.`,
      });
    case "MayFrom":
      return say({
        ru: `Можно с ${day(step.day)}.`,
        uk: `Можна з ${day(step.day)}.`,
        en: `Possible from ${day(step.day)}.`,
      });
  }
}

export const levelWords: Readonly<Record<Level, Phrase>> = {
  T: { ru: "Текст закона проверен.", uk: "Текст закону перевірено.", en: "The text of the law was seen." },
  S: {
    ru: "Проверено по изложению, не по тексту.",
    uk: "Перевірено за викладом, не за текстом.",
    en: "A summary was seen, not the text.",
  },
  M: {
    ru: "По памяти: перед отправкой проверьте.",
    uk: "З пам’яті: перед надсиланням перевірте.",
    en: "From memory: check before sending.",
  },
};

const readingWords: Readonly<Record<string, Phrase>> = {
  text: { ru: "так, как написано", uk: "так, як написано", en: "as written" },
  next: {
    ru: "выходной переносит срок вперёд",
    uk: "вихідний переносить строк уперед",
    en: "a day off moves the end on",
  },
  prev: {
    ru: "выходной переносит срок назад",
    uk: "вихідний переносить строк назад",
    en: "a day off moves the end back",
  },
  same: { ru: "день события считается", uk: "день події враховується", en: "the day of the event counts" },
};

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

function termInWords(term: { readonly unit: Unit; readonly count: number }, lang: Lang): string {
  return counted(term.count, unitForms[term.unit][lang], lang);
}

function skippedInWords(days: readonly SkippedDay[], lang: Lang): string {
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
