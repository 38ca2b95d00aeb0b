import type { IncomingRow } from "@answerable/casework";
import {
  blockKeys,
  compareAll,
  keysOfBlock,
  largestBlock,
  propose,
  rememberingComparer,
  weighNamed,
} from "@answerable/casework/people";
import { expect, test } from "vitest";

import type { Likeness } from "../likeness/likeness.ts";
import { chanceOf, type Chance } from "../testing/chance.ts";
import { drawnCard, type Drawn } from "../testing/likeness-at-scale.ts";
import { deskOf, me, type Desk } from "../testing/likeness-of.ts";
import type { LikeCase } from "./answers.ts";
import { likeCase, openLikely, type Likely } from "./likely.ts";

const surnames = ["Ковалёв", "Ковальчук", "Ондар", "Мамедов", "Савельев", "Савин", "Гаджиев", ""];
const givens = ["Иван", "Ваня", "Буян", "Рашид", "Сергей", "Серёжа", "Андрей", ""];
const fathers = ["Петрович", "Петровна", "Вагифович", "Иванович", ""];
const births = ["12.03.1991", "03.12.1991", "12.03.1981", "1991", "около 1990", ""];
const regions = ["Тыва", "Дагестан", "Бурятия", ""];
const units = ["в/ч 12345", "55 омсбр", "155 бригада морпехов", ""];
const phones = ["+7 900 000-00-01", "+7 900 000-00-02", "+7 900 000-00-03", ""];
const callers = ["Ковалёва Мария", "Иван Ковалёв", "Савельева Анна Петровна", "Ондар Аяна", ""];

function drawn(chance: Chance): Drawn {
  const words = [chance.pick(surnames), chance.pick(givens), chance.pick(fathers)];
  return {
    name: (chance.happens(0.2) ? words.toReversed() : words).filter((word) => word !== "").join(" "),
    birth: chance.pick(births),
    region: chance.pick(regions),
    unit: chance.pick(units),
    caller: chance.pick(callers),
    phone: chance.pick(phones),
  };
}

function lineOf({ name, birth, region, unit, caller, phone }: Drawn): IncomingRow {
  const told = { soldierName: name, birth, region, unit, callSign: "", dogTag: "", soldierPhone: "" };
  const said = { lastContact: "", callerName: caller, phones: phone === "" ? [] : [phone] };
  const rest = { summary: "", grievances: [], date: "" };
  return { at: 1, leaf: "", received: name, key: "", noted: [], told: { ...told, ...said, ...rest } };
}

const cardOf = (chance: Chance, at: number) => drawnCard(drawn(chance), me, at);
const cardsOf = (chance: Chance, count: number) =>
  Array.from({ length: count }, (_, at) => cardOf(chance, at));
const made = async (likely: Likely): Promise<Likely> => {
  await likely.make(async () => true);
  return likely;
};
/** As a screen shows it. */
const looked = (likeness: Likeness, likely: Likely) => {
  const of = likely.begin();
  return (line: IncomingRow): LikeCase | undefined => {
    const found = of(line);
    return found && likeCase(likeness, found);
  };
};

/** By the book: keys of all rows made anew, and every row that shares enough of them read and weighed whole. */
function likeliest(
  { index, caseCard }: Likeness,
  { told }: IncomingRow,
  keysOfRows: readonly ReadonlySet<string>[],
): LikeCase | undefined {
  const asked = index.read({
    name: told.soldierName,
    birth: told.birth,
    region: told.region,
    unit: told.unit,
    phone: [...told.phones, told.soldierPhone].join(", "),
    caller: told.callerName,
  });
  const shared = new Map<number, number>();
  for (const key of keysOfBlock(index.blockOf(asked))) {
    const rows = keysOfRows.flatMap((keys, row) => (keys.has(key) ? [row] : []));
    if (rows.length > largestBlock) continue;
    for (const row of rows) shared.set(row, (shared.get(row) ?? 0) + (key.startsWith("r") ? 2 : 1));
  }
  const rows = [...shared].filter(([, count]) => count > 1).toSorted((a, b) => b[1] - a[1]);
  const by = rememberingComparer(index.common.shares);
  let best: { readonly row: number; readonly bits: number; readonly isSure: boolean } | undefined;
  for (const [row] of rows.slice(0, 24)) {
    const other = index.report(row);
    const names = compareAll(asked.name.readings, other.name.readings, by);
    const weighed = weighNamed({ a: asked, b: other }, names, index.common);
    const { type } = propose(weighed, false);
    if ((type === "Same" || type === "Possibly") && weighed.bits > (best?.bits ?? 0))
      best = { row, bits: weighed.bits, isSure: type === "Same" };
  }
  const known = best && caseCard(best.row);
  if (!best || !known || known.card.isGone) return undefined;
  const { number, names, births: said } = known.card;
  return { case: known.case, number, name: names[0] ?? "", birth: said[0] ?? "", isSure: best.isSure };
}

test("whoever is left out for what the rest could give at the most would not have been the likeliest", async () => {
  for (const seed of [1, 2, 3]) {
    const chance = chanceOf(seed);
    const { likeness } = await deskOf(cardsOf(chance, 120));
    const of = looked(likeness, await made(openLikely(likeness)));
    const lines = Array.from({ length: 80 }, () => lineOf(drawn(chance)));
    const { index } = likeness;
    const keys = Array.from({ length: index.size() }, (_, row) => blockKeys(index, row));
    const found = lines.map(of);
    expect(found).toEqual(lines.map((line) => likeliest(likeness, line, keys)));
    expect(new Set(found.map((one) => one?.isSure))).toEqual(new Set([true, false, undefined]));
  }
});

test("keys that stand say the same as keys made anew, whatever came, changed or went meanwhile", async () => {
  const chance = chanceOf(4);
  const desk: Desk = await deskOf(cardsOf(chance, 60));
  const standing = await made(openLikely(desk.likeness));
  for (let round = 0; round < 4; round += 1) {
    for (let change = 0; change < 20; change += 1)
      desk.put(chance.below(90), {
        ...cardOf(chance, change),
        ...(chance.happens(0.2) ? { isGone: true } : {}),
      });
    if (round === 1) await standing.make(async () => false);
    const of = looked(desk.likeness, await made(standing));
    const anew = looked(desk.likeness, await made(openLikely(desk.likeness)));
    const lines = Array.from({ length: 60 }, () => lineOf(drawn(chance)));
    const found = lines.map(of);
    expect(found).toEqual(lines.map(anew));
    expect(found.some((one) => one !== undefined)).toBe(true);
  }
});

test("what she is to him counts: his mother's surname is his, and a neighbour's is not", async () => {
  const him = { name: "Ковальчук Буян Вагифович", birth: "12.03.1991", region: "Тыва" };
  const { likeness } = await deskOf([drawnCard({ ...him, unit: "", caller: "", phone: "" }, me, 0)]);
  const of = looked(likeness, await made(openLikely(likeness)));
  const heard = { name: "Буян", birth: "1991", region: "", unit: "", phone: "" };
  const line = lineOf({ ...heard, caller: "Ковальчук Анна" });
  const told = (relation: "mother" | "neighbour") => of({ ...line, told: { ...line.told, relation } });
  expect(told("mother")?.name).toBe("Ковальчук Буян Вагифович");
  expect(told("neighbour")).toBeUndefined();
});
