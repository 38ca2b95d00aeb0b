/**
 * Ten times the calls: a whole day on a real server, played in seconds. The shift begins, the telephones do not stop, a coordinator
 * turns surge on, lines fall and come back, a laptop dies in mid-day, families are called back by one person at a time, and in
 * the evening the shift is handed over. Nothing is lost, nothing is there twice, and every promise is kept or stands on the list.
 *
 * ANSWERABLE_DEVICES=20 plays it with twenty laptops; a few by default.
 */
import { momentOf, type CaseId, type Draft } from "@answerable/casework";
import { memoryStore } from "@answerable/server";
import { expect, test } from "vitest";

import { bringIn, call, found, newId, openStage, PASSPHRASE, seen, until, type Laptop } from "./stage.ts";

const DEVICES = Number(process.env["ANSWERABLE_DEVICES"] ?? "4");
const CALLS_EACH = 8;
/** Ten in the morning where the desk is. */
const MORNING = Date.UTC(2026, 10, 23, 7);
const MINUTE = 60_000;

function chanceOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return { next, below: (most: number) => Math.floor(next() * most) };
}

interface Day {
  now: number;
  readonly laptops: readonly Laptop[];
  readonly cutOff: Set<Laptop>;
  /** What was said on the telephone, by the surname told. */
  readonly said: Map<string, { readonly case: CaseId; readonly draft: Draft }>;
  /** Who calls whom at this moment, as far as the server gave leases. */
  readonly calling: Map<string, Laptop>;
  spoken: number;
}

const queue = { type: "Queue", count: 1_000 } as const;
const duty = { type: "DutyNow" } as const;
const roster = { type: "Roster", text: "", list: "all", from: 0, count: 1_000 } as const;

test("a day with ten times the calls", { timeout: 300_000 }, async () => {
  const chance = chanceOf(75);
  const clock = { now: MORNING };
  const stage = openStage(memoryStore(), { now: () => clock.now, pace: 20 });
  const laptops = Array.from({ length: DEVICES }, (_, n) => stage.laptop(`стол ${n + 1}`));
  const [first, second] = laptops;
  if (!first || !second) throw new Error("a shift is at least two people");
  await found(first, "Вера");
  for (const [n, laptop] of laptops.slice(1).entries()) await bringIn(first, laptop, `Волонтёр ${n + 2}`);

  const day: Day = {
    laptops,
    cutOff: new Set(),
    said: new Map(),
    calling: new Map(),
    spoken: 0,
    get now() {
      return clock.now;
    },
    set now(moment) {
      clock.now = moment;
    },
  };
  for (const laptop of laptops) await begin(laptop, laptop === first);

  // The morning: the telephones begin, and the coordinator turns surge on.
  await calls(day, chance, CALLS_EACH / 4);
  await turnSurge(first, true);
  await heardOfSurge(day, first, true);
  await calls(day, chance, CALLS_EACH / 2);

  // One laptop dies in mid-call; what was typed and what was sealed are there when it starts again.
  const typed = call({ soldierName: "Недописанный" });
  await second.office().keepDraft(typed);
  await second.crash();
  await second.office().unlock(PASSPHRASE);
  await until(second.office(), ({ phase }) => phase === "open");
  expect((await second.office().drafts()).map(({ soldierName }) => soldierName)).toContain("Недописанный");
  await second.office().dropDraft(typed.id);

  // During surge only the urgent are called back; the others are counted as held, and none is forgotten.
  await settled(day);
  const busy = await second.office().ask(queue);
  expect(busy.counts.held).toBeGreaterThan(0);
  expect(busy.rows.filter(({ urgency, standing }) => urgency === "U3" && standing.type === "now")).toEqual(
    [],
  );
  await callBacks(day, chance, DEVICES * 2);

  // The afternoon: surge off, the rest are called.
  await turnSurge(first, false);
  await heardOfSurge(day, first, false);
  await calls(day, chance, CALLS_EACH / 4);
  await callBacks(day, chance, DEVICES * CALLS_EACH);

  await settled(day);
  await sayTheSame(day);
  await handOver(day, first, second);
  await stage.close();
});

async function begin(laptop: Laptop, isLead: boolean): Promise<void> {
  const { shift } = await laptop.office().ask(duty);
  expect((await laptop.office().do({ type: "BeginShift", case: shift, isLead })).ok).toBe(true);
}

async function turnSurge(laptop: Laptop, isOn: boolean): Promise<void> {
  const { shift, surge } = await laptop.office().ask(duty);
  const turned = await laptop
    .office()
    .do({ type: "SwitchSurge", case: shift, isOn, reason: "десятикратный день", seen: surge.standing });
  expect(turned.ok).toBe(true);
}

/** The coordinator's own line comes up first. Whoever has none hears of it when hers does. */
async function heardOfSurge(day: Day, coordinator: Laptop, isOn: boolean): Promise<void> {
  coordinator.plugItIn();
  day.cutOff.delete(coordinator);
  for (const laptop of day.laptops)
    if (!day.cutOff.has(laptop)) await seen(laptop.office(), duty, ({ surge }) => surge.isOn === isOn);
}

/** Everybody takes so many calls, in no order; lines fall and come back while they do. */
async function calls(day: Day, chance: ReturnType<typeof chanceOf>, each: number): Promise<void> {
  for (let round = 0; round < each; round += 1)
    for (const laptop of day.laptops) {
      day.now += MINUTE;
      weather(day, chance, laptop);
      await takeCall(day, chance, laptop);
    }
}

function weather(day: Day, chance: ReturnType<typeof chanceOf>, laptop: Laptop): void {
  if (day.cutOff.has(laptop)) {
    if (chance.next() < 0.5) {
      laptop.plugItIn();
      day.cutOff.delete(laptop);
    }
  } else if (chance.next() < 0.15) {
    laptop.pullTheCable();
    day.cutOff.add(laptop);
  }
}

async function takeCall(day: Day, chance: ReturnType<typeof chanceOf>, laptop: Laptop): Promise<void> {
  const n = day.said.size;
  const now = momentOf(day.now);
  const isUrgent = chance.next() < 0.2;
  const later = chance.next();
  const surge = (await laptop.office().ask(duty)).surge.isOn;
  const draft: Draft = {
    ...call({
      callerName: `Мать ${n}`,
      relation: "mother",
      soldierName: `Десятикратный${n} Пётр`,
      phones: [
        {
          raw: `+7 900 ${String(5_550_000 + n)}`,
          safeHours: "с 8 до 23",
          mayLeaveMessage: "no",
          maySayWhoWeAre: "no",
        },
      ],
      grievances: ["C1"],
      urgency: isUrgent ? "U2" : "U3",
      ...(later < 0.4 ? { disposition: "callBackSet" as const } : {}),
      ...(later >= 0.4 && later < 0.7
        ? { promise: { what: "Сказать, куда писать", due: "сегодня 22:00" } }
        : {}),
      ...(surge ? { followUp: "Спросить: часть, позывной, служба" } : {}),
    }),
    began: now,
    ended: now,
  };
  const id = newId<CaseId>();
  const command = { type: "RecordCall", draft, case: id } as const;
  const done = await laptop.office().do(command);
  expect(done).toEqual({ ok: true, value: { folder: id } });
  // A finger that stays on the key.
  if (chance.next() < 0.2) expect(await laptop.office().do(command)).toEqual(done);
  day.said.set(draft.soldierName, { case: id, draft });
}

async function callBacks(day: Day, chance: ReturnType<typeof chanceOf>, most: number): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    const laptop = day.laptops[chance.below(day.laptops.length)];
    if (!laptop) return;
    day.now += MINUTE;
    weather(day, chance, laptop);
    const office = laptop.office();
    const taken = await office.takeCallBack({});
    if (!taken.ok) continue;
    const held = (await office.ask({ type: "Queue", count: 0 })).held;
    if (!held) continue;
    const [number = ""] = held.item.phones;
    // Nobody else is calling this family at this moment.
    if (held.isLeased) {
      expect(day.calling.get(number) ?? laptop).toBe(laptop);
      day.calling.set(number, laptop);
    }
    const result = chance.next() < 0.7 ? "reached" : "noAnswer";
    const tried = await office.do({
      type: "TryCallBack",
      case: held.item.folder,
      task: held.item.task,
      result,
      note: "",
      later: "",
      closes: held.alsoWaiting.map(({ task }) => task),
      zone: held.item.zone,
    });
    expect(tried.ok).toBe(true);
    day.calling.delete(number);
    day.spoken += 1;
  }
}

/** The lines are up again, and everything that waited has gone. */
async function settled(day: Day): Promise<void> {
  for (const laptop of day.laptops) {
    laptop.plugItIn();
    day.cutOff.delete(laptop);
  }
  for (const laptop of day.laptops)
    await until(laptop.office(), ({ online, waiting }) => online && waiting === 0);
  for (const laptop of day.laptops)
    await seen(laptop.office(), roster, ({ total }) => total === day.said.size);
}

/** Nothing lost, nothing doubled, on every laptop; and of every promise it is known where it is. */
async function sayTheSame(day: Day): Promise<void> {
  expect(day.spoken).toBeGreaterThan(DEVICES);
  for (const laptop of day.laptops) {
    const office = laptop.office();
    const { rows } = await office.ask(roster);
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...day.said.keys()].toSorted());
    expect(new Set(rows.map(({ case: id }) => id)).size).toBe(day.said.size);
    const { all } = await office.ask({ type: "Counters" });
    expect(all.soldiers).toBe(day.said.size);
    expect(all.callers).toBe(day.said.size);
  }
  // The last tries travel still: in the end every laptop names the same families, in the same order.
  const waitingOn = async (laptop: Laptop) =>
    (await laptop.office().ask(queue)).rows.map(({ task }) => task).join();
  await expect
    .poll(async () => new Set(await Promise.all(day.laptops.map(waitingOn))).size, { timeout: 30_000 })
    .toBe(1);

  const [one] = day.laptops;
  const office = one?.office();
  if (!office) return;
  const tasks = (await office.ask({ type: "Tasks" })).rows;
  let kept = 0;
  for (const { case: id, draft } of day.said.values()) {
    const file = await office.ask({ type: "CaseFile", case: id });
    if (file.type !== "Here") throw new Error("every folder can be opened");
    expect(file.case.contacts.filter(({ channel }) => channel === "phoneIn")).toHaveLength(1);
    const promises = file.case.tasks.filter(({ kind }) => kind === "promise" || kind === "callback");
    const wanted = draft.disposition === "callBackSet" || draft.promise.what !== "";
    expect(promises.length).toBe(Number(wanted));
    for (const promise of promises) {
      if (promise.done) kept += 1;
      else expect(tasks.some(({ task }) => task === promise.id)).toBe(true);
    }
    // What surge hid is to be asked later.
    const asked = file.case.tasks.filter(({ what }) => what === draft.followUp && draft.followUp !== "");
    expect(asked).toHaveLength(Number(draft.followUp !== ""));
  }
  expect(kept).toBeGreaterThan(0);
}

async function handOver(day: Day, from: Laptop, to: Laptop): Promise<void> {
  const office = from.office();
  const { mine } = await office.ask(duty);
  const report = await office.ask({ type: "ShiftReport" });
  expect(report.team.contacts).toBeGreaterThanOrEqual(day.said.size);
  if (!mine) throw new Error("her shift was begun");
  const said = await office.do({
    type: "HandOverShift",
    case: mine.folder,
    news: "Десять раз больше звонков, одна часть.",
    ...report.own,
    urgent: report.urgent.map(({ case: id }) => id),
    promises: report.promises.map(({ folder, task, due }) => ({ folder, task, due })),
    parked: (await office.drafts()).length,
  });
  expect(said.ok).toBe(true);
  const told = await seen(to.office(), duty, ({ waiting }) => waiting.length === 1);
  const [waiting] = told.waiting;
  if (!waiting) throw new Error("it is there");
  const taken = { type: "TakeHandOver", case: waiting.folder, handOver: waiting.handOver.id } as const;
  expect(await office.do(taken)).toEqual({ ok: false, refusal: { type: "OwnHandOver" } });
  expect((await to.office().do(taken)).ok).toBe(true);
  await seen(office, duty, (now) => now.waiting.length === 0);
}
