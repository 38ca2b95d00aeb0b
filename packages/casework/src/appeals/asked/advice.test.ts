import { expect, test } from "vitest";

import ru from "../../../packs/ru.json" with { type: "json" };
import { codesOf, grievances } from "../../words/vocabularies.ts";
import { langs } from "../../words/vocabulary.ts";
import { loadPack } from "../pack/load.ts";
import { answerAdvice } from "./advice.ts";
import type { AppealsOffice } from "./office.ts";

function officeWith(json: unknown): Pick<AppealsOffice, "packs"> {
  const loaded = loadPack(json);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  const { pack } = loaded.value;
  return { packs: new Map([[pack.id, pack]]) };
}

const real = codesOf(grievances).filter((code) => code !== "unknown" && code !== "refused");

test("every grievance has exactly one card: an answer of the pack, conduct, or an honest ask the lawyer", () => {
  for (const lang of langs) {
    const { cards } = answerAdvice(officeWith(ru), { type: "Advice", lang });
    for (const code of real) {
      const of = cards.filter((card) => card.grievances.includes(code));
      expect(of, code).toHaveLength(1);
      const [card] = of;
      expect(card?.says.length, code).toBeGreaterThan(60);
      // An answer stands on something that can be looked up; whoever has nothing to stand on says so.
      expect((card?.laws.length ?? 0) + (card?.basis.length ?? 0) > 0, code).toBe(card?.kind === "answer");
    }
  }
});

test("what is read out is plain: no articles, no more than a breath or five", () => {
  const { cards } = answerAdvice(officeWith(ru), { type: "Advice", lang: "ru" });
  for (const { says, id } of cards) {
    expect(says, id).not.toMatch(/ФЗ|УПК|КАС|КоАП|стать[яиею]|\bп\.|§/u);
    expect(
      says.split(/[.?!:;]\s/u).every((sentence) => sentence.split(" ").length <= 32),
      id,
    ).toBe(true);
    expect(says.length, id).toBeLessThanOrEqual(420);
  }
});

test("no card pretends that a lawyer has read it", () => {
  const { cards } = answerAdvice(officeWith(ru), { type: "Advice", lang: "ru" });
  expect(cards.filter(({ checkedOn }) => checkedOn !== undefined)).toEqual([]);
  const checked = {
    ...ru,
    cards: ru.cards.map((card, n) => (n === 0 ? { ...card, checkedOn: "2026-11-20" } : card)),
  };
  expect(answerAdvice(officeWith(checked), { type: "Advice", lang: "ru" }).cards[0]?.checkedOn).toBe(
    "2026-11-20",
  );
});

test("a pack without cards answers nothing, and says so for every grievance", () => {
  const { cards } = answerAdvice(officeWith({ ...ru, cards: [] }), { type: "Advice", lang: "uk" });
  expect(cards).toHaveLength(1);
  expect(cards[0]?.kind).toBe("lawyer");
  expect(cards[0]?.grievances).toEqual(real);
});

test("a card that rests on nothing, or on what the pack does not hold, makes the pack unusable", () => {
  const withCard = (card: object) => loadPack({ ...ru, cards: [{ ...ru.cards[0], ...card }] });
  expect(withCard({}).ok).toBe(true);
  expect(withCard({ rules: ["no-such-rule"] }).ok).toBe(false);
  expect(withCard({ kind: "lawyer" }).ok).toBe(false);
  expect(withCard({ grievances: ["Q9"] }).ok).toBe(false);
  expect(loadPack({ ...ru, cards: [ru.cards[0], ru.cards[0]] }).ok).toBe(false);
});
