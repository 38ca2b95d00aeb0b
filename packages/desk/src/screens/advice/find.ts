/**
 * Which advice cards a few typed words mean. A code finds its card; words may be begun, bent by grammar, or typed with the
 * wrong keyboard layout on. Nothing typed: the cards of the call at hand come first.
 */
import { grievances, labelOf, type AdviceCard, type Grievance, type Lang } from "@answerable/casework";

import { readingsOf } from "../../parts/layout.ts";

export function findAdvice(
  cards: readonly AdviceCard[],
  asked: { readonly text: string; readonly lang: Lang; readonly told: readonly Grievance[] },
): readonly AdviceCard[] {
  if (asked.text.trim() === "") {
    const isTold = (card: AdviceCard) => card.grievances.some((code) => asked.told.includes(code));
    return [...cards.filter(isTold), ...cards.filter((card) => !isTold(card))];
  }
  const readings = readingsOf(asked.text).map(wordsIn);
  const ranked = cards.flatMap((card) => {
    const rank = Math.min(
      ...readings.map((words, slip) => rankOf(card, words, asked.lang) + (slip > 0 ? 0.5 : 0)),
    );
    return Number.isFinite(rank) ? [{ card, rank }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ card }) => card);
}

/** 0: its code. Then the title, the names of its grievances, what it says. Infinity: some word stands nowhere. */
function rankOf(card: AdviceCard, typed: readonly string[], lang: Lang): number {
  const [first] = typed;
  if (first === undefined) return Number.POSITIVE_INFINITY;
  if (typed.length === 1 && card.grievances.some((code) => code.toLowerCase() === first)) return 0;
  const places = [
    wordsIn(card.title),
    card.grievances.flatMap((code) => wordsIn(labelOf(grievances, code, lang))),
    wordsIn([card.says, card.saysInRussian, ...card.routes, ...card.facts].join(" ")),
  ];
  const ranks = typed.map((word) => {
    const stem = stemOf(word);
    return places.findIndex((place) => place.some((one) => one.startsWith(stem)));
  });
  return ranks.includes(-1) ? Number.POSITIVE_INFINITY : 1 + Math.max(...ranks);
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll("ё", "е")
    .split(/[^\p{L}\p{N}’']+/u)
    .filter((word) => word !== "");
}

/** Russian and Ukrainian bend the ends of words: of a long one the last letters do not count. */
function stemOf(word: string): string {
  return word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word;
}
