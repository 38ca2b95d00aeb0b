/**
 * Names in letters: a name in a case. npm petrovich does the plain work; this wrapper always passes the sex, knows the compounds of which only
 * the last part changes (Кара-оол, Сайд-Магомед), the lost vowels petrovich does not know, and leaves alone what does not change.
 */
import petrovich from "petrovich";

import { declineUkrainian, looksUkrainian, type UkrainianCase } from "./decline-ukrainian.ts";
import { fine } from "./fold.ts";
import { givenNames } from "./given/classes.ts";

export type NamePart = "surname" | "given" | "patronymic";
export type Case = "nominative" | "genitive" | "dative" | "accusative" | "instrumental" | "prepositional";
export type Gender = "male" | "female";

type Forms = readonly [
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  prepositional: string,
];
const order: readonly Case[] = ["genitive", "dative", "accusative", "instrumental", "prepositional"];
const noun: Forms = ["а", "у", "а", "ом", "е"];
const nounEm: Forms = ["а", "у", "а", "ем", "е"];
const soft: Forms = ["я", "ю", "я", "ем", "е"];
const husher: Forms = ["его", "ему", "его", "им", "ем"];
const softYo: Forms = ["ья", "ью", "ья", "ьём", "ье"];

export interface NameWord {
  readonly part: NamePart;
  readonly gender: Gender;
  readonly word: string;
}

/** "Leave as is" is the caller's to say, by not calling; a family knows its own name best. */
export function decline(name: NameWord, inCase: Case): string {
  const { word } = name;
  if (inCase === "nominative" || word.trim() === "") return word;
  if (word.length > 1 && word === word.toUpperCase() && /\p{Lu}{2}/u.test(word))
    return decline({ ...name, word: capitals(word) }, inCase).toUpperCase();
  if (/\s/u.test(word)) return spaced(name, inCase);
  if (word.includes("-")) return compound(name, inCase);
  return simple(name, inCase);
}

function capitals(word: string): string {
  return word.toLowerCase().replace(/(?:^|-|\s)(?!оол|оглы|кызы)\p{L}/gu, (letter) => letter.toUpperCase());
}

function spaced(name: NameWord, inCase: Case): string {
  const { word } = name;
  const words = word.split(/(\s+)/u);
  if (/^(?:оглы|кызы|оглу|гызы|улы|кизи)$/iu.test(words.at(-1) ?? "")) return word;
  return words.map((each) => (/\S/u.test(each) ? decline({ ...name, word: each }, inCase) : each)).join("");
}

/** Of compounds the last part changes; an earlier one only when it is a whole surname, or a woman's name, of its own. */
function compound(name: NameWord, inCase: Case): string {
  const parts = name.word.split("-");
  return parts
    .map((each, at) => {
      const isLast = at === parts.length - 1;
      if (isLast)
        return /^(?:оглы|кызы|заде|паша|хан)$/iu.test(each) && each !== "хан"
          ? each
          : simple({ ...name, word: each }, inCase);
      return changesInFront({ ...name, word: each }) ? simple({ ...name, word: each }, inCase) : each;
    })
    .join("-");
}

function changesInFront({ part, gender, word }: NameWord): boolean {
  if (part === "surname")
    return /(?:[оеё]в|[иы]н|[сц]кий|[ыо]й)$/iu.test(word)
      ? gender === "male" && word.length > 4
      : /(?:[оеё]ва|[иы]на|[сц]кая|ая)$/iu.test(word) && gender === "female";
  if (part !== "given") return false;
  if (gender === "female") return /[ая]$/u.test(word);
  return christian.has(word.toLowerCase());
}

const christian = new Set(
  "иван пётр петр павел александр андрей михаил николай григорий фома илья иоанн".split(" "),
);

function simple({ part, gender, word }: NameWord, inCase: Case): string {
  const own =
    part === "surname"
      ? ownSurname(gender, word)
      : part === "given"
        ? ownGiven(gender, word)
        : ownPatronymic(gender, word);
  if (own === "asIs") return word;
  if (own) return own.stem + (own.forms[order.indexOf(inCase)] ?? "");
  const key = part === "surname" ? "last" : part === "given" ? "first" : "middle";
  return petrovich({ gender, [key]: word }, inCase)[key] ?? word;
}

interface Own {
  readonly stem: string;
  readonly forms: Forms;
}

function ownSurname(gender: Gender, word: string): Own | "asIs" | undefined {
  const low = word.toLowerCase();
  if (/(?:[ыи]х|ко|аго|яго|ово|дзе|швили|[эиую])$/u.test(low) && !/(?:ских|цких)[а-я]/u.test(low))
    return "asIs";
  const cut = (letters: number): string => word.slice(0, word.length - letters);
  if (/[^аеёиоуыэюя]ия$/u.test(low)) return { stem: cut(1), forms: ["и", "и", "ю", "ей", "и"] };
  if (gender === "female") return /[бвгджзйклмнпрстфхцчшщьоеёиуыэю]$/u.test(low) ? "asIs" : undefined;
  // Рабочий, Зодчий: what he does, and an adjective.
  if (/[жшчщ]ий$/u.test(low)) return { stem: cut(2), forms: husher };
  if (low.endsWith("ач") || /^[^аеёиоуыэюя]+[аеёиоуыэюя][рлн]?(?:ч|щ|ж|ш)$/u.test(low))
    return { stem: word, forms: noun };
  const irregular = irregularSurname(low, cut);
  if (irregular) return irregular;
  if (low === "заяц") return { stem: `${cut(2)}йц`, forms: nounEm };
  if (low === "лев") return { stem: `${word.charAt(0)}ьв`, forms: noun };
  if (/^[^аеёиоуыэюя]+ой$/u.test(low)) return { stem: cut(1), forms: soft };
  if (/(?:вороб|солов|мурав|руч|реп|улей)ей$/u.test(low)) return { stem: cut(2), forms: softYo };
  if (/[^аеёиоуыэюяйь]{2}ец$/u.test(low) || /^[^аеёиоуыэюя]{1,3}ец$/u.test(low))
    return { stem: word, forms: noun };
  if (/[аеиоуыэюя]ец$/u.test(low))
    return { stem: `${cut(2)}йц`, forms: /[ая]ец$/u.test(low) ? noun : nounEm };
  if (low.endsWith("лец")) return { stem: `${cut(2)}ьц`, forms: noun };
  if (/[лнр]ёк$/u.test(low)) return { stem: `${cut(2)}ьк`, forms: noun };
  if (/[аеёиоуыэюя][бвгдзлмнрстфч]ец$/u.test(low))
    return { stem: `${cut(2)}ц`, forms: /(?:ём|ом)/u.test(low) ? nounEm : noun };
  return undefined;
}

/** Vowels that go (Козёл, Ремень), and endings that the stress decides (Груша but Лапша, Немец but Кравец). */
function irregularSurname(low: string, cut: (letters: number) => string): Own | undefined {
  if (/[^аеёиоуыэюя]ёл$/u.test(low) || /^(?:коз|ор|ос|кот)ел$/u.test(low))
    return { stem: `${cut(2)}л`, forms: noun };
  if (/^(?:рем|крем|п|греб|кор|плет|студ|бубен)ень$/u.test(low)) return { stem: `${cut(3)}н`, forms: soft };
  if (
    /[жшчщц]а$/u.test(low) &&
    !/^(?:лапша|душа|межа|левша|ханжа|каланча|парча|свеча|саранча|паша|овца)$/u.test(low)
  )
    return { stem: cut(1), forms: [low.endsWith("ца") ? "ы" : "и", "е", "у", "ей", "е"] };
  if (
    /^(?:немец|перец|украинец|американец|испанец|японец|румынец|чеченец|горец|ленинец|новгородец)$/u.test(low)
  )
    return { stem: `${cut(2)}ц`, forms: nounEm };
  if (low === "палец") return { stem: `${cut(2)}ьц`, forms: nounEm };
  if (
    /[^аеёиоуыэюя]ів$/u.test(low) ||
    /^(?:дарвин|чаплин|кронин|франклин|берлин|[^аеёиоуыэюя]{0,2}ин)$/u.test(low)
  )
    return { stem: cut(0), forms: noun };
  if (/^(?:рева|сова|глева|дева)$/u.test(low)) return { stem: cut(1), forms: ["ы", "е", "у", "ой", "е"] };
  return undefined;
}

function ownGiven(gender: Gender, word: string): Own | "asIs" | undefined {
  const low = word.toLowerCase();
  if (low === "нинель") return { stem: word.slice(0, -1), forms: ["и", "и", "ь", "ью", "и"] };
  if (gender === "female") return /[бвгджзйклмнпрстфхцчшщоеёиуыэю]$/u.test(low) ? "asIs" : undefined;
  if (/[иуэыоеёю]$/u.test(low))
    return low === "данило" || low === "михайло"
      ? { stem: word.slice(0, -1), forms: ["ы", "е", "у", "ой", "е"] }
      : "asIs";
  if (/^(?:лев|пётр|петр|павел)$/u.test(low)) return undefined;
  if (/[бвгдзклмнпрстфх]$/u.test(low)) return { stem: word, forms: noun };
  if (low.endsWith("ц")) return { stem: word, forms: nounEm };
  if (/[^и]й$/u.test(low)) return { stem: word.slice(0, -1), forms: soft };
  if (low.endsWith("ь") && isMansName(low)) return { stem: word.slice(0, -1), forms: soft };
  return undefined;
}

function isMansName(low: string): boolean {
  const { byForm, classes } = givenNames();
  return byForm.get(fine(low))?.some((hit) => classes[hit.cls]?.sex === "male") ?? true;
}

function ownPatronymic(gender: Gender, word: string): Own | "asIs" | undefined {
  const low = word.toLowerCase();
  if (/(?:оглы|кызы|оглу|гызы|улы|уулу)$/u.test(low)) return "asIs";
  if (gender === "male" && /(?:^ил(?:ь)?|кузьм|лук|фом)ич$/u.test(low))
    return { stem: word, forms: ["а", "у", "а", "ом", "е"] };
  return undefined;
}

const parts: Readonly<Record<string, NamePart>> = {
  surname: "surname",
  last: "surname",
  lastname: "surname",
  family: "surname",
  фамилия: "surname",
  given: "given",
  first: "given",
  firstname: "given",
  name: "given",
  имя: "given",
  patronymic: "patronymic",
  middle: "patronymic",
  middlename: "patronymic",
  patronym: "patronymic",
  отчество: "patronymic",
  прізвище: "surname",
  "ім'я": "given",
  "по батькові": "patronymic",
};
const cases: readonly (readonly [RegExp, UkrainianCase])[] = [
  [/^(?:nom|именит|им|nomn|називн)/u, "nominative"],
  [/^(?:gen|родит|род|gent)/u, "genitive"],
  [/^(?:dat|дател|дат|давал)/u, "dative"],
  [/^(?:acc|винит|вин|знах)/u, "accusative"],
  [/^(?:ins|abl|творит|тв|оруд)/u, "instrumental"],
  [/^(?:prep|loc|предлож|пр|місц)/u, "prepositional"],
  [/^(?:voc|зват|клич)/u, "vocative"],
];
/** Said in Ukrainian, of a name whose own letters do not tell. */
const ukrainianWord = /^(?:називн|родов|давал|знах|оруд|місц|voc|клич)/u;

/** For callers that say part, sex and case in words of their own; a word nobody knows leaves the name as it is. */
export function declineSaid(said: {
  readonly part: string;
  readonly gender: string;
  readonly word: string;
  readonly inCase: string;
}): string {
  const part = parts[said.part.toLowerCase()];
  const asked = cases.find(([pattern]) => pattern.test(said.inCase.toLowerCase()))?.[1];
  if (part === undefined || asked === undefined) return said.word;
  const name = {
    part,
    gender: /^(?:f|ж|w)/iu.test(said.gender) ? "female" : "male",
    word: said.word,
  } as const;
  if (asked === "vocative" || ukrainianWord.test(said.inCase.toLowerCase()) || looksUkrainian(said.word))
    return declineUkrainian(name, asked);
  return decline(name, asked);
}
