import { alphabet } from "./distance.ts";
/**
 * Two levels of folding. *Fine* writes what is heard: one letter for і ї й ы и, for е є э ё, for г ґ, for в ў, no soft signs, no doubles;
 * names are compared in it. *Broad* keeps only the bones (voicing and hushers merged, vowels dropped) and is used to find candidates.
 * Both are idempotent. Letters ѕ (дз) and џ (дж) stand for one sound each.
 */
const one: Readonly<Record<string, string>> = {
  і: "и",
  ї: "и",
  й: "и",
  ы: "и",
  є: "е",
  э: "е",
  ё: "е",
  ґ: "г",
  ў: "в",
  ь: "",
  ъ: "",
  "'": "",
  ө: "о",
  ү: "у",
  ұ: "у",
  ә: "а",
  ӓ: "а",
  ң: "н",
  ҥ: "н",
  қ: "к",
  ҡ: "к",
  ғ: "г",
  ҕ: "г",
  һ: "х",
  ҳ: "х",
  җ: "џ",
  ҷ: "ч",
  ҙ: "з",
  ҫ: "с",
  ӈ: "н",
  ӏ: "",
  ӣ: "и",
  ӯ: "у",
  ӱ: "у",
  ӧ: "о",
  ҹ: "ч",
  ӑ: "а",
  ӗ: "е",
  ӳ: "у",
  ӷ: "г",
  ҝ: "г",
  ѳ: "ф",
  ѣ: "е",
  ј: "и",
  љ: "л",
  њ: "н",
  ћ: "ч",
  ђ: "џ",
  "-": "",
};
const letterCodes = Array.from(alphabet, (letter) => letter.charCodeAt(0));
const codeOf = (letter: string): number => alphabet.indexOf(letter) + 1;
/** Numbers of letters in the alphabet of sounds, from one; nothing else stands in it. */
const OTHER = 0;
const SILENT = 255;
/** What each letter below U+0530 becomes. */
const codes = Uint8Array.from({ length: 0x530 }, (_, code) => {
  const letter = String.fromCharCode(code);
  const sound = one[letter] ?? letter;
  return sound === "" ? SILENT : codeOf(sound);
});

type Pairs = Uint8Array;
const pairAt = (first: number, second: number): number => first * 32 + second;

/** "дж=џ": two sounds that are one. */
function pairsOf(...rules: readonly string[]): Pairs {
  const pairs = new Uint8Array(1024);
  for (const rule of rules) {
    const [first = 0, second = 0] = Array.from(rule.slice(0, 2), codeOf);
    pairs[pairAt(first, second)] = codeOf(rule.charAt(3));
  }
  return pairs;
}

/** In this order: what one rule leaves, the next one hears. */
const consonants: readonly Pairs[] = [
  pairsOf("дж=џ"),
  pairsOf("дз=ѕ"),
  pairsOf("шч=щ", "сч=щ", "зч=щ", "жч=щ"),
  pairsOf("тс=ц", "дс=ц", "тц=ц", "дц=ц"),
  pairsOf("тч=ч", "дч=ч"),
  pairsOf("кх=х"),
];
const softened = pairsOf("иа=я", "ио=е", "иу=ю", "ие=е", "ия=я", "ию=ю");
/** The second of the two, hard after a husher. */
const hardened = pairsOf(
  ...Array.from("жшчщџ").flatMap((husher) => [`${husher}я=а`, `${husher}ю=у`, `${husher}о=е`]),
);
const [G, K, KH, E, YA] = [codeOf("г"), codeOf("к"), codeOf("х"), codeOf("е"), codeOf("я")];
/** Pairs that some rule changes: most names have none and are done at once. */
const unsettled = Uint8Array.from({ length: 1024 }, (_, pair) =>
  Number(
    (pair >> 5) - (pair & 31) === 0 ||
      pair === pairAt(G, K) ||
      [...consonants, softened, hardened].some((rule) => (rule[pair] ?? 0) > 0),
  ),
);

/** The word being folded, letter by letter. */
let sounds = new Uint8Array(64);

export function fine(word: string): string {
  if (sounds.length < word.length) sounds = new Uint8Array(word.length * 2);
  let length = 0;
  let isAsWritten = true;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at);
    const code = letter < 0x530 ? (codes[letter] ?? OTHER) : OTHER;
    if (code === OTHER || code === SILENT || letterCodes[code - 1] !== letter) isAsWritten = false;
    if (code !== SILENT) sounds[length++] = code;
  }
  while (!isSettled(length)) {
    isAsWritten = false;
    length = settled(length);
  }
  if (isAsWritten) return word;
  let out = "";
  for (let at = 0; at < length; at += 1) {
    const code = sounds[at] ?? OTHER;
    if (code !== OTHER) out += alphabet.charAt(code - 1);
  }
  return out;
}

function isSettled(length: number): boolean {
  for (let at = 1; at < length; at += 1)
    if (unsettled[pairAt(sounds[at - 1] ?? 0, sounds[at] ?? 0)] === 1) return false;
  return true;
}

function settled(before: number): number {
  let length = before;
  for (const pairs of consonants) length = joined(length, pairs);
  length = withoutDoubles(length);
  length = joined(length, softened);
  for (let at = 1; at < length; at += 1) {
    const hard = hardened[pairAt(sounds[at - 1] ?? 0, sounds[at] ?? 0)] ?? 0;
    if (hard > 0) sounds[at] = hard;
  }
  for (let at = 1; at < length; at += 1) if (sounds[at - 1] === G && sounds[at] === K) sounds[at - 1] = KH;
  return withoutDoubles(length, [E, YA]);
}

function joined(length: number, pairs: Pairs): number {
  let out = 0;
  for (let at = 0; at < length; at += 1) {
    const sound = at + 1 < length ? (pairs[pairAt(sounds[at] ?? 0, sounds[at + 1] ?? 0)] ?? 0) : 0;
    sounds[out++] = sound > 0 ? sound : (sounds[at] ?? 0);
    if (sound > 0) at += 1;
  }
  return out;
}

function withoutDoubles(length: number, only?: readonly number[]): number {
  let out = 0;
  for (let at = 0; at < length; at += 1) {
    const sound = sounds[at] ?? 0;
    if (out > 0 && sounds[out - 1] === sound && (only?.includes(sound) ?? true)) continue;
    sounds[out++] = sound;
  }
  return out;
}

const bones: Readonly<Record<string, string>> = {
  б: "п",
  в: "ф",
  г: "к",
  х: "к",
  д: "т",
  ж: "ш",
  з: "с",
  ч: "ш",
  щ: "ш",
  ц: "с",
  ѕ: "с",
  џ: "ш",
};
const vowels = "аеиоуюя";

/** Consonants only, voicing and hushers merged; a vowel at the head is kept as one sign. Works on fine forms. */
export function broad(fineWord: string): string {
  let out = "";
  for (let at = 0; at < fineWord.length; at += 1) {
    const letter = fineWord.charAt(at);
    if (vowels.includes(letter)) {
      if (at === 0) out = "а";
      continue;
    }
    const bone = bones[letter] ?? letter;
    if (!out.endsWith(bone)) out += bone;
  }
  return out;
}
