/**
 * Letters that families have put through the practice helpline's slot: about men who have been called about, one text passed on by
 * several, one that is no letter for a helpline. All invented.
 */
import type { Report } from "@answerable/casework/intake";

const blank: Report = {
  v: 1,
  kind: "report",
  language: "ru",
  story: "",
  danger: "unknown",
  soldierName: "",
  birth: "",
  region: "",
  service: "",
  unit: "",
  lastContact: "",
  source: "",
  relation: "",
  callerName: "",
  phone: "",
  safeHours: "",
  mayLeaveMessage: "unasked",
  mayBeCalled: "no",
  consent: ["help"],
  files: [],
};

const passedOn =
  "Нашим мужьям одиннадцатый месяц не дают отпуска. Командир части сказал, что ротации не будет до конца, а раненых возвращают без комиссии. Просим проверить и ответить письменно.";

export const lettersFromFamilies: readonly Report[] = [
  {
    ...blank,
    danger: "now",
    soldierName: "Стрельников Данила",
    birth: "08.03.2001",
    region: "Ростовская область",
    service: "mobilised",
    relation: "sibling",
    callerName: "Алина",
    phone: "+7 998 000-07-01",
    safeHours: "после десяти вечера",
    mayBeCalled: "yes",
    mayLeaveMessage: "no",
    lastContact: "сегодня утром, с чужого телефона",
    source: "fellowSoldier",
    story:
      "Мой брат отказался идти на штурм, и его с другими заперли в подвале. Вчера их били. Сослуживец написал, что ночью за ними приедут.\n\nМама уже звонила вам, но ей не сказали всего.",
    consent: ["help", "letters"],
  },
  {
    ...blank,
    soldierName: "Хабибуллин Ильдар",
    region: "Татарстан",
    relation: "spouse",
    callerName: "Гузель",
    lastContact: "две недели назад",
    story: "Муж лежал в госпитале, потом его увезли, и никто не говорит куда. На письма не отвечают.",
    consent: ["help", "statistics"],
  },
  {
    ...blank,
    language: "uk",
    soldierName: "Журавель Остап",
    birth: "~1990",
    relation: "mother",
    callerName: "Оксана",
    danger: "soon",
    story:
      "Сина забрали з дому в окупованому місті, змусили підписати папери. Останній раз дзвонив у вересні, сказав, що їх везуть на навчання.",
  },
  ...["Лебедянский Роман", "Сычёв Артём", "Чижов Глеб"].map((soldierName, at): Report => ({
    ...blank,
    soldierName,
    unit: "в/ч 00000",
    region: "Забайкальский край",
    relation: "spouse",
    callerName: ["Ирина", "Вера", "Тамара"][at] ?? "",
    story: `${passedOn} Мой муж ${soldierName}.`,
  })),
  { ...blank, story: "Пластиковые окна и балконы со скидкой. Замер бесплатно, звоните сейчас." },
];
