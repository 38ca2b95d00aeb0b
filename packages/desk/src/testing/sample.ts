/**
 * A day at a helpline, for tests and drawings of the screens. Every name here is invented. Ids and times are counted, not
 * drawn, so that two drawings of one screen are the same.
 */
import {
  addMinutes,
  emptyDraft,
  momentOf,
  type CaseId,
  type Draft,
  type DraftId,
  type MemberId,
  type Moment,
  type NewId,
} from "@answerable/casework";

import { openPaperOffice, type PaperOffice } from "./paper-office.ts";
import { recordSampleAppeals } from "./sample-appeals.ts";

export const noon = momentOf(Date.parse("2022-11-08T11:42:07Z"));

export function countedIds(prefix = "id"): NewId {
  let n = 0;
  return <T extends string>() => {
    n += 1;
    return `${prefix}${String(n).padStart(22 - prefix.length, "0")}` as T; // 22 symbols, as every id has
  };
}

export function openSampleOffice(
  more: { readonly now?: () => Moment; readonly phase?: "open" | "locked" | "empty" } = {},
): PaperOffice & { readonly cases: readonly CaseId[]; readonly newId: NewId; readonly me: MemberId } {
  const newId = countedIds();
  const [me, ada, oleg] = [newId<MemberId>(), newId<MemberId>(), newId<MemberId>()];
  const office = openPaperOffice({
    now: more.now ?? (() => noon),
    newId,
    me,
    members: [
      { id: me, name: "Вера" },
      { id: ada, name: "Ада" },
      { id: oleg, name: "Олег" },
    ],
    phase: more.phase ?? "open",
  });
  const people = [me, ada, oleg];
  const cases = calls.map((call, at) => {
    const began = addMinutes(noon, -47 * (calls.length - at) - at * 13);
    const { later = [], ...told } = call;
    const draft = {
      ...emptyDraft(newId<DraftId>(), began),
      ended: addMinutes(began, 4),
      kind: "aboutSoldier",
      safeToSpeak: "yes",
      consent: ["help", "statistics"],
      ...told,
    } as Draft; // the overrides are fields of a draft
    const by = people[at % people.length] ?? me;
    const folder = office.record(
      { type: "RecordCall", draft, case: newId<CaseId>() },
      by,
      addMinutes(began, 4),
    );
    for (const [minutes, more] of later)
      office.record(
        {
          type: "RecordCall",
          draft: {
            ...draft,
            ...more,
            id: newId<DraftId>(),
            attachTo: folder,
            began: addMinutes(began, minutes),
            ended: addMinutes(began, minutes + 3),
          },
          case: folder,
        },
        me,
        addMinutes(began, minutes + 3),
      );
    if (at % 4 === 1) office.record({ type: "SetOwner", case: folder, owner: by }, by, addMinutes(began, 9));
    if (at % 5 === 2)
      office.record(
        { type: "MoveStage", case: folder, stage: "waitingForAuthority", reason: "" },
        by,
        addMinutes(began, 12),
      );
    return folder;
  });
  recordSampleAppeals(cases, newId, (command, at) => office.record(command, ada, at));
  linkSampleCases(office, cases, me);
  return { ...office, cases, newId, me };
}

/** A pair that nobody was sure of, and three cases of one man. */
function linkSampleCases(office: PaperOffice, cases: readonly CaseId[], me: MemberId): void {
  const strip = [
    { field: "surname", level: "same" },
    { field: "birth", level: "oneOff" },
  ];
  const said = [
    [9, 8, "unsure"],
    [1, 0, "same"],
    [2, 1, "same"],
  ] as const;
  for (const [from, to, verdict] of said) {
    const [id, other] = [cases[from], cases[to]];
    if (id && other)
      office.record({ type: "LinkSoldier", case: id, other, verdict, why: "", strip }, me, noon);
  }
}

type Call = Partial<Omit<Draft, "writtenTo">> & {
  readonly writtenTo?: Draft["writtenTo"];
  readonly later?: readonly (readonly [minutes: number, more: Partial<Draft>])[];
};
const phone = (raw: string) =>
  [{ raw, safeHours: "после 19", mayLeaveMessage: "no", maySayWhoWeAre: "no" }] as const;

const calls: readonly Call[] = [
  {
    callerName: "Зоя",
    relation: "mother",
    phones: phone("+7 900 555-01-12"),
    soldierName: "Кравцуненко Леонид Ефимович",
    birth: "2001",
    region: "Курская область",
    service: "conscript",
    grievances: ["I1"],
    summary: "Не платят третий месяц, в части говорят ждать.",
  },
  {
    callerName: "Тамара",
    relation: "spouse",
    phones: phone("+7 900 555-01-13"),
    soldierName: "Ветлужников Аркадий",
    birth: "~34",
    region: "Воронеж",
    service: "mobilised",
    grievances: ["D2", "D5"],
    summary: "Бронежилет купили сами, каски старые. Муж просит не называть часть.",
  },
  {
    callerName: "Раиса Павловна",
    relation: "mother",
    phones: phone("+7 900 555-01-14"),
    soldierName: "Шелудяков Мирон Саввич",
    birth: "12.04.1998",
    region: "Белгородская область",
    service: "mobilised",
    grievances: ["A1", "C1"],
    summary: "Последний звонок из учебного центра, обещал позвонить вечером.",
    lastContact: "~29.10",
    source: "soldierTold",
    promise: { what: "Перезвонить, когда ответит часть", due: "" },
  },
  {
    callerName: "",
    relation: "sibling",
    phones: phone("+7 900 555-01-15"),
    soldierName: "Бочкарёв-Лунин Тихон",
    birth: "2000",
    region: "Липецк",
    service: "contractPressed",
    grievances: ["G5", "B5"],
    summary: "Подписал контракт под угрозой, брат слышал это по телефону.",
    source: "sawHimself",
  },
  {
    callerName: "Елизавета",
    relation: "partner",
    phones: phone("+7 900 555-01-16"),
    soldierName: "Домрачёв Яков Никитич",
    birth: "1989",
    region: "Тамбовская область",
    service: "mobilised",
    grievances: ["H2"],
    summary: "Осколок в плече, до госпиталя не везут четвёртый день.",
    fate: "wounded",
    whereabouts: "atFront",
    source: "soldierTold",
  },
  {
    callerName: "Галина",
    relation: "auntUncle",
    phones: phone("+7 900 555-01-17"),
    soldierName: "Пересветов Савва",
    birth: "1995",
    region: "Курск",
    grievances: ["J1"],
    summary: "Спрашивает об отпуске по семейным обстоятельствам.",
  },
  {
    callerName: "Нина",
    relation: "mother",
    phones: phone("+7 900 555-01-18"),
    soldierName: "Чернозуб Фаддей Львович",
    birth: "2003",
    region: "Орёл",
    service: "conscript",
    grievances: ["E2"],
    summary: "Срочника отправили к границе, мать узнала от сослуживца.",
    source: "fellowSoldier",
  },
  {
    callerName: "Инга",
    relation: "spouse",
    phones: phone("+7 900 555-01-19"),
    soldierName: "Сухоруков-Валь Демьян",
    birth: "1984",
    region: "Брянская область",
    service: "mobilised",
    grievances: ["A3"],
    summary: "В военкомате одно, в части другое: то жив, то нет в списках.",
    writtenTo: {
      authority: "военный комиссариат области",
      sentOn: "21.10.2022",
      number: "114/к",
      answer: "",
    },
  },
  {
    callerName: "Марфа Ильинична",
    relation: "mother",
    phones: phone("+7 900 555-01-20"),
    soldierName: "Горностаев Прохор Андреевич",
    birth: "08.03.01",
    region: "Воронежская область",
    service: "mobilised",
    unit: "в/ч 00000",
    callSign: "Стриж",
    lastContact: "~03.11",
    lastContactHow: "звонок с чужого телефона",
    lastContactFrom: "Луганская область",
    fate: "noContact",
    whereabouts: "atFront",
    grievances: ["G2", "F1", "E1"],
    summary:
      "Отказался идти без командира. Держат в подвале, обещали расстрелять, если не пойдут. Сын успел сказать две минуты.",
    source: "soldierTold",
    writtenTo: { authority: "Военная прокуратура гарнизона", sentOn: "04.11.2022", number: "", answer: "" },
    promise: { what: "Перезвонить и сказать, что ответила прокуратура", due: "завтра 18:00" },
    later: [
      [
        96,
        {
          callerName: "Ульяна",
          relation: "spouse",
          phones: phone("+7 900 555-01-21"),
          birth: "2002",
          region: "Воронеж",
          callSign: "",
          lastContact: "вчера",
          grievances: ["F1"],
          summary: "Жена: вчера пришло сообщение с незнакомого номера, что он жив и его не кормят.",
          source: "fellowSoldier",
          writtenTo: { authority: "", sentOn: "", number: "", answer: "" },
          promise: { what: "", due: "" },
        },
      ],
    ],
  },
  {
    callerName: "Василиса",
    relation: "child",
    phones: phone("+7 900 555-01-22"),
    soldierName: "Горностаев Прохор Иванович",
    birth: "1979",
    region: "Пенза",
    service: "volunteer",
    grievances: ["K1"],
    summary: "У всех забрали телефоны, отец писал с чужого.",
  },
  {
    callerName: "Пелагея",
    relation: "grandparent",
    phones: phone("+7 900 555-01-23"),
    soldierName: "Заиграев Клим",
    birth: "1999",
    region: "Рязань",
    service: "mobilised",
    grievances: ["A1"],
    summary: "Внук не звонит две недели.",
  },
  {
    callerName: "Ксения",
    relation: "spouse",
    phones: phone("+7 900 555-01-24"),
    soldierName: "Тихоступ Авдей Кузьмич",
    birth: "1991",
    region: "Курская область",
    service: "mobilised",
    grievances: ["B2", "B3"],
    summary: "Негоден по здоровью, комиссии не было, отправили в тот же день.",
  },
];
