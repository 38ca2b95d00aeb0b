/** Letters of the sample helpline: one overdue, one extended, one forwarded, one told by the family, one not sent yet. */
import type { AppealCommand, AppealId, CaseId, Command, FolderId, Moment, NewId } from "@answerable/casework";

type Record = (command: Command, at: Moment) => FolderId;

export function recordSampleAppeals(cases: readonly CaseId[], newId: NewId, record: Record): void {
  const at = (day: string) => `${day}T10:00:00.000Z` as Moment;
  function letter(place: number, office: string, more: Partial<AppealCommand> = {}) {
    const [id, appeal] = [cases[place] ?? ("" as CaseId), newId<AppealId>()];
    const of = { case: id, appeal };
    record(
      {
        type: "DraftAppeal",
        ...of,
        pack: "ru-military-families",
        route: "r.governor",
        authority: "ru.governor",
        office,
        region: "RU-KRS",
        ground: "g.training",
        complainedOf: [],
        kind: "individual",
        template: "t.appeal.individual",
        slots: {},
        signatories: [
          {
            name: "Горностаева Марфа Ильинична",
            relation: "mother",
            soldier: "Горностаев Прохор Андреевич",
            consent: "written",
            address: "394000, Воронеж, а/я 7",
          },
        ],
        ...more,
      } as AppealCommand, // the overrides are fields of a draft
      at("2022-09-27"),
    );
    const send = (on: string) =>
      record({ type: "DispatchAppeal", ...of, on, by: "hand", proof: "proved", tracking: "" }, at(on));
    const register = (on: string, number: string) =>
      record({ type: "RegisterAppeal", ...of, on, number, proof: "proved" }, at(on));
    return { of, send, register };
  }

  const silent = letter(8, "Губернатор Курской области");
  silent.send("2022-09-28");
  silent.register("2022-09-29", "01-14/118");

  const extended = letter(1, "Министерство обороны РФ", { route: "r.mod", authority: "ru.mod" });
  extended.send("2022-09-30");
  extended.register("2022-10-03", "212/7/844");
  record(
    {
      type: "ExtendAppeal",
      ...extended.of,
      dated: "2022-10-28",
      until: "2022-12-02",
      reason: "запросили часть",
    },
    at("2022-10-31"),
  );

  const collective = letter(8, "Губернатор Воронежской области", {
    kind: "collective",
    template: "t.appeal.collective",
    signatories: [
      {
        name: "Горностаева Марфа Ильинична",
        relation: "mother",
        soldier: "Горностаев Прохор Андреевич",
        consent: "written",
        address: "394000, Воронеж, а/я 7",
      },
      { name: "Лугова Дарья Сергеевна", relation: "spouse", soldier: "Лугов Пётр Ильич", consent: "written" },
      {
        name: "Ерёмина Вера Павловна",
        relation: "mother",
        soldier: "Ерёмин Олег Юрьевич",
        consent: "spoken",
      },
    ],
  });
  collective.send("2022-10-10");
  collective.register("2022-10-11", "к-77");
  record(
    {
      type: "ForwardAppeal",
      ...collective.of,
      on: "2022-10-17",
      proof: "proved",
      isWhole: true,
      child: newId<AppealId>(),
      notice: "исх. 31",
      route: "r.mil-prosecutor",
      authority: "ru.mil-prosecutor.garrison",
      office: "Военная прокуратура Воронежского гарнизона",
    },
    at("2022-10-20"),
  );

  const told = letter(4, "Военный комиссариат Брянской области", {
    route: "r.mil-prosecutor",
    authority: "ru.mil-prosecutor.garrison",
  });
  record(
    { type: "DispatchAppeal", ...told.of, on: "2022-09-20", by: "post", proof: "told", tracking: "" },
    at("2022-09-27"),
  );

  const answered = letter(2, "Губернатор Курской области", { ground: "g.pay" });
  answered.send("2022-09-22");
  answered.register("2022-09-23", "01-14/97");
  record(
    {
      type: "AnswerAppeal",
      ...answered.of,
      kind: "formal",
      dated: "2022-10-20",
      received: "2022-10-26",
      number: "",
      summary: "Ваше обращение рассмотрено, изложенное принято к сведению.",
    },
    at("2022-10-26"),
  );

  letter(3, "Губернатор Орловской области");
}
