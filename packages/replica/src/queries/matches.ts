/**
 * Possible matches while somebody speaks: at most five rows, one for each soldier, exact marks first, then what the
 * matching core finds by sound, then begun words; calls from this number after them, brothers and namesakes last. Each
 * says why. No score is ever shown, and what was refused does not come back.
 */
import type { CaseCard, CaseId } from "@answerable/casework";
import { weighReports, type SoldierReport, type Weighed } from "@answerable/casework/people";

import type { MatchesAnswer, MatchesQuery, MatchRow, Proposed, Strip } from "../likeness/answers.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { saidOn } from "../likeness/said.ts";
import { hasPhone, isBegunName, marksOf, proposedOf, seenOf, stripOf, whyOf } from "../likeness/strip.ts";
import { phoneDigits, wordsOf } from "../roster/words-of.ts";
import { lastContactOf, present, type Today } from "./roster.ts";

const MOST_ROWS = 5;
/** More than a person would look through; the rest is told apart only by typing more. */
const MOST_CANDIDATES = 60;
const FOUND_BY_SOUND = 40;
const LIKELIEST = 6;

export interface Compared {
  readonly row: number;
  readonly case: CaseId;
  readonly card: CaseCard;
  readonly weighed: Weighed;
  readonly strip: Strip;
  readonly isBegun: boolean;
  readonly proposed: Proposed;
}

export function answerMatches(likeness: Likeness, query: MatchesQuery, today: Today): MatchesAnswer {
  const { index, roster, soldiers } = likeness;
  const said = {
    name: query.soldierName,
    birth: query.birth,
    region: query.region,
    unit: query.unit,
    phone: query.phones.join(", "),
    caller: query.caller ?? "",
    relation: query.relation ?? "",
  };
  const asked = index.read(said);
  const rows = candidates(likeness, query);
  if (likeness.isBuilt() && query.soldierName.trim().length >= 3)
    for (const { record } of index.search(said, FOUND_BY_SOUND)) rows.add(record);
  const refused = new Set(
    (query.not ?? []).flatMap((id) => {
      const row = roster.row(id);
      return row === undefined ? [] : soldiers.casesOf(row);
    }),
  );
  const compared = [...rows]
    .filter((row) => !refused.has(row))
    .flatMap((row) => compare(likeness, row, { asked, query }) ?? []);
  return {
    rows: firstFive(likeness, compared, query.phones),
    callsFromNumberToday: callsToday(likeness, query.phones, today),
  };
}

/** The likeliest alone, for a flood of letters: what the core finds first, and who has this number. Whoever looks at one asks for all. */
export function likeliestRows(
  likeness: Likeness,
  query: MatchesQuery,
  asked: SoldierReport,
): readonly MatchRow[] {
  const { index, roster } = likeness;
  const rows = new Set(query.phones.flatMap((phone) => roster.withPhone(phone)).slice(0, LIKELIEST));
  if (likeness.isBuilt() && query.soldierName.trim().length >= 3)
    for (const { record } of index.glance(asked, LIKELIEST)) rows.add(record);
  const compared = [...rows].flatMap((row) => compare(likeness, row, { asked, query }) ?? []);
  return firstFive(likeness, compared, query.phones);
}

/** Others like one that is in the roster already. */
export function alikeRows(likeness: Likeness, row: number): readonly MatchRow[] {
  const known = likeness.caseCard(row);
  if (!known || !likeness.isBuilt()) return [];
  const { index, soldiers } = likeness;
  const own = soldiers.casesOf(row);
  const said = saidOn(known.card);
  const query = {
    soldierName: "",
    callSign: known.card.callSigns[0] ?? "",
    dogTag: known.card.dogTags[0] ?? "",
  };
  const compared = index
    .search(said, FOUND_BY_SOUND)
    .filter(({ record }) => !own.includes(record) && soldiers.between(row, record) === undefined)
    .flatMap(({ record }) => compare(likeness, record, { asked: index.report(row), query }) ?? [])
    .filter(({ proposed }) => proposed === "same" || proposed === "possibly");
  return firstFive(likeness, compared, []);
}

/** undefined: a stranger, or no case. */
export function compare(
  likeness: Likeness,
  row: number,
  {
    asked,
    query,
  }: {
    readonly asked: SoldierReport;
    readonly query: Pick<MatchesQuery, "soldierName" | "callSign" | "dogTag">;
  },
): Compared | undefined {
  const known = likeness.caseCard(row);
  if (!known) return undefined;
  const { card } = known;
  const weighed = weighReports(asked, likeness.reportOf(row, card), likeness.index.common);
  const isBegun = isBegunName(query.soldierName, card.names);
  const strip = stripOf(weighed, marksOf(query, card), isBegun);
  const proposed = proposedOf(weighed, strip, isBegun);
  return proposed && { row, case: known.case, card, weighed, strip, isBegun, proposed };
}

/** Smaller comes first. */
function tier({ proposed, strip }: Compared): number {
  if (proposed === "brother" || proposed === "namesake") return 4;
  if (proposed === "number") return 3;
  if (strip.dogTag === "same") return 0;
  if (strip.name !== "differs" && (strip.callSign === "same" || strip.phone === "same")) return 0;
  return proposed === "same" ? 1 : 2;
}

function firstFive(
  likeness: Likeness,
  compared: readonly Compared[],
  phones: readonly string[],
): readonly MatchRow[] {
  const sorted = compared.toSorted(
    (a, b) => tier(a) - tier(b) || b.weighed.bits - a.weighed.bits || a.row - b.row,
  );
  const seen = new Set<number>();
  const rows: MatchRow[] = [];
  for (const one of sorted) {
    if (rows.length === MOST_ROWS) break;
    const cases = likeness.soldiers.casesOf(one.row);
    const [first = one.row] = cases;
    if (seen.has(first)) continue;
    seen.add(first);
    rows.push(matchRow(likeness, one, { cases, phones }));
  }
  return rows;
}

function candidates(likeness: Likeness, query: MatchesQuery): Set<number> {
  const { roster } = likeness;
  const rows = new Set<number>();
  const take = (found: readonly number[]) => {
    for (const row of found) if (rows.size < MOST_CANDIDATES) rows.add(row);
  };
  for (const one of [query.dogTag, query.callSign]) {
    const words = wordsOf(one);
    if (words.length > 0) take(roster.having(words));
  }
  for (const phone of query.phones) take(roster.withPhone(phone));
  const names = wordsOf(query.soldierName).filter((word) => word.length >= 2);
  if (names.some((name) => name.length >= 3)) {
    take(roster.having(names));
    const asked = { text: names.join(" "), list: "all", from: 0, count: MOST_CANDIDATES, dueBy: 0 } as const;
    take(roster.find(asked).rows);
  }
  return rows;
}

/** One row for a soldier: what is said of him over all his cases, without who said it. */
function matchRow(
  likeness: Likeness,
  { row, case: id, card, weighed, strip, isBegun, proposed }: Compared,
  { cases, phones }: { readonly cases: readonly number[]; readonly phones: readonly string[] },
): MatchRow {
  const all = cases.flatMap((one) => (one === row ? [card] : (likeness.caseCard(one)?.card ?? [])));
  const latest = all.map((one) => lastContactOf(one) ?? "").toSorted();
  return {
    case: id,
    number: card.number,
    name: card.names[0] ?? "",
    ...present({
      birthYear: yearOf(card.births[0] ?? ""),
      region: card.regions[0],
      lastContact: all.map(lastContactOf).find((moment) => moment === latest.at(-1)),
      grievance: card.grievances[0],
    }),
    contacts: all.reduce((sum, one) => sum + one.contacts.length, 0),
    cases: all.length,
    why: whyOf(strip),
    strip,
    reasons: seenOf(weighed, strip, isBegun),
    proposed,
    stage: card.stage,
    anotherCalled: all.some(
      (one) =>
        !likeness.isOwn(one) &&
        one.people.some((person) => person.relation !== "self" && !hasPhone(phones, person.phones)),
    ),
  };
}

function yearOf(birth: string): number | undefined {
  const four = /(?:19|20)\d\d/.exec(birth)?.[0];
  return four === undefined ? undefined : Number(four);
}

function callsToday(likeness: Likeness, phones: readonly string[], today: Today): number {
  let calls = 0;
  const digits = new Set(phones.flatMap((phone) => phoneDigits(phone) ?? []));
  for (const row of new Set(phones.flatMap((phone) => likeness.roster.withPhone(phone)))) {
    const card = likeness.caseCard(row)?.card;
    if (!card) continue;
    const callers = card.people.map((person) =>
      person.phones.some((phone) => digits.has(phoneDigits(phone) ?? "")),
    );
    calls += card.contacts.filter(
      ([minute, , person]) => minute >= today.from && callers[person] === true,
    ).length;
  }
  return calls;
}
