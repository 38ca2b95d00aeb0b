import {
  cardOf,
  cardToPayload,
  decide,
  emptyDraft,
  foldSheet,
  momentOf,
  overviewOf,
  overviewPeriods,
  type Card,
  type CardAt,
  type DraftId,
  type FolderId,
  type MemberId,
  type SheetId,
} from "@answerable/casework";
import { expect, test } from "vitest";

import { openLikeness } from "../likeness/likeness.ts";
import { openRoster } from "../roster/roster.ts";
import { chanceOf } from "../testing/chance.ts";
import { answerOverview } from "./overview.ts";

const NOW = Date.UTC(2026, 10, 22, 12, 10);
const today = {
  now: momentOf(NOW),
  day: "2026-11-22",
  dueBy: 0,
  from: Date.UTC(2026, 10, 21, 21) / 60_000,
} as const;
const name22 = (text: string) => text.padEnd(22, "_");

/** Calls over two months: more and more of them, some of one unit. */
function manyCards(count: number): readonly { readonly folder: FolderId; readonly card: Card }[] {
  const chance = chanceOf(75);
  let ids = 0;
  return Array.from({ length: count }, (_, n) => {
    const folder = name22(`case${n}`) as FolderId;
    const began = momentOf(NOW - chance.below(60 * 24 * 60) * 60_000);
    const draft = {
      ...emptyDraft(name22(`draft${n}`) as DraftId, began),
      kind: "aboutSoldier" as const,
      callerName: "Анна",
      soldierName: `Тестов ${n}`,
      region: chance.pick(["Курская область", "RU-OMS", "Тверь", ""]),
      unit: chance.pick(["в/ч 98989", "98989, вторая рота", "в/ч 97979", "", "где-то под Курском"]),
      grievances: [chance.pick(["A1", "C1", "G1"] as const)],
      phones: [
        {
          raw: `+7900${1_000_000 + chance.below(count)}`,
          safeHours: "",
          mayLeaveMessage: "unasked",
          maySayWhoWeAre: "unasked",
        } as const,
      ],
    };
    const given = {
      folder: undefined,
      by: name22("nina") as MemberId,
      at: began,
      today: "2026-11-22" as never,
      newId: () => name22(`i${(ids += 1)}`) as never,
      shift: folder,
      shiftFolder: undefined,
    };
    const decided = decide(given, { type: "RecordCall", draft, case: folder });
    if (!decided.ok) throw new Error(decided.refusal.type);
    const file = foldSheet(undefined, folder, {
      id: name22(`s${n}`) as SheetId,
      number: 1,
      by: given.by,
      device: "device" as never,
      at: began,
      events: decided.value.events,
      unknown: 0,
    });
    if (!file) throw new Error("a call opens a case");
    return { folder, card: cardOf(file) };
  });
}

test("the quick overview says what the plain one says, for every period", () => {
  const cards = manyCards(400);
  const likeness = openLikeness(openRoster(name22("nina") as MemberId), name22("nina") as MemberId);
  for (const [n, { folder, card }] of cards.entries())
    likeness.roster.put(
      { folder, number: 1, place: n + 1, payload: { card: cardToPayload(card) } } as never,
      false,
    );
  const all: readonly CardAt[] = cards.map((one) => ({ ...one, soldier: one.folder }));
  for (const period of overviewPeriods) {
    const quick = answerOverview(likeness, { type: "Overview", period }, today as never);
    const plain = overviewOf(all, period, { now: NOW, dayBegan: today.from });
    const sorted = (answer: typeof plain) => ({
      ...answer,
      clusters: answer.clusters
        .map((one) => ({ ...one, unit: "", cases: [...one.cases].toSorted() }))
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    });
    expect(sorted(quick), period).toEqual(sorted(plain));
  }
  const month = overviewOf(all, "month", { now: NOW, dayBegan: today.from });
  // Two spellings of one unit are one cluster.
  expect(month.clusters.length).toBeGreaterThan(2);
});
