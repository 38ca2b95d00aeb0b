/**
 * What words about to be printed would give away: a person's name, a telephone, an address, a place finer than may be
 * printed, a date beside a unit and a place, signs that a reader cannot see. It stops a release and shows what it found;
 * a person words it again. Officials are named only as the ledger names them.
 */
import { hasHiddenSigns, langs, type Lang } from "@answerable/casework";
import {
  compareNames,
  nameOf,
  namesInText,
  normaliseName,
  scoreOf,
  type PersonName,
} from "@answerable/casework/people";

import type { Words } from "./record.ts";
import type { Judged, PublicPlace } from "./rules.ts";

export interface TellTale {
  readonly of: string;
  readonly lang: Lang;
  readonly what: "name" | "telephone" | "address" | "place" | "dated unit" | "hidden signs";
  readonly found: string;
}

interface Printing {
  readonly of: string;
  readonly words: Words;
  /** Names in office, and of organisations, that may stand. */
  readonly officials: readonly string[];
  readonly places: readonly PublicPlace[];
  /** By rule 3 the place is printed coarsely, or the unit without date. */
  readonly coarse: boolean;
  readonly unit: boolean;
}

export function tellTalesOf(judged: readonly Judged[], officials: readonly string[]): readonly TellTale[] {
  return judged
    .filter(({ level }) => level !== "withhold")
    .flatMap(({ claim, level, rules }) =>
      tellTalesIn({
        of: claim.id,
        words: claim.words,
        officials,
        places: claim.places,
        coarse: level === "coarse",
        unit: rules.includes("UNIT"),
      }),
    );
}

export function tellTalesIn({ of, words, officials, places, coarse, unit }: Printing): readonly TellTale[] {
  const known = officials.map((official) => nameOf(official));
  return langs.flatMap((lang) => {
    const text = words[lang];
    if (text === undefined) return [];
    const tell = (what: TellTale["what"], found: readonly string[]): readonly TellTale[] =>
      found.map((one) => ({ of, lang, what, found: one }));
    return [
      ...tell("hidden signs", hasHiddenSigns(text) ? [text] : []),
      ...tell(
        "name",
        namesInText(text).filter((name) => !known.some((official) => isSamePerson(name, official))),
      ),
      ...tell(
        "telephone",
        text.match(telephone)?.filter((one) => one.replace(/\D/gu, "").length >= 10) ?? [],
      ),
      ...tell("address", text.match(address) ?? []),
      ...tell("place", coarse ? finePlacesIn(text, places) : []),
      ...tell("dated unit", unit ? (text.match(dated) ?? []) : []),
    ];
  });
}

/** In any case and alphabet; a word of the sentence may stand before the name. */
function isSamePerson(found: string, official: PersonName): boolean {
  const words = normaliseName(found);
  return [words, words.slice(1)].some(
    (some) => some.length > 1 && scoreOf(compareNames(nameOf(some.join(" ")), official).bits) >= sure,
  );
}

const sure = 0.8;
const telephone = /\+?\d[\d\s()\u00a0-]{8,}\d/gu;
const address = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}|(?<!\p{L})@[a-z]\w{4,}/giu;
const months =
  "(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|January|February|March|April|May|June|July|August|September|October|November|December)";
const dated = new RegExp(
  `\\d{1,2}(?:[-–]\\d{1,2})? ${months}\\p{L}*|${months}\\p{L}* \\d{1,2}(?!\\d)|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}`,
  "giu",
);

/** Names in a fine place's label that its printed place does not have: "Svatove", where the Luhansk region is printed. */
function finePlacesIn(text: string, places: readonly PublicPlace[]): readonly string[] {
  const printed = places.flatMap((place) => Object.values(place.printed ?? {})).map(plain);
  const fine = places.flatMap(({ id, publishAs, label }) => (publishAs === id ? [] : namesOf(label)));
  const stands = plain(text);
  return fine.filter((name) => !printed.some((one) => one.includes(name)) && stands.includes(name));
}

function namesOf(label: string): readonly string[] {
  return (label.match(/(?<!\p{L})\p{Lu}\p{Ll}{3,}/gu) ?? []).map(plain);
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");
}
