/** Words about the work on a case. */
import { ownWords, vocabulary } from "./vocabulary.ts";

export const stages = vocabulary({
  new: { ru: "новое", uk: "нова", en: "new" },
  assigned: { ru: "есть ответственный", uk: "є відповідальний", en: "assigned" },
  waitingForFamily: { ru: "ждём семью", uk: "чекаємо на родину", en: "waiting for the family" },
  waitingForAuthority: { ru: "ждём ведомство", uk: "чекаємо на відомство", en: "waiting for an authority" },
  inAction: { ru: "в работе", uk: "у роботі", en: "in action" },
  monitoring: { ru: "наблюдаем", uk: "спостерігаємо", en: "monitoring" },
  closed: { ru: "закрыто", uk: "закрита", en: "closed" },
});

export const outcomes = vocabulary({
  favourable: { ru: "решено", uk: "вирішено", en: "favourable" },
  partly: { ru: "решено отчасти", uk: "вирішено частково", en: "partly" },
  answeredWithoutHelp: {
    ru: "ответили, но не помогли",
    uk: "відповіли, але не допомогли",
    en: "answered without help",
  },
  withdrawn: { ru: "семья отозвала обращение", uk: "родина відкликала звернення", en: "withdrawn" },
  lostContact: { ru: "связь с семьёй потеряна", uk: "зв’язок із родиною втрачено", en: "lost contact" },
  referred: { ru: "передано другим", uk: "передано іншим", en: "referred" },
  declined: { ru: "мы не взялись", uk: "ми не взялися", en: "declined" },
  sameAsAnother: { ru: "то же, что другое дело", uk: "те саме, що інша справа", en: "same as another" },
});

export const urgencies = ownWords({
  U1: { ru: "U1 · в течение часа", uk: "U1 · протягом години", en: "U1 · within the hour" },
  U2: { ru: "U2 · за 24 часа", uk: "U2 · за 24 години", en: "U2 · within 24 hours" },
  U3: { ru: "U3 · за 72 часа", uk: "U3 · за 72 години", en: "U3 · within 72 hours" },
  U4: { ru: "U4 · справка", uk: "U4 · довідка", en: "U4 · information" },
});

export const taskKinds = ownWords({
  promise: { ru: "обещание", uk: "обіцянка", en: "promise" },
  callback: { ru: "обратный звонок", uk: "зворотний дзвінок", en: "call-back" },
  task: { ru: "задача", uk: "завдання", en: "task" },
});

export const safetyAnswers = ownWords({
  yes: { ru: "да", uk: "так", en: "yes" },
  no: { ru: "нет", uk: "ні", en: "no" },
  unasked: { ru: "не спрашивали", uk: "не запитували", en: "not asked" },
});

/** How a fact stands today. */
export const standings = ownWords({
  stands: { ru: "действует", uk: "чинне", en: "stands" },
  "set aside": { ru: "заменено", uk: "замінено", en: "set aside" },
  withdrawn: { ru: "отозвано", uk: "відкликано", en: "withdrawn" },
});
