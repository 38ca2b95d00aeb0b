import fc from "fast-check";
import { expect, test } from "vitest";

import type { NewId } from "./id.ts";
import { newNumber, numberSymbols, numberToText, readNumber } from "./number.ts";

const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const number = id.map((text) => newNumber((() => text) as NewId));
const seed = { seed: 2022 };

test("a fresh number reads back, also in halves and in Cyrillic letters", () => {
  fc.assert(
    fc.property(number, (made) => {
      expect(readNumber(made)).toBe(made);
      expect(readNumber(` ${numberToText(made).toLowerCase()} `)).toBe(made);
      const cyrillic = made.replace(/[ABEKMHPCTYX]/g, (letter) =>
        "АВЕКМНРСТУХ".charAt("ABEKMHPCTYX".indexOf(letter)),
      );
      expect(readNumber(cyrillic)).toBe(made);
    }),
    seed,
  );
});

test("one wrong symbol is always noticed", () => {
  fc.assert(
    fc.property(number, fc.nat(7), fc.constantFrom(...numberSymbols.split("")), (made, place, symbol) => {
      fc.pre(made[place] !== symbol);
      expect(readNumber(made.slice(0, place) + symbol + made.slice(place + 1))).toBeUndefined();
    }),
    seed,
  );
});

test("two neighbours swapped are always noticed", () => {
  fc.assert(
    fc.property(number, fc.nat(6), (made, place) => {
      const [one, other] = [made.charAt(place), made.charAt(place + 1)];
      fc.pre(one !== other);
      expect(readNumber(made.slice(0, place) + other + one + made.slice(place + 2))).toBeUndefined();
    }),
    seed,
  );
});

test("every single slip in one number, all 160 of them", () => {
  const made = newNumber((() => "QWxsIHRoZSBpZHMgYXJlIQ") as NewId);
  for (let place = 0; place < made.length; place += 1) {
    for (const symbol of numberSymbols) {
      if (symbol !== made[place])
        expect(readNumber(made.slice(0, place) + symbol + made.slice(place + 1))).toBeUndefined();
    }
  }
});

test("what is no number is none", () => {
  expect(readNumber("")).toBeUndefined();
  expect(readNumber("мама Игоря")).toBeUndefined();
});
