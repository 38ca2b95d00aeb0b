/**
 * Ordinary calls of the last days, so that every list and every status has something in it. All invented.
 * Several are the same soldier heard twice: the duplicate is the normal case.
 */
import type { DraftPhone } from "@answerable/casework";
import type { Call } from "./call.ts";

const phone = (raw: string, safeHours = ""): DraftPhone => ({ raw, safeHours, mayLeaveMessage: "no", maySayWhoWeAre: "no" });

export const ordinaryCalls: readonly Call[] = [
  {
    key: "held-in-basement",
    when: { hoursAgo: 0.6 },
    minutes: 7,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-01")],
      consent: ["help", "letters"], callerName: "Мать, Галина", relation: "mother",
      soldierName: "Стрельников Данила Юрьевич", birth: "08.03.01", region: "Ростовская область", service: "mobilised",
      lastContact: "вчера", lastContactHow: "сообщение с чужого телефона", grievances: ["F1", "G1", "F2"],
      summary: "Отказался возвращаться на передовую. Держат в подвале, бьют, обещают расстрелять.", source: "soldierTold",
      urgency: "U1",
    },
  },
  {
    key: "wounded-to-assault",
    when: { hoursAgo: 1.4 },
    minutes: 6,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("8 998 000 01 02", "до полуночи")],
      consent: ["help"], callerName: "Жена, Марина", relation: "spouse",
      soldierName: "Батуев Баир Доржиевич", birth: "17.09.1996", region: "Республика Бурятия", service: "contractBefore",
      callSign: "Байкал", grievances: ["E3", "H2"],
      summary: "Осколок в ноге не вынули, сегодня ночью отправляют на штурм.", source: "soldierTold", urgency: "U1",
    },
    after: [{ hoursLater: 0.2, do: "acknowledge" }, { hoursLater: 0.3, do: "own" }],
  },
  {
    key: "wounded-to-assault-mother",
    into: "wounded-to-assault",
    when: { hoursAgo: 0.9 },
    minutes: 4,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-03")],
      consent: ["help"], callerName: "Мать", relation: "mother", soldierName: "Батуев Баир", birth: "1996",
      region: "Улан-Удэ", service: "contractBefore", grievances: ["E3"],
      summary: "Знает то же самое от сослуживца.", source: "fellowSoldier",
    },
  },
  {
    key: "dated-transport",
    when: { hoursAgo: 3 },
    minutes: 5,
    draft: {
      kind: "aboutSoldier", channel: "telegram", safeToSpeak: "yes", phones: [phone("+7 998 000-01-04")],
      consent: ["help", "letters"], callerName: "Отец", relation: "father",
      soldierName: "Осокин Тимофей Львович", birth: "2004", region: "Псковская область", service: "conscript",
      grievances: ["E2", "G5"], summary: "Срочник. Заставили подписать контракт, отправка завтра утром поездом.",
      source: "soldierTold", urgency: "U2",
    },
    promise: { what: "Позвонить до 20:00 и сказать, принят ли рапорт", inHours: 5 },
    after: [{ hoursLater: 0.3, do: "acknowledge" }, { hoursLater: 0.5, do: "own" }],
  },
  {
    key: "missing-month",
    when: { hoursAgo: 5 },
    minutes: 8,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-05", "после 18")],
      consent: ["help", "letters", "statistics"], callerName: "Жена, Айгуль", relation: "spouse",
      soldierName: "Хабибуллин Ильдар Рашитович", birth: "05.05.1990", region: "Республика Башкортостан", service: "mobilised",
      lastContact: "~20.10", grievances: ["A1", "A2", "L1"], fate: "missingFamily",
      summary: "Месяц без связи. Часть говорит «ждите», извещения нет.", source: "unknown",
      writtenTo: { authority: "Военный комиссариат", sentOn: "01.11", number: "", answer: "" },
    },
  },
  {
    key: "missing-month-sister",
    when: { hoursAgo: 4.2 },
    minutes: 5,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-06")],
      consent: ["help"], callerName: "Сестра", relation: "sibling", soldierName: "Хабибулин Ильдар", birth: "~36",
      region: "Уфа", service: "mobilised", lastContact: "октябрь", grievances: ["A1"],
      summary: "Ищет брата, слышала, что взвод не вернулся. Фамилия на слух, с одним «л».", source: "fellowSoldier",
    },
  },
  {
    key: "hospital-unknown",
    when: { hoursAgo: 7 },
    minutes: 4,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-07")],
      consent: ["help"], callerName: "Мать, Сурна", relation: "mother", soldierName: "Ооржак Чодураа Мергенович",
      birth: "1998", region: "Республика Тыва", service: "contractPressed", grievances: ["H5", "A3"], fate: "wounded",
      summary: "Сказали «триста», госпиталь не называют.", source: "commander", urgency: "U2",
    },
    after: [{ hoursLater: 0.5, do: "acknowledge" }],
  },
  {
    key: "no-board",
    when: { hoursAgo: 9 },
    minutes: 6,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-08")],
      consent: ["help", "letters"], callerName: "Жена", relation: "spouse", soldierName: "Вереин Константин Ильич",
      birth: "19.01.1983", region: "Пермский край", service: "mobilised",
      grievances: ["H3", "B2"], summary: "Язва, на ВВК не направляют, рапорты «теряют».", source: "soldierTold",
    },
    promise: { what: "Прислать образец рапорта на ВВК", inHours: 30 },
    after: [{ hoursLater: 1, do: "own" }],
  },
  {
    key: "pay",
    when: { hoursAgo: 11 },
    minutes: 4,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-09")],
      consent: ["help", "statistics"], callerName: "Жена, Динара", relation: "spouse",
      soldierName: "Магомедов Магомед Гаджиевич", birth: "12.12.1993", region: "Республика Дагестан", service: "mobilised",
      grievances: ["I1", "I7"], summary: "Третий месяц без довольствия, кредит не ждёт.", source: "sawHimself",
    },
  },
  {
    key: "lists-nowhere",
    when: { hoursAgo: 22 },
    minutes: 6,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-10")],
      consent: ["help"], callerName: "Бабушка", relation: "grandparent", soldierName: "Тихонов Егорка",
      birth: "~21", region: "Республика Саха (Якутия)", service: "mobilised", grievances: ["A7", "A1"],
      summary: "Внук, оленевод, отсрочки не дали. Ни в каких списках нет.", source: "unknown",
    },
    after: [{ hoursLater: 4, do: "stage", stage: "waitingForFamily", reason: "Нужна полная дата рождения: бабушка уточнит у дочери." }],
  },
  {
    key: "many-children",
    when: { hoursAgo: 26 },
    minutes: 5,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-11")],
      consent: ["help", "letters"], callerName: "Жена, Ольга", relation: "spouse", soldierName: "Пестряков Антон Игоревич",
      birth: "30.07.1987", region: "Самарская область", service: "mobilised", grievances: ["B1", "J4"],
      summary: "Четверо детей, младшей восемь месяцев. Призвали, хотя положена отсрочка.", source: "sawHimself",
      writtenTo: { authority: "Призывная комиссия области", sentOn: "12.11", number: "417-П", answer: "" },
    },
    after: [
      { hoursLater: 2, do: "own" },
      { hoursLater: 3, do: "stage", stage: "waitingForAuthority", reason: "Жалоба зарегистрирована, ждём ответ." },
    ],
  },
  {
    key: "captivity",
    when: { hoursAgo: 30 },
    minutes: 7,
    draft: {
      kind: "aboutSoldier", channel: "viber", safeToSpeak: "yes", phones: [phone("+7 998 000-01-12", "по выходным")],
      consent: ["help", "askBeforePublication"], callerName: "Мать", relation: "mother", soldierName: "Шевчук Олег Миколайович",
      birth: "14.04.1995", region: "Краснодарский край", service: "contractSince", grievances: ["A4"],
      fate: "captureClaimed", summary: "Узнала сына на снимке из плена. Просит не публиковать ничего.", source: "telegram",
    },
    after: [{ hoursLater: 1, do: "own" }, { hoursLater: 5, do: "stage", stage: "inAction", reason: "Запрос в МККК отправлен." }],
  },
  {
    key: "dead-reported",
    when: { hoursAgo: 34 },
    minutes: 10,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-13")],
      consent: ["help"], callerName: "Жена, Наталья", relation: "spouse", soldierName: "Цыренов Аюр Баторович",
      birth: "02.02.1991", region: "Забайкальский край", service: "mobilised", grievances: ["A5"], fate: "deathReported",
      summary: "Сослуживец написал, что погиб. Бумаг нет, часть молчит. Нужен второй источник, прежде чем говорить семье.",
      source: "fellowSoldier", urgency: "U2",
    },
    after: [
      { hoursLater: 0.5, do: "acknowledge" },
      { hoursLater: 1, do: "own" },
      { hoursLater: 2, do: "note", text: "Второго источника нет. Родителям не звонить, пока не подтвердится." },
    ],
  },
  {
    key: "equipment-bought",
    when: { hoursAgo: 49 },
    minutes: 5,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-14")],
      consent: ["help", "statistics"], callerName: "Невеста, Алиса", relation: "partner",
      soldierName: "Дёмин Семён Васильевич", birth: "09.10.2000", region: "Свердловская область", service: "mobilised",
      grievances: ["D5", "D3", "C1"], summary: "Всё купили сами: берцы, спальник, аптечку. Стреляли один раз.", source: "soldierTold",
    },
    after: [{ hoursLater: 1, do: "close", outcome: "answeredWithoutHelp", reason: "Хотела, чтобы выслушали и учли." }],
  },
  {
    key: "self-call",
    when: { hoursAgo: 52 },
    minutes: 6,
    draft: {
      kind: "soldierHimself", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-15", "только сообщения")],
      consent: ["help"], callerName: "Сам", relation: "self", soldierName: "Крюков Виталий Степанович", birth: "1979",
      region: "Тверская область", service: "mobilised", whereabouts: "hospital", grievances: ["J2", "H3"],
      summary: "В госпитале. По возрасту и ранению просит увольнения, рапорт не принимают.", source: "sawHimself",
    },
    after: [{ hoursLater: 3, do: "own" }, { hoursLater: 4, do: "stage", stage: "inAction", reason: "Готовим жалобу с юристом." }],
  },
  {
    key: "namesake-a",
    when: { hoursAgo: 60 },
    minutes: 4,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-16")],
      consent: ["help"], callerName: "Мать", relation: "mother", soldierName: "Кузнецов Сергей Александрович",
      birth: "11.06.1997", region: "Омская область", service: "mobilised", grievances: ["K1", "A1"],
      summary: "Телефоны отобрали, две недели тишины.", source: "fellowSoldier",
    },
    after: [{ hoursLater: 20, do: "close", outcome: "favourable", reason: "Вышел на связь, мать просит закрыть." }],
  },
  {
    key: "namesake-b",
    when: { hoursAgo: 61 },
    minutes: 5,
    draft: {
      kind: "aboutSoldier", channel: "webForm", safeToSpeak: "unasked", phones: [phone("+7 998 000-01-17")],
      consent: ["help", "letters"], callerName: "Брат", relation: "sibling", soldierName: "Кузнецов Сергей Александрович",
      birth: "23.01.1988", region: "Тульская область", service: "volunteer", grievances: ["I2"],
      summary: "Однофамилец с другим годом рождения: выплату за ранение не дают.", source: "officialLetter",
    },
  },
  {
    key: "court-not-released",
    when: { hoursAgo: 75 },
    minutes: 9,
    draft: {
      kind: "aboutSoldier", channel: "partner", safeToSpeak: "yes", phones: [phone("+7 998 000-01-18")],
      consent: ["help", "letters", "statistics", "askBeforePublication"], callerName: "Адвокат семьи", relation: "lawyer",
      soldierName: "Абдулаев Руслан Хасанович", birth: "04.04.1994", region: "Чеченская Республика", service: "mobilised",
      grievances: ["B6", "F1"], summary: "Суд признал призыв незаконным, решение вступило в силу, из части не отпускают.",
      source: "officialLetter", urgency: "U2",
    },
    after: [
      { hoursLater: 1, do: "acknowledge" },
      { hoursLater: 2, do: "own" },
      { hoursLater: 3, do: "stage", stage: "waitingForAuthority", reason: "Военная прокуратура, жалоба зарегистрирована." },
    ],
  },
  {
    key: "extortion",
    when: { hoursAgo: 98 },
    minutes: 6,
    draft: {
      kind: "aboutSoldier", channel: "signal", safeToSpeak: "yes", consent: ["help"], callerName: "Дочь", relation: "child",
      soldierName: "Лопатин Юрий Николаевич", birth: "1976", region: "Алтайский край", service: "contractSince",
      grievances: ["G4", "I6"], summary: "Командир берёт половину выплат, иначе — на передовую.", source: "soldierTold",
    },
    promise: { what: "Спросить юриста, можно ли жаловаться без имени", inHours: 60 },
  },
  {
    key: "lost-contact",
    when: { hoursAgo: 190 },
    minutes: 4,
    draft: {
      kind: "aboutSoldier", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-19")],
      consent: ["help"], callerName: "Соседка", relation: "neighbour", soldierName: "Гусев Фёдор", birth: "~40",
      region: "Калужская область", service: "mobilised", grievances: ["M1"], summary: "Родных нет, беспокоится соседка.",
      source: "unknown",
    },
    after: [{ hoursLater: 100, do: "close", outcome: "lostContact", reason: "Пять попыток в разные часы." }],
  },
  {
    key: "legal-information",
    when: { hoursAgo: 2.2 },
    minutes: 3,
    draft: {
      kind: "information", channel: "phoneIn", safeToSpeak: "yes", phones: [phone("+7 998 000-01-20")], callerName: "",
      relation: "mother", summary: "Спросила, как написать рапорт на отпуск. Дали образец.", source: "unknown",
      disposition: "informationGiven",
    },
  },
  {
    key: "support-at-night",
    when: { hoursAgo: 6.5 },
    minutes: 18,
    draft: {
      kind: "support", channel: "phoneIn", safeToSpeak: "yes", callerName: "", relation: "mother",
      summary: "Хотела, чтобы её выслушали.", source: "unknown", disposition: "supportGiven",
    },
  },
  { key: "silent", when: { hoursAgo: 8 }, minutes: 1, draft: { kind: "nothing", channel: "phoneIn", disposition: "silent" } },
  { key: "abusive", when: { hoursAgo: 10 }, minutes: 1, draft: { kind: "nothing", channel: "phoneIn", disposition: "abusive" } },
];
