/**
 * Advice cards: for every grievance a few sentences that a volunteer may read out. What a card says of the law, the pack
 * says; where the pack is silent the card says so, and the lawyer answers.
 */
import { dayFrom, type Day } from "../../day.ts";
import { adviceWords } from "../../words/advice.ts";
import { codesOf, grievances, type Grievance } from "../../words/vocabularies.ts";
import type { Lang } from "../../words/vocabulary.ts";
import { inLang, type Card, type Pack } from "../pack/pack.ts";
import type { AdviceAnswer, AdviceCard, AdviceQuery } from "./asked.ts";
import type { AppealsOffice } from "./office.ts";
import { routeName } from "./words.ts";

export function answerAdvice({ packs }: Pick<AppealsOffice, "packs">, { lang }: AdviceQuery): AdviceAnswer {
  const pack = [...packs.values()].find(({ cards }) => cards.length > 0);
  if (!pack) return { pack: { id: "", version: "" }, cards: [unanswered([...realCodes()], lang)] };
  const told = new Set(pack.cards.flatMap((card) => card.grievances));
  const silent = realCodes().filter((code) => !told.has(code));
  return {
    pack: { id: pack.id, version: pack.version },
    cards: [
      ...pack.cards.map((card) => cardTold(pack, card, lang)),
      ...(silent.length > 0 ? [unanswered(silent, lang)] : []),
    ],
  };
}

/** Without "unknown" and "refused": nothing was told of those. */
function realCodes(): readonly Grievance[] {
  return codesOf(grievances).filter((code) => code !== "unknown" && code !== "refused");
}

function cardTold(pack: Pack, card: Card, lang: Lang): AdviceCard {
  const ground = card.ground === undefined ? undefined : pack.grounds.get(card.ground);
  const say = (words: Parameters<typeof inLang>[0] | undefined) => words && inLang(words, lang);
  return {
    id: card.id,
    kind: card.kind,
    grievances: card.grievances,
    title: inLang(card.title, lang),
    says: card.says[lang],
    saysInRussian: card.says.ru,
    never: say(card.never),
    facts: (ground?.facts ?? []).map((fact) => inLang(fact, lang)),
    laws: (card.rules ?? []).flatMap((id) => {
      const rule = pack.rules.get(id);
      return rule
        ? [{ says: inLang(rule.says, lang), law: `${rule.law}, ${rule.article}`, level: rule.level }]
        : [];
    }),
    // A basis in one language only names a rule of the pack, which stands among the laws.
    basis: (ground?.basis ?? []).flatMap((basis) => (typeof basis === "string" ? [] : [inLang(basis, lang)])),
    routes: (card.routes ?? ground?.routes ?? []).map((route) => routeName(pack, route, lang)),
    strength: say(ground?.strength),
    harm: say(ground?.doNoHarm),
    checkedOn: checked(card),
  };
}

function checked({ checkedOn }: Card): Day | undefined {
  return checkedOn === null ? undefined : dayFrom(checkedOn);
}

function unanswered(codes: readonly Grievance[], lang: Lang): AdviceCard {
  return {
    id: "lawyer",
    kind: "lawyer",
    grievances: codes,
    title: adviceWords.askLawyer[lang],
    says: adviceWords.passedOn[lang],
    saysInRussian: adviceWords.passedOn.ru,
    never: adviceWords.noGuess[lang],
    facts: [],
    laws: [],
    basis: [],
    routes: [],
    strength: undefined,
    harm: undefined,
    checkedOn: undefined,
  };
}
