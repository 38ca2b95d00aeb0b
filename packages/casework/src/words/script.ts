/** What the volunteer may say next. One sentence or two, as one would say them on the telephone. */
import { ownWords } from "./vocabulary.ts";

export const scriptLines = ownWords({
  greeting: {
    ru: "Здравствуйте, горячая линия. Чем можем помочь?",
    uk: "Вітаю, гаряча лінія. Чим можемо допомогти?",
    en: "Hello, this is the helpline. How can we help?",
  },
  quiet: {
    ru: "Я вас не слышу. Если вам опасно говорить, положите трубку и напишите нам, когда сможете.",
    uk: "Я вас не чую. Якщо вам небезпечно говорити, покладіть слухавку й напишіть нам, коли зможете.",
    en: "I cannot hear you. If it is not safe to speak, hang up and write to us when you can.",
  },
  danger: {
    ru: "Спасибо, что сказали. Вы сейчас не одни, я с вами на линии. Есть ли кто-то рядом, кого можно позвать?",
    uk: "Дякую, що сказали. Ви зараз не самі, я з вами на лінії. Чи є хтось поруч, кого можна покликати?",
    en: "Thank you for telling me. You are not alone now, I am on the line with you. Is anyone near whom you could call?",
  },
  listen: {
    ru: "Я слушаю вас. Расскажите столько, сколько хочется.",
    uk: "Я слухаю вас. Розкажіть стільки, скільки хочеться.",
    en: "I am listening. Tell me as much as you like.",
  },
  inform: {
    ru: "Спросите, я постараюсь ответить. Если не знаю, узнаю и перезвоню.",
    uk: "Запитуйте, я спробую відповісти. Якщо не знаю, дізнаюся й передзвоню.",
    en: "Ask, and I will try to answer. If I do not know, I will find out and call back.",
  },
  safe: {
    ru: "Вам сейчас безопасно говорить?",
    uk: "Вам зараз безпечно говорити?",
    en: "Is it safe for you to speak now?",
  },
  callBack: {
    ru: "Хорошо, коротко: на какой номер и в какое время вам можно перезвонить?",
    uk: "Добре, коротко: на який номер і о котрій вам можна передзвонити?",
    en: "All right, briefly: at what number and at what hour may we call you back?",
  },
  phone: {
    ru: "На случай, если связь прервётся: по какому номеру вам перезвонить и когда можно?",
    uk: "На випадок, якщо зв’язок перерветься: за яким номером вам передзвонити і коли можна?",
    en: "In case the line drops: at what number may we call you back, and when?",
  },
  consent: {
    ru: "Мы запишем ваш рассказ, чтобы помочь, и никому его не покажем. Вы согласны? Можно ли писать письма от вашего имени?",
    uk: "Ми запишемо вашу розповідь, щоб допомогти, і нікому її не покажемо. Ви згодні? Чи можна писати листи від вашого імені?",
    en: "We will write down what you tell us in order to help, and show it to nobody. Do you agree? May we write letters in your name?",
  },
  caller: {
    ru: "Как к вам обращаться и кем он вам приходится?",
    uk: "Як до вас звертатися і ким він вам доводиться?",
    en: "What shall I call you, and how are you related to him?",
  },
  soldierName: {
    ru: "Как его фамилия, имя, отчество?",
    uk: "Як його прізвище, ім’я, по батькові?",
    en: "What is his full name?",
  },
  birth: {
    ru: "Когда он родился? Если не помните день, хватит года.",
    uk: "Коли він народився? Якщо не пам’ятаєте дня, досить року.",
    en: "When was he born? The year will do.",
  },
  region: { ru: "Из какого он региона?", uk: "З якого він регіону?", en: "What region is he from?" },
  service: {
    ru: "Он срочник, мобилизованный или служит по контракту?",
    uk: "Він строковик, мобілізований чи служить за контрактом?",
    en: "Is he a conscript, mobilised, or under contract?",
  },
  unit: {
    ru: "Знаете ли вы номер части? Место, где они сейчас стоят, не называйте.",
    uk: "Чи знаєте ви номер частини? Місце, де вони зараз стоять, не називайте.",
    en: "Do you know the number of his unit? Do not tell me where they are now.",
  },
  lastContact: {
    ru: "Когда он последний раз выходил на связь и как?",
    uk: "Коли він востаннє виходив на зв’язок і як?",
    en: "When was he last in contact, and how?",
  },
  whatHappened: { ru: "Что случилось?", uk: "Що сталося?", en: "What has happened?" },
  whoTold: { ru: "От кого вы это знаете?", uk: "Від кого ви це знаєте?", en: "Who told you this?" },
  writtenTo: {
    ru: "Вы уже куда-нибудь писали? Когда, и что ответили?",
    uk: "Ви вже кудись писали? Коли, і що відповіли?",
    en: "Have you written to anyone yet? When, and what did they answer?",
  },
  promise: {
    ru: "Скажите, что мы сделаем и когда перезвоним. Обещайте только то, что сделаете.",
    uk: "Скажіть, що ми зробимо і коли передзвонимо. Обіцяйте лише те, що зробите.",
    en: "Say what we will do and when we will call. Promise only what you will do.",
  },
  closing: {
    ru: "Спасибо, что позвонили. Запишите номер обращения: по нему вас узнает любой из нас.",
    uk: "Дякую, що зателефонували. Запишіть номер звернення: за ним вас упізнає будь-хто з нас.",
    en: "Thank you for calling. Write down the number of your case: any of us will know you by it.",
  },
});

/** What is done after the call. */
export const nextSteps = ownWords({
  shiftLead: {
    ru: "Сразу сообщите старшему смены.",
    uk: "Одразу повідомте старшого зміни.",
    en: "Tell the shift lead at once.",
  },
  stayOnLine: {
    ru: "Не вешайте трубку, пока рядом с человеком никого нет; назовите телефон экстренной помощи.",
    uk: "Не кладіть слухавку, поки поруч із людиною нікого немає; назвіть телефон екстреної допомоги.",
    en: "Do not hang up while the person is alone; give the emergency number.",
  },
  noHarm: {
    ru: "Ничего не публикуйте: место и день могут навредить тем, кого удерживают.",
    uk: "Нічого не публікуйте: місце і день можуть зашкодити тим, кого утримують.",
    en: "Publish nothing: a place and a day may harm those who are held.",
  },
  heldDetails: {
    ru: "Запишите: с какого дня удерживают, сколько человек, кто сторожит, чем угрожают.",
    uk: "Запишіть: від якого дня утримують, скільки людей, хто стереже, чим погрожують.",
    en: "Note since when they are held, how many, who guards them, what they are threatened with.",
  },
  crimeReport: {
    ru: "Подготовьте сообщение о преступлении и попросите талон о его приёме.",
    uk: "Підготуйте повідомлення про злочин і попросіть талон про його прийняття.",
    en: "Prepare a crime report, and ask for the receipt.",
  },
  askUnit: {
    ru: "Напишите командиру части и в военкомат: где он и что с ним.",
    uk: "Напишіть командирові частини й до військкомату: де він і що з ним.",
    en: "Write to the unit commander and the commissariat: where he is, and how.",
  },
  tracing: {
    ru: "Помогите семье подать запрос в агентство МККК по розыску.",
    uk: "Допоможіть родині подати запит до агентства МКЧХ з розшуку.",
    en: "Help the family to open a tracing request with the ICRC.",
  },
  neverInferDeath: {
    ru: "Не говорите о гибели, пока её не подтвердили двое: назовите только то, что известно, и от кого.",
    uk: "Не говоріть про загибель, поки її не підтвердили двоє: назвіть лише те, що відомо, і від кого.",
    en: "Do not speak of death until two have confirmed it: say only what is known, and from whom.",
  },
  papersOfCallUp: {
    ru: "Соберите повестку, документы об отсрочке или здоровье и день, когда их показали военкомату.",
    uk: "Зберіть повістку, документи про відстрочку або здоров’я і день, коли їх показали військкомату.",
    en: "Collect the call-up papers, the proof of deferral or health, and the day it was shown to the commissariat.",
  },
  courtLimit: {
    ru: "Проверьте, не истекает ли срок для обращения в суд.",
    uk: "Перевірте, чи не спливає строк для звернення до суду.",
    en: "Check whether the time limit for going to court is ending.",
  },
  trainingDates: {
    ru: "Запишите дни: призыв, прибытие в часть, чему и сколько учили, отправка.",
    uk: "Запишіть дні: призов, прибуття до частини, чого й скільки навчали, відправлення.",
    en: "Note the days: call-up, arrival, what training and how long, departure.",
  },
  fourMonths: {
    ru: "Срочника не могут послать в бой раньше чем через 4 месяца службы и обучения: запишите день призыва.",
    uk: "Строковика не можуть послати в бій раніше ніж за 4 місяці служби й навчання: запишіть день призову.",
    en: "A conscript may not be sent to combat before 4 months of service and training: note the day of call-up.",
  },
  whatIsMissing: {
    ru: "Запишите, чего не хватает, в каком состоянии выданное и что купили сами.",
    uk: "Запишіть, чого бракує, у якому стані видане і що купили самі.",
    en: "Note what is missing, the state of what was issued, and what the family bought.",
  },
  medicalPapers: {
    ru: "Запишите диагноз, документы и день, когда просили врача или комиссию.",
    uk: "Запишіть діагноз, документи і день, коли просили лікаря або комісію.",
    en: "Note the diagnosis, the papers, and the day a doctor or a board was asked for.",
  },
  payPapers: {
    ru: "Запишите, за какой месяц не заплатили, сколько и какой был приказ.",
    uk: "Запишіть, за який місяць не заплатили, скільки і який був наказ.",
    en: "Note the month unpaid, the sum, and the order.",
  },
  report: {
    ru: "Пусть он подаст письменный рапорт и сохранит копию с отметкой.",
    uk: "Нехай він подасть письмовий рапорт і збереже копію з позначкою.",
    en: "Let him file a written report and keep a stamped copy.",
  },
  complainOfSilence: {
    ru: "Возьмите номер и день регистрации письма: по ним проверим срок и пожалуемся прокурору.",
    uk: "Візьміть номер і день реєстрації листа: за ними перевіримо строк і поскаржимося прокуророві.",
    en: "Take the number and day of registration: with them we check the term and complain to the prosecutor.",
  },
  callerSafety: {
    ru: "Договоритесь о безопасном времени и способе связи; не оставляйте сообщений.",
    uk: "Домовтеся про безпечний час і спосіб зв’язку; не залишайте повідомлень.",
    en: "Agree on a safe hour and way to be in touch; leave no messages.",
  },
  noMoney: {
    ru: "Скажите: никому не переводите деньги за новости о нём и не сообщайте данные карт.",
    uk: "Скажіть: нікому не переказуйте гроші за новини про нього й не повідомляйте дані карток.",
    en: "Tell the family: pay nobody for news of him, and give out no card details.",
  },
  support: {
    ru: "Предложите разговор с психологом или группу родных.",
    uk: "Запропонуйте розмову з психологом або групу рідних.",
    en: "Offer a talk with a psychologist, or a group of relatives.",
  },
});
