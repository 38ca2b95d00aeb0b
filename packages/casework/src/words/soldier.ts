/** Words about the soldier. Death is never inferred: each of its codes says who reported it and what is still open. */
import { ownWords, vocabulary } from "./vocabulary.ts";

export const caseKinds = ownWords({
  soldier: { ru: "военнослужащий", uk: "військовослужбовець", en: "a soldier" },
  group: { ru: "группа", uk: "група", en: "a group" },
});

export const services = vocabulary({
  conscript: { ru: "срочник", uk: "строковик", en: "conscript" },
  mobilised: { ru: "мобилизованный", uk: "мобілізований", en: "mobilised" },
  contractBefore: { ru: "контракт до 2022 года", uk: "контракт до 2022 року", en: "contract before 2022" },
  contractSince: { ru: "контракт с 2022 года", uk: "контракт з 2022 року", en: "contract since 2022" },
  contractPressed: { ru: "контракт под давлением", uk: "контракт під тиском", en: "contract under pressure" },
  volunteer: { ru: "добровольческое формирование", uk: "добровольче формування", en: "volunteer formation" },
  prisoner: { ru: "завербован из заключения", uk: "завербований з ув’язнення", en: "recruited in prison" },
  privateCompany: {
    ru: "частная военная компания",
    uk: "приватна військова компанія",
    en: "private company",
  },
  nationalGuard: { ru: "Росгвардия", uk: "Росгвардія", en: "national guard" },
  occupiedConscript: {
    ru: "призван на оккупированной территории",
    uk: "призваний на окупованій території",
    en: "conscripted on occupied territory",
  },
  officer: { ru: "офицер", uk: "офіцер", en: "officer" },
  civilian: { ru: "гражданский", uk: "цивільний", en: "civilian" },
});

export const whereabouts = vocabulary({
  withFamily: { ru: "дома, уволен", uk: "вдома, звільнений", en: "discharged or with family" },
  callUpPoint: { ru: "сборный пункт", uk: "збірний пункт", en: "call-up point" },
  training: { ru: "на обучении", uk: "на навчанні", en: "in training" },
  unitInRussia: { ru: "в части в России", uk: "у частині в Росії", en: "with a unit in Russia" },
  towardsFront: { ru: "везут к фронту", uk: "везуть до фронту", en: "sent towards the front" },
  atFront: { ru: "на фронте", uk: "на фронті", en: "at the front" },
  hospital: { ru: "в госпитале", uk: "у шпиталі", en: "in hospital" },
  heldByOwnSide: { ru: "удерживают свои", uk: "утримують свої", en: "held by own side" },
  prison: { ru: "СИЗО или колония", uk: "СІЗО або колонія", en: "remand or prison" },
  heldByOtherSide: { ru: "в плену", uk: "у полоні", en: "held by the other side" },
  absent: {
    ru: "оставил часть, скрывается",
    uk: "залишив частину, переховується",
    en: "absent or in hiding",
  },
  abroad: { ru: "за границей", uk: "за кордоном", en: "abroad" },
});

export const fates = vocabulary({
  contactNow: { ru: "есть связь", uk: "є зв’язок", en: "in contact now" },
  noContact: { ru: "нет связи", uk: "немає зв’язку", en: "no contact" },
  missingFamily: { ru: "пропал (говорит семья)", uk: "зник (каже родина)", en: "missing (family says)" },
  missingOfficial: {
    ru: "пропал без вести (официально)",
    uk: "зник безвісти (офіційно)",
    en: "missing (official)",
  },
  captureClaimed: { ru: "плен: по сообщениям", uk: "полон: за повідомленнями", en: "capture claimed" },
  captureParty: {
    ru: "плен: подтвердила сторона",
    uk: "полон: підтвердила сторона",
    en: "capture confirmed by a party",
  },
  captureIcrc: {
    ru: "плен: подтвердил МККК",
    uk: "полон: підтвердив МКЧХ",
    en: "capture confirmed by the ICRC",
  },
  exchanged: { ru: "обменян", uk: "обміняний", en: "exchanged" },
  wounded: { ru: "ранен", uk: "поранений", en: "wounded" },
  deathReported: {
    ru: "сообщают о гибели (не подтверждено)",
    uk: "повідомляють про загибель (не підтверджено)",
    en: "death reported (unconfirmed)",
  },
  deathOfficial: {
    ru: "гибель признана, тела нет",
    uk: "загибель визнано, тіла немає",
    en: "death official, without remains",
  },
  remainsIdentified: { ru: "тело опознано", uk: "тіло впізнано", en: "remains identified" },
  remainsReturned: { ru: "тело передано семье", uk: "тіло передано родині", en: "remains returned" },
  foundAlive: { ru: "найден живым", uk: "знайдений живим", en: "found alive" },
});

export const serviceStates = vocabulary({
  drafted: { ru: "призван", uk: "призваний", en: "drafted" },
  appealingCallUp: { ru: "обжалует призыв", uk: "оскаржує призов", en: "appealing the call-up" },
  refusedOrders: {
    ru: "отказался выполнять приказ",
    uk: "відмовився виконувати наказ",
    en: "refused orders",
  },
  transferred: { ru: "переведён", uk: "переведений", en: "transferred" },
  boardPending: {
    ru: "ждёт военно-врачебную комиссию",
    uk: "чекає на військово-лікарську комісію",
    en: "medical board pending",
  },
  dischargeRequested: {
    ru: "подал рапорт на увольнение",
    uk: "подав рапорт на звільнення",
    en: "discharge requested",
  },
  releaseNotExecuted: {
    ru: "суд решил отпустить, не исполнено",
    uk: "суд вирішив звільнити, не виконано",
    en: "court-ordered release not executed",
  },
  discharged: { ru: "уволен", uk: "звільнений", en: "discharged" },
  criminalCase: { ru: "уголовное дело", uk: "кримінальна справа", en: "criminal case" },
});

/** What a fact may be about: of the soldier, or (where `about` names a person) of a relative. */
export const factFields = ownWords({
  name: { ru: "фамилия, имя, отчество", uk: "прізвище, ім’я, по батькові", en: "name" },
  birth: { ru: "дата рождения", uk: "дата народження", en: "birth" },
  region: { ru: "регион", uk: "регіон", en: "region" },
  town: { ru: "город, село", uk: "місто, село", en: "town" },
  service: { ru: "вид службы", uk: "вид служби", en: "service" },
  unit: { ru: "часть", uk: "частина", en: "unit" },
  callSign: { ru: "позывной", uk: "позивний", en: "call sign" },
  dogTag: { ru: "личный жетон", uk: "особистий жетон", en: "dog tag" },
  phone: { ru: "телефон", uk: "телефон", en: "phone" },
  lastContact: { ru: "последняя связь", uk: "останній зв’язок", en: "last contact" },
  lastContactHow: { ru: "как выходил на связь", uk: "як виходив на зв’язок", en: "how he was in contact" },
  lastContactFrom: {
    ru: "откуда выходил на связь (регион)",
    uk: "звідки виходив на зв’язок (регіон)",
    en: "where from (region)",
  },
  whereabouts: { ru: "где находится", uk: "де перебуває", en: "where he is" },
  fate: { ru: "судьба", uk: "доля", en: "fate" },
  serviceState: { ru: "положение на службе", uk: "становище на службі", en: "state of service" },
  email: { ru: "электронная почта", uk: "електронна пошта", en: "e-mail" },
  messenger: { ru: "мессенджер", uk: "месенджер", en: "messenger" },
  safeHours: { ru: "когда можно звонить", uk: "коли можна телефонувати", en: "safe hours" },
  mayLeaveMessage: {
    ru: "можно оставить сообщение",
    uk: "можна залишити повідомлення",
    en: "may leave a message",
  },
  maySayWhoWeAre: { ru: "можно назвать, кто мы", uk: "можна назвати, хто ми", en: "may say who we are" },
  rank: { ru: "звание", uk: "звання", en: "rank" },
  language: { ru: "язык", uk: "мова", en: "language" },
  calledAs: { ru: "как обращаться", uk: "як звертатися", en: "how to call you" },
  relation: { ru: "кем приходится", uk: "ким доводиться", en: "relation" },
});
