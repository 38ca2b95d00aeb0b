/** The words of the reasons, in the languages of the desk. */
import type { ReasonField, ReasonLevel } from "./explain.ts";

export type ReasonLanguage = "ru" | "uk" | "en";
interface ReasonWords {
  readonly fields: Readonly<Record<ReasonField, string>>;
  readonly levels: Readonly<Record<ReasonLevel, string>>;
  readonly sentence: (field: string, level: string) => string;
}
const sentence = (field: string, level: string): string => `${field}: ${level}`;

export const reasonWords: Readonly<Record<ReasonLanguage, ReasonWords>> = {
  ru: {
    sentence,
    fields: {
      surname: "фамилия",
      given: "имя",
      patronymic: "отчество",
      birth: "дата рождения",
      region: "регион",
      unit: "часть",
      phone: "телефон",
      caller: "звонивший",
      family: "фамилия, судя по звонившему",
      father: "отчество, судя по звонившему",
    },
    levels: {
      same: "то же",
      sounds: "на слух то же",
      near: "похоже",
      short: "уменьшительное",
      initial: "совпадает первая буква",
      form: "то же в другом падеже или роде",
      differs: "другое",
      absent: "не указано",
      swapped: "день и месяц переставлены",
      oneOff: "расходится в одном",
      year: "совпадает год",
      nearYear: "год рядом",
      akin: "может быть та же",
    },
  },
  uk: {
    sentence,
    fields: {
      surname: "прізвище",
      given: "ім'я",
      patronymic: "по батькові",
      birth: "дата народження",
      region: "регіон",
      unit: "частина",
      phone: "телефон",
      caller: "хто дзвонив",
      family: "прізвище, судячи з того, хто дзвонив",
      father: "по батькові, судячи з того, хто дзвонив",
    },
    levels: {
      same: "те саме",
      sounds: "на слух те саме",
      near: "схоже",
      short: "зменшене",
      initial: "збігається перша літера",
      form: "те саме в іншому відмінку чи роді",
      differs: "інше",
      absent: "не вказано",
      swapped: "день і місяць переставлено",
      oneOff: "різниться в одному",
      year: "збігається рік",
      nearYear: "рік поруч",
      akin: "може бути та сама",
    },
  },
  en: {
    sentence,
    fields: {
      surname: "surname",
      given: "given name",
      patronymic: "patronymic",
      birth: "date of birth",
      region: "region",
      unit: "unit",
      phone: "telephone",
      caller: "caller",
      family: "surname, going by the caller",
      father: "patronymic, going by the caller",
    },
    levels: {
      same: "the same",
      sounds: "sounds the same",
      near: "alike",
      short: "a short form",
      initial: "the first letter fits",
      form: "the same in another case or gender",
      differs: "different",
      absent: "not said",
      swapped: "day and month swapped",
      oneOff: "differs in one part",
      year: "the same year",
      nearYear: "a year beside",
      akin: "may be the same",
    },
  },
};
