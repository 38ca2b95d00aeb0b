/** An index whose names were read by somebody else, against one that read them itself. */
import { expect, test } from "vitest";

import { openNamesAhead, openNamesReader } from "./names-ahead.ts";
import { openNamesStore, openVocabulary } from "./names-store.ts";
import { namesIn, openReportIndex, type RawReport, type ReportIndex } from "./report-index.ts";

const surnames =
  "Иванов Иванова Ковальчук Салчак Магомедов Пахомова Мусин-Пушкин Бадмаев Sviridov Kavalchuk Гогичаты Ондар Шевченко Абрамович Сат";
const givens = "Иван Саша Евгений Магомед Адыг-оол Nikolai Дашидоржи Ваня И. Рашид Буян Слава";
const fathers = "Иванович Николаевна Magomedovich Саныч Вагиф-оглы В. Дамдинжапович";
const [family, given, father] = [surnames, givens, fathers].map((words) => words.split(" "));
const at = (words: readonly string[] | undefined, place: number): string =>
  words?.[place % words.length] ?? "";

/** Every way round, run together, with a note, on the wrong layout, and some of nobody. */
function nameAt(n: number): string {
  const [s, g, p] = [at(family, n * 7), at(given, n * 5 + (n >> 3)), at(father, n * 3 + (n >> 2))];
  const ways = [
    `${s} ${g} ${p}`,
    `${g} ${s}`,
    `${g} ${p}`,
    `${s}${g}${p}`.toLowerCase(),
    `рядовой ${s} ${g} (позывной Кит)`,
    `${s} ${at(family, n)} ${g} ${p} ${at(given, n)}`,
    "Bdfyjd Cthutq",
    "",
  ];
  return at(ways, n + (n >> 4));
}

const reports = Array.from({ length: 520 }, (_, n): RawReport => ({
  name: nameAt(n),
  alsoNamed: n % 9 === 0 ? [nameAt(n + 1), nameAt(n + 2)] : [],
  birth: n % 3 === 0 ? `${1 + (n % 28)}.05.${1980 + (n % 20)}` : "",
  region: n % 2 === 0 ? "Бурятия" : "",
  unit: "",
  phone: n % 4 === 0 ? `+7900${1_000_000 + (n % 90)}` : "",
  caller: n % 2 === 0 ? nameAt(n + 5) : "",
  relation: n % 3 === 0 ? "мать" : "брат",
}));

function readHere(): ReportIndex {
  const index = openReportIndex();
  for (const [row, raw] of reports.entries()) index.put(row, raw);
  index.settle();
  return index;
}

function readElsewhere(portion: number): ReportIndex {
  const index = openReportIndex();
  const ahead = openNamesAhead(index.roster.vocabulary);
  const reader = openNamesReader();
  for (let from = 0; from < reports.length; from += portion) {
    const some = reports.slice(from, from + portion);
    const read = reader.read(some.map((raw) => ({ names: namesIn(raw), caller: raw.caller })));
    // As it comes out of another worker.
    ahead.take(structuredClone(read));
    // One in ten the index reads itself, as it does when a card has changed meanwhile.
    for (const [place, raw] of some.entries()) {
      const row = from + place;
      index.put(row, raw, row % 10 === 7 ? undefined : ahead.at(row));
    }
  }
  index.settle();
  return index;
}

test("an index that takes names read ahead finds the same, with the same weights, as one that reads them itself", () => {
  const here = readHere();
  for (const elsewhere of [readElsewhere(1_000), readElsewhere(37)]) {
    for (const raw of reports.filter((_, n) => n % 13 === 0)) {
      expect(elsewhere.search(raw, 20)).toEqual(here.search(raw, 20));
      expect(elsewhere.roster.search(raw.name, 20)).toEqual(here.roster.search(raw.name, 20));
    }
    for (let row = 0; row < reports.length; row += 3) expect(elsewhere.report(row)).toEqual(here.report(row));
  }
  const misheard = { name: "Ковалчук Иван", birth: "", region: "Бурятия", unit: "", phone: "", caller: "" };
  expect(here.search(misheard, 5)).toHaveLength(5);
});

test("every word of a name comes across, however many it has", () => {
  const vocabulary = openVocabulary();
  const ahead = openNamesAhead(vocabulary);
  const texts = ["Иванов Шевченко Сергей Петрович Рашид", "Ондар Буян"];
  ahead.take(openNamesReader().read(texts.map((name) => ({ names: [name], caller: "" }))));
  const words = (place: number) =>
    ahead.at(place)?.map(({ surname, given, patronymic, others }) => [surname, given, patronymic, ...others]);
  const store = openNamesStore(vocabulary);
  for (const [place, name] of texts.entries())
    expect(words(place)).toEqual(
      store
        .read([name])
        .map(({ surname, given, patronymic, others }) => [surname, given, patronymic, ...others]),
    );
  expect(words(0)?.[0]).toHaveLength(5);
});

test("what has not come is not there", () => {
  const ahead = openNamesAhead(openReportIndex().roster.vocabulary);
  expect(ahead.at(0)).toBeUndefined();
  ahead.take(openNamesReader().read([{ names: [""], caller: "" }]));
  expect([ahead.at(0), ahead.at(1)]).toEqual([[], undefined]);
});
