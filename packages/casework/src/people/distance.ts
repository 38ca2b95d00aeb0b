/**
 * How far two fine forms are on the telephone. A weighted edit distance: vowels pass for each other cheaply, voiced for voiceless and
 * sounds that a bad line mixes at about a half, a lost vowel at a half, two neighbours swapped at a little over. Symmetric.
 */
export const alphabet = "абвгдежзиклмнопрстуфхцчшщюяѕџ";
const size = 32;
const vowelSet = "аеиоуюя";

const codes = new Uint8Array(0x500);
for (let at = 0; at < alphabet.length; at += 1) codes[alphabet.charCodeAt(at)] = at + 1;

const pairCosts =
  "ао.2 еи.22 ая.2 ую.2 ое.3 яе.25 яи.3 оу.35 ае.38 уи.45 аи.45 ои.38 оя.35 юи.4 юе.45 уа.5 ею.45 юо.4 юя.45 уе.5 уя.5 " +
  "бп.4 вф.35 гк.4 дт.4 жш.4 зс.38 гх.25 кх.42 чщ.3 шщ.25 шч.45 цс.42 цч.45 цт.4 ѕд.22 ѕз.25 ѕц.35 џж.25 џч.4 џш.5 џз.55 џд.5 џя.5 џи.5 мн.45 лр.65 " +
  "ву.35 вб.6 вл.65 тч.6 дг.75 бд.7 пт.7 кт.7 фх.6 фт.75 хш.6 сш.5 зж.5 жџ.25 щс.6 ли.6 ви.7 иг.75 бм.7 пф.6 ѕџ.4 ѕж.5 кч.75 кц.75 сх.75 дн.7 бг.75 мв.7";

const substitution = new Float64Array(size * size).fill(1);
const gap = new Float64Array(size).fill(0.95);
for (let a = 1; a <= alphabet.length; a += 1) {
  substitution[a * size + a] = 0;
  const first = alphabet.charAt(a - 1);
  if (vowelSet.includes(first)) gap[a] = 0.5;
  for (let b = 1; b <= alphabet.length; b += 1)
    if (a !== b && vowelSet.includes(first) && vowelSet.includes(alphabet.charAt(b - 1)))
      substitution[a * size + b] = 0.5;
}
for (const pair of pairCosts.split(" ")) {
  const a = codes[pair.charCodeAt(0)] ?? 0;
  const b = codes[pair.charCodeAt(1)] ?? 0;
  const cost = Number(`0${pair.slice(2)}`);
  substitution[a * size + b] = cost;
  substitution[b * size + a] = cost;
}
for (const [letter, cost] of Object.entries({ и: 0.35, х: 0.6, в: 0.75, т: 0.8, д: 0.8, н: 0.8, л: 0.85 }))
  gap[codes[letter.charCodeAt(0)] ?? 0] = cost;

const swap = 0.65;
const width = 40;
const left = new Uint8Array(width);
const right = new Uint8Array(width);
const rows = [new Float64Array(width + 1), new Float64Array(width + 1), new Float64Array(width + 1)] as const;

function encode(word: string, into: Uint8Array): number {
  const length = Math.min(word.length, width);
  for (let at = 0; at < length; at += 1) into[at] = codes[word.charCodeAt(at)] ?? 0;
  return length;
}

/** Gives up (Infinity) as soon as no path can come in under `limit`. */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0;
  return a < b ? measured(a, b, limit) : measured(b, a, limit);
}

function measured(a: string, b: string, limit: number): number {
  const n = encode(a, left);
  const m = encode(b, right);
  let before: Float64Array = rows[0];
  let above: Float64Array = rows[1];
  let row: Float64Array = rows[2];
  above[0] = 0;
  for (let j = 1; j <= m; j += 1) above[j] = (above[j - 1] ?? 0) + gapAt(right, j - 1, m);
  for (let i = 1; i <= n; i += 1) {
    const x = left[i - 1] ?? 0;
    const drop = gapAt(left, i - 1, n);
    let best = (row[0] = (above[0] ?? 0) + drop);
    for (let j = 1; j <= m; j += 1) {
      const y = right[j - 1] ?? 0;
      // The first letter is the one people hear best.
      const pair = (substitution[x * size + y] ?? 1) * (i === 1 && j === 1 ? 1.3 : 1);
      let cost = (above[j - 1] ?? 0) + pair;
      const up = (above[j] ?? 0) + drop;
      if (up < cost) cost = up;
      const back = (row[j - 1] ?? 0) + gapAt(right, j - 1, m);
      if (back < cost) cost = back;
      if (i > 1 && j > 1 && x === right[j - 2] && y === left[i - 2] && x !== y) {
        const swapped = (before[j - 2] ?? 0) + swap;
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return Number.POSITIVE_INFINITY;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[m] ?? 0;
}

/** A letter at the very end is weaker (an ending), at the very head stronger. */
function gapAt(word: Uint8Array, at: number, length: number): number {
  const cost = gap[word[at] ?? 0] ?? 1;
  if (at === 0) return cost * 1.3;
  return at === length - 1 ? cost * 0.85 : cost;
}

/** How much may be wrong in a word of this length before it is another word. */
export function allowance(length: number): number {
  if (length <= 2) return 0.3;
  if (length === 3) return 0.5;
  if (length === 4) return 0.75;
  if (length === 5) return 0.95;
  if (length === 6) return 1.15;
  if (length === 7) return 1.35;
  return length === 8 ? 1.5 : 1.7;
}

/** Distance as a share of what such words may differ by: 0 the same, 1 the edge of the cliff. */
export function farness(a: string, b: string, limit = 2): number {
  const room = allowance((a.length + b.length) >> 1);
  return distance(a, b, room * limit) / room;
}

const letterBits = "а0о0я0е1и1ю2у2б3п3в4ф4г5к5х5д6т6ж7ш7щ7ч7џ7з8с8ц8ѕ8л9м10н11р12";
const bitOf = new Map<string, number>(
  [...letterBits.matchAll(/(\D)(\d+)/gu)].map((m) => [m[1] ?? "", Number(m[2])]),
);

/** 30 bits of what letters and neighbours a word holds: words with far masks cannot be near, and the check costs two instructions. */
export function maskOf(word: string): number {
  let mask = 0;
  let last = 0;
  for (const letter of word) {
    const bit = bitOf.get(letter) ?? 0;
    mask |= 1 << bit;
    if (bit > 2) {
      if (last > 2) mask |= 1 << (13 + ((last * 7 + bit * 3) % 17));
      last = bit;
    }
  }
  return mask;
}

export function bitsApart(a: number, b: number): number {
  let x = a ^ b;
  x -= (x >> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >> 2) & 0x33333333);
  return (((x + (x >> 4)) & 0x0f0f0f0f) * 0x01010101) >> 24;
}
