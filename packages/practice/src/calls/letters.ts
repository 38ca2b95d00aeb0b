/**
 * The letters of the practice helpline. The article's own acts of appeal come first, at their real dates: the demand of the
 * Voronezh relatives of 7 November 2022, the letter about the brigade to the governor. What the authorities then did to our
 * letters is invented, so that the board has each kind: overdue, silent, extended, forwarded, estimated, due this week.
 */
import {
  addDays,
  dayOf,
  type AppealCommand,
  type Day,
  type Moment,
  type SignatoryGiven,
} from "@answerable/casework";

type Bare<T> = T extends unknown ? Omit<T, "case" | "appeal" | "child"> : never;

export interface LetterStep {
  /** The key of the call whose case it belongs to. */
  readonly into: string;
  /** A key of ours for the letter, and for the one that it was forwarded into. */
  readonly letter: string;
  readonly child?: string;
  /** When it was taken down. */
  readonly on: Day;
  readonly command: Bare<AppealCommand>;
}

const pack = "ru-military-families";

function draft(
  more: Partial<Extract<Bare<AppealCommand>, { type: "DraftAppeal" }>> & { readonly office: string },
): Bare<AppealCommand> {
  return {
    type: "DraftAppeal",
    pack,
    route: "r.governor",
    authority: "ru.governor",
    complainedOf: [],
    kind: "individual",
    template: "t.appeal.individual",
    slots: {},
    signatories: [],
    ...more,
  };
}
function by(
  name: string,
  [relation, soldier]: readonly [relation: SignatoryGiven["relation"], soldier: string],
  address?: string,
): SignatoryGiven {
  return { name, relation, soldier, consent: "written", ...(address === undefined ? {} : { address }) };
}
function sent(on: Day, way: "hand" | "post" = "hand"): Bare<AppealCommand> {
  return { type: "DispatchAppeal", on, by: way, proof: way === "hand" ? "proved" : "told", tracking: "" };
}
function registered(on: Day, number: string): Bare<AppealCommand> {
  return { type: "RegisterAppeal", on, number, proof: "proved" };
}

const demand = `Нас не слышат. Наших родных мобилизовали, две недели держали на полигоне и отправили на передовую.
Они рыли окопы без командиров; после обстрела часть людей не выходит на связь.
На вопрос родных ответили, что сообщения о потерях — провокация; ни одного факта не названо.`;

export function lettersFor(today: Moment): readonly LetterStep[] {
  const at = (text: string) => text as Day; // days of the article, written out
  const ago = (days: number) => addDays(dayOf(today, 180), -days);
  const step = (into: string, letter: string) => (on: Day, command: Bare<AppealCommand>, child?: string) => ({
    into,
    letter,
    on,
    command,
    ...(child === undefined ? {} : { child }),
  });
  const voronezh = step("voronezh-relatives", "demand");
  const governor = step("voronezh-relatives", "demand-governor");
  const sister = step("kursk-town-hall-sister", "sister");
  const brigade = step("brigade-wife", "brigade-governor");
  const rally = step("kursk-first-rally", "rally");
  const second = step("kursk-second-rally", "second");
  const signatories = [
    by("Дубровина Инна Сергеевна", ["spouse", "Дубровин Павел Андреевич"], "394000, Воронеж, а/я 7"),
    by("Саенко Лидия Романовна", ["mother", "Саенко Роман Петрович"]),
    by("Кривошеева Ольга Ивановна", ["sibling", "Кривошеев Антон Иванович"]),
  ];
  return [
    // The demand of 7 November 2022, put on paper: to the military prosecutor, who stays silent.
    voronezh(
      at("2022-11-08"),
      draft({
        route: "r.mil-prosecutor",
        authority: "ru.mil-prosecutor.garrison",
        office: "Военная прокуратура Воронежского гарнизона",
        region: "RU-VOR",
        ground: "g.withdrawal",
        kind: "collective",
        template: "t.appeal.collective",
        slots: { facts: demand },
        signatories,
      }),
    ),
    voronezh(at("2022-11-09"), sent(at("2022-11-09"))),
    voronezh(at("2022-11-12"), registered(at("2022-11-10"), "к-2217")),

    // The same to the governor: extended in time, then forwarded to the ministry, which has a clock of its own.
    governor(
      at("2022-11-09"),
      draft({
        office: "Губернатор Воронежской области",
        region: "RU-VOR",
        ground: "g.withdrawal",
        kind: "collective",
        template: "t.appeal.collective",
        slots: { facts: demand },
        signatories,
      }),
    ),
    governor(at("2022-11-09"), sent(at("2022-11-09"))),
    governor(at("2022-11-12"), registered(at("2022-11-10"), "01-11/4410")),
    governor(
      at("2022-11-21"),
      {
        type: "ForwardAppeal",
        on: at("2022-11-16"),
        proof: "proved",
        isWhole: false,
        notice: "исх. 01-11/4410-2",
        route: "r.mod",
        authority: "ru.mod",
        office: "Министерство обороны РФ",
      },
      "demand-ministry",
    ),
    governor(at("2022-12-09"), {
      type: "ExtendAppeal",
      dated: at("2022-12-07"),
      until: at("2023-01-09"),
      reason: "Запрошены сведения в военном ведомстве.",
    }),
    step("voronezh-relatives", "demand-ministry")(
      at("2022-12-01"),
      registered(at("2022-11-22"), "173/4/901"),
    ),

    // Sent by the sister herself; nobody knows whether and when it was registered.
    sister(
      at("2022-11-08"),
      draft({
        route: "r.mil-prosecutor",
        authority: "ru.mil-prosecutor.garrison",
        office: "Военная прокуратура Курского гарнизона",
        region: "RU-KRS",
        ground: "g.training",
        signatories: [
          by("Горшенёва Лариса Вадимовна", ["sibling", "Горшенёв Артём Вадимович"], "305000, Курск, а/я 12"),
        ],
      }),
    ),
    sister(at("2022-11-08"), sent(at("2022-11-08"), "post")),

    // The letter to the governor of Primorye: a formal answer, within the term.
    brigade(
      at("2022-11-10"),
      draft({
        office: "Губернатор Приморского края",
        region: "RU-PRI",
        ground: "g.health",
        signatories: [
          by("Ким Наталья Олеговна", ["spouse", "Ким Эдуард Сергеевич"], "690000, Владивосток, а/я 3"),
        ],
      }),
    ),
    brigade(at("2022-11-10"), sent(at("2022-11-10"))),
    brigade(at("2022-11-12"), registered(at("2022-11-11"), "11/3077")),
    brigade(at("2022-12-05"), {
      type: "AnswerAppeal",
      kind: "formal",
      dated: at("2022-12-01"),
      received: at("2022-12-05"),
      number: "11/3077-о",
      summary: "Обращение рассмотрено, действия командования признаны умелыми.",
    }),

    // Today's board: one falls due this week, one waits to be signed.
    rally(
      ago(28),
      draft({
        office: "Губернатор Курской области",
        region: "RU-KRS",
        ground: "g.missing",
        signatories: [
          by("Лыкова Марина Юрьевна", ["mother", "Лыков Никита Олегович"], "305000, Курск, а/я 31"),
        ],
      }),
    ),
    rally(ago(28), sent(ago(28))),
    rally(ago(26), registered(ago(26), "01-14/902")),
    second(
      ago(1),
      draft({
        route: "r.mod",
        authority: "ru.mod",
        office: "Министерство обороны РФ",
        ground: "g.equipment",
        signatories: [],
      }),
    ),
  ];
}
