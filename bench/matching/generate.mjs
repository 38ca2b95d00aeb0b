/** The bench's own soldiers and what becomes of them on the telephone. Everything is drawn from one seed. */
import { Schemas, translate } from "iuliia";
import { callers, groups } from "./inventories.mjs";

export function openRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)], chance: (p) => next() < p, below: (n) => Math.floor(next() * n) };
}

/** Common names are common: the first of a list come up more often. */
function skewed(random, list) {
  return list[Math.floor(list.length * random.next() ** 1.7)];
}

export function patronymicOf(father, woman = false) {
  const special = { Лев: "Львович", Пётр: "Петрович", Павел: "Павлович", Илья: "Ильич", Никита: "Никитич", Михаил: "Михайлович", Яков: "Яковлевич" };
  let name = special[father];
  if (!name) {
    if (father.endsWith("ий")) name = /(?:[^ц]т|н|л|р|с|в|д)ий$/u.test(father) && !/(?:тр|рг)ий$/u.test(father) ? `${father.slice(0, -2)}ьевич` : `${father.slice(0, -1)}евич`;
    else if (father.endsWith("й")) name = `${father.slice(0, -1)}евич`;
    else if (father.endsWith("ь")) name = `${father.slice(0, -1)}евич`;
    else if (/[ая]$/u.test(father)) name = `${father}евич`;
    else if (/[иоуэ]$/u.test(father)) name = `${father}евич`;
    else name = `${father}ович`;
  }
  return woman ? name.replace(/ович$/u, "овна").replace(/евич$/u, "евна").replace(/ич$/u, "ична") : name;
}

const rareStems = "аба ара бала бара була бары бере боро бузу вале вара веде виле воло вору гала гара горо гуле дара деме доло дуды дюже ела жала желе жига завья зама зеле зубо изма кала кара кисе кобы коло копы кура лада лато леле липа лобо луго мала марты мелю мину моло мура наго неве нико оба ожо ола оси пала пере пило пого прохо пузы рада ратно рого рубе садо само селе сиво скоро соло стара суха тала тере тиха толо тру уга ула фара хала хлебо хоро цара чала черно чува шала шеле шило шума щеде юра яку ясне".split(" ");
const rareMiddles = "б бр в г гл д дн ж жн з зл к кл л м мш н нк п р рг рд рк рт рш с ск ст т тк х хл ц ч ш шк щ".split(" ");
const rareTails = { russian: ["ов", "ин", "ев", "ов", "анов", "ухин", "ихин", "овский"], ukrainian: ["енко", "ук", "юк", "ик", "ский", "ченко"], belarusian: ["евич", "ович", "енок", "ик", "ский"] };
/** Half of all surnames are rare ones: made of syllables, or of a given name of the group. */
function rareSurname(random, list) {
  const group = Object.keys(groups).find((name) => groups[name] === list);
  const tails = rareTails[group];
  if (tails) { const stem = random.pick(rareStems) + random.pick(rareMiddles); return stem.charAt(0).toUpperCase() + stem.slice(1) + random.pick(tails); }
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
    if (at < 0) { group = name; break; }
  }
  const list = groups[group];
  const given = skewed(random, list.givens);
  return {
    group, surname: random.chance(0.3) ? rareSurname(random, list) : skewed(random, list.surnames), given: given.full, short: given.short, father: skewed(random, list.givens).full,
    birth: { year: 1970 + random.below(36), month: 1 + random.below(12), day: 1 + random.below(28) }, region: random.pick(list.regions),
    unit: drawUnit(random), phones: [],
  };
}

const kinds = [["мсп", "мотострелковый полк"], ["омсбр", "отдельная мотострелковая бригада"], ["дшп", "десантно-штурмовой полк"], ["тп", "танковый полк"], ["обрмп", "отдельная бригада морской пехоты"], ["пдп", "парашютно-десантный полк"]];
function drawUnit(random) {
  if (random.chance(0.35)) return { code: String(10000 + random.below(900) * 97) };
  return { number: 1 + random.below(1500), kind: random.pick(kinds) };
}

const vowels = "аеёиоуыэюя";
const oblique = {
  noun: { gen: "а", dat: "у", ins: "ом" }, soft: { gen: "я", dat: "ю", ins: "ем" },
};
/** Plain school grammar, written apart from the matcher's. */
export function declined(word, part, inCase) {
  const e = (a) => word.slice(0, -1) + a;
  if (/-/u.test(word)) { const [a, b] = word.split("-"); return `${a}-${declined(b, part, inCase)}`; }
  if (part === "surname") {
    if (/(?:ов|ев|ёв|ин|ын)$/u.test(word)) return word + { gen: "а", dat: "у", ins: "ым" }[inCase];
    if (/(?:ский|цкий|ный|вой|тый|лый)$/u.test(word)) return word.slice(0, -2) + { gen: "ого", dat: "ому", ins: "ым" }[inCase];
    if (/(?:их|ых|ко|[иеуэюо]|ово)$/u.test(word)) return word;
    if (word.endsWith("ец")) return word.slice(0, -2) + "ц" + { gen: "а", dat: "у", ins: "ом" }[inCase];
  }
  if (word === "Лев") return { gen: "Льва", dat: "Льву", ins: "Львом" }[inCase];
  if (word === "Пётр") return { gen: "Петра", dat: "Петру", ins: "Петром" }[inCase];
  if (word === "Павел") return { gen: "Павла", dat: "Павлу", ins: "Павлом" }[inCase];
  if (word.endsWith("а")) return e({ gen: /[гкхжшчщ]а$/u.test(word) ? "и" : "ы", dat: "е", ins: "ой" }[inCase]);
  if (word.endsWith("я")) return e({ gen: "и", dat: "е", ins: "ей" }[inCase]);
  if (word.endsWith("й")) return e(oblique.soft[inCase]);
  if (word.endsWith("ь")) return e(oblique.soft[inCase]);
  if (vowels.includes(word.at(-1))) return word;
  return word + oblique.noun[inCase];
}

/** One or two slips of the ear. */
export function misheard(random, word) {
  const swaps = { б: "п", п: "б", в: "ф", ф: "в", г: "к", к: "г", д: "т", т: "д", ж: "ш", ш: "ж", з: "с", с: "з", м: "н", н: "м", л: "р", р: "л", ч: "щ", щ: "ш", ц: "с", х: "г", о: "а", а: "о", е: "и", и: "е", у: "о", ы: "и", я: "е", ю: "у", э: "е", ё: "е" };
  let out = word;
  const times = word.length > 6 && random.chance(0.35) ? 2 : 1;
  for (let n = 0; n < times; n += 1) {
    const at = random.chance(0.12) ? 0 : 1 + random.below(Math.max(1, out.length - 1));
    const letter = out.charAt(at).toLowerCase();
    const roll = random.next();
    if (roll < 0.62 && swaps[letter]) out = out.slice(0, at) + (at === 0 ? swaps[letter].toUpperCase() : swaps[letter]) + out.slice(at + 1);
    else if (roll < 0.78 && at > 0) out = out.slice(0, at) + out.slice(at + 1);
    else if (roll < 0.88 && at > 0 && at < out.length - 1) out = out.slice(0, at) + out[at + 1] + out[at] + out.slice(at + 2);
    else if (at > 0) out = out.slice(0, at) + (vowels.includes(letter) ? random.pick(Array.from("аеио")) : letter) + out.slice(at);
  }
  return out;
}

const schemes = [...Schemas.values()];
export function inOfficialLatin(random, text) {
  return translate(text, random.pick(schemes));
}
export function inAdHocLatin(random, text) {
  const maps = [
    { а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "j", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "c", ч: "ch", ш: "sh", щ: "sch", ъ: "", ы: "y", ь: "", э: "e", ю: "u", я: "ya" },
    { а: "a", б: "b", в: "w", г: "g", д: "d", е: "e", ё: "jo", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "4", ш: "6", щ: "sh", ъ: "", ы: "i", ь: "", э: "e", ю: "yu", я: "ja" },
    { а: "a", б: "b", в: "w", г: "g", д: "d", е: "je", ё: "jo", ж: "sch", з: "s", и: "i", й: "j", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "ch", ц: "z", ч: "tsch", ш: "sch", щ: "schtsch", ъ: "", ы: "y", ь: "", э: "e", ю: "ju", я: "ja" },
    { а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "io", ж: "j", з: "z", и: "i", й: "ï", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "ou", ф: "f", х: "kh", ц: "ts", ч: "tch", ш: "ch", щ: "chtch", ъ: "", ы: "y", ь: "", э: "e", ю: "iou", я: "ia" },
    { а: "a", б: "b", в: "w", г: "g", д: "d", е: "ie", ё: "io", ж: "ż", з: "z", и: "i", й: "j", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "ch", ц: "c", ч: "cz", ш: "sz", щ: "szcz", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia" },
  ];
  const map = random.pick(maps);
  return [...text].map((letter) => { const low = map[letter.toLowerCase()]; return low === undefined ? letter : letter === letter.toLowerCase() ? low : low.charAt(0).toUpperCase() + low.slice(1); }).join("");
}
const keys = { й: "q", ц: "w", у: "e", к: "r", е: "t", н: "y", г: "u", ш: "i", щ: "o", з: "p", х: "[", ъ: "]", ф: "a", ы: "s", в: "d", а: "f", п: "g", р: "h", о: "j", л: "k", д: "l", ж: ";", э: "'", я: "z", ч: "x", с: "c", м: "v", и: "b", т: "n", ь: "m", б: ",", ю: ".", ё: "`" };
export function onWrongLayout(text) {
  return [...text].map((letter) => { const key = keys[letter.toLowerCase()]; return key === undefined ? letter : letter === letter.toLowerCase() ? key : /[a-z]/u.test(key) ? key.toUpperCase() : ({ "[": "{", "]": "}", ";": ":", "'": '"', ",": "<", ".": ">", "`": "~" })[key]; }).join("");
}
export function inUkrainian(text) {
  return text
    .replace(/Александр/gu, "Олександр").replace(/Алексей/gu, "Олексій").replace(/Алексеев/gu, "Олексійов").replace(/Николай/gu, "Микола").replace(/Владимир/gu, "Володимир").replace(/Дмитрий/gu, "Дмитро").replace(/Михаил$/u, "Михайло").replace(/Павел/gu, "Павло").replace(/Пётр/gu, "Петро").replace(/Евген/gu, "Євген").replace(/Игорь/gu, "Ігор")
    .replace(/ский$/gu, "ський").replace(/цкий$/gu, "цький").replace(/ьевич/gu, "ійович").replace(/евич$/gu, "ійович").replace(/(?<=[бвгдзклмнпрстфхчшщ])и(?=[аеиоуюя])/gu, "і").replace(/ий$/gu, "ій").replace(/и/gu, (at) => at).replace(/ё/gu, "ьо").replace(/э/gu, "е").replace(/ы/gu, "и").replace(/ъ/gu, "'").replace(/(?<=^|[аеиоу])е/gu, "є").replace(/^И/u, "І");
}
export function inBelarusian(text) {
  return text
    .replace(/Александр/gu, "Аляксандр").replace(/Николай/gu, "Мікалай").replace(/Владимир/gu, "Уладзімір").replace(/Дмитрий/gu, "Дзмітрый").replace(/Олег/gu, "Алег").replace(/Пётр/gu, "Пятро").replace(/Евгений/gu, "Яўген").replace(/Игорь/gu, "Ігар").replace(/Геннадий/gu, "Генадзь").replace(/Григорий/gu, "Рыгор").replace(/Василий/gu, "Васіль").replace(/Андрей/gu, "Андрэй").replace(/Виктор/gu, "Віктар")
    .replace(/ов$/gu, "аў").replace(/ев$/gu, "еў").replace(/ёв$/gu, "ёў").replace(/ович$/gu, "авіч").replace(/евич$/gu, "евіч").replace(/щ/gu, "шч").replace(/ти(?=[а-я])/gu, "ці").replace(/ди(?=[а-я])/gu, "дзі").replace(/ри/gu, "ры").replace(/и/gu, "і").replace(/^И/u, "І").replace(/(?<=[бвгдзклмнпрстфх])о(?=[бвгдзклмнпрстфхчшж][аеіоуыэюя])/gu, "а").replace(/^Е/u, "Я").replace(/(?<=[ржшчц])е/gu, "э");
}
export function withHomoglyphs(random, text) {
  const looks = { а: "a", е: "e", о: "o", р: "p", с: "c", х: "x", і: "i", у: "y", А: "A", В: "B", Е: "E", К: "K", М: "M", Н: "H", О: "O", Р: "P", С: "C", Т: "T", Х: "X" };
  let done = false;
  return [...text].map((letter) => { if (looks[letter] && (random.chance(0.35) || !done)) { done = true; return looks[letter]; } return letter; }).join("");
}

/** The kinds of error, each a way to say the man's name. */
export const kindsOfError = {
  exact: (r, s) => `${s.surname} ${s.given} ${patronymicOf(s.father)}`,
  noPatronymic: (r, s) => `${s.surname} ${s.given}`,
  order: (r, s) => r.pick([`${s.given} ${patronymicOf(s.father)} ${s.surname}`, `${s.given} ${s.surname} ${patronymicOf(s.father)}`, `${s.given} ${s.surname}`]),
  dictation: (r, s) => `${misheard(r, s.surname)} ${r.chance(0.4) ? misheard(r, s.given) : s.given} ${r.chance(0.4) ? misheard(r, patronymicOf(s.father)) : patronymicOf(s.father)}`,
  dictationShort: (r, s) => `${misheard(r, s.surname)} ${s.given}`,
  declined: (r, s) => { const c = r.pick(["gen", "dat", "ins"]); return `${declined(s.surname, "surname", c)} ${declined(s.given, "given", c)} ${declined(patronymicOf(s.father), "patronymic", c)}`; },
  diminutive: (r, s) => `${s.surname} ${s.short.length > 0 ? r.pick(s.short) : s.given}${r.chance(0.4) ? ` ${patronymicOf(s.father)}` : ""}`,
  official: (r, s) => inOfficialLatin(r, `${s.surname} ${s.given}${r.chance(0.6) ? ` ${patronymicOf(s.father)}` : ""}`),
  adHoc: (r, s) => inAdHocLatin(r, `${s.surname} ${s.given}${r.chance(0.6) ? ` ${patronymicOf(s.father)}` : ""}`),
  layout: (r, s) => onWrongLayout(`${s.surname} ${s.given}${r.chance(0.5) ? ` ${patronymicOf(s.father)}` : ""}`),
  glued: (r, s) => r.pick([`${s.surname}${s.given}${patronymicOf(s.father)}`, `${s.surname} ${s.given}${patronymicOf(s.father)}`, `${s.surname.toLowerCase()}${s.given.toLowerCase()}${patronymicOf(s.father).toLowerCase()}`]),
  homoglyph: (r, s) => withHomoglyphs(r, `${s.surname} ${s.given} ${patronymicOf(s.father)}`),
  ukrainian: (r, s) => `${inUkrainian(s.surname)} ${inUkrainian(s.given)} ${inUkrainian(patronymicOf(s.father))}`,
  belarusian: (r, s) => `${inBelarusian(s.surname)} ${inBelarusian(s.given)} ${inBelarusian(patronymicOf(s.father))}`,
  initials: (r, s) => `${s.surname} ${s.given.charAt(0)}. ${s.father.charAt(0)}.`,
  notes: (r, s) => r.pick([`рядовой ${s.surname} ${s.given} ${patronymicOf(s.father)} (позывной Барс)`, `муж ${s.surname} ${s.given} ${patronymicOf(s.father)} ${s.birth.year} г.р.`, `моб. ${s.surname} ${s.given}`]),
};

const two = (n) => String(n).padStart(2, "0");
export function saidBirth(random, { year, month, day }) {
  const roll = random.next();
  if (roll < 0.22) return "";
  if (roll < 0.32) return String(year);
  if (roll < 0.36) return `~${2023 - year + random.below(3) - 1} лет`;
  let b = { year, month, day };
  if (random.chance(0.08)) b = random.pick([{ ...b, day: 1 + random.below(28) }, { ...b, month: 1 + random.below(12) }, { ...b, year: year + random.pick([-1, 1, 10, -10]) }]);
  if (random.chance(0.02) && day <= 12) b = { year, month: day, day: month };
  return random.pick([`${two(b.day)}.${two(b.month)}.${b.year}`, `${two(b.day)}.${two(b.month)}.${two(b.year % 100)}`, `${b.year}-${two(b.month)}-${two(b.day)}`, `${b.day}.${b.month}.${b.year}`]);
}
export function saidUnit(random, unit) {
  if (random.chance(0.4)) return "";
  if (unit.code) return random.pick([`в/ч ${unit.code}`, `вч${unit.code}`, unit.code, `войсковая часть ${unit.code}`]);
  return random.pick([`${unit.number} ${unit.kind[0]}`, `${unit.number}-й ${unit.kind[1]}`, `${unit.number}${unit.kind[0]}`, `${unit.number} гв. ${unit.kind[0]}`]);
}
const regionWords = { "RU-BU": ["Бурятия", "респ. Бурятия", "Улан-Удэ"], "RU-TY": ["Тува", "Тыва", "Кызыл"], "RU-DA": ["Дагестан", "Махачкала"], "RU-CE": ["Чечня", "ЧР", "Грозный"], "RU-MOS": ["Московская обл.", "Подмосковье"], "RU-KDA": ["Краснодарский край", "Кубань"] };
export function saidRegion(random, code, labelOf) {
  if (random.chance(0.25)) return "";
  return random.pick(regionWords[code] ?? [labelOf(code)]);
}
const usual = ["exact", "noPatronymic", "order", "dictation", "dictation", "dictationShort", "declined", "diminutive", "adHoc", "official", "notes", "ukrainian", "homoglyph", "initials", "glued", "layout", "exact", "noPatronymic"];

/** Records of about seven reports a soldier, brothers among them. */
export function drawReports(seed, count, labelOf) {
  const random = openRandom(seed);
  const records = [];
  let soldier = 0;
  let last;
  while (records.length < count) {
    let s = drawSoldier(random);
    if (last && random.chance(0.03)) s = { ...s, group: last.group, surname: last.surname, father: last.father, region: last.region, phones: last.phones, callers: last.callers };
    s.callers ??= [0, 1, 2].map(() => ({ name: `${skewed(random, groups[s.group].surnames)} ${random.pick(callers.givens)}`, phone: `+79${String(100000000 + random.below(899999999))}` }));
    const reports = 1 + random.below(12);
    for (let n = 0; n < reports && records.length < count; n += 1) {
      const kind = random.pick(usual);
      const caller = random.chance(0.7) ? random.pick(s.callers) : { name: random.pick(callers.givens), phone: `+79${String(100000000 + random.below(899999999))}` };
      records.push({
        rec_id: `r${records.length}`, soldier, group: s.group, kind, name: kindsOfError[kind](random, s), birth: saidBirth(random, s.birth), region: saidRegion(random, random.chance(0.9) ? s.region : "RU-MOW", labelOf),
        unit: saidUnit(random, random.chance(0.85) ? s.unit : drawUnit(random)), caller: random.chance(0.4) ? "" : caller.name, relation: random.pick(["мать", "жена", "сестра", ""]), phone: random.chance(0.35) ? "" : caller.phone, channel: "phone",
      });
    }
    last = s;
    soldier += 1;
  }
  return records;
}
