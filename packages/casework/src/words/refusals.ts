/** Each refusal in words. They name what to do next; `{text}`, `{from}`, `{to}`, `{most}` are filled in by the screen. */
import type { Refusal } from "../refusal.ts";
import type { Label } from "./vocabulary.ts";

export const refusalWords: { readonly [T in Refusal["type"]]: Label } = {
  NoSuchCase: {
    ru: "Такого дела на этом устройстве нет.",
    uk: "Такої справи на цьому пристрої немає.",
    en: "There is no such case on this device.",
  },
  NoSuchClaimsFile: {
    ru: "Такой папки утверждений на этом устройстве нет.",
    uk: "Такої теки тверджень на цьому пристрої немає.",
    en: "There is no such claims file on this device.",
  },
  NoSuchIncident: {
    ru: "Этого происшествия больше нет: его сняли, или на этом устройстве его ещё нет.",
    uk: "Цієї події більше немає: її зняли, або на цьому пристрої її ще немає.",
    en: "There is no such incident any more: it was taken back, or has not reached this device.",
  },
  IncidentFull: {
    ru: "В одном происшествии не больше {most} дел. Соберите второе.",
    uk: "В одній події не більше {most} справ. Зберіть другу.",
    en: "An incident holds at most {most} cases. Gather a second one.",
  },
  NoSuchRelease: {
    ru: "Этот выпуск уже не ждёт подписи. Откройте его снова.",
    uk: "Цей випуск уже не чекає підпису. Відкрийте його знову.",
    en: "This release no longer waits for a signature. Open it again.",
  },
  ReleaseWaits: {
    ru: "Выпуск {number} ещё ждёт второй подписи. Подпишите или снимите его сначала.",
    uk: "Випуск {number} ще чекає другого підпису. Спершу підпишіть або зніміть його.",
    en: "Release {number} still waits for its second signature. Sign it or drop it first.",
  },
  ReleaseOutOfTurn: {
    ru: "Кто-то уже выпустил следующий номер. Сейчас на очереди {number}: составьте выпуск снова.",
    uk: "Хтось уже випустив наступний номер. Тепер черга {number}: складіть випуск знову.",
    en: "Somebody has made the next number already. It is the turn of {number}: draft it again.",
  },
  SecondPersonNeeded: {
    ru: "Подписать должен другой человек: вы этот выпуск составили.",
    uk: "Підписати має інша людина: ви цей випуск склали.",
    en: "Another person must sign: you drafted this release.",
  },
  EntryRefused: {
    ru: "{why, select, CircularChain {Путь идёт по кругу: одно и то же лицо или запись встречается дважды. Уберите лишнее звено.} CircularDerivation {Запись получается сама из себя. Проверьте, что с чего скопировано.} CircularCorrection {Утверждения исправляют друг друга по кругу. Оставьте одно исправление.} ClaimDeniesItself {Утверждение не может опровергать само себя. Выберите другое.} FigureUpsideDown {Наименьшее число больше наибольшего. Поменяйте их местами.} RetractionOfRetraction {Это уже отозвано, и отзыв не отзывают. Если всё же было верно, внесите утверждение заново.} ClaimInUse {На это утверждение уже ссылаются другие: убрать его нельзя. Его можно отозвать.} NoSuchClaim {Такого утверждения здесь нет: возможно, его только что убрали.} HiddenSigns {В тексте есть невидимые знаки, которые меняют его вид. Наберите это место заново.} NobodyOfThatName {Здесь названо то, чего в папке нет.} IdTwice {Такая запись уже есть.} other {Эту запись нельзя внести: она противоречит сама себе или тому, что уже внесено.}}",
    uk: "{why, select, CircularChain {Шлях іде по колу: та сама особа або запис трапляється двічі. Приберіть зайву ланку.} CircularDerivation {Запис походить сам із себе. Перевірте, що з чого скопійовано.} CircularCorrection {Твердження виправляють одне одного по колу. Залиште одне виправлення.} ClaimDeniesItself {Твердження не може спростовувати саме себе. Виберіть інше.} FigureUpsideDown {Найменше число більше за найбільше. Поміняйте їх місцями.} RetractionOfRetraction {Це вже відкликано, а відкликання не відкликають. Якщо все ж було правильно, внесіть твердження знову.} ClaimInUse {На це твердження вже посилаються інші: прибрати його не можна. Його можна відкликати.} NoSuchClaim {Такого твердження тут немає: можливо, його щойно прибрали.} HiddenSigns {У тексті є невидимі знаки, які змінюють його вигляд. Наберіть це місце знову.} NobodyOfThatName {Тут названо те, чого в теці немає.} IdTwice {Такий запис уже є.} other {Цей запис не можна внести: він суперечить сам собі або тому, що вже внесено.}}",
    en: "{why, select, CircularChain {The way runs in a circle: the same person or record stands in it twice. Take one link out.} CircularDerivation {A record is derived from itself. Check which was copied from which.} CircularCorrection {The claims correct each other in a circle. Leave one correction.} ClaimDeniesItself {A claim cannot deny itself. Choose another one.} FigureUpsideDown {The least number is larger than the most. Change them round.} RetractionOfRetraction {This was retracted already, and a retraction is not retracted. If it was right after all, enter the claim anew.} ClaimInUse {Others speak of this claim already: it cannot be taken out. It can be retracted.} NoSuchClaim {There is no such claim here: perhaps it was just taken out.} HiddenSigns {The text has unseen signs in it that change how it looks. Type that place anew.} NobodyOfThatName {Something is named here that is not in the file.} IdTwice {There is such a record already.} other {This cannot be entered: it contradicts itself or what stands there already.}}",
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
  NotYetExpired: {
    ru: "Срок хранения этого дела ещё не вышел, или его никто не предложил уничтожить.",
    uk: "Строк зберігання цієї справи ще не вийшов, або її ніхто не запропонував знищити.",
    en: "This case's time has not run out, or nobody has proposed that it end.",
  },
  AnotherMustConfirm: {
    ru: "Подтвердить должен другой человек: вы это предложили.",
    uk: "Підтвердити має інша людина: ви це запропонували.",
    en: "Another person must confirm: you proposed it.",
  },
  NoSuchOutList: {
    ru: "Такой просьбы о списке нет.",
    uk: "Такого запиту на список немає.",
    en: "Nobody has asked for such a list.",
  },
  WrittenByNewer: {
    ru: "Часть этого дела записана более новой версией программы. Обновите программу и передайте дело ещё раз.",
    uk: "Частину цієї справи записано новішою версією програми. Оновіть програму й передайте справу ще раз.",
    en: "Part of this case was written by a newer version of the program. Update it, then hand the case over again.",
  },
  MoreThanAllowed: {
    ru: "Список вырос: разрешено строк — {most}. Попросите ещё раз.",
    uk: "Список збільшився: дозволено рядків — {most}. Попросіть ще раз.",
    en: "The list has grown: {most} rows were allowed. Ask once more.",
  },
  NotYourDuty: {
    ru: "Это не входит в ваши обязанности на этой линии. Попросите координатора.",
    uk: "Це не належить до ваших обов’язків на цій лінії. Попросіть координатора.",
    en: "This is not one of your duties on this line. Ask a coordinator.",
  },
  OnlyCoordinator: {
    ru: "Это может только координатор линии.",
    uk: "Це може лише координатор лінії.",
    en: "Only a coordinator of the line can do this.",
  },
  NotYourShift: {
    ru: "Это не ваша смена.",
    uk: "Це не ваша зміна.",
    en: "This is not your shift.",
  },
  DraftsStillParked: {
    ru: "Есть отложенные черновики: допишите их или закройте, потом сдавайте смену.",
    uk: "Є відкладені чернетки: допишіть їх або закрийте, потім здавайте зміну.",
    en: "There are parked drafts: finish or drop them, then hand the shift over.",
  },
  OwnHandOver: {
    ru: "Смену принимает следующий, а не тот, кто её сдал.",
    uk: "Зміну приймає наступний, а не той, хто її здав.",
    en: "The next shift takes it over, not the one who handed it over.",
  },
  NoSuchHandOver: {
    ru: "Такой сдачи смены нет.",
    uk: "Такої здачі зміни немає.",
    en: "There is no such hand-over.",
  },
  LinkedToItself: {
    ru: "Это то же самое дело: связывать не с чем.",
    uk: "Це та сама справа: пов'язувати нема з чим.",
    en: "This is the very same case: there is nothing to link.",
  },
  NoSuchLink: {
    ru: "Такой связи в деле нет.",
    uk: "Такого зв'язку у справі немає.",
    en: "There is no such link in the case.",
  },
  NoRoomForFiles: {
    ru: "На этом устройстве нет места для файлов письма. Освободите место или возьмите письмо на другом устройстве.",
    uk: "На цьому пристрої немає місця для файлів листа. Звільніть місце або візьміть лист на іншому пристрої.",
    en: "There is no room on this device for the files of the letter. Make room, or take the letter on another device.",
  },
  NoSuchAttachment: {
    ru: "Такого файла в деле нет.",
    uk: "Такого файлу у справі немає.",
    en: "There is no such file in the case.",
  },
  NobodyToAnswer: {
    ru: "Ответить сюда нельзя: письма от этой семьи в деле нет, или в их ящике больше нет места.",
    uk: "Відповісти сюди не можна: листа від цієї родини у справі немає, або в їхній скриньці більше немає місця.",
    en: "No answer can go there: this family's letter is not in the case, or their mailbox is full.",
  },
  TooManyLetters: {
    ru: "За один раз можно отложить не больше {most} писем.",
    uk: "За один раз можна відкласти не більше {most} листів.",
    en: "No more than {most} letters can be set aside at one time.",
  },
  LetterNotOpen: {
    ru: "Это письмо на этом устройстве не открыто: подождите или спросите координатора.",
    uk: "Цей лист на цьому пристрої не відкрито: зачекайте або запитайте координатора.",
    en: "This letter is not open on this device: wait, or ask the coordinator.",
  },
  TakenAlready: {
    ru: "Это письмо уже взято в дело {text}.",
    uk: "Цей лист уже взято у справу {text}.",
    en: "This letter has already been taken into case {text}.",
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
  NoSuchAppeal: {
    ru: "Такого обращения в деле нет.",
    uk: "Такого звернення у справі немає.",
    en: "There is no such appeal in the case.",
  },
  NoSuchDay: {
    ru: "Такого дня нет или он не ясен: «{text}». Например: 08.11.2022, 08.11, вчера.",
    uk: "Такого дня немає або він не ясний: «{text}». Наприклад: 08.11.2022, 08.11, вчора.",
    en: "There is no such day, or it is not clear: “{text}”. For example: 08.11.2022, 08.11, yesterday.",
  },
  BeforeItCouldBe: {
    ru: "По датам не сходится: {on} — раньше, чем письмо {before, select, dispatched {отправлено} received {получено} registered {зарегистрировано} forwarded {переслано} other {пришло}} ({beforeOn}).",
    uk: "За датами не сходиться: {on} — раніше, ніж лист {before, select, dispatched {надіслано} received {отримано} registered {зареєстровано} forwarded {переслано} other {надійшов}} ({beforeOn}).",
    en: "The dates do not fit: {on} is before the letter was {before, select, dispatched {sent} received {received} registered {registered} forwarded {forwarded} other {there}} ({beforeOn}).",
  },
  InTheFuture: {
    ru: "Этот день ещё не наступил: {on}.",
    uk: "Цей день ще не настав: {on}.",
    en: "This day has not come yet: {on}.",
  },
  AnswerDatedAfterItCame: {
    ru: "Ответ датирован {dated}, а пришёл {received}: так не бывает. Исправьте одну из дат.",
    uk: "Відповідь датовано {dated}, а надійшла {received}: так не буває. Виправте одну з дат.",
    en: "The answer is dated {dated} and came on {received}: that cannot be. Correct one of the dates.",
  },
  AppealIsGone: {
    ru: "Письмо уже отправлено: текст и подписи больше не меняются.",
    uk: "Лист уже надіслано: текст і підписи більше не змінюються.",
    en: "The letter has gone: its text and signatures no longer change.",
  },
  AppealNotSent: {
    ru: "Это письмо ещё не отправлено. Сначала отметьте отправку.",
    uk: "Цей лист ще не надіслано. Спочатку позначте відправлення.",
    en: "This letter has not been sent. Mark its dispatch first.",
  },
  AppealIsHeld: {
    ru: "Обращение придержано ради безопасности. Сначала снимите задержку.",
    uk: "Звернення притримано заради безпеки. Спочатку зніміть затримку.",
    en: "The appeal is held for somebody’s safety. Free it first.",
  },
  TooFewSignatories: {
    ru: "Коллективному обращению нужны хотя бы {least} подписи.",
    uk: "Колективному зверненню потрібні щонайменше {least} підписи.",
    en: "A collective appeal needs at least {least} signatories.",
  },
  WarningsUnanswered: {
    ru: "Есть предупреждения. Напишите, почему письмо всё же отправляется.",
    uk: "Є попередження. Напишіть, чому лист усе ж надсилається.",
    en: "There are warnings. Write why the letter goes out all the same.",
  },
};

/** What the screen fills into the words. */
export function refusalValues(refusal: Refusal): Readonly<Record<string, string | number>> {
  const { type: _, ...values } = refusal;
  return values;
}
