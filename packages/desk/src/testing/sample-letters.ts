/** Letters from families for the inbox on paper. Every name is invented. */
import { paperLetter, type PaperLetter } from "./paper-letters.ts";

const passedOn =
  "Нашим ребятам не дают ротацию уже одиннадцать месяцев, командир говорит, что отпусков не будет до конца.";

export const sampleLetters: readonly PaperLetter[] = [
  paperLetter(1, {
    soldierName: "Горностаев Лев",
    birth: "~23",
    region: "Псковская область",
    unit: "в/ч 00000",
    relation: "mother",
    callerName: "Мария",
    phone: "+7 998 000-00-00",
    safeHours: "после восьми вечера",
    mayBeCalled: "yes",
    danger: "now",
    service: "mobilised",
    lastContact: "вчера, с чужого телефона",
    source: "soldierTold",
    consent: ["help", "letters"],
    story:
      "Сын отказался возвращаться на позиции, его и ещё троих держат в подвале и не кормят.\n\nОн успел сказать, что сегодня ночью за ними приедут. Куда писать, мы не знаем.",
    files: [
      {
        name: "фото.jpg",
        kind: "image/jpeg",
        size: 200_000,
        where: { type: "Letter", file: "files/01.jpg" },
      },
    ],
  }),
  paperLetter(2, {
    soldierName: "Ветлугин Савва Ильич",
    birth: "08.03.2001",
    region: "Псковская область",
    unit: "в/ч 00000",
    relation: "sibling",
    danger: "soon",
    mayBeCalled: "no",
    story: "Брат не выходит на связь с третьего июня. Сослуживец сказал, что их увезли.",
  }),
  paperLetter(3, { soldierName: "Кречет Юрий", region: "Бурятия", relation: "spouse", story: passedOn }),
  paperLetter(4, { soldierName: "", region: "Бурятия", relation: "father", story: passedOn, language: "uk" }),
  paperLetter(5, { soldierName: "Иволгин Тарас", relation: "mother", story: passedOn }),
  paperLetter(6, { story: "Остекление балконов со скидкой только сегодня!" }),
  paperLetter(7, {}, { isDamaged: true }),
];
