/** Names read in a second worker, which here is a function that answers a little later, or never. */
import { cardToPayload, type CaseCard } from "@answerable/casework";
import { openNamesReader, type ToRead } from "@answerable/casework/people";
import { expect, test } from "vitest";

import { openRoster } from "../roster/roster.ts";
import { cardWith } from "../testing/a-card.ts";
import { built, caseAt, me } from "../testing/likeness-of.ts";
import { openLikeness, type Likeness } from "./likeness.ts";
import type { NamesWorker } from "./reading-ahead.ts";

const surnames = ["Ковалёв", "Бадмаев", "Ондар", "Шевченко", "Салчак", "Магомедов", "Тестов"];
const givens = ["Иван", "Очир", "Мерген", "Остап", "Магомед"];
const names = Array.from({ length: 1_100 }, (_, n) => `${surnames[n % 7] ?? ""} ${givens[n % 5] ?? ""}`);
const cardOf = (name: string): CaseCard => cardWith({ names: [name] });

/** `dies` after so many portions. */
function workers(dies = Infinity) {
  const told = { started: 0, portions: 0, ended: 0 };
  const start = (): NamesWorker => {
    told.started += 1;
    const reader = openNamesReader();
    let hear: (event: { readonly data: unknown }) => void = () => undefined;
    let fail = (): void => undefined;
    return {
      postMessage(portion: readonly ToRead[]) {
        told.portions += 1;
        const isDead = told.portions > dies;
        const read = reader.read(structuredClone(portion));
        setImmediate(() => (isDead ? fail() : hear({ data: structuredClone(read) })));
      },
      addEventListener(type: "message" | "error", listener: typeof hear) {
        if (type === "message") hear = listener;
        else fail = () => listener({ data: undefined });
      },
      terminate() {
        told.ended += 1;
      },
    };
  };
  return { told, start };
}

function loaded(count: number, start?: () => NamesWorker): Likeness {
  const likeness = openLikeness(openRoster(me), me, start);
  for (const [at, name] of names.slice(0, count).entries()) put(likeness, { at, number: 1, name });
  return likeness;
}

function put(likeness: Likeness, { at, number, name }: { at: number; number: number; name: string }): void {
  const payload = { by: me, name: "Вера", card: cardToPayload(cardOf(name)) };
  likeness.roster.put({ folder: caseAt(at), number, place: at + 1, payload }, false);
}

const answersOf = ({ index }: Likeness): unknown =>
  names.filter((_, n) => n % 130 === 0).map((name) => index.roster.search(name, 10));

test("a desk of many cards answers the same whether one worker reads its names or two, or the second dies", async () => {
  const alone = loaded(names.length);
  await built(alone);
  const wanted = answersOf(alone);
  const [two, dying] = [workers(), workers(1)];
  const beside = loaded(names.length, two.start);
  await built(beside);
  expect(answersOf(beside)).toEqual(wanted);
  expect(two.told).toEqual({ started: 1, portions: 2, ended: 1 });
  const bereft = loaded(names.length, dying.start);
  await built(bereft);
  expect(answersOf(bereft)).toEqual(wanted);
  expect(dying.told.ended).toBe(1);
});

test("a name that changed after it was sent is the one that counts", async () => {
  const { start } = workers();
  const likeness = loaded(1_080, start);
  put(likeness, { at: 3, number: 2, name: "Зябликов Остап" });
  const building = built(likeness);
  // When all are sent, and before its turn.
  put(likeness, { at: 1_050, number: 2, name: "Дроздов Остап" });
  await building;
  const found = (name: string) => likeness.index.roster.search(name, 3).map(({ record }) => record);
  expect([found("Зябликов Остап")[0], found("Дроздов Остап")[0]]).toEqual([3, 1_050]);
});

test("a small desk starts no second worker, and one that is stopped ends it", async () => {
  const small = workers();
  await built(loaded(900, small.start));
  expect(small.told.started).toBe(0);
  const stopped = workers();
  loaded(1_010, stopped.start).stop();
  expect(stopped.told).toEqual({ started: 1, portions: 1, ended: 1 });
});
