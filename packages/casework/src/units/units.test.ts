/** Units as they are said. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { knownThrough, readUnit, scoreUnits, unitLikeness } from "./index.ts";

test.each([
  ["в/ч 30926", "вч30926"],
  ["155 обрмп", "сто пятьдесят пятая бригада морской пехоты"],
  ["155-я отдельная гвардейская бригада морской пехоты", "155 obrmp"],
  ["15 гв. мсп", "в пятнадцатом мотострелковом полку"],
  ["155th Naval Infantry Brigade", "155 обрмп"],
  ["2 батальон 488 мсп", "488-й гвардейский мотострелковый полк"],
  ["1 гв ТА", "1-я гвардейская танковая армия"],
  ["БАРС-13", "барс 13"],
  ["93 ОМБр", "дев'яносто третя окрема механізована бригада"],
  ["А1234", "в/ч А-1234"],
  ["1431 мсп", "тысяча четыреста тридцать первый мотострелковый полк"],
  ["22 обр СпН", "22-я отдельная бригада специального назначения"],
  ["ЧВК Вагнер", "вагнера"],
  ["1/488 мсп", "488-й мотострелковый полк"],
  ["110-та окрема бригада територіальної оборони", "110 ОБр ТрО"],
  ["59-та окрема мотопіхотна бригада", "59 омпбр"],
  ["141 полк Росгвардии", "полк имени Кадырова"],
  ["в.ч. п.п. 41680", "войсковая часть 41680-А"],
  ['полк "Север" Ахмат', "Север-Ахмат"],
  ["56 ДШБ", "56 одшбр"],
  ["56 дшб", "56 отдельный десантно-штурмовой батальон"],
  ["155 бмп", "155-я бригада морской пехоты"],
  ["136 мсб", "136 омсбр"],
  ["30 обрхбз", "30 бригада РХБЗ"],
  ["385 габр", "385 гвардейская артбригада"],
  ["29 жбр", "29-я железнодорожная бригада"],
  ["19 овбр", "19 вертолётная бригада"],
])("%s is %s", (a, b) => {
  expect(scoreUnits(a, b)).toBeGreaterThanOrEqual(0.75);
});

test.each([
  ["15 мсп", "15 омсбр"],
  ["30926", "30962"],
  ["76 дшд", "106 вдд"],
  ["1 батальон 15 мсп", "1 батальон 16 мсп"],
  ["БАРС-13", "БАРС-15"],
  ["234 дшп 76 дшд", "237 дшп 76 дшд"],
  ["15 омсбр", "115 омсбр"],
  ["1/488 мсп", "1-й армейский корпус"],
  ["Ахмат", "Север-Ахмат"],
  ["7 погранотряд", "7-я военная база"],
  ["56 дшб", "56 дшп"],
  ["2 мсб 15 мсп", "2 мсб 16 мсп"],
  ["5 мсб", "5 омсбр"],
])("%s is not %s", (a, b) => {
  expect(scoreUnits(a, b)).toBeLessThan(0.5);
});

test("two numbers are never likened", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1999 }),
      fc.integer({ min: 1, max: 1999 }),
      fc.constantFrom("мсп", "омсбр", "тп", "дшп"),
      (a, b, kind) => {
        expect(scoreUnits(`${a} ${kind}`, `${b}-й ${kind}`) >= 0.75).toBe(a === b);
      },
    ),
    { seed: 20223 },
  );
});

test("anything at all can be read", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) =>
      readUnit(text).mentions.every((mention) => mention.number >= 0),
    ),
    { seed: 20224 },
  );
});

test("a desk's own link makes a number known by its name, until it is withdrawn", () => {
  const link = {
    one: "в/ч 12345",
    other: "15 мсп",
    source: "an operator of the desk",
    standing: "stands",
  } as const;
  const asked = readUnit("12345");
  expect(unitLikeness(asked, readUnit("15-й мотострелковый полк"))).toBeUndefined();
  expect(unitLikeness(knownThrough(asked, [link]), readUnit("15-й мотострелковый полк"))).toBe(1);
  expect(
    unitLikeness(
      knownThrough(asked, [{ ...link, standing: "withdrawn" }]),
      readUnit("15-й мотострелковый полк"),
    ),
  ).toBeUndefined();
});
