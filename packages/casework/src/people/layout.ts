import { fine } from "./fold.ts";
/**
 * Keyboard-layout slips: "Bdfyjd" was meant to be Иванов, "Шмфтщм" was meant to be Ivanov. The bigrams of names decide between the reading
 * as typed and the reading with the other layout; without a clear margin the text stays as it is.
 */
import { surnameTiers } from "./frequency-table.ts";
import { caucasusMen } from "./given/caucasus-men.ts";
import { givenNames } from "./given/classes.ts";
import { slavicMen } from "./given/slavic-men.ts";
import { steppeMen } from "./given/steppe-men.ts";
import { taigaMen } from "./given/taiga-men.ts";
import { volgaMen } from "./given/volga-men.ts";
import { latinReading } from "./latin.ts";
import { hasCyrillic, hasLatin } from "./letters.ts";

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillicKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const latinShift = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const cyrillicShift = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
const ukrainianKeys: Readonly<Record<string, string>> = {
  і: "s",
  ї: "]",
  є: "'",
  І: "S",
  Ї: "}",
  Є: '"',
  ґ: "\\",
};

const toCyrillic = new Map<string, string>();
const toLatin = new Map<string, string>();
for (let at = 0; at < latinKeys.length; at += 1) {
  toCyrillic.set(latinKeys.charAt(at), cyrillicKeys.charAt(at));
  toCyrillic.set(latinShift.charAt(at), cyrillicShift.charAt(at));
  toLatin.set(cyrillicKeys.charAt(at), latinKeys.charAt(at));
  toLatin.set(cyrillicShift.charAt(at), latinShift.charAt(at));
}
for (const [cyrillic, latin] of Object.entries(ukrainianKeys)) toLatin.set(cyrillic, latin);

export function onOtherLayout(text: string): string {
  let out = "";
  const keys = hasCyrillic(text) ? toLatin : toCyrillic;
  for (const letter of text) out += keys.get(letter) ?? letter;
  return out;
}

const letters = 36;
let model: Float64Array | undefined;

function letterCode(letter: number): number {
  const code = letter - 0x430;
  if (code >= 0 && code < 32) return code + 1;
  if (letter === 0x20) return 0;
  if (letter === 0x451 || letter === 0x454) return 6; // ё є
  return letter === 0x456 || letter === 0x457 ? 9 : 34; // і ї; any other letter is as rare as the next
}

function bigrams(): Float64Array {
  if (model) return model;
  const counts = new Float64Array(letters * letters).fill(0.3);
  const learn = (word: string, weight: number): void => {
    let before = 0;
    const said = `${word.toLowerCase()} `;
    for (let letter = 0; letter < said.length; letter += 1) {
      const now = letterCode(said.charCodeAt(letter));
      const at = before * letters + now;
      counts[at] = (counts[at] ?? 0) + weight;
      before = now;
    }
  };
  for (const [, surnames] of surnameTiers)
    for (const surname of surnames.split(" ")) {
      learn(surname, 2);
      learn(`${surname}а`, 1);
    }
  for (const list of [slavicMen, steppeMen, taigaMen, caucasusMen, volgaMen])
    for (const word of list.split(/[\s|]+/u)) {
      if (!word || hasLatin(word)) continue;
      learn(word, 1);
      if (/[бвгдзклмнпрстфх]$/u.test(word)) learn(`${word}ович`, 0.7);
      else if (word.endsWith("й")) learn(`${word.slice(0, -1)}евич`, 0.7);
    }
  model = new Float64Array(letters * letters);
  for (let a = 0; a < letters; a += 1) {
    let sum = 0;
    for (let b = 0; b < letters; b += 1) sum += counts[a * letters + b] ?? 0;
    for (let b = 0; b < letters; b += 1)
      model[a * letters + b] = Math.log((counts[a * letters + b] ?? 0) / sum);
  }
  return model;
}

/** Mean log-likelihood of a letter pair, as of a name written in Cyrillic. */
export function likelihood(word: string): number {
  const table = bigrams();
  let sum = 0;
  let before = 0;
  const read = word.toLowerCase();
  for (let at = 0; at <= read.length; at += 1) {
    const now = at === read.length ? 0 : letterCode(read.charCodeAt(at));
    sum += table[before * letters + now] ?? -6;
    before = now;
  }
  return sum / (read.length + 1);
}

function heard(text: string): number {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter((word) => word.length > 1);
  if (words.length === 0) return -9;
  let sum = 0;
  let length = 0;
  for (const word of words) {
    const cyrillic = hasLatin(word) ? latinReading(word) : word;
    sum += likelihood(cyrillic) * word.length;
    length += word.length;
  }
  return sum / length;
}

function hasKnownGiven(text: string): boolean {
  const { byForm } = givenNames();
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(
      (word) =>
        word.length > 3 &&
        byForm.get(fine(hasLatin(word) ? latinReading(word) : word))?.some((hit) => hit.kind === "full") ===
          true,
    );
}

/** What no Latin name looks like when typed on the Cyrillic layout. */
const usualEnding = /(?:ов|ев|ёв|ин|ын|ых|их|ко|ий|ой|ич|ова|ева|ина|ская|ский|ук|юк|оол)(?=[^а-яёіїєґў]|$)/u;
const margin = 0.9;
const unlikely = -3.6;
const plausible = -3.3;

/** The text as it was meant: itself, or its other-layout reading when that one is clearly a name and this one is not. */
export function repairLayout(text: string): string {
  const latin = hasLatin(text);
  const cyrillic = hasCyrillic(text);
  if (latin && !cyrillic) {
    if (!/[A-Za-z[\]{};:'"<>,.`~]{3}/u.test(text) || /[À-ɏ]/u.test(text)) return text;
    const other = onOtherLayout(text);
    const asNames = heard(other.replace(/[^\p{L}\s-]/gu, ""));
    const asTyped = heard(text.replace(/[^\p{L}\s'-]/gu, " "));
    if (asNames > asTyped + margin) return other;
    // A given name that everybody knows, on one layout only, decides what the letter pairs leave open.
    return asNames > asTyped && hasKnownGiven(other) && !hasKnownGiven(text) ? other : text;
  }
  if (cyrillic && !latin) {
    if (usualEnding.test(text.toLowerCase())) return text;
    const typed = heard(text.replace(/[^\p{L}\s-]/gu, " "));
    if (typed > unlikely) return text;
    const other = onOtherLayout(text).replace(/[^\p{L}\s'-]/gu, " ");
    // Short and rare Cyrillic names look odd too: the Latin reading must be a good one, not only a better one.
    const latinised = heard(other);
    return latinised > plausible && latinised > typed + margin ? other : text;
  }
  return text;
}
