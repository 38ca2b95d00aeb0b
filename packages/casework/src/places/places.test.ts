/** Regions as people write them. */
import { expect, test } from "vitest";

import { regionLabel, regionOf, regionRows } from "./index.ts";

test.each([
  ["респ. Бурятия", "RU-BU"],
  ["из Бурятии", "RU-BU"],
  ["г. Улан-Удэ", "RU-BU"],
  [",ehznbz", "RU-BU"],
  ["Тыва", "RU-TY"],
  ["Тува", "RU-TY"],
  ["КБР", "RU-KB"],
  ["Питер", "RU-SPE"],
  ["Кубань", "RU-KDA"],
  ["с Кубани", "RU-KDA"],
  ["с Сахалина", "RU-SAK"],
  ["Куйбышевская обл", "RU-SAM"],
  ["Моск. обл.", "RU-MOS"],
  ["Москва", "RU-MOW"],
  ["ЯНАО", "RU-YAN"],
  ["ЛНР", "UA-09"],
  ["Донецкая область", "UA-14"],
  ["Крым", "UA-43"],
  ["Севастополь", "UA-40"],
  ["Дагистан", "RU-DA"],
  ["Алтай край", "RU-ALT"],
  ["Горный Алтай", "RU-AL"],
  ["Kyiv", "UA-30"],
  ["Київська область", "UA-32"],
  ["Сев. Осетия", "RU-SE"],
  ["Саха (Якутия)", "RU-SA"],
  ["Нижний Новгород", "RU-NIZ"],
  ["Харківщина", "UA-63"],
  ["Донецк, Ростовская обл.", "RU-ROS"],
  ["Свердл. обл.", "RU-SVE"],
  ["Комсомольск-на-Амуре", "RU-KHA"],
  ["Тюменская обл., ЯНАО", "RU-YAN"],
  ["Алт. край", "RU-ALT"],
  ["Респ. Алт.", "RU-AL"],
  ["Володимирська область", "RU-VLA"],
  ["Сталинград", "RU-VGG"],
  ["Горький", "RU-NIZ"],
  ["Чкаловская область", "RU-ORE"],
  ["Ворошиловград", "UA-09"],
  ["Агинский Бурятский автономный округ", "RU-ZAB"],
  ["Усть-Ордынский Бурятский округ", "RU-IRK"],
  ["Корякский автономный округ", "RU-KAM"],
  ["Республика Бурятия", "RU-BU"],
  ["АР Крим", "UA-43"],
  ["Крым, г. Севастополь", "UA-40"],
  ["Донецкая Народная Республика", "UA-14"],
])("%s is %s", (said, code) => {
  expect(regionOf(said)).toBe(code);
});

test.each([
  "Алтай",
  "Советский район",
  "не знаю",
  "",
  "Сибирь",
  "Казахстан",
  "Абхазия",
  "Приднестровье",
  "Paris, France",
  "Тбилиси",
  "🙂🙂",
  "область",
  "Донбасс",
  "Южная Осетия",
  "Октябрьский",
  "Кировск",
  "служит в Белгороде, сам из Читы",
])("%s is left unsaid rather than guessed", (said) => {
  expect(regionOf(said)).toBeUndefined();
});

test("every region is found under each of its own labels", () => {
  for (const row of regionRows())
    for (const language of ["ru", "uk", "en"] as const)
      expect(regionOf(regionLabel(row.code, language) ?? ""), `${row.code} ${language}`).toBe(row.code);
});

const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ая область$/u, ["ой области", "ую область", "ой областью", "ая обл.", "ой обл"]],
  [/ий край$/u, ["ого края", "ому краю", "им краем", "ом крае", "ий кр."]],
  [/ая Республика$/u, ["ой Республики", "ой республике", "ую Республику", "ая респ."]],
  [/ська область$/u, ["ської області", "ській області", "ську область", "ська обл."]],
];

test("every region of an adjective is found in every case and abbreviation", () => {
  let said = 0;
  for (const row of regionRows())
    for (const language of ["ru", "uk"] as const) {
      const label = regionLabel(row.code, language) ?? "";
      for (const [ending, others] of endings)
        for (const other of ending.test(label) ? others : []) {
          const declined = label.replace(ending, other);
          said += 1;
          expect([declined, regionOf(declined)]).toEqual([declined, row.code]);
          expect([declined, regionOf(`из ${declined}`)]).toEqual([declined, row.code]);
        }
    }
  expect(said).toBeGreaterThan(300);
});

test("every region is found under its code, however it is written", () => {
  const rows = regionRows();
  expect(rows.length).toBeGreaterThanOrEqual(83 + 27);
  for (const { code } of rows)
    for (const written of [code, code.toLowerCase(), code.replace("-", " "), ` ${code} `])
      expect([written, regionOf(written)]).toEqual([written, code]);
});
