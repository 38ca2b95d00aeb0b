/** What is the same, what differs, what nobody said: the strip of a row, its reasons as codes, and what they come to. */
import type { CaseCard, SeenStrip } from "@answerable/casework";
import { propose, reasonsOf, type Weighed } from "@answerable/casework/people";

import { phoneDigits, wordsOf } from "../roster/words-of.ts";
import type { Likeness, MatchField, Proposed, Strip } from "./answers.ts";

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

export function whyOf(strip: Strip): readonly MatchField[] {
  return order.filter((field) => strip[field] === "same");
}

/** What the core compares, and the exact marks beside it. */
export function stripOf(
  weighed: Weighed,
  marks: Pick<Strip, "callSign" | "dogTag">,
  isBegun: boolean,
): Strip {
  const { surname, given, patronymic } = weighed.name;
  const parts = [surname.level, given.level];
  const name = parts.every((level) => level === "absent")
    ? "blank"
    : parts.includes("differs")
      ? "differs"
      : "same";
  const { birth } = weighed;
  return {
    name: isBegun ? "same" : name,
    patronymic: plain(patronymic.level),
    birth: birth === "absent" ? "blank" : birth === "same" || birth === "year" ? "same" : "differs",
    region: plain(weighed.region),
    unit: plain(weighed.unit),
    phone: weighed.phone === "same" ? "same" : weighed.phone === "absent" ? "blank" : "differs",
    ...marks,
  };
}

function plain(level: string): Likeness {
  if (level === "absent") return "blank";
  return level === "differs" ? "differs" : "same";
}

export function marksOf(
  said: { readonly callSign: string; readonly dogTag: string },
  card: Pick<CaseCard, "callSigns" | "dogTags">,
): Pick<Strip, "callSign" | "dogTag"> {
  return {
    callSign: likenessOfTexts([said.callSign], card.callSigns),
    dogTag: likenessOfTexts([said.dogTag], card.dogTags),
  };
}

function likenessOfTexts(said: readonly string[], known: readonly string[]): Likeness {
  const plainText = (text: string) => wordsOf(text).join(" ");
  const wanted = said.map(plainText).filter((text) => text !== "");
  if (wanted.length === 0 || known.length === 0) return "blank";
  return known.some((one) => wanted.includes(plainText(one))) ? "same" : "differs";
}

/** Codes of casework's reasons; the exact marks and a name still being typed speak in the same way. */
export function seenOf(weighed: Weighed, strip: Strip, isBegun: boolean): SeenStrip {
  const reasons = reasonsOf(weighed)
    .filter(({ level }) => level !== "absent")
    .filter(({ field }) => field !== "caller" || weighed.caller === "same")
    .filter(({ field, level }) => (field !== "family" && field !== "father") || level === "same")
    .filter(({ field }) => field !== "phone" || weighed.phone === "same")
    .filter(({ field }) => !isBegun || (field !== "surname" && field !== "given" && field !== "patronymic"))
    .map(({ field, level }) => ({ field, level }));
  const marks = (["callSign", "dogTag"] as const)
    .filter((field) => strip[field] !== "blank")
    .map((field) => ({ field, level: strip[field] }));
  return [...marks, ...(isBegun ? [{ field: "name", level: "begun" }] : []), ...reasons];
}

/** undefined: a stranger, of whom nothing need be shown. */
export function proposedOf(weighed: Weighed, strip: Strip, isBegun: boolean): Proposed | undefined {
  const proposal = propose(weighed, false);
  const isMarked = strip.dogTag === "same" || strip.callSign === "same";
  const isContradicted = weighed.birth === "differs";
  if (isBegun && proposal.type !== "Same") return isContradicted ? "namesake" : "possibly";
  switch (proposal.type) {
    case "Same":
      return "same";
    case "Possibly":
      return "possibly";
    case "Brother":
      return strip.dogTag === "same" ? "possibly" : "brother";
    case "Namesake":
      return strip.dogTag === "same" ? "possibly" : "namesake";
    case "Refused":
    case "Stranger":
      if (isMarked && strip.name !== "differs") return "possibly";
      if (strip.dogTag === "same") return "possibly";
      return strip.phone === "same" ? "number" : undefined;
  }
}

/** Whether every word typed begins a word of one of the names: "горност" while the rest is still being said. */
export function isBegunName(typed: string, names: readonly string[]): boolean {
  const said = wordsOf(typed);
  if (said.length === 0 || !said.some((word) => word.length >= 3)) return false;
  return names.some((name) => {
    const words = wordsOf(name);
    return (
      said.every((word) => words.some((one) => one.startsWith(word))) &&
      said.some((word) => !words.includes(word))
    );
  });
}

export function hasPhone(phones: readonly string[], known: readonly string[]): boolean {
  const digits = new Set(phones.flatMap((phone) => phoneDigits(phone) ?? []));
  return known.some((phone) => digits.has(phoneDigits(phone) ?? ""));
}
