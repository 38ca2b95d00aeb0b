import { declined, misheard, patronymicOf } from "./grammar.mjs";
/** The bench's own soldiers and what becomes of them on the telephone. Everything is drawn from one seed. */
import { callers, groups } from "./inventories.mjs";
import {
  inAdHocLatin,
  inBelarusian,
  inOfficialLatin,
  inUkrainian,
  onWrongLayout,
  withHomoglyphs,
} from "./spellings.mjs";

export function openRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (p) => next() < p,
    below: (n) => Math.floor(next() * n),
  };
}

/** Common names are common: the first of a list come up more often. */
function skewed(random, list) {
  return list[Math.floor(list.length * random.next() ** 1.7)];
}

const rareStems =
  "аба ара бала бара була бары бере боро бузу вале вара веде виле воло вору гала гара горо гуле дара деме доло дуды дюже ела жала желе жига завья зама зеле зубо изма кала кара кисе кобы коло копы кура лада лато леле липа лобо луго мала марты мелю мину моло мура наго неве нико оба ожо ола оси пала пере пило пого прохо пузы рада ратно рого рубе садо само селе сиво скоро соло стара суха тала тере тиха толо тру уга ула фара хала хлебо хоро цара чала черно чува шала шеле шило шума щеде юра яку ясне".split(
    " ",
  );
const rareMiddles =
  "б бр в г гл д дн ж жн з зл к кл л м мш н нк п р рг рд рк рт рш с ск ст т тк х хл ц ч ш шк щ".split(" ");
const rareTails = {
  russian: ["ов", "ин", "ев", "ов", "анов", "ухин", "ихин", "овский"],
  ukrainian: ["енко", "ук", "юк", "ик", "ский", "ченко"],
  belarusian: ["евич", "ович", "енок", "ик", "ский"],
};
/** Half of all surnames are rare ones: made of syllables, or of a given name of the group. */
function rareSurname(random, list) {
  const group = Object.keys(groups).find((name) => groups[name] === list);
  const tails = rareTails[group];
  if (tails) {
    const stem = random.pick(rareStems) + random.pick(rareMiddles);
    return stem.charAt(0).toUpperCase() + stem.slice(1) + random.pick(tails);
  }
  const name = random.pick(list.givens).full.replace(/-/gu, "").toLowerCase();
  const other = random.chance(0.4) ? random.pick(list.givens).full.replace(/-/gu, "").toLowerCase() : "";
  const joined = (name + other).replace(/[йь]$/u, "");
  return joined.charAt(0).toUpperCase() + joined.slice(1) + (/[аеиоуыэюя]$/u.test(joined) ? "ев" : "ов");
}

export function drawSoldier(random) {
  let at = random.next();
  let group = "russian";
  for (const [name, { share }] of Object.entries(groups)) {
    at -= share;
    if (at < 0) {
      group = name;
      break;
    }
  }
  const list = groups[group];
  const given = skewed(random, list.givens);
  return {
    group,
    surname: random.chance(0.3) ? rareSurname(random, list) : skewed(random, list.surnames),
    given: given.full,
    short: given.short,
    father: skewed(random, list.givens).full,
    birth: { year: 1970 + random.below(36), month: 1 + random.below(12), day: 1 + random.below(28) },
    region: random.pick(list.regions),
    unit: drawUnit(random),
    phones: [],
  };
}

const kinds = [
  ["мсп", "мотострелковый полк"],
  ["омсбр", "отдельная мотострелковая бригада"],
  ["дшп", "десантно-штурмовой полк"],
  ["тп", "танковый полк"],
  ["обрмп", "отдельная бригада морской пехоты"],
  ["пдп", "парашютно-десантный полк"],
];
function drawUnit(random) {
  if (random.chance(0.35)) return { code: String(10000 + random.below(900) * 97) };
  return { number: 1 + random.below(1500), kind: random.pick(kinds) };
}

/** The kinds of error, each a way to say the man's name. */
export const kindsOfError = {
  exact: (r, s) => `${s.surname} ${s.given} ${patronymicOf(s.father)}`,
  noPatronymic: (r, s) => `${s.surname} ${s.given}`,
  order: (r, s) =>
    r.pick([
      `${s.given} ${patronymicOf(s.father)} ${s.surname}`,
      `${s.given} ${s.surname} ${patronymicOf(s.father)}`,
      `${s.given} ${s.surname}`,
    ]),
  dictation: (r, s) =>
    `${misheard(r, s.surname)} ${r.chance(0.4) ? misheard(r, s.given) : s.given} ${r.chance(0.4) ? misheard(r, patronymicOf(s.father)) : patronymicOf(s.father)}`,
  dictationShort: (r, s) => `${misheard(r, s.surname)} ${s.given}`,
  declined: (r, s) => {
    const c = r.pick(["gen", "dat", "ins"]);
    return `${declined(s.surname, "surname", c)} ${declined(s.given, "given", c)} ${declined(patronymicOf(s.father), "patronymic", c)}`;
  },
  diminutive: (r, s) =>
    `${s.surname} ${s.short.length > 0 ? r.pick(s.short) : s.given}${r.chance(0.4) ? ` ${patronymicOf(s.father)}` : ""}`,
  official: (r, s) =>
    inOfficialLatin(r, `${s.surname} ${s.given}${r.chance(0.6) ? ` ${patronymicOf(s.father)}` : ""}`),
  adHoc: (r, s) =>
    inAdHocLatin(r, `${s.surname} ${s.given}${r.chance(0.6) ? ` ${patronymicOf(s.father)}` : ""}`),
  layout: (r, s) =>
    onWrongLayout(`${s.surname} ${s.given}${r.chance(0.5) ? ` ${patronymicOf(s.father)}` : ""}`),
  glued: (r, s) =>
    r.pick([
      `${s.surname}${s.given}${patronymicOf(s.father)}`,
      `${s.surname} ${s.given}${patronymicOf(s.father)}`,
      `${s.surname.toLowerCase()}${s.given.toLowerCase()}${patronymicOf(s.father).toLowerCase()}`,
    ]),
  homoglyph: (r, s) => withHomoglyphs(r, `${s.surname} ${s.given} ${patronymicOf(s.father)}`),
  ukrainian: (r, s) =>
    `${inUkrainian(s.surname)} ${inUkrainian(s.given)} ${inUkrainian(patronymicOf(s.father))}`,
  belarusian: (r, s) =>
    `${inBelarusian(s.surname)} ${inBelarusian(s.given)} ${inBelarusian(patronymicOf(s.father))}`,
  initials: (r, s) => `${s.surname} ${s.given.charAt(0)}. ${s.father.charAt(0)}.`,
  notes: (r, s) =>
    r.pick([
      `рядовой ${s.surname} ${s.given} ${patronymicOf(s.father)} (позывной Барс)`,
      `муж ${s.surname} ${s.given} ${patronymicOf(s.father)} ${s.birth.year} г.р.`,
      `моб. ${s.surname} ${s.given}`,
    ]),
};

const two = (n) => String(n).padStart(2, "0");
export function saidBirth(random, { year, month, day }) {
  const roll = random.next();
  if (roll < 0.22) return "";
  if (roll < 0.32) return String(year);
  if (roll < 0.36) return `~${2023 - year + random.below(3) - 1} лет`;
  let b = { year, month, day };
  if (random.chance(0.08))
    b = random.pick([
      { ...b, day: 1 + random.below(28) },
      { ...b, month: 1 + random.below(12) },
      { ...b, year: year + random.pick([-1, 1, 10, -10]) },
    ]);
  if (random.chance(0.02) && day <= 12) b = { year, month: day, day: month };
  return random.pick([
    `${two(b.day)}.${two(b.month)}.${b.year}`,
    `${two(b.day)}.${two(b.month)}.${two(b.year % 100)}`,
    `${b.year}-${two(b.month)}-${two(b.day)}`,
    `${b.day}.${b.month}.${b.year}`,
  ]);
}
export function saidUnit(random, unit) {
  if (random.chance(0.4)) return "";
  if (unit.code)
    return random.pick([`в/ч ${unit.code}`, `вч${unit.code}`, unit.code, `войсковая часть ${unit.code}`]);
  return random.pick([
    `${unit.number} ${unit.kind[0]}`,
    `${unit.number}-й ${unit.kind[1]}`,
    `${unit.number}${unit.kind[0]}`,
    `${unit.number} гв. ${unit.kind[0]}`,
  ]);
}
const regionWords = {
  "RU-BU": ["Бурятия", "респ. Бурятия", "Улан-Удэ"],
  "RU-TY": ["Тува", "Тыва", "Кызыл"],
  "RU-DA": ["Дагестан", "Махачкала"],
  "RU-CE": ["Чечня", "ЧР", "Грозный"],
  "RU-MOS": ["Московская обл.", "Подмосковье"],
  "RU-KDA": ["Краснодарский край", "Кубань"],
};
export function saidRegion(random, code, labelOf) {
  if (random.chance(0.25)) return "";
  return random.pick(regionWords[code] ?? [labelOf(code)]);
}
const usual = [
  "exact",
  "noPatronymic",
  "order",
  "dictation",
  "dictation",
  "dictationShort",
  "declined",
  "diminutive",
  "adHoc",
  "official",
  "notes",
  "ukrainian",
  "homoglyph",
  "initials",
  "glued",
  "layout",
  "exact",
  "noPatronymic",
];

/** Records of about seven reports a soldier, brothers among them. */
export function drawReports(seed, count, labelOf) {
  const random = openRandom(seed);
  const records = [];
  let soldier = 0;
  let last;
  while (records.length < count) {
    let s = drawSoldier(random);
    if (last && random.chance(0.03))
      s = {
        ...s,
        group: last.group,
        surname: last.surname,
        father: last.father,
        region: last.region,
        phones: last.phones,
        callers: last.callers,
      };
    s.callers ??= [0, 1, 2].map(() => ({
      name: `${skewed(random, groups[s.group].surnames)} ${random.pick(callers.givens)}`,
      phone: `+79${String(100000000 + random.below(899999999))}`,
    }));
    const reports = 1 + random.below(12);
    for (let n = 0; n < reports && records.length < count; n += 1) {
      const kind = random.pick(usual);
      const caller = random.chance(0.7)
        ? random.pick(s.callers)
        : { name: random.pick(callers.givens), phone: `+79${String(100000000 + random.below(899999999))}` };
      records.push({
        rec_id: `r${records.length}`,
        soldier,
        group: s.group,
        kind,
        name: kindsOfError[kind](random, s),
        birth: saidBirth(random, s.birth),
        region: saidRegion(random, random.chance(0.9) ? s.region : "RU-MOW", labelOf),
        unit: saidUnit(random, random.chance(0.85) ? s.unit : drawUnit(random)),
        caller: random.chance(0.4) ? "" : caller.name,
        relation: random.pick(["мать", "жена", "сестра", ""]),
        phone: random.chance(0.35) ? "" : caller.phone,
        channel: "phone",
      });
    }
    last = s;
    soldier += 1;
  }
  return records;
}
