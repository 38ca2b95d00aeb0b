/**
 * The names of regions and towns as keys: a key is the stems of the words, so that every case of a name has one; an adjective's stem is marked,
 * because Кировская is of Kirov and Кировск is a town elsewhere. Built once.
 */
import { inSteps } from "../in-steps.ts";
import { fine } from "../people/fold.ts";
import { latinReadings } from "../people/latin.ts";
import { hasLatin, repairLookAlikes, scriptOf } from "../people/letters.ts";
import { regionRows } from "./regions.ts";
import { townNames } from "./town-names.ts";
import { townTable } from "./towns.ts";

type Strength = "region" | "town";
export interface Entry {
  readonly code: string;
  readonly strength: Strength;
  readonly thousands: number;
}
export interface FuzzyKey {
  readonly key: string;
  readonly code: string;
  readonly ofRegion: boolean;
}
export interface Gazetteer {
  readonly exact: ReadonlyMap<string, string>;
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  /** Single-word keys long enough to be recognised with a slip in them. */
  readonly fuzzy: readonly FuzzyKey[];
}

export const typeWord =
  /^(?:республик\p{L}*|респ|республік\p{L}*|край|края|крае|краю|област\p{L}*|обл|округ\p{L}*|ао|автономн\p{L}*|авт|народн\p{L}*|город\p{L}{0,2}|гор|г|м|місто|міста|сити|oblast|oblast'?|region|krai|kray|republic|of|city|okrug|autonomous|area|territory|the|respublika|obl|gorod|в|из|с|у|під|за|з|россия|рф|россии|украина|україна|russia|ukraine|пос|поселок|пгт|село|с\.|деревня|дер|д|ст|станица|по|на|регион\p{L}*|регіон\p{L}*|р)$/u;
export const districtWord =
  /^(?:район\p{L}*|р-н|рн|улус\p{L}*|кожуун\p{L}*|district|rayon|raion|ул|улица|улице|проспект|пр-т|пр|переулок|сельсовет\p{L}*|поселени\p{L}*|street)$/u;

function stemOf(form: string): readonly string[] {
  // Кировская is of Kirov, Кировск is a town elsewhere; what could be either (Кировска) is tried as the town first.
  const adjective = /^(.+[сц]к)(ая|и|ого|ои|ому|им|ом|ую|а|е|у|ою|их|ое|ою)$/u.exec(form);
  if (adjective?.[1])
    return /^(?:а|е|у|ом)$/u.test(adjective[2] ?? "")
      ? [adjective[1], `${adjective[1]}~`]
      : [`${adjective[1]}~`];
  if (form.length < 4) return [form];
  const bare = form.replace(/(?:ами|ями|ого|ому|ах|ях|ом|ем|ои|еи|ою|ею|ая|ое|ую|[аеиоуюя])$/u, "");
  const short = form.replace(/[аеиоуюя]$/u, "");
  const stems = new Set([bare.length > 2 ? bare : form, short.length > 2 ? short : form]);
  return [...stems];
}

function stemsOfWord(word: string): readonly string[] {
  if (!hasLatin(word)) return stemOf(fine(word));
  return [
    ...new Set(
      latinReadings(word)
        .slice(0, 4)
        .flatMap((reading) => stemOf(fine(reading))),
    ),
  ].slice(0, 6);
}

export function wordsOf(text: string): readonly string[] {
  const around = scriptOf(text);
  return text
    .replace(/р-н|пр-т/giu, (word) => (word.toLowerCase() === "р-н" ? "район" : "проспект"))
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word.length > 0)
    .map((word) => repairLookAlikes(word, around).toLowerCase().replace(/'+$/u, ""));
}

export function squeezed(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/gu, "е")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

export function keysOf(words: readonly string[]): readonly string[] {
  let keys: readonly string[] = [""];
  for (const word of words) {
    const stems = stemsOfWord(word);
    keys = keys.flatMap((key) => stems.map((stem) => (key === "" ? stem : `${key} ${stem}`))).slice(0, 24);
  }
  return keys;
}

const places = inSteps(collect);
export const gazetteer = places.whole;
/** The next few places; false: all are known. */
export const stepGazetteer = places.step;

function* collect(): Generator<undefined, Gazetteer> {
  const exact = new Map<string, string>();
  const phrases = new Map<string, Entry[]>();
  const fuzzy: FuzzyKey[] = [];
  const wholes = new Set<string>();
  const isRegion = (entry: Entry): boolean => entry.strength === "region";
  const near = (key: string, code: string, ofRegion: boolean): void => {
    wholes.add(key);
    fuzzy.push({ key, code, ofRegion });
  };
  const put = (name: string, entry: Entry): void => {
    const words = wordsOf(name).filter((word) => !typeWord.test(word));
    if (words.length === 0) return;
    const isOf = entry.strength === "region" && /[сц]ьк[аеі]/u.test(name);
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
    if (whole !== undefined && whole.length > 4 && !wholes.has(whole))
      near(whole, entry.code, isRegion(entry));
    else if (words.length === 1 && entry.thousands >= 100)
      near(fine(latinReadings(words[0] ?? "")[0] ?? ""), entry.code, false);
  };
  for (const line of townTable.trim().split("\n")) {
    const code = line.slice(0, line.indexOf(" "));
    for (const town of line.slice(line.indexOf(" ") + 1).split(",")) {
      const [name = "", thousands = "0"] = town.split(":");
      put(name, { code, strength: "town", thousands: Number(thousands) });
    }
    yield;
  }
  for (const line of townNames.trim().split("\n")) {
    const [code = "", ...names] = line.split(" ");
    for (const name of names) put(name.replaceAll("_", " "), { code, strength: "town", thousands: 300 });
    yield;
  }
  for (const row of regionRows()) {
    exact.set(squeezed(row.code), row.code);
    for (const name of [...row.ru, ...row.uk, ...row.en]) {
      if (name.startsWith("=")) exact.set(squeezed(name), row.code);
      else if (!isOnlyTown(name, row.code, phrases))
        put(name, { code: row.code, strength: "region", thousands: 0 });
    }
    yield;
  }
  return { exact, phrases, fuzzy };
}

/** "Kursk Oblast" is Kursk with a word that says nothing; Moscow, Kyiv and Novgorod with that word are other places than without. */
function isOnlyTown(name: string, code: string, phrases: ReadonlyMap<string, readonly Entry[]>): boolean {
  if (code === "RU-MOS" || code === "RU-NGR" || code === "UA-32" || code === "RU-AMU")
    return /^[a-z]/iu.test(name);
  const words = wordsOf(name).filter((word) => !typeWord.test(word));
  const known = keysOf(words).some((key) =>
    phrases.get(key)?.some((entry) => entry.code === code && entry.strength === "town"),
  );
  return known && (/ (?:oblast|krai)$/iu.test(name) || isCityName(name));
}

function isCityName(name: string): boolean {
  return /^(?:донецк|донецьк|луганск|луганськ|николаев|александров)$/iu.test(name);
}
