/**
 * Whom one can write to, where that body sits, and within what term it must act. The figures are those of the legal
 * pack for Russia (a draft; not legal advice); the sentences are ours. A deadline is never counted from here: this is
 * what a volunteer tells a caller.
 */
import { ownWords, type Code, type Label } from "./vocabulary.ts";

export const authorities = ownWords({
  "ru.unit": { ru: "командир воинской части", uk: "командир військової частини", en: "the unit commander" },
  "ru.commissariat": {
    ru: "военный комиссариат",
    uk: "військовий комісаріат",
    en: "the military commissariat",
  },
  "ru.mod": {
    ru: "Министерство обороны России",
    uk: "Міністерство оборони Росії",
    en: "the Russian Ministry of Defence",
  },
  "ru.governor": {
    ru: "губернатор, глава региона",
    uk: "губернатор, голова регіону",
    en: "the governor of the region",
  },
  "ru.mil-prosecutor.garrison": {
    ru: "военная прокуратура гарнизона",
    uk: "військова прокуратура гарнізону",
    en: "the garrison military prosecutor",
  },
  "ru.prosecutor.territorial": {
    ru: "прокуратура района или региона",
    uk: "прокуратура району або регіону",
    en: "the local or regional prosecutor",
  },
  "ru.mil-investigator": {
    ru: "военный следственный отдел",
    uk: "військовий слідчий відділ",
    en: "the military investigation department",
  },
  "ru.mil-court.garrison": {
    ru: "гарнизонный военный суд",
    uk: "гарнізонний військовий суд",
    en: "the garrison military court",
  },
  "ru.ombudsman": {
    ru: "уполномоченный по правам человека в России",
    uk: "уповноважений з прав людини в Росії",
    en: "the federal human rights commissioner",
  },
  "ru.ombudsman.region": {
    ru: "уполномоченный по правам человека в регионе",
    uk: "уповноважений з прав людини в регіоні",
    en: "the regional human rights commissioner",
  },
  "icrc.cta": {
    ru: "Центральное агентство МККК по розыску",
    uk: "Центральне агентство МКЧХ з розшуку",
    en: "the ICRC Central Tracing Agency",
  },
});
export type AuthorityId = Code<typeof authorities>;

/** Which of them is the nearest: by the home region of the family, by the place of the unit, or one for all. */
export type Seat = "home" | "unit" | "one";

export const seats: { readonly [A in AuthorityId]: Seat } = {
  "ru.unit": "unit",
  "ru.commissariat": "home",
  "ru.mod": "one",
  "ru.governor": "home",
  "ru.mil-prosecutor.garrison": "unit",
  "ru.prosecutor.territorial": "home",
  "ru.mil-investigator": "unit",
  "ru.mil-court.garrison": "unit",
  "ru.ombudsman": "one",
  "ru.ombudsman.region": "home",
  "icrc.cta": "one",
};

export interface Term {
  readonly count: number;
  readonly unit: "calendar_day" | "day24" | "month" | "year";
  readonly law: string;
  readonly label: Label;
}

/** By the id of the rule in the legal pack. */
export const terms = {
  "59fz.register": {
    count: 3,
    unit: "calendar_day",
    law: "59-ФЗ, 8(2)",
    label: {
      ru: "Регистрируют в течение 3 дней.",
      uk: "Реєструють протягом 3 днів.",
      en: "Registered within 3 days.",
    },
  },
  "59fz.answer": {
    count: 30,
    unit: "calendar_day",
    law: "59-ФЗ, 12(1)",
    label: {
      ru: "Отвечают по существу в течение 30 дней со дня регистрации.",
      uk: "Відповідають по суті протягом 30 днів від дня реєстрації.",
      en: "Answered on the substance within 30 days of registration.",
    },
  },
  "proc.answer": {
    count: 30,
    unit: "calendar_day",
    law: "Приказ Генпрокуратуры № 45, 5.1",
    label: {
      ru: "Прокуратура решает в течение 30 дней со дня регистрации.",
      uk: "Прокуратура вирішує протягом 30 днів від дня реєстрації.",
      en: "The prosecutor decides within 30 days of registration.",
    },
  },
  "proc.answer-simple": {
    count: 15,
    unit: "calendar_day",
    law: "Приказ Генпрокуратуры № 45, 5.1",
    label: {
      ru: "Если проверка не нужна, прокуратура решает в течение 15 дней.",
      uk: "Якщо перевірка не потрібна, прокуратура вирішує протягом 15 днів.",
      en: "Where no check is needed, the prosecutor decides within 15 days.",
    },
  },
  "upk144.3": {
    count: 3,
    unit: "day24",
    law: "УПК, 144(1)",
    label: {
      ru: "По сообщению о преступлении решают в течение 3 суток; срок могут продлить. Просите талон-уведомление.",
      uk: "За повідомленням про злочин вирішують протягом 3 діб; строк можуть продовжити. Просіть талон-повідомлення.",
      en: "A crime report is decided on within 3 days; this may be extended. Ask for the receipt.",
    },
  },
  kas219: {
    count: 3,
    unit: "month",
    law: "КАС, 219(1)",
    label: {
      ru: "В суд обращаются не позже 3 месяцев с того дня, как узнали о нарушении.",
      uk: "До суду звертаються не пізніше 3 місяців від дня, коли дізналися про порушення.",
      en: "A claim is filed no later than 3 months after the violation became known.",
    },
  },
  "omb.decision": {
    count: 10,
    unit: "calendar_day",
    law: "1-ФКЗ, 20(2)",
    label: {
      ru: "О принятии жалобы сообщают в течение 10 дней.",
      uk: "Про прийняття скарги повідомляють протягом 10 днів.",
      en: "Whether the complaint is accepted is told within 10 days.",
    },
  },
  "omb.year": {
    count: 1,
    unit: "year",
    law: "1-ФКЗ, 17(1)",
    label: {
      ru: "Жалобу подают в течение 1 года, когда другие средства уже использованы.",
      uk: "Скаргу подають протягом 1 року, коли інші засоби вже використано.",
      en: "The complaint is made within 1 year, once other remedies were used.",
    },
  },
} as const satisfies Readonly<Record<string, Term>>;
export type TermId = keyof typeof terms;

export const termsOf: { readonly [A in AuthorityId]: readonly TermId[] } = {
  "ru.unit": ["59fz.register", "59fz.answer"],
  "ru.commissariat": ["59fz.register", "59fz.answer"],
  "ru.mod": ["59fz.register", "59fz.answer"],
  "ru.governor": ["59fz.register", "59fz.answer"],
  "ru.mil-prosecutor.garrison": ["59fz.register", "proc.answer-simple", "proc.answer"],
  "ru.prosecutor.territorial": ["59fz.register", "proc.answer-simple", "proc.answer"],
  "ru.mil-investigator": ["upk144.3"],
  "ru.mil-court.garrison": ["kas219"],
  "ru.ombudsman": ["omb.year", "omb.decision"],
  // Regional commissioners stand under the law of their region: no term is promised.
  "ru.ombudsman.region": [],
  "icrc.cta": [],
};
