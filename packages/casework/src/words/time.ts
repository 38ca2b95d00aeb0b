/** Words of time that a person may type, by their stems: "3 июня", "завтра". */

/** Months by the stems of ru, uk and en, January first. A word is a month if it begins with one of them. */
export const monthStems: readonly (readonly string[])[] = [
  ["янв", "січ", "jan"],
  ["фев", "лют", "feb"],
  ["мар", "бер", "mar"],
  ["апр", "кві", "apr"],
  ["май", "мая", "мае", "тра", "may"],
  ["июн", "чер", "jun"],
  ["июл", "лип", "jul"],
  ["авг", "сер", "aug"],
  ["сен", "вер", "sep"],
  ["окт", "жов", "oct"],
  ["ноя", "лис", "nov"],
  ["дек", "гру", "dec"],
];

/** Weekdays by their stems, Monday first. */
export const weekdayStems: readonly (readonly string[])[] = [
  ["понед", "понеділ", "mon"],
  ["вторник", "вівтор", "tue"],
  ["сред", "серед", "wed"],
  ["четверг", "четвер", "thu"],
  ["пятниц", "п'ятниц", "п’ятниц", "fri"],
  ["суббот", "субот", "sat"],
  ["воскрес", "неділ", "sun"],
];

/** Words that stand for a day, counted from today. */
export const dayWords: ReadonlyMap<string, number> = new Map([
  ["сегодня", 0],
  ["сьогодні", 0],
  ["today", 0],
  ["вчера", -1],
  ["вчора", -1],
  ["учора", -1],
  ["yesterday", -1],
  ["позавчера", -2],
  ["позавчора", -2],
  ["завтра", 1],
  ["tomorrow", 1],
  ["послезавтра", 2],
  ["післязавтра", 2],
]);

export const aboutWords: readonly string[] = [
  "примерно",
  "около",
  "приблизительно",
  "где-то",
  "приблизно",
  "близько",
  "десь",
  "about",
  "around",
];

/** "5 дней назад": how many days one of the unit is. */
export const unitDays: readonly (readonly [stem: string, days: number])[] = [
  ["ден", 1],
  ["дн", 1],
  ["дні", 1],
  ["day", 1],
  ["недел", 7],
  ["тиж", 7],
  ["week", 7],
  ["месяц", 30],
  ["місяц", 30],
  ["month", 30],
];

/** "in two hours": what such a promise begins with. */
export const inWords: readonly string[] = ["+", "через ", "за ", "in "];

/** Minutes of the units in "через 2 часа"; the longer stem first. */
export const unitMinutes: readonly (readonly [stem: string, minutes: number])[] = [
  ["мин", 1],
  ["хв", 1],
  ["min", 1],
  ["час", 60],
  ["год", 60],
  ["hour", 60],
  ["ч", 60],
  ["h", 60],
  ["m", 1],
  ["м", 1],
  ["недел", 10_080],
  ["тиж", 10_080],
  ["week", 10_080],
  ["ден", 1440],
  ["дн", 1440],
  ["day", 1440],
  ["сут", 1440],
  ["доб", 1440],
  ["д", 1440],
  ["d", 1440],
  ["w", 10_080],
];

/** Parts of the day, by the hour they are taken for. */
export const dayPartHours: Readonly<Record<string, number>> = {
  утром: 9,
  вранці: 9,
  "in the morning": 9,
  днём: 14,
  днем: 14,
  вдень: 14,
  вечером: 19,
  ввечері: 19,
  увечері: 19,
  "in the evening": 19,
};
