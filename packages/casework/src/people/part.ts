/**
 * One word of a name, understood as far as it can be alone: how it may sound, whose given name it may be, whose child it may call a man,
 * and which stems it has as a surname. Parts are plain data and can be kept by whoever keeps many (the index does).
 */
import { bitsApart, distance, allowance, maskOf } from "./distance.ts";
import { joint, koreanKey, pinyinReading, sovietKorean } from "./east-asian.ts";
import { broad, fine } from "./fold.ts";
import { givenNames, type GivenHit } from "./given/classes.ts";
import { calledAtHome, isMadeAsGiven } from "./given/made-names.ts";
import { latinReading, latinReadings } from "./latin.ts";
import { likelihood } from "./layout.ts";
import { hasLatin } from "./letters.ts";
import { fathersOf, patronymicStem } from "./patronymic.ts";
import { coarseShares } from "./shares.ts";
import { endsAsSurname, surnameStems, type SurnameStem } from "./surname.ts";

export interface Part {
  readonly text: string;
  /** Fine readings, the likeliest first. */
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  readonly given: readonly GivenHit[];
  readonly fathers: readonly GivenHit[];
  readonly fatherStem: string | undefined;
  /** For an initial: the letters it may stand for. */
  readonly initial: boolean;
  readonly surnameLike: boolean;
  /** Made as given names are, though nobody has listed it. */
  readonly givenLike: boolean;
  /** Halves of a double name, when there are two. */
  readonly halves: readonly Part[];
}

const none: readonly never[] = [];
const mostReadings = 6;

export function partOf(text: string): Part {
  if (text.includes(joint)) return syllablesPart(text);
  const forms = formsOf(text);
  const first = forms[0] ?? "";
  const initial = text.length === 1 || (text.length < 3 && /^(?:dz|yu|ya|ye|kh|ch|sh|zh|ts)$/u.test(text));
  if (initial)
    return {
      text,
      forms,
      stems: none,
      given: none,
      fathers: none,
      fatherStem: undefined,
      initial,
      surnameLike: false,
      givenLike: false,
      halves: none,
    };
  const families = forms.map(surnameStems);
  const surnameLike = isSurnameLike(forms, families);
  const given = exactGiven(forms);
  const [fatherStem, fathers] = fathersIn(forms);
  const isKnown = given.length > 0 || fathers.length > 0;
  const isOpen = !isKnown && !surnameLike && first.length > 3;
  return {
    text,
    forms,
    initial,
    surnameLike,
    givenLike: isOpen && forms.some(isMadeAsGiven),
    fathers,
    fatherStem,
    stems: stemsOf(families),
    given: isOpen ? nearOrAtHome(first) : given,
    halves: halvesOf(text),
  };
}

/** What a piece of a word says, without looking for what is only near it: enough to tell whether words were run together. */
export interface Gist {
  readonly text: string;
  readonly forms: readonly string[];
  /** Those that stand in the dictionary as they are. */
  readonly given: readonly GivenHit[];
  readonly isFather: boolean;
  readonly surnameLike: boolean;
}

/** Asked of a hundred pieces of every long word: what it costs to know is found out when it is asked. */
export function gistOf(text: string): Gist {
  const forms = formsOf(text);
  let isFather: boolean | undefined;
  let surnameLike: boolean | undefined;
  return {
    text,
    forms,
    given: exactGiven(forms),
    get isFather() {
      return (isFather ??= forms.some((form) => fathersOf(patronymicStem(form)?.stem ?? "").length > 0));
    },
    get surnameLike() {
      return (surnameLike ??= isSurnameLike(forms, forms.map(surnameStems)));
    },
  };
}

/** Joined syllables are one given name or one surname of their own kind, and nothing in the dictionaries is meant. */
function syllablesPart(text: string): Part {
  const bare = text.replaceAll(joint, "");
  const pinyin = hasLatin(bare) ? pinyinReading(bare) : bare;
  const forms = unique(
    [fine(koreanKey(text)), fine(pinyin ?? ""), ...(hasLatin(bare) ? [fine(latinReading(bare))] : [])].filter(
      (form) => form.length > 0,
    ),
  );
  return {
    text,
    forms,
    stems: forms,
    given: none,
    fathers: none,
    fatherStem: undefined,
    initial: false,
    surnameLike: text.startsWith(joint),
    givenLike: false,
    halves: none,
  };
}

/** By its ending; Ондар and Сат have none, and the table of common surnames knows them. */
function isSurnameLike(forms: readonly string[], families: readonly (readonly SurnameStem[])[]): boolean {
  if (forms.some((form, at) => endsAsSurname(form, families[at]?.[0]))) return true;
  const stem = families[0]?.[0]?.stem;
  return stem !== undefined && coarseShares.surname(stem) > 0.0001;
}

function formsOf(text: string): readonly string[] {
  if (!hasLatin(text)) return unique(cyrillicForms(text));
  const forms = unique(
    [...latinReadings(text), ...sovietKorean(text)].map(fine).filter((form) => form.length > 0),
  );
  if (forms.length < 3) return forms.length > 0 ? forms : [fine(text)];
  const scored = forms.map((form, at) => ({
    form,
    at,
    score: likelihood(form) - at * 0.02 + (givenNames().byForm.has(form) ? 1 : 0),
  }));
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return scored.slice(0, mostReadings).map((reading) => reading.form);
}

function cyrillicForms(text: string): readonly string[] {
  const forms = [fine(text)];
  if (/ў|дз[ьіеяёюм]|ц[ьіеяёюв]/u.test(text)) forms.push(fine(belarusianHeard(text)));
  if (/ів(?:ськ\p{L}*)?$/u.test(text)) forms.push(fine(text.replace("ів", "ов")));
  return forms.filter((form) => form.length > 0);
}

function belarusianHeard(text: string): string {
  return text
    .replace(/дз(?=[ьіеяёюм])/gu, "д")
    .replace(/ц(?=[ьієеяёював])/gu, "т")
    .replace(/(?<=[аяеё])[ўв](?=$|а$|а[йя]$)/gu, "в")
    .replace(/ав(?=а?$)/u, "ов");
}

function unique(words: readonly string[]): readonly string[] {
  return words.length === 2 && words[0] === words[1]
    ? words.slice(1)
    : words.length < 2
      ? words
      : [...new Set(words)];
}

function stemsOf(families: readonly (readonly SurnameStem[])[]): readonly string[] {
  const stems: string[] = [];
  for (const family of families) for (const { stem } of family) if (!stems.includes(stem)) stems.push(stem);
  return stems;
}

function exactGiven(forms: readonly string[]): readonly GivenHit[] {
  const { byForm } = givenNames();
  let hits: readonly GivenHit[] = none;
  for (const form of forms) {
    const found = byForm.get(form);
    if (found) hits = hits.length === 0 ? found : merged(hits, found);
  }
  return hits;
}

function merged(a: readonly GivenHit[], b: readonly GivenHit[]): readonly GivenHit[] {
  return [...a, ...b.filter((hit) => !a.some((other) => other.cls === hit.cls))];
}

function fathersIn(forms: readonly string[]): readonly [string | undefined, readonly GivenHit[]] {
  let stem: string | undefined;
  for (const form of forms) {
    const reading = patronymicStem(form);
    if (!reading) continue;
    stem ??= reading.stem;
    const fathers = fathersOf(reading.stem);
    if (fathers.length > 0) return [reading.stem, fathers];
  }
  if (stem === undefined || stem.length < 3) return [stem, none];
  return [stem, nearlyFather(stem)];
}

/** Words by the sound they begin with: the first sound is the one people hear best, and most of the shelf need not be looked at. */
type Shelf = ReadonlyMap<string, { readonly words: string[]; readonly masks: number[] }>;
let nominatives: Shelf | undefined;
let fatherStems: Shelf | undefined;

function shelfOf(words: readonly string[]): Shelf {
  const shelf = new Map<string, { readonly words: string[]; readonly masks: number[] }>();
  for (const word of words) {
    const board = `${broad(word.charAt(0))}${word.length}`;
    let books = shelf.get(board);
    if (!books) shelf.set(board, (books = { words: [], masks: [] }));
    books.words.push(word);
    books.masks.push(maskOf(word));
  }
  return shelf;
}

/** The nearest words of a shelf within the limit (a share of what such words may differ by). */
function nearest(
  shelf: Shelf,
  word: string,
  limit: number,
): readonly { readonly word: string; readonly far: number }[] {
  const mask = maskOf(word);
  const room = allowance(word.length) * limit;
  let best = room;
  const found: { readonly word: string; readonly far: number; readonly cost: number }[] = [];
  const head = broad(word.charAt(0));
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    const books = shelf.get(`${head}${length}`);
    if (!books) continue;
    for (let at = 0; at < books.words.length; at += 1) {
      if (bitsApart(mask, books.masks[at] ?? 0) > 5) continue;
      const other = books.words[at] ?? "";
      const cost = distance(word, other, best);
      if (cost > best) continue;
      best = Math.min(best, cost + 0.15);
      found.push({ word: other, far: cost / room, cost });
    }
  }
  return found.filter((near) => near.cost <= best);
}

function nearlyGiven(form: string): readonly GivenHit[] {
  nominatives ??= shelfOf(givenNames().nominatives.filter((word) => word.length > 3));
  return asHits(nearest(nominatives, form, 0.75), (word) => givenNames().byForm.get(word) ?? none);
}

function nearOrAtHome(form: string): readonly GivenHit[] {
  return merged(nearlyGiven(form), calledAtHome(form));
}

function nearlyFather(stem: string): readonly GivenHit[] {
  fatherStems ??= shelfOf([...givenNames().byPatronymicStem.keys()].filter((word) => word.length > 2));
  return asHits(nearest(fatherStems, stem, 0.75), fathersOf);
}

function asHits(
  found: readonly { readonly word: string; readonly far: number }[],
  hitsOf: (word: string) => readonly GivenHit[],
): readonly GivenHit[] {
  const hits: GivenHit[] = [];
  for (const near of found)
    for (const hit of hitsOf(near.word)) {
      const known = hits.findIndex((other) => other.cls === hit.cls);
      const far = Math.max(0.05, near.far);
      if (known < 0) hits.push({ ...hit, far });
      else if ((hits[known]?.far ?? 1) > far) hits[known] = { ...hit, far };
    }
  return hits.sort((a, b) => a.far - b.far).slice(0, 4);
}

function halvesOf(text: string): readonly Part[] {
  if (!text.includes("-")) return none;
  const halves = text.split("-").filter((half) => half.length > 2);
  return halves.length === 2 ? halves.map(partOf) : none;
}
