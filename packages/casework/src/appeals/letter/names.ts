import { nameOf } from "../../people/compare.ts";
import { declineUkrainian, looksUkrainian } from "../../people/decline-ukrainian.ts";
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
  const declined = looksUkrainian(name) ? declineUkrainian : decline;
  return words.map((word, at) => declined({ part: roles[at] ?? "surname", gender, word }, inCase)).join(" ");
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

const personEndings: readonly (readonly [from: string, to: string])[] = [
  ["гий", "гому"],
  ["кий", "кому"],
  ["хий", "хому"],
  ["ый", "ому"],
  ["ой", "ому"],
  ["ий", "ему"],
  ["ь", "ю"],
  ["а", "е"],
];
const thingEndings: readonly (readonly [from: string, to: string])[] = [
  ["ая", "ую"],
  ["яя", "юю"],
  ["а", "у"],
];

function personDative(word: string): string {
  return reended(word, personEndings) ?? `${word}у`;
}

function thingAccusative(word: string): string {
  return reended(word, thingEndings) ?? word;
}

function reended(word: string, endings: typeof personEndings): string | undefined {
  const [found] = endings.filter(([from]) => word.toLowerCase().endsWith(from));
  return found && word.slice(0, -found[0].length) + found[1];
}
