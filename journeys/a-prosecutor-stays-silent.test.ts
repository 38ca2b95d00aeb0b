import { execFileSync } from "node:child_process";
/**
 * A prosecutor stays silent. Three families sign one letter; the governor's office registers it, passes it on and takes
 * more time; the prosecutor it went to says nothing. The clock is moved by hand: on the last lawful day nobody is accused,
 * on the next the silence stands on every laptop of the desk, with the next letter drafted.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type {
  AppealCommand,
  AppealId,
  BoardList,
  BoardQuery,
  CaseId,
  LettersQuery,
  ThreadQuery,
} from "@answerable/casework";
import { pdfOf } from "@answerable/desk/letters";
import { memoryStore } from "@answerable/server";
import { afterEach, expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { call, enrol, found, newId, openStage, seen, type Laptop, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

let today = "2022-11-07";
const clock = () => Date.parse(`${today}T10:00:00Z`);

const board = (list: BoardList): BoardQuery => ({ type: "Board", list, from: 0, count: 10, lang: "ru" });
const offices = async (laptop: Laptop, list: BoardList) =>
  (await laptop.office().ask(board(list))).rows.map(({ office }) => office);

const governor = "Губернатор Воронежской области";
const prosecutor = "Военная прокуратура Воронежского гарнизона";

test(
  "three families, one letter, and a silence that begins on the right day",
  { timeout: 60_000 },
  async () => {
    stage = openStage(memoryStore());
    const [ninas, olegs] = [stage.laptop("kitchen", clock), stage.laptop("bureau", clock)];
    await found(ninas, "Дежурная Нина");
    await enrol(ninas, olegs, "Дежурный Олег");
    const tell = async (command: AppealCommand) => {
      const done = await ninas.office().do(command);
      if (!done.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(done.refusal)}`);
    };

    // The call from which the letter grows.
    const id = newId<CaseId>();
    await ninas.office().do({
      type: "RecordCall",
      case: id,
      draft: call({
        callerName: "Инна",
        relation: "spouse",
        consent: ["help", "letters"],
        soldierName: "Дубровин Павел Андреевич",
        region: "Воронежская область",
        summary: "Две недели подготовки, потом передовая. После обстрела не выходит на связь.",
        source: "fellowSoldier",
      }),
    });

    // One text, three signatories, each with her own soldier and her own consent.
    const letter = newId<AppealId>();
    const of = { case: id, appeal: letter };
    await tell({
      type: "DraftAppeal",
      ...of,
      pack: "ru-military-families",
      route: "r.governor",
      authority: "ru.governor",
      office: governor,
      region: "RU-VOR",
      ground: "g.withdrawal",
      complainedOf: [],
      kind: "collective",
      template: "t.appeal.collective",
      slots: {},
      signatories: [
        {
          name: "Дубровина Инна Сергеевна",
          relation: "spouse",
          soldier: "Дубровин Павел Андреевич",
          consent: "written",
          address: "394000, Воронеж, а/я 7",
        },
        {
          name: "Саенко Лидия Романовна",
          relation: "mother",
          soldier: "Саенко Роман Петрович",
          consent: "written",
        },
        {
          name: "Цой Марина Олеговна",
          relation: "spouse",
          soldier: "Цой Сергей Викторович",
          consent: "spoken",
        },
      ],
    });

    // It is read as the page it will be, without a warning, and made into a file on this laptop.
    const { letters } = await ninas.office().ask<LettersQuery>({ type: "Letters", of: [of], lang: "ru" });
    const [made] = letters;
    if (!made) throw new Error("no letter was made");
    expect(made.guards).toEqual([]);
    expect(made.page.signatures).toHaveLength(3);
    const fonts = (name: string) =>
      readFileSync(new URL(`../packages/desk/src/letters/fonts/${name}`, import.meta.url));
    const pdf = await pdfOf(
      [made.page],
      { regular: fonts("PTSerif-Regular.ttf"), bold: fonts("PTSerif-Bold.ttf") },
      async () => true,
    );
    if (!pdf) throw new Error("no PDF was made");
    if (existsSync("/usr/bin/pdftotext")) {
      const file = join(tmpdir(), `answerable-${process.pid}-letter.pdf`);
      writeFileSync(file, pdf);
      const text = execFileSync("/usr/bin/pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      rmSync(file);
      for (const words of ["Губернатору Воронежской области", "Дубровиной Инне", "Цой Марина Олеговна"])
        expect(text).toContain(words);
    }
    await tell({ type: "CheckAppeal", ...of, warnings: [], reason: "" });
    await tell({ type: "DispatchAppeal", ...of, on: "07.11", by: "hand", proof: "proved", tracking: "" });

    today = "2022-11-09";
    await tell({ type: "RegisterAppeal", ...of, on: "вчера", number: "01-11/4410", proof: "proved" });
    // What cannot be is not taken down.
    const impossible = await ninas.office().do({
      type: "AnswerAppeal",
      ...of,
      kind: "formal",
      dated: "01.11.2022",
      received: "08.11.2022",
      number: "",
      summary: "",
    });
    expect(impossible).toMatchObject({ ok: false, refusal: { type: "BeforeItCouldBe" } });

    // A part of it goes on to the prosecutor, who has a clock of his own from his own registration.
    today = "2022-11-16";
    const child = newId<AppealId>();
    await tell({
      type: "ForwardAppeal",
      ...of,
      on: "14.11",
      proof: "proved",
      isWhole: false,
      child,
      notice: "исх. 77",
      route: "r.mil-prosecutor",
      authority: "ru.mil-prosecutor.garrison",
      office: prosecutor,
    });
    today = "2022-11-22";
    await tell({
      type: "RegisterAppeal",
      case: id,
      appeal: child,
      on: "18.11",
      number: "4-3115",
      proof: "proved",
    });

    // The governor takes more time, in time.
    today = "2022-12-05";
    await tell({
      type: "ExtendAppeal",
      ...of,
      dated: "02.12",
      until: "07.01.2023",
      reason: "запрошены сведения",
    });

    // The last lawful day of both readings is Monday the 19th: nobody is accused.
    today = "2022-12-19";
    expect(await offices(ninas, "overdue")).toEqual([]);
    expect(await offices(ninas, "due")).toEqual([prosecutor]);

    // On the 20th the silence stands on both laptops.
    today = "2022-12-20";
    expect(await offices(ninas, "overdue")).toEqual([prosecutor]);
    expect(await offices(ninas, "silent")).toEqual([prosecutor]);
    const there = await seen(
      olegs.office(),
      board("overdue"),
      ({ rows }) => rows.length === 1 && rows[0]?.office === prosecutor,
    );
    expect(there.rows[0]).toMatchObject({
      office: prosecutor,
      date: { kind: "overdueFrom", day: "2022-12-20" },
    });

    // Whoever scans the number on an answer that came back finds the case by it.
    const scanned = { type: "Roster", text: made.page.number, list: "all", from: 0, count: 5 } as const;
    expect((await ninas.office().ask(scanned)).rows.map((row) => row.case)).toEqual([id]);

    // Each date tells how it was found, and how well its law was checked.
    const thread = await ninas.office().ask<ThreadQuery>({ type: "Thread", case: id, lang: "ru" });
    if (thread.type !== "Here") throw new Error("the case is not here");
    expect(thread.letters.map(({ appeal, depth, overlays }) => [appeal.office, depth, overlays])).toEqual([
      [governor, 0, ["extended"]],
      [prosecutor, 1, ["answer-late"]],
    ]);
    const silent = thread.letters[1];
    const answer = silent?.clocks.find(({ rule }) => rule === "proc.answer");
    expect(answer).toMatchObject({ state: "late", level: "T", day: "2022-12-20" });
    expect(answer?.trace.join("\n")).toContain("18.11.2022");

    // The next step is the prosecutor above; its letter fills itself.
    const step = silent?.next.find(({ route }) => route === "r.mil-prosecutor");
    expect(step).toMatchObject({ authority: "ru.mil-prosecutor.district" });
    if (!step?.template) throw new Error("no next step is offered");
    const next = newId<AppealId>();
    await tell({
      type: "DraftAppeal",
      case: id,
      appeal: next,
      pack: "ru-military-families",
      route: step.route,
      authority: step.authority,
      office: step.office,
      complainedOf: [prosecutor],
      kind: "individual",
      template: step.template,
      slots: {},
      signatories: (thread.letters[0]?.appeal.signatories ?? [])
        .slice(0, 1)
        .map(({ name, relation, soldier, consent, address }) => ({
          name,
          relation,
          soldier,
          consent,
          ...(address === undefined ? {} : { address }),
        })),
      after: { appeal: child, why: step.why },
    });
    const drafted = await ninas
      .office()
      .ask<LettersQuery>({ type: "Letters", of: [{ case: id, appeal: next }], lang: "ru" });
    expect(drafted.letters[0]?.guards).toEqual([]);
    expect(drafted.letters[0]?.page.blocks[0]?.lines).toEqual(["В Военную прокуратуру округа"]);
    expect(await offices(ninas, "unsent")).toEqual([step.office]);

    // Who answers and who does not; and a calendar for the wall, without a name.
    const answering = await ninas.office().ask({ type: "Answering" });
    expect(answering[0]).toMatchObject({ office: prosecutor, sent: 1, silent: 1 });
    const { file } = await ninas.office().ask({ type: "Calendar", lang: "ru" });
    expect(file).toContain("BEGIN:VEVENT");
    for (const name of ["Дубровин", "Саенко", "прокуратура", "Воронеж"]) expect(file).not.toContain(name);

    // Nothing of it could be read on the way.
    const crossed = stage.heard.map((text) => ["wire", Buffer.from(text)] as const);
    expect(hitsIn(crossed, ["Дубровин", "Саенко", "Цой Марина", "01-11/4410", "Воронежского"])).toEqual([]);
  },
);
