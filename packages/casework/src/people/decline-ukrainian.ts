/**
 * Ukrainian names in letters, from the grammar of the orthography of 2019 (§§ 82-104): every man's surname is declined, a
 * woman's only on -а and -я; the vocative is how a letter begins. Of two allowed forms the plainer one (Тарасу, not Тарасові).
 */
import type { Gender, NamePart } from "./decline.ts";

export type UkrainianCase =
  | "nominative"
  | "genitive"
  | "dative"
  | "accusative"
  | "instrumental"
  | "prepositional"
  | "vocative";
interface UkrainianName {
  readonly part: NamePart;
  readonly gender: Gender;
  readonly word: string;
}

type Forms = readonly [
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  locative: string,
  vocative: string,
];
interface Declined {
  readonly stem: string;
  readonly forms: Forms;
}
const order: readonly UkrainianCase[] = [
  "genitive",
  "dative",
  "accusative",
  "instrumental",
  "prepositional",
  "vocative",
];

const hard: Forms = ["а", "у", "а", "ом", "у", "е"];
/** After к, г and х, and whatever ends in -ко. */
const velar: Forms = ["а", "у", "а", "ом", "у", "у"];
const hissing: Forms = ["а", "у", "а", "ем", "у", "у"];
const soft: Forms = ["я", "ю", "я", "ем", "ю", "ю"];
const softIot: Forms = ["я", "ю", "я", "єм", "ю", "ю"];
const possessive: Forms = ["а", "у", "а", "им", "у", ""];
const adjective: Forms = ["ого", "ому", "ого", "им", "ому", "ий"];
const softAdjective: Forms = ["ього", "ьому", "ього", "ім", "ьому", "ій"];
const herAdjective: Forms = ["ої", "ій", "у", "ою", "ій", "а"];

/** Whether its letters are Ukrainian and not Russian. */
export function looksUkrainian(text: string): boolean {
  return /[іїєґ]|[бпвмфр]['’ʼ][яюєї]/iu.test(text) && !/[ыэъё]/iu.test(text);
}

export function declineUkrainian(name: UkrainianName, inCase: UkrainianCase): string {
  const { word } = name;
  if (inCase === "nominative" || word.trim() === "") return word;
  if (/^[\p{Lu}\s'’ʼ-]{2,}$/u.test(word))
    return declineUkrainian({ ...name, word: capitals(word) }, inCase).toUpperCase();
  return word
    .split(/([\s-]+)/u)
    .map((each) => (/\p{L}/u.test(each) ? one({ ...name, word: each }, inCase) : each))
    .join("");
}

function capitals(word: string): string {
  return word.toLowerCase().replace(/(?:^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

function one(name: UkrainianName, inCase: UkrainianCase): string {
  const declined = name.gender === "male" ? his(name) : hers(name);
  const ending = declined?.forms[order.indexOf(inCase)];
  if (!declined || ending === undefined) return name.word;
  return inStem(declined.stem, ending) + ending;
}

/** Ольга, Ользі; Лука, Луці: the dative and the locative on -і soften what stands before. */
function inStem(stem: string, ending: string): string {
  if (ending !== "і" || !/[гкх]$/u.test(stem)) return stem;
  return stem.slice(0, -1) + { г: "з", к: "ц", х: "с" }[stem.slice(-1) as "г" | "к" | "х"]; // as the pattern says
}

function cut(word: string, letters: number): string {
  return word.slice(0, word.length - letters);
}

function onA(word: string, vocative?: string): Declined {
  const stem = cut(word, 1);
  const isSoft = word.endsWith("я");
  if (isSoft && /[аеєиіїоуюя'’ʼ]$/iu.test(stem)) return { stem, forms: ["ї", "ї", "ю", "єю", "ї", "є"] };
  if (isSoft) return { stem, forms: ["і", "і", "ю", "ею", "і", vocative ?? "е"] };
  if (/[жчшщ]$/iu.test(stem)) return { stem, forms: ["і", "і", "у", "ею", "і", "е"] };
  return { stem, forms: ["и", "і", "у", "ою", "і", "о"] };
}

/** The vowel of a closed syllable, and the one that goes. */
const changed: Readonly<Record<string, string>> = {
  яків: "яков",
  антін: "антон",
  федір: "федор",
  сидір: "сидор",
  нестір: "нестор",
  прокіп: "прокоп",
  корнін: "корнин",
};

function his({ part, word }: UkrainianName): Declined | undefined {
  const low = word.toLowerCase();
  if (part === "patronymic") return low.endsWith("ич") ? { stem: word, forms: hissing } : undefined;
  if (/[ая]$/u.test(low)) return onA(word);
  if (low.endsWith("о"))
    return { stem: cut(word, 1), forms: part === "given" && !low.endsWith("ко") ? hard : velar };
  if (part === "given") return hisGiven(word, low);
  if (/(?:[сцз]ьк|[^аеєиіїоуюя])ий$/u.test(low)) return { stem: cut(word, 2), forms: adjective };
  if (low.endsWith("ой")) return { stem: cut(word, 2), forms: adjective };
  if (/(?:[кнтд]н|жн|шн|чн)ій$/u.test(low) && low.length > 5)
    return { stem: cut(word, 2), forms: softAdjective };
  if (/(?:[иі]х|[еєиіїуюєы])$/u.test(low)) return undefined;
  if (/[^аеєиіїоуюя](?:ов|ев|єв|ін|ин)$|(?:їв|єв|їн)$|ів$/u.test(low))
    return { stem: word, forms: possessive };
  if (/[аеєиіїоуюя]єць$/u.test(low)) return { stem: `${cut(word, 3)}йц`, forms: soft };
  if (/[^аеєиіїоуюя]ець$/u.test(low)) return { stem: `${cut(word, 3)}ц`, forms: soft };
  if (/(?:кр|гр|р)[еі]м?інь$|кор[іе]нь$|греб[іе]нь$/u.test(low))
    return { stem: `${cut(word, 3)}ен`, forms: soft };
  if (/[^аеєиіїоуюя]ок$/u.test(low) && low.length > 4) return { stem: `${cut(word, 2)}к`, forms: velar };
  if (low.endsWith("ь")) return { stem: cut(word, 1), forms: soft };
  if (low.endsWith("й")) return { stem: cut(word, 1), forms: softIot };
  if (/[жчшщ]$/u.test(low)) return { stem: word, forms: hissing };
  if (low.endsWith("яр")) return { stem: word, forms: ["а", "у", "а", "ем", "у", "е"] };
  if (/[^аеєиіїоуюя]ар$/u.test(low) && !/(?:ком|баз|тат|гус|каз)ар$/u.test(low))
    return { stem: word, forms: soft };
  return { stem: word, forms: /[кгх]$/u.test(low) ? velar : hard };
}

function hisGiven(word: string, low: string): Declined | undefined {
  if (/[еєиіїуюы]$/u.test(low)) return undefined;
  if (/^(?:ігор|лазар)$/u.test(low)) return { stem: word, forms: soft };
  const other = changed[low];
  if (other !== undefined) return { stem: word.charAt(0) + other.slice(1), forms: hard };
  if (low.endsWith("ь")) return { stem: cut(word, 1), forms: soft };
  if (low.endsWith("й")) return { stem: cut(word, 1), forms: softIot };
  if (/[жчшщ]$/u.test(low)) return { stem: word, forms: hissing };
  return { stem: word, forms: /[кгх]$/u.test(low) ? velar : hard };
}

function hers({ part, word }: UkrainianName): Declined | undefined {
  const low = word.toLowerCase();
  if (part === "surname" && /(?:[сцз]ька|[оеєї]ва|[^аеєиіїоуюя][иі]на|їна)$/u.test(low) && low.length > 4)
    return { stem: cut(word, 1), forms: herAdjective };
  // Галю, Наталю: a soft name is called so.
  if (/[ая]$/u.test(low)) return onA(word, part === "given" && /[лнс]я$/u.test(low) ? "ю" : undefined);
  if (part !== "given") return undefined;
  if (low.endsWith("ов")) return { stem: word, forms: ["і", "і", "", "'ю", "і", "е"] };
  return low === "нінель" ? { stem: cut(word, 1), forms: ["і", "і", "ь", "лю", "і", "е"] } : undefined;
}
