/** What sets a clock running, in words. A trigger that a newer pack brings is shown by its code. */
import type { Lang } from "../words/vocabulary.ts";

const words: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "appeal.received": { ru: "обращение получено", uk: "звернення отримано", en: "the letter was received" },
  "appeal.registered": {
    ru: "обращение зарегистрировано",
    uk: "звернення зареєстровано",
    en: "the letter was registered",
  },
  "appeal.forwarded": {
    ru: "обращение переслано",
    uk: "звернення переслано",
    en: "the letter was forwarded",
  },
  "request.sent": { ru: "запрос направлен", uk: "запит надіслано", en: "the request was sent" },
  "request.received": { ru: "запрос получен", uk: "запит отримано", en: "the request was received" },
  "request.registered": {
    ru: "запрос зарегистрирован",
    uk: "запит зареєстровано",
    en: "the request was registered",
  },
  "crime-report.received": {
    ru: "сообщение о преступлении принято",
    uk: "повідомлення про злочин прийнято",
    en: "the crime report was received",
  },
  "complaint.received": { ru: "жалоба получена", uk: "скаргу отримано", en: "the complaint was received" },
  "claim.received": {
    ru: "заявление поступило в суд",
    uk: "позов надійшов до суду",
    en: "the claim reached the court",
  },
  "refusal.issued": { ru: "вынесен отказ", uk: "винесено відмову", en: "the refusal was issued" },
  "violation.known": {
    ru: "стало известно о нарушении",
    uk: "стало відомо про порушення",
    en: "the violation became known",
  },
  "act.known": { ru: "стало известно о решении", uk: "стало відомо про рішення", en: "the act became known" },
  "offence.day": { ru: "день правонарушения", uk: "день правопорушення", en: "the day of the offence" },
  "last-news": { ru: "последние известия", uk: "останні вісті", en: "the last news" },
  disappearance: { ru: "день исчезновения", uk: "день зникнення", en: "the disappearance" },
  "report.filed": { ru: "подан рапорт", uk: "подано рапорт", en: "the report was filed" },
  "order.issued": { ru: "издан приказ", uk: "видано наказ", en: "the order was issued" },
  "service.begun": { ru: "начало службы", uk: "початок служби", en: "service began" },
  "communication.transmitted": {
    ru: "сообщение передано государству",
    uk: "повідомлення передано державі",
    en: "the communication was sent to the state",
  },
};

export function triggerWords(trigger: string, lang: Lang): string {
  return words[trigger]?.[lang] ?? trigger;
}
