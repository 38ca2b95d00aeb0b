/** Names as families say them. Every name here is invented or a public spelling rule. */
import fc from "fast-check";
import { Schemas, translate } from "iuliia";
import { expect, test, vi } from "vitest";

import { decline } from "./decline.ts";
import { broad, fine } from "./fold.ts";
import {
  compareNames,
  coarseShares,
  explain,
  nameOf,
  nameReasons,
  normaliseName,
  openReportIndex,
  openRosterIndex,
  linkReports,
  propose,
  readSaidBirth,
  scoreOf,
  birthLikeness,
  weighReports,
  type Commonness,
  type SoldierReport,
} from "./index.ts";
import { surnameFarness } from "./likeness.ts";
import { partOf } from "./part.ts";

// Properties over many spellings: a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const surnames = [
  "Мухортов",
  "Цыренжапов",
  "Кравец",
  "Заболоцкий",
  "Ооржак",
  "Магомедалиев",
  "Шерстобитов",
  "Гайнутдинов",
  "Слепцов",
  "Бембеев",
  "Яременко",
  "Пасечник",
  "Щукин",
  "Юшкевич",
  "Хамзатов",
  "Абрамян",
];
const givens = [
  "Сергей",
  "Дмитрий",
  "Баир",
  "Айдыс",
  "Магомед",
  "Ильдар",
  "Николай",
  "Хусейн",
  "Айсен",
  "Евгений",
  "Григорий",
  "Юрий",
];
const fathers = [
  "Петрович",
  "Сергеевич",
  "Магомедович",
  "Доржиевич",
  "Ильич",
  "Юрьевич",
  "Андреевич",
  "Николаевич",
  "Ринатович",
];
const surname = fc.constantFrom(...surnames);
const given = fc.constantFrom(...givens);
const father = fc.constantFrom(...fathers);
const name = fc.tuple(surname, given, father);
const steady = { seed: 20221, numRuns: 150 };
const scoreNames = (a: string, b: string): number => scoreOf(bits(a, b));
const bits = (a: string, b: string): number => compareNames(nameOf(a), nameOf(b)).bits;

test("likeness is the same in both directions", () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(bits(a.join(" "), b.join(" "))).toBeCloseTo(bits(b.join(" "), a.join(" ")), 9);
    }),
    steady,
  );
});

test("the order of the words does not matter", () => {
  fc.assert(
    fc.property(name, ([family, own, of]) => {
      const straight = `${family} ${own} ${of}`;
      for (const turned of [`${own} ${of} ${family}`, `${own} ${family} ${of}`])
        expect(bits(straight, turned)).toBeGreaterThan(bits(straight, straight) - 4);
    }),
    steady,
  );
});

test("normalising what is normal changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), name, (noise, names) => {
      for (const text of [names.join(" "), `${names.join(" ")} (позывной Барс)`, `моб. ${names.join("")}`]) {
        const once = normaliseName(text).join(" ");
        expect(normaliseName(once).join(" ")).toBe(once);
      }
      // Noise may hide a rank behind a sign, and what is left after it is normal.
      const twice = normaliseName(normaliseName(noise).join(" ")).join(" ");
      expect(normaliseName(twice).join(" ")).toBe(twice);
    }),
    steady,
  );
});

test.each([
  ["Анджей Дуда", "Andrzej Sebastian Duda"],
  ["Ким Чен Ын", "Kim Jong-un"],
  ["Пан Ги Мун", "Ban Ki-moon"],
  ["Си Цзиньпин", "XI Jinping"],
  ["Башар Асад", "Bashar al-Assad"],
  ["Усама бен Ладен", "Osama bin Laden"],
  ["Николас Мадуро", "Nicolás Maduro Moros"],
  ["Ильхам Гейдар оглы Алиев", "Ilham Heydər oğlu Əliyev"],
  ["Хож-Магомед Вахаев", "VAKHAYEV Khozh Magomed"],
  ["Марат Бариев", "Marat Bariev"],
  ["Овик Абрамян", "Հովիկ Աբրահամյան"],
  ["Михаил Саакашвили", "მიხეილ სააკაშვილი"],
  ["Никита Хрущёв", "Hruštšov Nikita"],
])("%s is %s, however far the spelling came", (a, b) => {
  expect(compareNames(nameOf(a), nameOf(b)).bits).toBeGreaterThan(9);
});

test.each([
  ["Kim Jong Un", "Kim Jong Il"],
  ["Лех Качиньский", "Jarosław Kaczyński"],
  ["Delcy Rodriguez Gomez", "Jorge Rodriguez Gomez"],
  ["Гурбангулы Бердымухамедов", "Serdar Berdimuhamedov"],
])("%s is not %s", (a, b) => {
  expect(compareNames(nameOf(a), nameOf(b)).bits).toBeLessThan(5);
});

test.each([
  ["Мамедов Рашид оглы", "Мамедов Рашид"],
  ["Мамедов Рашид оглы", "Мамедов Рашид Алиевич"],
  ["Гусейнова Лейла кызы", "Гусейнова Лейла"],
  ["Aliyev Vagif oglu", "Алиев Вагиф"],
  ["Рашид Вагиф оглы", "Мамедов Рашид Вагифович"],
  ["салчакачытыкара-оолович", "Салчак Ачыты Кара-оолович"],
  ["сатбуянбайырович", "Сат Буян Байырович"],
  ["монгушкок-оолсылдысович", "Монгуш Кок-оол Сылдысович"],
])("%s: whose child is left unsaid, or all is run together, and it may still be %s", (a, b) => {
  expect(scoreNames(a, b)).toBeGreaterThan(0.9);
});

test.each(["Мар’яненко В’ячеслав", "Марʼяненко Вʼячеслав", "Мар＇яненко В`ячеслав", 'Мар"яненко В*ячеслав'])(
  "a Ukrainian apostrophe is one, by whatever key it was written: %s",
  (typed) => expect(normaliseName(typed)).toEqual(["мар'яненко", "в'ячеслав"]),
);

test("one word of a thousand letters is read at once and is nobody's name", () => {
  const began = performance.now();
  for (const word of ["иванов".repeat(200), "ivanov".repeat(200), `${"магомед-".repeat(150)}ович`])
    expect(scoreNames(word, "Иванов Магомед")).toBeLessThan(0.9);
  expect(performance.now() - began).toBeLessThan(2000);
});

test("folding twice is folding once", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...Array.from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў'")),
        maxLength: 14,
      }),
      (word) => {
        expect(fine(fine(word))).toBe(fine(word));
        expect(broad(broad(fine(word)))).toBe(broad(fine(word)));
      },
    ),
    { seed: 20222, numRuns: 500 },
  );
});

test("a surname declined in any case is still that surname", () => {
  for (const family of surnames)
    for (const inCase of ["genitive", "dative", "accusative", "instrumental", "prepositional"] as const)
      expect(
        surnameFarness(
          partOf(family.toLowerCase()),
          partOf(decline({ part: "surname", gender: "male", word: family }, inCase).toLowerCase()),
        ),
        `${inCase} of a test surname`,
      ).toBeLessThan(0.2);
});

test("every official Latin scheme leads back to the same man", () => {
  for (const family of surnames)
    for (const own of givens.slice(0, 4)) {
      const cyrillic = `${family} ${own}`;
      const said = nameOf(cyrillic);
      for (const scheme of Schemas.values())
        expect(compareNames(said, nameOf(translate(cyrillic, scheme))).bits, scheme.name).toBeGreaterThan(9);
    }
});

test.each([
  ["Зінченко Олександр", "ЗIНЧЕНКО ОЛЕКСАНДР"],
  ["Мухортов Сергей Петрович", "МухортовСергейПетрович"],
  ["Мухортов Сергей Петрович", "Ve[jhnjd Cthutq"],
  ["Мухортов Александр Иванович", "Саша Мухортов Иваныч"],
  ["Мухортову Сергею Петровичу", "Сережа Мухортов"],
  ["Походова Светлана", "Sviatlana PAKHODAVA"],
  ["Егоров Дмитрий", "Dzmitry IAHORAU"],
  ["Цыренов Жаргал", "Сыренов Джаргал"],
  ["Гаджиев Магомед", "Хаджиев Мухаммад"],
  ["Монгуш Буян Кара-оолович", "монгуш буян кара оолович"],
  ["Шевченко Николай", "6ev4enko Kolya"],
  ["Щербаков Евгений", "Schtscherbakow Jewgeni"],
  ["Жуков Сергей", "Joukov Sergueï"],
])("%s and %s are heard as one man", (a, b) => {
  expect(bits(a, b)).toBeGreaterThan(9);
});

test.each([
  ["Мухортов Сергей Петрович", "Мухортов Андрей Петрович"],
  ["Мухортов Сергей Петрович", "Белых Сергей Петрович"],
  ["Хасан Эдиев", "Хусейн Эдиев"],
  ["Иванов Иван Иванович", "Иванов Пётр Иванович"],
])("%s and %s are two men", (a, b) => {
  expect(bits(a, b)).toBeLessThan(7);
});

test("the reasons are said in words", () => {
  const like = compareNames(nameOf("Мухортав Серёжа"), nameOf("Мухортов Сергей Петрович"));
  expect(explain(nameReasons(like), "ru")).toBe(
    "фамилия: на слух то же; имя: уменьшительное; отчество: не указано",
  );
  expect(explain(nameReasons(like), "en")).toBe(
    "surname: sounds the same; given name: a short form; patronymic: not said",
  );
});

test("a birth date with one part wrong speaks for the man, a wholly different one against", () => {
  const like = (a: string, b: string) => birthLikeness(readSaidBirth(a), readSaidBirth(b));
  expect(like("08.03.01", "2001-03-08").level).toBe("same");
  expect(like("08.03.2001", "9.03.2001").level).toBe("oneOff");
  expect(like("08.03.2001", "03.08.2001").level).toBe("swapped");
  expect(like("8 марта 2001", "2001").level).toBe("year");
  expect(like("08.03.2001", "17.11.1984").bits).toBeLessThan(0);
});

const common: Commonness = { shares: coarseShares, casesOfPhone: () => 1, shareOfRegion: () => 0.02 };
const report = (text: string, birth = "", region?: string, phone?: string): SoldierReport => ({
  name: nameOf(text),
  birth: readSaidBirth(birth),
  region,
  unit: undefined,
  phones: phone === undefined ? [] : [phone],
  caller: undefined,
});

test("brothers from one house, and even twins, are proposed as brothers, never as one man", () => {
  const elder = report("Мухортов Сергей Петрович", "08.03.2001", "RU-BU", "9001234567");
  const brother = report("Мухортов Андрей Петрович", "11.05.1998", "RU-BU", "9001234567");
  const twin = report("Мухортов Андрей Петрович", "08.03.2001", "RU-BU", "9001234567");
  expect(propose(weighReports(elder, brother, common), false).type).toBe("Brother");
  expect(propose(weighReports(elder, twin, common), false).type).toBe("Brother");
});

test("a name alone, however full, only possibly makes one man, and with another birth it is a namesake", () => {
  const one = report("Мухортов Сергей Петрович");
  expect(propose(weighReports(one, one, common), false).type).toBe("Possibly");
  expect(
    propose(
      weighReports(
        report("Мухортов Сергей Петрович", "08.03.2001"),
        report("Мухортов Сергей Петрович", "30.11.1979"),
        common,
      ),
      false,
    ).type,
  ).toBe("Namesake");
});

test("a misheard name with the same birth and region is proposed as the same man", () => {
  const weighed = weighReports(
    report("Мухортов Сергей Петрович", "08.03.2001", "RU-BU"),
    report("Мухартаф Серёжа", "8.3.01", "RU-BU"),
    common,
  );
  expect(propose(weighed, false).type).toBe("Same");
});

test("no new fact undoes a remembered refusal", () => {
  fc.assert(
    fc.property(
      name,
      fc.constantFrom("", "2001", "08.03.2001"),
      fc.constantFrom(undefined, "RU-BU"),
      fc.constantFrom(undefined, "9001234567"),
      (names, birth, region, phone) => {
        const one = report(names.join(" "), birth, region, phone);
        expect(propose(weighReports(one, one, common), true).type).toBe("Refused");
      },
    ),
    steady,
  );
});

test("a roster finds a misspelt man, and finds him under his new name after his card changed", () => {
  const index = openRosterIndex();
  surnames.forEach((family, at) =>
    index.put(at, [`${family} ${givens[at % givens.length] ?? ""} ${fathers[at % fathers.length] ?? ""}`]),
  );
  index.settle();
  expect(index.search("Мухартов Серёжа", 3)[0]?.record).toBe(0);
  expect(index.search("Tsyrenzhapov Dmitrij", 3)[0]?.record).toBe(1);
  index.put(0, ["Мухортов Сергей Петрович", "Звонарёв Сергей"]);
  expect(index.search("звонарев сергей", 3)[0]?.record).toBe(0);
  expect(index.search("Мухортов", 3)[0]?.record).toBe(0);
  expect(index.search("", 3)).toEqual([]);
});

test("a full pass proposes the pair that is one man and nothing with strangers", () => {
  const index = openReportIndex();
  const raw = (text: string, birth: string) => ({
    name: text,
    birth,
    region: "Бурятия",
    unit: "",
    phone: "",
    caller: "",
  });
  index.put(0, raw("Мухортов Сергей Петрович", "08.03.2001"));
  index.put(1, raw("Мухортаву Серёже", "8.03.01"));
  index.put(2, raw("Слепцов Айсен Юрьевич", "17.11.1990"));
  index.settle();
  const links = [...linkReports(index, { least: 9 })];
  expect(links.map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
});

test("of compounds only the last part is declined, and what does not change stays", () => {
  expect(decline({ part: "given", gender: "male", word: "Кара-оол" }, "genitive")).toBe("Кара-оола");
  expect(decline({ part: "given", gender: "male", word: "Сайд-Магомед" }, "dative")).toBe("Сайд-Магомеду");
  expect(decline({ part: "given", gender: "male", word: "Турпал-Али" }, "instrumental")).toBe("Турпал-Али");
  expect(decline({ part: "surname", gender: "male", word: "Очир-Горяев" }, "dative")).toBe("Очир-Горяеву");
  expect(decline({ part: "surname", gender: "female", word: "Ооржак" }, "dative")).toBe("Ооржак");
  expect(decline({ part: "surname", gender: "male", word: "ШЕВЧЕНКО" }, "dative")).toBe("ШЕВЧЕНКО");
  expect(decline({ part: "surname", gender: "male", word: "МУХОРТОВ" }, "dative")).toBe("МУХОРТОВУ");
  expect(decline({ part: "patronymic", gender: "male", word: "Гасан оглы" }, "genitive")).toBe("Гасан оглы");
});

test.each([
  ["male", "Козёл", "Козла"],
  ["male", "Ремень", "Ремня"],
  ["male", "Берия", "Берии"],
  ["female", "Берия", "Берии"],
  ["male", "Рева", "Ревы"],
  ["male", "Черных", "Черных"],
  ["female", "Шевчук", "Шевчук"],
  ["male", "Римский-Корсаков", "Римского-Корсакова"],
  ["male", "Кравец", "Кравца"],
  ["male", "Тер-Петросян", "Тер-Петросяна"],
] as const)("of a %s, %s becomes %s", (gender, word, genitive) => {
  expect(decline({ part: "surname", gender, word }, "genitive")).toBe(genitive);
});
