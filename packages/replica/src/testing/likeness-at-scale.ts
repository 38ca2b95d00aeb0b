/** What bench/matches.mjs runs: a desk's cards from drawn reports, the index over them, matches and search, and a full pass. */
import { cardToPayload, momentOf, type CaseId, type MemberId } from "@answerable/casework";
import { idFrom } from "@answerable/wire";

import type { MatchesAnswer } from "../likeness/answers.ts";
import { openLikeness } from "../likeness/likeness.ts";
import { openPass } from "../likeness/pass.ts";
import type { NamesWorker } from "../likeness/reading-ahead.ts";
import { answerCounters } from "../queries/counters.ts";
import { answerMatches } from "../queries/matches.ts";
import { answerRoster, todayOf } from "../queries/roster.ts";
import { openRoster } from "../roster/roster.ts";
import { cardWith } from "./a-card.ts";
import { chanceOf } from "./chance.ts";
import { sight } from "./likeness-of.ts";

/** As the matching bench draws them. */
export interface Drawn {
  readonly name: string;
  readonly birth: string;
  readonly region: string;
  readonly unit: string;
  readonly caller: string;
  readonly phone: string;
}
export interface AtScale {
  readonly loaded: number;
  readonly built: number;
  readonly longestBreath: number;
  readonly matches: readonly number[];
  readonly begun: readonly number[];
  readonly searches: readonly number[];
  readonly changed: readonly number[];
  readonly pass: {
    readonly milliseconds: number;
    readonly proposals: number;
    readonly longestBreath: number;
  };
  /** What is proposed for a name: for whoever asks from another thread. Holds all of it, so that its memory can be told. */
  readonly ask: (name: string) => MatchesAnswer;
}

const now = Date.UTC(2026, 10, 22);

export async function likenessAtScale(
  reports: readonly Drawn[],
  {
    withPass,
    memory,
    breath,
    namesWorker,
  }: {
    readonly withPass: boolean;
    /** As the desk starts one; none: names are read in the worker that indexes. */
    readonly namesWorker?: () => NamesWorker;
    readonly memory: (what: string) => void;
    /** One turn for everybody else. */
    readonly breath: () => Promise<void>;
  },
): Promise<AtScale> {
  const chance = chanceOf(5);
  const me = idFrom<MemberId>(chance.bytes(16));
  const today = todayOf(now, 180);
  let breathed = performance.now();
  const likeness = openLikeness(openRoster(me), me, namesWorker && (() => heardAsBreath(namesWorker())));
  /** Who waits for names to be read is held by nothing. */
  function heardAsBreath(worker: NamesWorker): NamesWorker {
    worker.addEventListener("message", () => {
      breathed = performance.now();
    });
    return worker;
  }
  const put = (folder: CaseId, number: number, place: number, drawn: Drawn) =>
    likeness.roster.put(
      {
        folder,
        number,
        place,
        payload: { by: me, name: "Вера", card: cardToPayload(drawnCard(drawn, me, place)) },
      },
      false,
    );
  // Made anew each time: kept, they would be counted into the roster's memory.
  const idOf = (at: number) => idFrom<CaseId>(chanceOf(at + 1_000).bytes(16));
  let began = performance.now();
  for (const [at, drawn] of reports.entries()) put(idOf(at), 1, at + 1, drawn);
  const loaded = performance.now() - began;
  memory("roster");

  let longestBreath = 0;
  const pause = async () => {
    longestBreath = Math.max(longestBreath, performance.now() - breathed);
    await breath();
    breathed = performance.now();
  };
  began = performance.now();
  breathed = began;
  const clock = () => performance.now();
  await likeness.build({ pause, progress: () => undefined, isStopped: () => false, now: clock });
  const built = performance.now() - began;
  const buildBreath = longestBreath;
  memory("roster and index");

  const ask = (drawn: Drawn, soldierName: string) =>
    answerMatches(
      likeness,
      { ...drawn, type: "Matches", soldierName, phones: [drawn.phone], callSign: "", dogTag: "" },
      today,
    );
  const any = () => chance.pick(reports);
  for (let warm = 0; warm < 100; warm += 1) ask(any(), any().name);
  const matches = times(400, () => ask(any(), any().name));
  const begun = times(400, () => {
    const { name } = any();
    ask(
      { name: "", birth: "", region: "", unit: "", caller: "", phone: "" },
      name.slice(0, 3 + chance.below(6)),
    );
  });
  const searches = times(400, () =>
    answerRoster(
      likeness,
      { type: "Roster", text: any().name, list: "all", from: 0, count: 50 },
      { today, sight },
    ),
  );
  const changed = times(200, () => {
    const at = chance.below(reports.length);
    put(idOf(at), 2, reports.length + at, any());
    answerCounters(likeness, today);
  });

  longestBreath = 0;
  const pass = openPass({
    likeness,
    pause,
    now: clock,
    changed: () => undefined,
    keep: () => undefined,
    kept: undefined,
  });
  began = performance.now();
  breathed = began;
  if (withPass) await pass.begin();
  return {
    loaded,
    built,
    longestBreath: buildBreath,
    matches,
    begun,
    searches,
    changed,
    pass: {
      milliseconds: performance.now() - began,
      proposals: pass.proposals().length,
      longestBreath,
    },
    ask: (name) => ask({ name, birth: "", region: "", unit: "", caller: "", phone: "" }, name),
  };
}

export function drawnCard(drawn: Drawn, me: MemberId, place: number) {
  const list = (text: string) => (text === "" ? [] : [text]);
  return cardWith({
    opened: momentOf(now - (place % 100_000) * 300_000),
    names: list(drawn.name),
    births: list(drawn.birth),
    regions: list(drawn.region),
    units: list(drawn.unit),
    people: [{ calledAs: drawn.caller, relation: "mother", phones: list(drawn.phone) }],
    members: [me],
    contacts: [[Math.floor(now / 60_000) - (place % 100_000) * 5, 0, 0]],
    summary: summaryOf(place),
    grievances: ["A1"],
  });
}

function times(count: number, go: () => void): readonly number[] {
  return Array.from({ length: count }, () => {
    const began = performance.now();
    go();
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
}

const saidOften =
  "две недели не выходит на связь в части молчат последний раз звонил из под города раненый лежит в госпитале просят узнать где находится " +
  "был контракт закончился не отпускают командир угрожает отправить снова без лечения мать просит помочь написать прокурору документы забрали " +
  "телефон отключён сослуживцы говорят пропал после выхода на задание жена получила выписку хочет знать правду ребёнок болеет нужен отпуск";
const words = saidOften.split(" ");

/** A hundred letters or so in which hardly anything is as on the card before. */
function summaryOf(place: number): string {
  const chance = chanceOf(place);
  return Array.from({ length: 10 + chance.below(8) }, () =>
    chance.happens(0.1) ? String(chance.below(90_000)) : chance.pick(words),
  ).join(" ");
}
