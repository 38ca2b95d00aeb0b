/**
 * A line from a chat, taken apart into suggestions: name, birth, date missing, call sign, unit, dog tag, telephone.
 * Nothing is decided here: the fields are coloured until a person confirms them, and the line itself is kept as pasted.
 */
import type { Day } from "../day.ts";
import { readBirth } from "./birth.ts";
import { dayFault } from "./day-text.ts";
import type { Draft, DraftField } from "./draft.ts";
import { readDay } from "./moment.ts";

/** Words that begin with a capital letter in such lines and are no part of a name, lower case. */
const noNames = new Set(
  (
    "здравствуйте привет добрый доброго день вечер утро помогите пожалуйста прошу ищу ищем розыск пропал пропали мой моя муж сын брат отец папа " +
    "племянник зять внук позывной часть войсковая жетон телефон тел номер связь последняя последний был была не нет на выходит с в из под у и а о " +
    "дата рождения мобилизован мобилизованный контрактник срочник рядовой сержант ефрейтор лейтенант капитан старшина прапорщик фио имя фамилия " +
    "вітаю доброго дня допоможіть будь ласка шукаю шукаємо зник мій чоловік син позивний частина телефон номер зв'язок дата народження " +
    "hello please help looking for missing my son husband brother call sign unit phone born"
  ).split(" "),
);

const phonePattern = /(?:\+|\b)\d[\d\s()-]{8,16}\d\b/gu;
const dayPattern = /(?<![\d.])~?\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)/gu;
const bornPattern = /(?:\bborn|[дг]\.\s?[рн]\.?|р\.\s?н\.?|рожд\p{L}*|народ\p{L}*|род\.)/u;
const lastPattern =
  /(?:пропал|проп\.|последн|связ|зник|останн|зв.яз|missing|last|не выходит|\bс\s*$|\bз\s*$)/u;
const callSignPattern = /(?:позывной|позивний|call ?sign)\s*[:—–-]?\s*[«"“]?\s*([\p{L}\d][\p{L}\d-]*)/iu;
const dogTagPattern = /(?:жетон\p{L}*|личн\p{L}+ номер|dog ?tag)\s*[:№—–-]*\s*(\p{L}{1,2}\s?-?\s?\d{4,8})/iu;
const unitPattern =
  /(?:(?:в\s?[/.\\]\s?ч\.?|вч|войсковая часть|військова частина)\s*[:№-]?\s*(?:\p{Lu}-?)?\d{4,6}|\d{1,4}(?:-?\p{L}{1,2})?\s+(?:[гн]?в?\.?\s?мсп|о?мсбр|тп|дшп|пдп|[гов]*мсп|полк\p{L}*|бригад\p{L}*|батальон\p{L}*|дивизи\p{L}*))/iu;

export function suggestFrom(text: string, today: Day): Partial<Draft> {
  const found: { callSign?: string; dogTag?: string; unit?: string } = {};
  let rest = text;
  const take = (field: keyof typeof found, pattern: RegExp): void => {
    const match = pattern.exec(rest);
    if (match === null) return;
    found[field] = (match[1] ?? match[0]).trim();
    rest = rest.replace(match[0], ", ");
  };
  take("callSign", callSignPattern);
  take("dogTag", dogTagPattern);
  take("unit", unitPattern);
  const { birth, lastContact, without } = takeDays(rest, today);
  const phones = [...new Set(without.match(phonePattern) ?? [])].filter(isDialable).map((raw) => raw.trim());
  const soldierName = nameIn(phones.reduce((line, phone) => line.replaceAll(phone, ", "), without));
  const suggestions = {
    ...found,
    ...(birth === undefined ? {} : { birth }),
    ...(lastContact === undefined ? {} : { lastContact }),
    ...(soldierName === undefined ? {} : { soldierName }),
    // A number in such a line is where the family can be reached, seldom his own.
    ...(phones.length === 0
      ? {}
      : {
          phones: phones.map(
            (raw) => ({ raw, safeHours: "", mayLeaveMessage: "unasked", maySayWhoWeAre: "unasked" }) as const,
          ),
        }),
  };
  const suggested = Object.keys(suggestions) as DraftField[]; // just built from field names
  return { ...suggestions, pasted: text, suggested };
}

/** The first day with "born" at it, else the first on which a soldier can have been born; the date missing likewise. */
function takeDays(
  text: string,
  today: Day,
): { readonly birth?: string; readonly lastContact?: string; readonly without: string } {
  const days = [...text.matchAll(dayPattern)].map((match) => {
    const before = text.slice(Math.max(0, match.index - 24), match.index).toLowerCase();
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12).toLowerCase();
    return {
      raw: match[0],
      saysBorn: /(?:р\.|род|рожд|народ|born)\D*$/u.test(before) || bornPattern.test(after.slice(0, 8)),
      saysLast: lastPattern.test(before),
    };
  });
  const grown = `${Number(today.slice(0, 4)) - 15}`;
  const isGrown = (raw: string): boolean =>
    (readBirth(raw, today)?.known ?? "9999") < grown && readDayYear(raw, today) < grown;
  const birth = days.find((day) => day.saysBorn) ?? days.find((day) => !day.saysLast && isGrown(day.raw));
  const last =
    days.find((day) => day !== birth && day.saysLast) ??
    days.find(
      (day) =>
        day !== birth && readDay(day.raw, today) !== undefined && dayFault(day.raw, today) === undefined,
    );
  return {
    ...(birth === undefined ? {} : { birth: birth.raw }),
    ...(last === undefined ? {} : { lastContact: last.raw }),
    without: text.replace(dayPattern, ", "),
  };
}

/** Two figures of a year: `06.22` of a June not long ago is no birth. */
function readDayYear(raw: string, today: Day): string {
  const year = raw.slice(Math.max(raw.lastIndexOf("."), raw.lastIndexOf("/")) + 1);
  if (year.length === 4) return year;
  return Number(year) <= Number(today.slice(2, 4)) ? `20${year}` : `19${year}`;
}

function isDialable(raw: string): boolean {
  const figures = raw.replace(/\D/gu, "").length;
  return figures >= 10 && figures <= 13;
}

/** Two or three words with capital letters in a row that are none of the usual others. */
function nameIn(text: string): string | undefined {
  for (const run of text.split(/[^\p{L}\p{M}'’ʼ\s-]+/u)) {
    const words = run.split(/\s+/u).filter((word) => word !== "");
    let name: string[] = [];
    for (const word of words) {
      const isName = /^\p{Lu}[\p{L}\p{M}'’ʼ-]+$/u.test(word) && !noNames.has(word.toLowerCase());
      if (isName) name.push(word);
      else if (name.length >= 2) break;
      else name = [];
      if (name.length === 3) break;
    }
    if (name.length >= 2) return name.join(" ");
  }
  return undefined;
}
