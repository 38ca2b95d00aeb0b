/**
 * Which region a few words mean. Cases, nicknames, abbreviations, Latin and the other keyboard layout are read; a wrong region is worse than
 * none, so whatever could be two regions is undefined. What was typed stays beside it; this is only a suggestion.
 */
import { farness } from "../people/distance.ts";
import { fine } from "../people/fold.ts";
import { onOtherLayout } from "../people/layout.ts";
import { composed, hasCyrillic, hasLatin, repairLookAlikes, scriptOf } from "../people/letters.ts";
import { latinReadings } from "../people/latin.ts";
import { regionRows } from "./regions.ts";
import { townNames } from "./town-names.ts";
import { townTable } from "./towns.ts";

type Strength = "region" | "town";
interface Entry {
  readonly code: string;
  readonly strength: Strength;
  readonly thousands: number;
}
interface FuzzyKey {
  readonly key: string;
  readonly code: string;
  readonly ofRegion: boolean;
}
interface Gazetteer {
  readonly exact: ReadonlyMap<string, string>;
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  /** Single-word keys long enough to be recognised with a slip in them. */
  readonly fuzzy: readonly FuzzyKey[];
}

const typeWord = /^(?:республик\p{L}*|респ|республік\p{L}*|край|края|крае|краю|област\p{L}*|обл|округ\p{L}*|ао|автономн\p{L}*|авт|народн\p{L}*|город\p{L}{0,2}|гор|г|м|місто|міста|сити|oblast|oblast'?|region|krai|kray|republic|of|city|okrug|autonomous|area|territory|the|respublika|obl|gorod|в|из|с|у|під|за|з|россия|рф|россии|украина|україна|russia|ukraine|пос|поселок|пгт|село|с\.|деревня|дер|д|ст|станица|по|на|регион\p{L}*|регіон\p{L}*|р)$/u;
const districtWord = /^(?:район\p{L}*|р-н|рн|улус\p{L}*|кожуун\p{L}*|district|rayon|raion|ул|улица|улице|проспект|пр-т|пр|переулок|сельсовет\p{L}*|поселени\p{L}*|street)$/u;

let gazetteer: Gazetteer | undefined;

function stemOf(form: string): readonly string[] {
  // Кировская is of Kirov, Кировск is a town elsewhere; what could be either (Кировска) is tried as the town first.
  const adjective = /^(.+[сц]к)(ая|и|ого|ои|ому|им|ом|ую|а|е|у|ою|их|ое|ою)$/u.exec(form);
  if (adjective?.[1]) return /^(?:а|е|у|ом)$/u.test(adjective[2] ?? "") ? [adjective[1], `${adjective[1]}~`] : [`${adjective[1]}~`];
  if (form.length < 4) return [form];
  const bare = form.replace(/(?:ами|ями|ого|ому|ах|ях|ом|ем|ои|еи|ою|ею|ая|ое|ую|[аеиоуюя])$/u, "");
  const short = form.replace(/[аеиоуюя]$/u, "");
  const stems = new Set([bare.length > 2 ? bare : form, short.length > 2 ? short : form]);
  return [...stems];
}

function stemsOfWord(word: string): readonly string[] {
  if (!hasLatin(word)) return stemOf(fine(word));
  return [...new Set(latinReadings(word).slice(0, 4).flatMap((reading) => stemOf(fine(reading))))].slice(0, 6);
}

function wordsOf(text: string): readonly string[] {
  const around = scriptOf(text);
  return text
    .replace(/р-н|пр-т/giu, (word) => (word.toLowerCase() === "р-н" ? "район" : "проспект"))
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word.length > 0)
    .map((word) => repairLookAlikes(word, around).toLowerCase().replace(/'+$/u, ""));
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/ё/gu, "е").replace(/[^\p{L}\p{N}]+/gu, "");
}

function keysOf(words: readonly string[]): readonly string[] {
  let keys: readonly string[] = [""];
  for (const word of words) {
    const stems = stemsOfWord(word);
    keys = keys.flatMap((key) => stems.map((stem) => (key === "" ? stem : `${key} ${stem}`))).slice(0, 24);
  }
  return keys;
}

function collect(): Gazetteer {
  const exact = new Map<string, string>();
  const phrases = new Map<string, Entry[]>();
  const fuzzy: FuzzyKey[] = [];
  const isRegion = (entry: Entry): boolean => entry.strength === "region";
  const put = (name: string, entry: Entry): void => {
    const words = wordsOf(name).filter((word) => !typeWord.test(word));
    if (words.length === 0) return;
    const isOf = entry.strength === "region" && /ськ[аеі]/u.test(name);
    for (const key of keysOf(words)) {
      if (isOf && !key.endsWith("~")) continue;
      const known = phrases.get(key);
      if (!known) phrases.set(key, [entry]);
      else {
        const same = known.findIndex((other) => other.code === entry.code);
        if (same < 0) known.push(entry);
        else if (entry.strength === "region" && known[same]?.strength === "town") known[same] = entry;
      }
    }
    const whole = words.length === 1 && !hasLatin(words[0] ?? "") ? fine(words[0] ?? "") : undefined;
    if (whole !== undefined && whole.length > 4 && !fuzzy.some((near) => near.key === whole)) fuzzy.push({ key: whole, code: entry.code, ofRegion: isRegion(entry) });
    else if (words.length === 1 && entry.thousands >= 100) fuzzy.push({ key: fine(latinReadings(words[0] ?? "")[0] ?? ""), code: entry.code, ofRegion: false });
  };
  for (const line of townTable.trim().split("\n")) {
    const code = line.slice(0, line.indexOf(" "));
    for (const town of line.slice(line.indexOf(" ") + 1).split(",")) {
      const [name = "", thousands = "0"] = town.split(":");
      put(name, { code, strength: "town", thousands: Number(thousands) });
    }
  }
  for (const line of townNames.trim().split("\n")) {
    const [code = "", ...names] = line.split(" ");
    for (const name of names) put(name.replaceAll("_", " "), { code, strength: "town", thousands: 300 });
  }
  for (const row of regionRows()) {
    exact.set(squeezed(row.code), row.code);
    for (const name of [...row.ru, ...row.uk, ...row.en]) {
      if (name.startsWith("=")) exact.set(squeezed(name), row.code);
      else if (!isOnlyTown(name, row.code, phrases)) put(name, { code: row.code, strength: "region", thousands: 0 });
    }
  }
  return { exact, phrases, fuzzy };
}

/** "Kursk Oblast" is Kursk with a word that says nothing; Moscow, Kyiv and Novgorod with that word are other places than without. */
function isOnlyTown(name: string, code: string, phrases: ReadonlyMap<string, readonly Entry[]>): boolean {
  if (code === "RU-MOS" || code === "RU-NGR" || code === "UA-32" || code === "RU-AMU") return /^[a-z]/iu.test(name);
  const words = wordsOf(name).filter((word) => !typeWord.test(word));
  const known = keysOf(words).some((key) => phrases.get(key)?.some((entry) => entry.code === code && entry.strength === "town"));
  return known && (/ (?:oblast|krai)$/iu.test(name) || isCityName(name));
}

function isCityName(name: string): boolean {
  return /^(?:донецк|донецьк|луганск|луганськ|николаев|александров)$/iu.test(name);
}

/** ISO 3166-2 code, or undefined when it is not clear. */
export function regionOf(text: string): string | undefined {
  gazetteer ??= collect();
  const line = composed(text).trim();
  if (line === "") return undefined;
  const straight = gazetteer.exact.get(squeezed(lookAlike(line)));
  if (straight !== undefined) return straight;
  const found = inWords(line, gazetteer, true);
  if (found !== undefined) return found;
  if (!hasLatin(line) || !hasCyrillic(line)) {
    const other = onOtherLayout(line);
    return gazetteer.exact.get(squeezed(other)) ?? inWords(other, gazetteer, false);
  }
  return undefined;
}

function lookAlike(line: string): string {
  const around = scriptOf(line);
  return line.split(/(\s+)/u).map((word) => repairLookAlikes(word, around)).join("");
}

/** "Свердл. обл.": the beginning of the name of one region and of no other. */
function abbreviation(word: string, names: Gazetteer): string | undefined {
  const form = fine(word);
  if (form.length < 3 || hasLatin(word)) return undefined;
  const codes = new Set(names.fuzzy.filter((near) => near.ofRegion && near.key.startsWith(form)).map((near) => near.code));
  return codes.size === 1 ? [...codes][0] : undefined;
}

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
  for (let at = 0; at < words.length; ) {
    const next = words[at + 1];
    if (districtWord.test(words[at] ?? "") || (next !== undefined && districtWord.test(next) && /к\p{L}{1,3}$/u.test(words[at] ?? ""))) {
      at += /^(?:ул|улица|улице|проспект|пр|переулок)$/u.test(words[at] ?? "") ? 2 : 1;
      continue;
    }
    const taken = longest(words, at, names);
    if (!taken) {
      const word = words[at] ?? "";
      const abbreviated = names.exact.get(squeezed(word));
      if (abbreviated !== undefined && word.length > 1) found.push({ code: abbreviated, strength: "region", thousands: 0, at, others: [] });
      else if (!typeWord.test(word)) {
        const short = /^(?:обл|край|кр$|респ)/u.test(next ?? "") || /^(?:респ)/u.test(words[at - 1] ?? "") ? abbreviation(word, names) : undefined;
        if (short === undefined) unread.push(word);
        else found.push({ code: short, strength: "region", thousands: 0, at, others: [] });
      }
      at += 1;
      continue;
    }
    found.push(...taken.entries);
    at += taken.length;
  }
  if (words.some((word) => /^(?:алта[йяею]?|altai|altay)$/u.test(word))) {
    if (isKrai) return "RU-ALT";
    return isRepublic ? "RU-AL" : undefined;
  }
  return decided(found, isOblast) ?? (allowSlips && found.length === 0 ? slipped(unread, names) : undefined);
}

function longest(words: readonly string[], at: number, names: Gazetteer): { readonly entries: readonly Found[]; readonly length: number } | undefined {
  for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
    const window = words.slice(at, at + length).filter((word) => !typeWord.test(word));
    if (window.length === 0 || typeWord.test(words[at] ?? "")) continue;
    if (typeWord.test(words[at + length - 1] ?? "") && length > 1) continue;
    const keys = keysOf(window);
    const cut = window.length === 1 && /[сц]к$/u.test(keys[0] ?? "") && /^(?:обл|край|кр)/u.test(words[at + length] ?? "");
    for (const key of cut ? [`${keys[0] ?? ""}~`, ...keys] : keys) {
      const entries = names.phrases.get(key);
      const winner = entries === undefined ? undefined : winnerOf(entries, key.endsWith("~"));
      if (winner) return { entries: [{ ...winner, at, others: entries ?? [] }], length };
      if (entries) return { entries: [], length };
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

const around: Readonly<Record<string, string>> = { "RU-MOW": "RU-MOS", "RU-SPE": "RU-LEN", "UA-30": "UA-32" };

/** A city or a district that is a region of its own inside another: whoever says both means the inner one. */
const within = [["UA-43", "UA-40"], ["RU-TYU", "RU-KHM"], ["RU-TYU", "RU-YAN"], ["RU-ARK", "RU-NEN"]] as const;

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
    for (const [city, region] of [...Object.entries(around), ...within]) if (regions.has(city) && regions.has(region)) return region;
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
