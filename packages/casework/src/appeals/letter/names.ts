import { nameOf } from "../../people/compare.ts";
/**
 * Names and offices in a grammatical case. What cannot be declined with some certainty stands as it was written: a family
 * knows its own name best, and any form can be written by hand in the draft.
 */
import { decline, type Case as Grammar, type Gender, type NamePart } from "../../people/decline.ts";
import { sexOfReading } from "../../people/roles.ts";

const patronymic = /(?:вич|вна|ична|инична|оглы|кызы)$/iu;

/** "Лугова Дарья Сергеевна" -> "Луговой Дарьи Сергеевны". Undeclined where the sex is not clear. */
export function declineName(name: string, inCase: Grammar): string {
  const words = name.trim().split(/\s+/u);
  if (inCase === "nominative" || words.length < 2) return name.trim();
  const gender = genderOf(name, words);
  if (gender === undefined) return name.trim();
  const roles = rolesOf(words);
  return words.map((word, at) => decline({ part: roles[at] ?? "surname", gender, word }, inCase)).join(" ");
}

function rolesOf(words: readonly string[]): readonly NamePart[] {
  const father = words.findIndex((word) => patronymic.test(word));
  if (father < 1) return words.map((_, at) => (at === 1 ? "given" : "surname"));
  return words.map((_, at) => (at === father ? "patronymic" : at === father - 1 ? "given" : "surname"));
}

function genderOf(name: string, words: readonly string[]): Gender | undefined {
  const father = words.find((word) => patronymic.test(word));
  if (father !== undefined) return /(?:вна|ична|кызы)$/iu.test(father) ? "female" : "male";
  const [reading] = nameOf(name).readings;
  return reading && sexOfReading(reading);
}

const persons =
  /^(?:губернатор|глава|командир|командующий|прокурор|комиссар|уполномоченный|министр|председатель|начальник|руководитель)$/iu;

/** To whom: an official in the dative, an office with "В" and the accusative. Written out by hand where it comes out wrong. */
export function addressed(office: string): string {
  const words = office
    .replace(/\s*\([^)]*\)/gu, "")
    .trim()
    .split(/\s+/u);
  const head = words.findIndex((word) => persons.test(word));
  if (head >= 0 && words.slice(0, head).every((word) => /(?:ый|ий|ой)$/iu.test(word)))
    return words.map((word, at) => (at <= head ? personDative(word) : word)).join(" ");
  const noun = words.findIndex((word) => !/(?:ая|яя|ый|ий|ой|ое|ее)$/iu.test(word));
  const end = noun < 0 ? words.length - 1 : noun;
  return `В ${words.map((word, at) => (at <= end ? thingAccusative(word) : word)).join(" ")}`;
}

function personDative(word: string): string {
  if (/(?:ый|ой)$/iu.test(word)) return word.replace(/(?:ый|ой)$/iu, "ому");
  if (/[гкх]ий$/iu.test(word)) return word.replace(/ий$/iu, "ому");
  if (/ий$/iu.test(word)) return word.replace(/ий$/iu, "ему");
  if (/ь$/iu.test(word)) return word.replace(/ь$/iu, "ю");
  if (/а$/iu.test(word)) return word.replace(/а$/iu, "е");
  return `${word}у`;
}

function thingAccusative(word: string): string {
  if (/ая$/iu.test(word)) return word.replace(/ая$/iu, "ую");
  if (/яя$/iu.test(word)) return word.replace(/яя$/iu, "юю");
  if (/а$/iu.test(word)) return word.replace(/а$/iu, "у");
  return word;
}
