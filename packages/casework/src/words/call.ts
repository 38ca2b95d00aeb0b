/** Words about the call and the caller. */
import { ownWords, vocabulary } from "./vocabulary.ts";

/** One key each, 1 to 6, before any field has focus. */
export const contactKinds = ownWords({
  aboutSoldier: { ru: "о военнослужащем", uk: "про військовослужбовця", en: "about a soldier" },
  soldierHimself: { ru: "сам военнослужащий", uk: "сам військовослужбовець", en: "the soldier himself" },
  information: { ru: "справка", uk: "довідка", en: "information" },
  support: { ru: "поддержка", uk: "підтримка", en: "support" },
  followUp: { ru: "по номеру обращения", uk: "за номером звернення", en: "follow-up on a number" },
  nothing: { ru: "ошибка, молчание, брань", uk: "помилка, мовчання, лайка", en: "wrong, silent or abusive" },
});

export const relations = vocabulary({
  self: { ru: "сам(а)", uk: "сам(а)", en: "self" },
  mother: { ru: "мать", uk: "мати", en: "mother" },
  father: { ru: "отец", uk: "батько", en: "father" },
  spouse: { ru: "жена / муж", uk: "дружина / чоловік", en: "wife / husband" },
  partner: { ru: "гражданские супруги, партнёр", uk: "партнер(ка)", en: "partner" },
  exSpouse: { ru: "бывшая жена / бывший муж", uk: "колишня дружина / колишній чоловік", en: "former spouse" },
  sibling: { ru: "сестра / брат", uk: "сестра / брат", en: "sister / brother" },
  child: { ru: "дочь / сын", uk: "донька / син", en: "daughter / son" },
  grandparent: { ru: "бабушка / дедушка", uk: "бабуся / дідусь", en: "grandparent" },
  auntUncle: { ru: "тётя / дядя", uk: "тітка / дядько", en: "aunt / uncle" },
  nieceNephew: { ru: "племянница / племянник", uk: "племінниця / племінник", en: "niece / nephew" },
  inLaw: { ru: "родня по браку", uk: "родичі за шлюбом", en: "in-law" },
  otherRelative: { ru: "другой родственник", uk: "інший родич", en: "other relative" },
  fellowSoldier: { ru: "сослуживец", uk: "товариш по службі", en: "fellow soldier" },
  friend: { ru: "друг / подруга", uk: "друг / подруга", en: "friend" },
  neighbour: { ru: "сосед(ка)", uk: "сусід(ка)", en: "neighbour" },
  colleague: { ru: "коллега", uk: "колега", en: "colleague" },
  lawyer: { ru: "адвокат, юрист", uk: "адвокат, юрист", en: "lawyer" },
  otherHelpline: { ru: "другая горячая линия", uk: "інша гаряча лінія", en: "other helpline" },
  official: { ru: "депутат, должностное лицо", uk: "депутат, посадова особа", en: "deputy or official" },
  journalist: { ru: "журналист", uk: "журналіст", en: "journalist" },
  stranger: { ru: "посторонний", uk: "стороння людина", en: "stranger" },
});

export const channels = vocabulary({
  phoneIn: { ru: "звонок к нам", uk: "дзвінок до нас", en: "phone, in" },
  phoneOut: { ru: "звонок от нас", uk: "дзвінок від нас", en: "phone, out" },
  missedCall: { ru: "пропущенный звонок", uk: "пропущений дзвінок", en: "missed call" },
  voicemail: { ru: "голосовая почта", uk: "голосова пошта", en: "voicemail" },
  walkIn: { ru: "личный приём", uk: "особистий прийом", en: "walk-in" },
  paperLetter: { ru: "бумажное письмо", uk: "паперовий лист", en: "paper letter" },
  webForm: { ru: "форма на сайте", uk: "форма на сайті", en: "web form" },
  email: { ru: "электронная почта", uk: "електронна пошта", en: "e-mail" },
  telegram: { ru: "Телеграм", uk: "Телеграм", en: "Telegram" },
  vk: { ru: "ВКонтакте", uk: "ВКонтакте", en: "VK" },
  whatsapp: { ru: "WhatsApp", uk: "WhatsApp", en: "WhatsApp" },
  viber: { ru: "Viber", uk: "Viber", en: "Viber" },
  signal: { ru: "Signal", uk: "Signal", en: "Signal" },
  sms: { ru: "СМС", uk: "СМС", en: "SMS" },
  partner: { ru: "передано партнёрами", uk: "передано партнерами", en: "partner referral" },
  socialPost: { ru: "публикация в соцсети", uk: "допис у соцмережі", en: "social post seen" },
  imported: { ru: "перенесено из старых записей", uk: "перенесено зі старих записів", en: "import" },
});

/** How the person who tells it knows it. */
export const sources = vocabulary({
  sawHimself: { ru: "видел(а) сам(а)", uk: "бачив(ла) на власні очі", en: "saw it" },
  soldierTold: {
    ru: "рассказал сам военнослужащий",
    uk: "розповів сам військовослужбовець",
    en: "the soldier told it",
  },
  fellowSoldier: {
    ru: "рассказал сослуживец",
    uk: "розповів товариш по службі",
    en: "a fellow soldier told it",
  },
  commander: { ru: "сказал командир", uk: "сказав командир", en: "a commander said it" },
  officialLetter: { ru: "официальное письмо", uk: "офіційний лист", en: "an official letter" },
  media: { ru: "СМИ", uk: "ЗМІ", en: "the media" },
  telegram: { ru: "телеграм-канал", uk: "телеграм-канал", en: "a Telegram channel" },
});

/** What the caller has agreed to, each by itself. */
export const consentScopes = ownWords({
  help: { ru: "только помощь", uk: "лише допомога", en: "help only" },
  letters: { ru: "письма от моего имени", uk: "листи від мого імені", en: "letters in my name" },
  statistics: { ru: "обезличенная статистика", uk: "знеособлена статистика", en: "anonymous statistics" },
  askBeforePublication: {
    ru: "спросить меня перед публикацией",
    uk: "запитати мене перед публікацією",
    en: "ask me before publication",
  },
});

export const dispositions = vocabulary({
  dataTaken: { ru: "данные приняты", uk: "дані прийнято", en: "data taken" },
  linked: { ru: "присоединено к делу", uk: "приєднано до справи", en: "linked to a case" },
  informationGiven: { ru: "дана справка", uk: "надано довідку", en: "information given" },
  supportGiven: { ru: "оказана поддержка", uk: "надано підтримку", en: "support given" },
  referred: { ru: "направлено к другим", uk: "скеровано до інших", en: "referred" },
  callBackSet: { ru: "назначен обратный звонок", uk: "призначено зворотний дзвінок", en: "call-back set" },
  noHelpWanted: { ru: "помощь не нужна", uk: "допомога не потрібна", en: "no help wanted" },
  outOfScope: { ru: "не наш вопрос", uk: "не наше питання", en: "out of scope" },
  hungUp: { ru: "положили трубку", uk: "поклали слухавку", en: "hung up" },
  silent: { ru: "молчание", uk: "мовчання", en: "silent" },
  wrongNumber: { ru: "ошиблись номером", uk: "помилилися номером", en: "wrong number" },
  abusive: { ru: "брань", uk: "лайка", en: "abusive" },
  technical: { ru: "сбой связи", uk: "збій зв’язку", en: "technical" },
  test: { ru: "проверка линии", uk: "перевірка лінії", en: "test" },
});
