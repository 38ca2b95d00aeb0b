/**
 * Which region a few words mean. Cases, nicknames, abbreviations, Latin and the other keyboard layout are read; a wrong region is worse than
 * none, so whatever could be two regions is undefined. What was typed stays beside it; this is only a suggestion.
 */
import { farness } from "../people/distance.ts";
import { fine } from "../people/fold.ts";
import { latinReadings } from "../people/latin.ts";
import { onOtherLayout } from "../people/layout.ts";
import { composed, hasCyrillic, hasLatin, repairLookAlikes, scriptOf } from "../people/letters.ts";
import {
  districtWord,
  gazetteer,
  keysOf,
  squeezed,
  typeWord,
  wordsOf,
  type Entry,
  type Gazetteer,
} from "./gazetteer.ts";

/** ISO 3166-2 code, or undefined when it is not clear. */
export function regionOf(text: string): string | undefined {
  const names = gazetteer();
  const line = composed(text).trim();
  if (line === "") return undefined;
  const straight = names.exact.get(squeezed(lookAlike(line)));
  if (straight !== undefined) return straight;
  const found = inWords(line, names, true);
  if (found !== undefined) return found;
  if (!hasLatin(line) || !hasCyrillic(line)) {
    const other = onOtherLayout(line);
    return names.exact.get(squeezed(other)) ?? inWords(other, names, false);
  }
  return undefined;
}

function lookAlike(line: string): string {
  const around = scriptOf(line);
  return line
    .split(/(\s+)/u)
    .map((word) => repairLookAlikes(word, around))
    .join("");
}

/** "Свердл. обл.": the beginning of the name of one region and of no other. */
function abbreviation(word: string, names: Gazetteer): string | undefined {
  const form = fine(word);
  if (form.length < 3 || hasLatin(word)) return undefined;
  const codes = new Set(
    names.fuzzy.filter((near) => near.ofRegion && near.key.startsWith(form)).map((near) => near.code),
  );
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Whatever is a village has its name from a thousand others: only the region beside it tells where it is. */
const village =
  /^(?:с|село|селі|селе|д|дер|деревня|деревне|деревни|п|пос|поселок|поселке|ст|станица|станице|х|хутор|хуторе|аал|село)$/u;
const common =
  /^(?:заре[чц]|берез|лугов|красн|нов(?:ы|ое|ая|о)|покров|михаиловк|иванов[кс]|александровк|николаевк|первома|октябр|совет|ленин|сосн|дубов|ольх|раздольн|степн|лесн|полев|озерн|горн|садов|солнечн|мирн|южн|северн|восточн|западн|центр|троиц|петровк|алексеевк|андреевк|павловк|васильевк|дмитриевк|спасск|знаменк|богородс|рождествен|успен|вознесен|каменк|калинин|киров|комсомольс|зелен|верхн|нижн|больш|мал[аоы])/u;

interface Found extends Entry {
  readonly at: number;
  readonly others: readonly Entry[];
}

function inWords(line: string, names: Gazetteer, allowSlips: boolean): string | undefined {
  const words = wordsOf(line);
  const isOblast = words.some((word) => /^(?:област|обл$|oblast|region)/u.test(word));
  const isKrai = words.some((word) => /^(?:кра[йяею]|krai|kray|territory)$/u.test(word));
  const isRepublic = words.some((word) => /^(?:респ|republic|горн|gorn)/u.test(word));
  const found: Found[] = [];
  const unread: string[] = [];
  for (let at = 0; at < words.length;) {
    const next = words[at + 1];
    if (
      districtWord.test(words[at] ?? "") ||
      (next !== undefined && districtWord.test(next) && /к\p{L}{1,3}$/u.test(words[at] ?? ""))
    ) {
      at += /^(?:ул|улица|улице|проспект|пр|переулок)$/u.test(words[at] ?? "") ? 2 : 1;
      continue;
    }
    const isVillage = village.test(words[at - 1] ?? "") && !/^(?:обл|край|кр$|респ)/u.test(next ?? "");
    const heard = isVillage && words[at - 1] !== "с" ? undefined : longest(words, at, names);
    // "с Кубани" is no village, "с Ивановка" is.
    const taken =
      isVillage && heard?.entries.every((entry) => entry.strength === "region") !== true ? undefined : heard;
    if (!taken) {
      const word = words[at] ?? "";
      const abbreviated = isVillage ? undefined : names.exact.get(squeezed(word));
      if (abbreviated !== undefined && word.length > 1)
        found.push({ code: abbreviated, strength: "region", thousands: 0, at, others: [] });
      else if (!typeWord.test(word)) {
        const short =
          /^(?:обл|край|кр$|респ)/u.test(next ?? "") || /^(?:респ)/u.test(words[at - 1] ?? "")
            ? abbreviation(word, names)
            : undefined;
        if (short === undefined && !isVillage) unread.push(word);
        else if (short === undefined) {
          at += 1;
          continue;
        } else found.push({ code: short, strength: "region", thousands: 0, at, others: [] });
      }
      at += 1;
      continue;
    }
    found.push(...taken.entries);
    at += taken.length;
  }
  const republic = words.map((word) => peoples[word]).find((code) => code !== undefined);
  if (republic !== undefined) return republic;
  if (words.some((word) => /^(?:алт|алта[йяею]?|altai|altay)$/u.test(word))) {
    if (isKrai) return "RU-ALT";
    return isRepublic ? "RU-AL" : undefined;
  }
  return decided(found, isOblast) ?? (allowSlips && found.length === 0 ? slipped(unread, names) : undefined);
}

function longest(
  words: readonly string[],
  at: number,
  names: Gazetteer,
): { readonly entries: readonly Found[]; readonly length: number } | undefined {
  for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
    const window = words.slice(at, at + length).filter((word) => !typeWord.test(word));
    if (window.length === 0 || typeWord.test(words[at] ?? "")) continue;
    if (typeWord.test(words[at + length - 1] ?? "") && length > 1) continue;
    const keys = keysOf(window);
    const cut =
      window.length === 1 &&
      /[сц]к$/u.test(keys[0] ?? "") &&
      /^(?:обл|край|кр)/u.test(words[at + length] ?? "");
    const isCommon =
      window.length === 1 && common.test(fine(window[0] ?? "")) && /[аеиоя]$/u.test(fine(window[0] ?? ""));
    for (const key of cut ? [`${keys[0] ?? ""}~`, ...keys] : keys) {
      const entries = names.phrases
        .get(key)
        ?.filter((entry) => !isCommon || entry.strength === "region" || entry.thousands >= 60);
      const winner =
        entries === undefined ? undefined : winnerOf(entries, key.endsWith("~") && !key.includes(" "));
      if (winner) return { entries: [{ ...winner, at, others: entries ?? [] }], length };
      if (entries && entries.length > 0) return { entries: [], length };
    }
  }
  return undefined;
}

/** Among places of one name the region itself, or a town ten times larger than the next. */
function winnerOf(entries: readonly Entry[], isAdjective: boolean): Entry | undefined {
  const regions = entries.filter((entry) => entry.strength === "region");
  if (regions.length > 0) return regions.length === 1 ? regions[0] : undefined;
  const sorted = [...entries].sort((a, b) => b.thousands - a.thousands);
  const [first, second] = sorted;
  // Октябрьский, Советский, Первомайский: there is one in every region, large or not.
  if (!first || (isAdjective && first.thousands < 200)) return undefined;
  return !second || first.thousands >= 5 * second.thousands ? first : undefined;
}

/** Whoever says one of these has said where, whatever town of the same name stands elsewhere. */
const peoples: Readonly<Record<string, string>> = { днр: "UA-14", лнр: "UA-09", dnr: "UA-14", lnr: "UA-09" };

const around: Readonly<Record<string, string>> = { "RU-MOW": "RU-MOS", "RU-SPE": "RU-LEN", "UA-30": "UA-32" };

/** A city or a district that is a region of its own inside another: whoever says both means the inner one. */
const within = [
  ["UA-43", "UA-40"],
  ["RU-TYU", "RU-KHM"],
  ["RU-TYU", "RU-YAN"],
  ["RU-ARK", "RU-NEN"],
] as const;

function decided(found: readonly Found[], isOblast: boolean): string | undefined {
  const regions = new Set(found.filter((entry) => entry.strength === "region").map((entry) => entry.code));
  const towns = found.filter((entry) => entry.strength === "town");
  if (regions.size === 1) {
    const [code = ""] = regions;
    const outer = around[code];
    if (isOblast && outer !== undefined) return outer;
    if (code === "UA-43" && towns.some((town) => town.code === "UA-40")) return "UA-40";
    return code;
  }
  if (regions.size === 2) {
    for (const [city, region] of [...Object.entries(around), ...within])
      if (regions.has(city) && regions.has(region)) return region;
    return undefined;
  }
  if (regions.size > 2) return undefined;
  const codes = new Set(towns.map((town) => town.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** One letter wrong in a long word, and no other region anywhere near. */
function slipped(unread: readonly string[], names: Gazetteer): string | undefined {
  const codes = new Set<string>();
  for (const word of unread) {
    if (word.length < 5) continue;
    let best = 0.62;
    let code: string | undefined;
    let next = 9;
    for (const stem of hasLatin(word) ? latinReadings(word).slice(0, 2).map(fine) : [fine(word)]) {
      if (stem.length < 5) continue;
      for (const near of names.fuzzy) {
        if (Math.abs(near.key.length - stem.length) > 2 || near.key.charAt(0) !== stem.charAt(0)) continue;
        const far = farness(stem, near.key, 1.2);
        if (far < best) {
          if (code !== undefined && code !== near.code) next = best;
          best = far;
          code = near.code;
        } else if (near.code !== code) next = Math.min(next, far);
      }
    }
    if (code !== undefined && next > best + 0.35) codes.add(code);
  }
  return codes.size === 1 ? [...codes][0] : undefined;
}
