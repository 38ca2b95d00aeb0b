import { isKoreanFamily, joinedSyllables } from "./east-asian.ts";
import { fine } from "./fold.ts";
import { givenNames } from "./given/classes.ts";
import { parted } from "./glued.ts";
import { latinReading } from "./latin.ts";
import { hasLatin } from "./letters.ts";
import { partOf, type Part } from "./part.ts";
/**
 * Which word is the surname, which the given name, which the patronymic: no trust in the order or in the field it was typed into.
 * Where two readings are nearly as good (Иван Иванов Иваныч; Ондар Буян), both are kept and the better comparison wins later.
 */
import { patronymicStem } from "./patronymic.ts";
import { sexOfSurname } from "./surname.ts";

export interface NameReading {
  readonly surname: Part | undefined;
  readonly given: Part | undefined;
  readonly patronymic: Part | undefined;
  /** A second surname or a name that fits no role. */
  readonly others: readonly Part[];
  /** How unlikely this reading is of itself, and, in bits, how much less likely than the best one. */
  readonly cost: number;
  readonly doubt: number;
}

export interface PersonName {
  readonly words: readonly string[];
  readonly readings: readonly NameReading[];
}

export type Role = "S" | "G" | "P" | "X";
const unsure = 0.75;
const most = 5;

const joinsPrevious =
  /^(?:oğlu|oğlı|qızı|оглы|огли|оглу|кызы|кизи|гызы|улы|угли|уулу|оол|ool|ogly|oglu|kyzy|qizi|kizi|gizi|uulu|оол(?:ович|овн)[а-я]*|ool(?:ovich|ovn)[a-z]*)$/u;
const joinsNext = /^(?:абдул|абду|абдель|абд|абу|фон|ван|де|ле|ла|abdul|abdel|abd|abu|von|van|de|le|la)$/u;

export function readingsOf(
  words: readonly string[],
  partFor: (word: string) => Part = partOf,
): readonly NameReading[] {
  const parts = wordsInRoles(words).flatMap((word) => parted(word, partFor));
  return arrangementsOf(parts.map(leaningOf)).map(({ roles, cost, doubt }) => {
    const at = (role: Role): Part | undefined => parts[roles.indexOf(role)];
    return {
      surname: at("S"),
      given: at("G"),
      patronymic: at("P"),
      others: parts.filter((_, index) => (roles[index] ?? "X") === "X"),
      cost,
      doubt,
    };
  });
}

/** Words as they take their roles: оглы with the father before it, Абу with what follows, Korean syllables as one name. */
export function wordsInRoles(words: readonly string[]): readonly string[] {
  return joinedSyllables(joined(words)).slice(0, most);
}

/** Whether a word may be one with those beside it; where none may, words are in their roles as they stand. */
export function mindsNeighbours(word: string): boolean {
  return joinsPrevious.test(word) || joinsNext.test(word) || isKoreanFamily(word);
}

/** What one word says about its role, and no more: a few hundred of them stand for all words of a roster. */
export interface Leaning {
  readonly costs: Readonly<Record<Role, number>>;
  readonly namesFather: boolean;
  readonly sexAsSurname: "male" | "female" | undefined;
  readonly sexAsPatronymic: "male" | "female" | undefined;
}

export function leaningOf(part: Part): Leaning {
  const form = part.forms[0];
  return {
    costs: {
      S: surnameCost(part),
      G: givenCost(part),
      P: patronymicCost(part),
      X: part.surnameLike ? 0 : 0.3,
    },
    namesFather: part.fathers.some((hit) => hit.far === 0),
    sexAsSurname: form === undefined ? undefined : sexOfSurname(form),
    sexAsPatronymic: form === undefined ? undefined : patronymicStem(form)?.sex,
  };
}

export interface Arrangement {
  /** Of the words in their order; whoever stands behind them has no role. */
  readonly roles: readonly Role[];
  readonly cost: number;
  readonly doubt: number;
}

/** The likeliest first, three at most. */
export function arrangementsOf(words: readonly Leaning[]): readonly Arrangement[] {
  if (words.length === 0) return [];
  const found: { readonly roles: readonly Role[]; readonly cost: number }[] = [];
  let best = Number.POSITIVE_INFINITY;
  // Абрамович and Борисевич are surnames too: of two patronymics either may be the surname.
  let fathers = 0;
  for (const { namesFather } of words) if (namesFather) fathers += 1;
  const margin = fathers > 1 ? 1.6 : unsure;
  for (const { roles, cost } of assignmentsFor(Math.min(words.length, most))) {
    let total = cost;
    for (let at = 0; at < roles.length && total < best + margin; at += 1)
      total += words[at]?.costs[roles[at] ?? "X"] ?? 0;
    if (total >= best + margin) continue;
    total += agreeInSex(words[roles.indexOf("S")], words[roles.indexOf("P")]) ? 0 : 0.5;
    best = Math.min(best, total);
    found.push({ roles, cost: total });
  }
  return found
    .filter(({ cost }) => cost < best + margin)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 3)
    .map(({ roles, cost }) => ({ roles, cost, doubt: Math.min(3, 3 * (cost - best)) }));
}

const childOf =
  /^(?:oğlu|oğlı|qızı|оглы|огли|оглу|кызы|кизи|гызы|улы|угли|уулу|ogly|oglu|kyzy|qizi|kizi|gizi|uulu)$/u;

/** Мамедов Рашид оглы: "son of", and nobody said whose. Рашид Вагиф оглы is Вагиф's son. */
function isNobodysChild(word: string, words: readonly string[]): boolean {
  const [first = ""] = words;
  if (words.length !== 3 || words[2] !== word || !childOf.test(word)) return false;
  const { byForm } = givenNames();
  return byForm.get(fine(hasLatin(first) ? latinReading(first) : first)) === undefined;
}

function joined(words: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const last = out.at(-1);
    if (last !== undefined && joinsPrevious.test(word)) {
      if (!isNobodysChild(word, words)) out[out.length - 1] = last + word;
    } else if (
      joinsNext.test(word) &&
      at + 1 < words.length &&
      words.length > 2 &&
      !/^(?:ван|ла|ле)$/u.test(words[0] ?? "")
    ) {
      out.push(word + (words[at + 1] ?? ""));
      at += 1;
    } else out.push(word);
  }
  return out;
}

interface Assignment {
  readonly roles: readonly Role[];
  readonly cost: number;
}
const assignments: (readonly Assignment[] | undefined)[] = [];

function assignmentsFor(count: number): readonly Assignment[] {
  return (assignments[count] ??= enumerate(count));
}

const orders: Readonly<Record<string, number>> = {
  S: 0.2,
  G: 0.4,
  P: 0.3,
  SG: 0,
  GS: 0.12,
  GP: 0.9,
  SP: 0.7,
  PS: 1,
  PG: 1.2,
  SGP: 0,
  GPS: 0.12,
  GSP: 1.5,
  SPG: 0.9,
  PGS: 1.3,
  PSG: 1.3,
};

function enumerate(count: number): readonly Assignment[] {
  const out: Assignment[] = [];
  const walk = (roles: readonly Role[]): void => {
    if (roles.length === count) {
      const kept = roles.filter((role) => role !== "X").join("");
      if (kept.length < Math.min(count, 3)) return;
      out.push({ roles, cost: (orders[kept] ?? 1) + (roles.length - kept.length) * 1.2 });
      return;
    }
    for (const role of ["S", "G", "P", "X"] as const)
      if (role === "X" || !roles.includes(role)) walk([...roles, role]);
  };
  walk([]);
  return out.sort((a, b) => a.cost - b.cost);
}

function surnameCost(part: Part): number {
  if (part.initial) return 6;
  let cost = part.surnameLike ? 0 : part.givenLike ? 1.3 : 0.8;
  if (part.given.some((hit) => hit.far === 0 && hit.kind !== "oblique")) cost += part.surnameLike ? 0.4 : 0.9;
  if (part.fathers.some((hit) => hit.far === 0)) cost += 1.2;
  else if (part.fatherStem !== undefined) cost += 0.2;
  return cost;
}

function givenCost(part: Part): number {
  if (part.initial) return 0.5;
  const hit = part.given[0];
  if (part.givenLike) return 0.3;
  if (!hit) return part.surnameLike ? 2.6 : part.fatherStem === undefined ? 1.7 : 2.6;
  if (part.fathers.some((father) => father.far === 0)) return 2;
  if (hit.far > 0) return 0.8 + hit.far;
  return part.given.some((other) => other.kind === "full") ? 0 : 0.3;
}

function patronymicCost(part: Part): number {
  if (part.initial) return 0.7;
  if (part.fathers.some((hit) => hit.far === 0)) return 0;
  if (part.fathers.length > 0) return 0.4;
  if (part.fatherStem !== undefined) return 0.9;
  return part.given.some((hit) => hit.far === 0) ? 3.2 : 4.2;
}

function agreeInSex(surname: Leaning | undefined, patronymic: Leaning | undefined): boolean {
  const child = patronymic?.sexAsPatronymic;
  const family = surname?.sexAsSurname;
  return (
    child === undefined ||
    family === undefined ||
    child === family ||
    (child === "male" && family === "female")
  );
}

/** The sex that the words give away, when they do. */
export function sexOfReading(reading: NameReading): "male" | "female" | undefined {
  const father = reading.patronymic?.forms[0];
  const child = father === undefined ? undefined : patronymicStem(father)?.sex;
  if (child) return child;
  const { classes } = givenNames();
  const sexes = new Set(
    reading.given?.given.filter((hit) => hit.kind !== "oblique").map((hit) => classes[hit.cls]?.sex),
  );
  if (sexes.size === 1) return [...sexes][0];
  return reading.surname?.forms[0] === undefined ? undefined : sexOfSurname(reading.surname.forms[0]);
}
