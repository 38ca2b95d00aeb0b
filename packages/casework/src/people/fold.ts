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
/** What each Cyrillic letter below U+0530 becomes; U+FFFF: nothing. */
const SILENT = 0xffff;
const ones = Uint16Array.from({ length: 0x530 }, (_, code) => {
  const letter = one[String.fromCharCode(code)];
  return letter === undefined ? code : letter === "" ? SILENT : letter.charCodeAt(0);
});
const finePlain = /^[абвгдежзиклмнопрстуфхцчшщюяѕџ]*$/u;
/** Every rule of `step` needs one of these: most names have none and are done at once. */
const needsStep = /дж|дз|[шсзж]ч|[тд][сцч]|кх|гк|(.)\1|и[аоуеюя]|[жшчщџ][яюо]/u;

export function fine(word: string): string {
  let out = "";
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const letter = code < 0x530 ? (ones[code] ?? code) : code;
    if (letter !== SILENT) out += String.fromCharCode(letter);
  }
  while (needsStep.test(out)) {
    const next = step(out);
    if (next === out) break;
    out = next;
  }
  return finePlain.test(out) ? out : out.replace(/[^абвгдежзиклмнопрстуфхцчшщюяѕџ]/gu, "");
}

const soften: Readonly<Record<string, string>> = { а: "я", о: "е", у: "ю", е: "е", я: "я", ю: "ю" };
const harden: Readonly<Record<string, string>> = { я: "а", о: "е", ю: "у" };

function step(word: string): string {
  return word
    .replace(/дж/gu, "џ")
    .replace(/дз/gu, "ѕ")
    .replace(/шч|сч|зч|жч/gu, "щ")
    .replace(/[тд]с(?=к)|[тд]ц|тс|дс/gu, "ц")
    .replace(/тч|дч/gu, "ч")
    .replace(/кх/gu, "х")
    .replace(/(.)\1+/gu, "$1")
    .replace(/и([аоуеюя])/gu, (_, vowel: string) => soften[vowel] ?? vowel)
    .replace(/(?<=[жшчщџ])[яюо]/gu, (vowel) => harden[vowel] ?? vowel)
    .replace(/гк/gu, "хк")
    .replace(/(?<=е)е|(?<=я)я/gu, "");
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
