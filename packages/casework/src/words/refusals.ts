/** Each refusal in words. They name what to do next; `{text}`, `{from}`, `{to}`, `{most}` are filled in by the screen. */
import type { Refusal } from "../refusal.ts";
import type { Label } from "./vocabulary.ts";

export const refusalWords: { readonly [T in Refusal["type"]]: Label } = {
  NoSuchCase: {
    ru: "Такого дела на этом устройстве нет.",
    uk: "Такої справи на цьому пристрої немає.",
    en: "There is no such case on this device.",
  },
  NoSuchPerson: {
    ru: "Этого человека в деле нет.",
    uk: "Цієї людини у справі немає.",
    en: "This person is not in the case.",
  },
  NoSuchFact: {
    ru: "Этих сведений в деле нет.",
    uk: "Цих відомостей у справі немає.",
    en: "This is not in the case.",
  },
  NoSuchTask: {
    ru: "Такой задачи в деле нет.",
    uk: "Такого завдання у справі немає.",
    en: "There is no such task in the case.",
  },
  NothingToRecord: {
    ru: "Записывать пока нечего: заполните это поле.",
    uk: "Записувати поки нічого: заповніть це поле.",
    en: "Nothing to record yet: fill in this field.",
  },
  NotADay: {
    ru: "Такого дня нет: «{text}». Исправьте или поставьте в конце вопросительный знак, чтобы сохранить как есть.",
    uk: "Такого дня немає: «{text}». Виправте або поставте наприкінці знак питання, щоб зберегти як є.",
    en: "There is no such day: “{text}”. Correct it, or end it with a question mark to keep it as it is.",
  },
  DayInTheFuture: {
    ru: "Этот день ещё не наступил: «{text}». Исправьте или поставьте в конце вопросительный знак, чтобы сохранить как есть.",
    uk: "Цей день ще не настав: «{text}». Виправте або поставте наприкінці знак питання, щоб зберегти як є.",
    en: "This day has not come yet: “{text}”. Correct it, or end it with a question mark to keep it as it is.",
  },
  NotATime: {
    ru: "Не понять, к какому времени: «{text}». Например: завтра 18:00, 24.11 10:00, +2ч.",
    uk: "Не зрозуміло, на який час: «{text}». Наприклад: завтра 18:00, 24.11 10:00, +2 год.",
    en: "Not clear for when: “{text}”. For example: tomorrow 18:00, 24.11 10:00, +2h.",
  },
  TimeInThePast: {
    ru: "Это время уже прошло: «{text}».",
    uk: "Цей час уже минув: «{text}».",
    en: "This time has passed: “{text}”.",
  },
  TextTooLong: {
    ru: "Текст слишком длинный: можно до {most} знаков. Ничего не потеряно, разделите его на два.",
    uk: "Текст задовгий: можна до {most} знаків. Нічого не втрачено, поділіть його на два.",
    en: "The text is too long: up to {most} characters. Nothing is lost; divide it in two.",
  },
  TextMissing: {
    ru: "Заполните это поле.",
    uk: "Заповніть це поле.",
    en: "Fill in this field.",
  },
  UrgencyLoweredWithoutReason: {
    ru: "Чтобы понизить срочность с {from} до {to}, напишите причину.",
    uk: "Щоб знизити терміновість з {from} до {to}, напишіть причину.",
    en: "To lower the urgency from {from} to {to}, give the reason.",
  },
  NoUrgencyToAcknowledge: {
    ru: "Срочность ещё не задана.",
    uk: "Терміновість ще не задано.",
    en: "No urgency has been set yet.",
  },
  AlreadySo: {
    ru: "Так уже и есть.",
    uk: "Так уже і є.",
    en: "It is so already.",
  },
  AlreadyWithdrawn: {
    ru: "Эти сведения уже отозваны.",
    uk: "Ці відомості вже відкликано.",
    en: "This was withdrawn already.",
  },
  TaskAlreadyDone: {
    ru: "Задача уже выполнена.",
    uk: "Завдання вже виконано.",
    en: "The task is done already.",
  },
  TaskStillOpen: {
    ru: "Задача ещё не выполнена.",
    uk: "Завдання ще не виконано.",
    en: "The task is still open.",
  },
  ClosedWithoutOutcome: {
    ru: "Прежде чем закрыть дело, укажите, чем оно кончилось.",
    uk: "Перш ніж закрити справу, вкажіть, чим вона скінчилася.",
    en: "Before closing the case, say how it ended.",
  },
  TooManyGrievances: {
    ru: "Слишком много нарушений: можно до {most}.",
    uk: "Забагато порушень: можна до {most}.",
    en: "Too many grievances: up to {most}.",
  },
};

/** What the screen fills into the words. */
export function refusalValues(refusal: Refusal): Readonly<Record<string, string | number>> {
  const { type: _, ...values } = refusal;
  return values;
}
