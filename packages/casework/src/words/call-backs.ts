/** What came of trying to reach somebody, and why a volunteer passed one on. */
import { ownWords } from "./vocabulary.ts";

export const tryResults = ownWords({
  reached: { ru: "поговорили", uk: "поговорили", en: "spoke" },
  askedLater: { ru: "просят позвонить позже", uk: "просять подзвонити пізніше", en: "asked to call later" },
  busy: { ru: "занято", uk: "зайнято", en: "busy" },
  noAnswer: { ru: "не берут трубку", uk: "не беруть слухавку", en: "no answer" },
  switchedOff: { ru: "телефон выключен", uk: "телефон вимкнено", en: "switched off" },
  voicemail: { ru: "автоответчик", uk: "автовідповідач", en: "voicemail" },
  wrongNumber: { ru: "номер чужой или не существует", uk: "номер чужий або не існує", en: "wrong number" },
  written: { ru: "написали письмо или сообщение", uk: "написали лист або повідомлення", en: "wrote instead" },
});

export const skipReasons = ownWords({
  needsColleague: { ru: "нужен другой человек", uk: "потрібна інша людина", en: "needs a colleague" },
  needsLawyer: { ru: "нужен юрист", uk: "потрібен юрист", en: "needs a lawyer" },
  needsLanguage: { ru: "другой язык", uk: "інша мова", en: "another language" },
  knowsThem: { ru: "я знаю эту семью", uk: "я знаю цю родину", en: "I know the family" },
  notThisHour: {
    ru: "в этот час им нельзя звонить",
    uk: "о цій годині їм не можна дзвонити",
    en: "not safe at this hour",
  },
  tooHard: { ru: "мне сейчас слишком тяжело", uk: "мені зараз надто важко", en: "too hard for me now" },
});
