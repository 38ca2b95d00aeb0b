/**
 * Possible matches while somebody speaks: exact identifiers first, then whole and begun name parts. The matching core of
 * the next issue takes the place of `candidates` and `compare`; the row and its strip stay. No score is ever shown.
 */
import { readBirth, type CaseCard } from "@answerable/casework";

import type { Likeness, MatchField, MatchRow, MatchesAnswer, MatchesQuery } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import { phoneDigits, wordsOf } from "../roster/words-of.ts";
import { caseCardOf, lastContactOf, present, type Today } from "./roster.ts";

const MOST_ROWS = 5;
/** More than a person would look through; the rest is told apart only by typing more. */
const MOST_CANDIDATES = 300;

/** Strongest first. */
const order: readonly MatchField[] = [
  "dogTag",
  "phone",
  "callSign",
  "name",
  "birth",
  "patronymic",
  "unit",
  "region",
];

export function answerMatches(roster: Roster, query: MatchesQuery, today: Today): MatchesAnswer {
  const rows = [...candidates(roster, query)]
    .flatMap((row) => {
      const found = caseCardOf(roster, row);
      return found ? [{ ...found, strip: stripOf(query, found.card, today) }] : [];
    })
    .filter(({ strip }) => !isVetoed(strip))
    .map((one) => ({ ...one, why: order.filter((field) => one.strip[field] === "same") }))
    .filter(({ why }) => why.some((field) => field !== "region" && field !== "unit" && field !== "birth"))
    .toSorted((a, b) => weight(b.why) - weight(a.why))
    .slice(0, MOST_ROWS)
    .map(matchRow);
  return { rows, callsFromNumberToday: callsToday(roster, query.phones, today) };
}

function candidates(roster: Roster, query: MatchesQuery): ReadonlySet<number> {
  const rows = new Set<number>();
  const take = (found: readonly number[]) => {
    for (const row of found) if (rows.size < MOST_CANDIDATES) rows.add(row);
  };
  for (const phone of query.phones) take(roster.withPhone(phone));
  for (const one of [query.dogTag, query.callSign]) {
    const words = wordsOf(one);
    if (words.length > 0) take(roster.having(words));
  }
  const names = wordsOf(query.soldierName).filter((word) => word.length >= 2);
  if (names.some((name) => name.length >= 3)) {
    take(roster.having(names));
    take(roster.find({ text: names.join(" "), list: "all", from: 0, count: MOST_CANDIDATES, dueBy: 0 }).rows);
  }
  return rows;
}

function stripOf(query: MatchesQuery, card: CaseCard, today: Today): MatchRow["strip"] {
  const said = wordsOf(query.soldierName);
  const { name, patronymic } = likenessOfNames(said, card.names);
  return {
    name,
    patronymic,
    birth: likenessOfBirths(readBirth(query.birth, today.day)?.known ?? "", card.births),
    region: likenessOfTexts(query.region, [...card.regions, ...card.towns]),
    unit: likenessOfTexts(query.unit, card.units),
    phone: likenessOfPhones(query.phones, [
      ...card.phones,
      ...card.people.flatMap((person) => person.phones),
    ]),
    callSign: likenessOfTexts(query.callSign, card.callSigns),
    dogTag: likenessOfTexts(query.dogTag, card.dogTags),
  };
}

/** Endings of patronymics in Russian and Ukrainian. */
const isPatronymic = (word: string) => /(вич|вна|ична|инична)$/.test(word) && word.length >= 6;

function likenessOfNames(
  said: readonly string[],
  names: readonly string[],
): { readonly name: Likeness; readonly patronymic: Likeness } {
  const heard = names.map((name) => wordsOf(name));
  const plain = said.filter((word) => !isPatronymic(word));
  const fathers = said.filter(isPatronymic);
  const begins = (word: string, words: readonly string[]) => words.some((one) => one.startsWith(word));
  const name =
    plain.length === 0 || heard.length === 0
      ? "blank"
      : heard.some((words) => plain.every((word) => begins(word, words)))
        ? "same"
        : "differs";
  const known = heard.flat().filter(isPatronymic);
  const patronymic =
    fathers.length === 0 || known.length === 0
      ? "blank"
      : fathers.every((word) => known.includes(word))
        ? "same"
        : "differs";
  return { name, patronymic };
}

function likenessOfBirths(said: string, births: readonly string[]): Likeness {
  const year = yearOf(said);
  const years = births.flatMap((birth) => yearOf(birth) ?? []);
  if (year === undefined || years.length === 0) return "blank";
  const isRough = said.includes("~") || births.some((birth) => birth.includes("~"));
  return years.some((one) => Math.abs(one - year) <= (isRough ? 2 : 0)) ? "same" : "differs";
}

export function yearOf(birth: string): number | undefined {
  const four = /(?:19|20)\d\d/.exec(birth)?.[0];
  return four === undefined ? undefined : Number(four);
}

function likenessOfTexts(said: string, known: readonly string[]): Likeness {
  const words = wordsOf(said).join(" ");
  if (words === "" || known.length === 0) return "blank";
  return known.some((one) => wordsOf(one).join(" ") === words) ? "same" : "differs";
}

function likenessOfPhones(said: readonly string[], known: readonly string[]): Likeness {
  const digits = said.flatMap((phone) => phoneDigits(phone) ?? []);
  const others = known.flatMap((phone) => phoneDigits(phone) ?? []);
  if (digits.length === 0 || others.length === 0) return "blank";
  return digits.some((one) => others.includes(one)) ? "same" : "differs";
}

/** Never the same man: two fathers and two names, or two tags, unless one number speaks for both. */
function isVetoed(strip: MatchRow["strip"]): boolean {
  if (strip.phone === "same" || strip.dogTag === "same") return false;
  return strip.name === "differs" && (strip.patronymic === "differs" || strip.callSign !== "same");
}

function weight(why: readonly MatchField[]): number {
  return why.reduce((sum, field) => sum + 2 ** (order.length - order.indexOf(field)), 0);
}

function matchRow({
  case: id,
  card,
  strip,
  why,
}: {
  readonly case: MatchRow["case"];
  readonly card: CaseCard;
  readonly strip: MatchRow["strip"];
  readonly why: readonly MatchField[];
}): MatchRow {
  return {
    case: id,
    number: card.number,
    name: card.names[0] ?? "",
    ...present({
      birthYear: yearOf(card.births[0] ?? ""),
      region: card.regions[0],
      lastContact: lastContactOf(card),
      grievance: card.grievances[0],
    }),
    contacts: card.contacts.length,
    why,
    strip,
    stage: card.stage,
  };
}

function callsToday(roster: Roster, phones: readonly string[], today: Today): number {
  let calls = 0;
  for (const row of new Set(phones.flatMap((phone) => roster.withPhone(phone)))) {
    const card = caseCardOf(roster, row)?.card;
    if (!card) continue;
    const digits = new Set(phones.flatMap((phone) => phoneDigits(phone) ?? []));
    const callers = card.people.map((person) =>
      person.phones.some((phone) => digits.has(phoneDigits(phone) ?? "")),
    );
    calls += card.contacts.filter(
      ([minute, , person]) => minute >= today.from && callers[person] === true,
    ).length;
  }
  return calls;
}
