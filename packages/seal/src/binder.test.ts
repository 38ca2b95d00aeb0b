import {
  Binder,
  fromText,
  fromUtf8,
  toText,
  utf8,
  type DeskId,
  type Epoch,
  type FolderId,
  type Place,
} from "@answerable/wire";
import fc from "fast-check";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";

import { openBinder, openBinderTexts, openCard, sealBinder, sealCard, type BoundCard } from "./index.ts";
import { first, helpline, named } from "./testing/helpline.ts";

const second = 2 as Epoch; // makes the brand

let house: Awaited<ReturnType<typeof helpline>>;
beforeAll(async () => {
  house = await helpline("bound things");
});

const bodyLength = (body: string) => fromText(body).length - 24 - 16;

function flipped(text: string, bit: number): string {
  const bytes = fromText(text);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return toText(bytes);
}

describe("a binder", () => {
  const cards = (count: number): readonly BoundCard[] =>
    Array.from({ length: count }, (_, at) => ({
      folder: named<FolderId>(`folder ${at}`),
      number: 1 + (at % 7),
      place: (at + 1) as Place, // makes the brand
      card: { name: `person ${at}`, list: [at, null, "Ё"] },
    }));
  const binding = (some: readonly BoundCard[]) =>
    sealBinder({ keys: house.keys, n: 1, of: 4, covers: 99, cards: some, random: house.random });

  test("gives back every card, in buckets of 4 KiB", () => {
    for (const count of [0, 1, 250, 1_000]) {
      const binder = v.parse(Binder, JSON.parse(JSON.stringify(binding(cards(count)))));
      expect(openBinder(house.keys, binder)).toEqual(cards(count));
      expect(bodyLength(binder.body) % 4096).toBe(0);
      expect(bodyLength(binder.body)).toBeGreaterThan(0);
    }
  });

  test("gives every card as its text and as its bytes, whatever stands in it", () => {
    const any = fc.array(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), { maxLength: 8 });
    fc.assert(
      fc.property(any, (values) => {
        const bound = cards(values.length).map((one, at) => ({ ...one, card: values[at] }));
        // What JSON makes of it: minus zero is zero.
        const said = JSON.parse(JSON.stringify(bound)) as readonly BoundCard[]; // written in this line
        const texts = openBinderTexts(house.keys, binding(bound));
        expect(
          texts.map(({ folder, number, place, text }) => ({
            folder,
            number,
            place,
            card: JSON.parse(text) as unknown,
          })),
        ).toEqual(said);
        for (const { text, bytes } of texts) expect(fromUtf8(bytes)).toBe(text);
      }),
      { seed: 31, numRuns: 100 },
    );
  });

  test("whose cards are no objects is read the long way, to the same texts", () => {
    const bound = cards(3).map((one, at) => ({ ...one, card: [null, "Ё", 3][at] }));
    const texts = openBinderTexts(house.keys, binding(bound));
    expect(texts.map(({ text }) => text)).toEqual(["null", '"Ё"', "3"]);
    expect(texts.map(({ bytes }) => fromUtf8(bytes))).toEqual(["null", '"Ё"', "3"]);
  });

  test("moved, damaged or given as a card does not open", () => {
    const binder = binding(cards(3));
    const moves: readonly Partial<Binder>[] = [
      { n: 2 },
      { of: 8 },
      { covers: 100 },
      { epoch: second },
      { desk: named<DeskId>("other") },
      { body: flipped(binder.body, 1_000) },
      {
        body: sealCard({
          keys: house.keys,
          folder: named<FolderId>("card"),
          number: 1,
          payload: utf8("[]"),
          random: house.random,
        }).body,
      },
    ];
    for (const move of moves)
      expect(() => openBinder(house.keys, { ...binder, ...move })).toThrow("damaged: body");
    const card = {
      v: 1,
      desk: house.desk,
      folder: named<FolderId>("card"),
      number: 1,
      epoch: first,
    } as const;
    expect(() => openCard(house.keys, { ...card, body: binder.body })).toThrow("damaged: body");
  });

  test("holding what is no card is damaged", () => {
    const wrong = (card: object) => binding([card as BoundCard]);
    const good = { folder: named<FolderId>("x"), number: 1, place: 1, card: null };
    expect(openBinder(house.keys, wrong(good))).toEqual([good]);
    for (const bad of [
      { ...good, folder: "short" },
      { ...good, number: 0 },
      { ...good, place: 1.5 },
      { ...good, card: undefined },
    ]) {
      expect(() => openBinder(house.keys, wrong(bad))).toThrow("damaged: binder");
      expect(() => openBinderTexts(house.keys, wrong(bad))).toThrow("damaged: binder");
    }
  });
});
