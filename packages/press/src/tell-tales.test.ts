import { describe, expect, test } from "vitest";

import { tellTalesIn } from "./tell-tales.ts";

// Names and numbers invented.
const about = { of: "C1", officials: ["Иван Начальников"], places: [], coarse: false, unit: false };
const found = (words: string, more: Partial<Parameters<typeof tellTalesIn>[0]> = {}) =>
  tellTalesIn({ ...about, words: { ru: words }, ...more }).map(({ what, found }) => [what, found]);

describe("words about to be printed", () => {
  test("name a soldier, in whatever case", () => {
    expect(found("мать ищет Сергея Бельчугина")).toEqual([["name", "Сергея Бельчугина"]]);
  });
  test("may name who is in office, declined", () => {
    expect(found("письмо послали Ивану Начальникову")).toEqual([]);
  });
  test("hold a telephone", () => {
    expect(found("звоните +7 (900) 000-00-01")).toEqual([["telephone", "+7 (900) 000-00-01"]]);
  });
  test("hold no telephone where they hold a figure", () => {
    expect(found("призвали 200 000 мужчин, из них 50 000 уже в боях")).toEqual([]);
  });
  test("hold an address", () => {
    expect(found("пишите на nobody@line.example")).toEqual([["address", "nobody@line.example"]]);
  });
  test("name a village where the region is printed", () => {
    const village = {
      id: "pl:1",
      level: "locality",
      label: "near Выдумкино",
      publishAs: "pl:2",
      printed: { ru: "Тульская область" },
    };
    expect(found("они стоят у Выдумкино", { places: [village], coarse: true })).toEqual([
      ["place", "выдумкино"],
    ]);
  });
  test("date a unit", () => {
    expect(found("6 ноября бригада была там", { unit: true })).toEqual([["dated unit", "6 ноября"]]);
  });
  test("turn a line around with signs that nobody sees", () => {
    expect(found("ничего\u202eтут", {})).toEqual([["hidden signs", "ничего\u202eтут"]]);
  });
});
