/**
 * Twenty people call hundreds of families back on a bad day: lines fall, answers are lost, laptops die in mid-call, and
 * some forget that they are still holding one. Real rules, real leases; only sealing is left out, and no clock but the world's own.
 * ANSWERABLE_CALLBACKS=10000 for as many families as a surge brings.
 */
import {
  cardOf,
  decide,
  folderFor,
  foldSheet,
  momentOf,
  openQueueOrder,
  queueFolderOf,
  queueOf,
  sameNumber,
  type Command,
  type Day,
  type Event,
  type FactId,
  type Folder,
  type FolderId,
  type MemberId,
  type PersonId,
  type QueueFolder,
  type Sheet,
  type SheetId,
  type TaskId,
} from "@answerable/casework";
import type { LeaseName } from "@answerable/seal";
import { memoryStore } from "@answerable/server";
import { idFrom, Unreachable, utf8, type DeskId } from "@answerable/wire";
import { expect, test } from "vitest";

import { openCallBacks, type CallBacks } from "./callbacks.ts";
import { chanceOf, type Chance } from "./testing/chance.ts";

const START = Date.UTC(2026, 10, 22, 6);
const desk = "desk__________________" as DeskId;
const name22 = (text: string) => text.padEnd(22, "_");
/** Two families in three have a number of their own; the others call about two of theirs. */
const numberOf = (n: number) =>
  `+7900${String(1_000_000 + (n % 3 === 0 ? n : n - (n % 3) + 1)).padStart(7, "0")}`;

interface World {
  readonly log: { readonly folder: FolderId; readonly sheet: Sheet }[];
  readonly states: Map<FolderId, { readonly file: Folder; readonly queued: QueueFolder | undefined }>;
  readonly open: Set<FolderId>;
  now: number;
  isHealed: boolean;
}

function put(world: World, folder: FolderId, sheet: Sheet): void {
  world.log.push({ folder, sheet });
  const file = foldSheet(world.states.get(folder)?.file, folder, sheet);
  if (!file) return;
  world.states.set(folder, { file, queued: queueFolderOf(folder, cardOf(file)) });
  if (file.tasks.some((task) => task.done === undefined)) world.open.add(folder);
  else world.open.delete(folder);
}

function filled(items: number): World {
  const world: World = { log: [], states: new Map(), open: new Set(), now: START, isHealed: false };
  for (let n = 0; n < items; n += 1) {
    const folder = name22(`case${n}`) as FolderId;
    const person = name22(`person${n}`) as PersonId; // an id of the paper office
    const events: Event[] = [
      { type: "CaseOpened", case: folder, kind: "soldier", number: `N${n}` },
      { type: "PersonAdded", person, calledAs: "", relation: "mother" },
      {
        type: "FactStated",
        fact: name22(`fact${n}`) as FactId,
        about: person,
        field: "phone",
        value: numberOf(n),
        known: numberOf(n),
        sure: true,
        source: "sawHimself",
        setsAside: [],
      },
      ...(n % 50 === 0
        ? [{ type: "UrgencySet" as const, urgency: "U1" as const, rules: [], reason: "" }]
        : []),
      { type: "TaskSet", task: name22(`task${n}`) as TaskId, kind: "callback", what: "", person },
    ];
    put(world, folder, {
      id: name22(`s${n}`) as SheetId,
      number: 1,
      by: "desk" as MemberId,
      device: "device" as never,
      at: momentOf(START - (items - n) * 1_000),
      events,
      unknown: 0,
    });
  }
  return world;
}

interface State {
  readonly file: Folder;
  readonly queued: QueueFolder | undefined;
}

interface Person {
  readonly step: () => Promise<void>;
  readonly holds: () => string | undefined;
  readonly pending: () => number;
}

function person(
  world: World,
  at: {
    readonly n: number;
    readonly chance: Chance;
    readonly store: ReturnType<typeof memoryStore>;
    readonly calling: Map<string, number>;
  },
): Person {
  const { n, chance, store, calling } = at;
  const me = name22(`member${n}`) as MemberId;
  /** What lies on her disk: the log as far as she has it, and what she said and could not send. */
  let seen = 0;
  const here = new Map<FolderId, State>();
  const byNumber = new Map<string, Set<FolderId>>();
  const waiting = openQueueOrder();
  let pending: { readonly folder: FolderId; readonly sheet: Sheet }[] = [];
  let isOnLine = true;
  let callBacks: CallBacks;
  let said = 0;

  const cut = () => !world.isHealed && (!isOnLine || chance.next() < 0.04);
  function absorb(folder: FolderId, sheet: Sheet): void {
    const file = foldSheet(here.get(folder)?.file, folder, sheet);
    if (file) lay(folder, { file, queued: queueFolderOf(folder, cardOf(file)) });
  }
  /** As the roster does: a folder with nothing to call about leaves the queue's own list. */
  function lay(folder: FolderId, state: State): void {
    here.set(folder, state);
    waiting.put(folder, state.queued);
    for (const phone of state.queued?.items[0]?.phones ?? [])
      byNumber.set(phone, (byNumber.get(phone) ?? new Set()).add(folder));
  }
  function pull(): void {
    const mine = new Set(pending.map(({ folder }) => folder));
    // Folders nobody else had touched are the world's own; what she put on top is there already.
    for (const { folder } of world.log.slice(seen)) {
      const state = world.states.get(folder);
      if (state && !mine.has(folder)) lay(folder, state);
    }
    seen = world.log.length;
  }
  function push(): void {
    for (const { folder, sheet } of pending)
      put(world, folder, { ...sheet, number: (world.states.get(folder)?.file.sheets ?? 0) + 1 });
    pending = [];
  }
  function leaseName(what: string): LeaseName {
    const id = (text: string) => idFrom<never>(utf8(text).slice(-16)); // stands for the HMAC: the same for all, of that number
    return { token: id(`****************${what}`), claim: id(`****************${n} ${what}`) };
  }
  async function perform(command: Command) {
    const folder = folderFor(command);
    if (folder === undefined) throw new Error("nobody calls in today");
    const decided = decide(
      {
        folder: here.get(folder)?.file,
        by: me,
        at: momentOf(world.now),
        today: "2026-11-22" as Day,
        newId: () => name22(`${n}n${(said += 1)}`) as never,
        shift: name22("shift") as FolderId,
        shiftFolder: undefined,
      },
      command,
    );
    if (!decided.ok) return decided;
    const sheet: Sheet = {
      id: name22(`${n}s${(said += 1)}`) as SheetId,
      number: 0,
      by: me,
      device: "device" as never,
      at: momentOf(world.now),
      events: decided.value.events,
      unknown: 0,
    };
    pending.push({ folder, sheet });
    absorb(folder, sheet);
    return { ok: true, value: { folder } } as const;
  }
  function start(): void {
    callBacks = openCallBacks({
      member: me,
      queue: waiting,
      mayWork: () => true,
      isSurge: () => false,
      now: () => world.now,
      leaseName,
      async lease({ token, claim }, seconds) {
        if (cut()) throw new Unreachable("no line");
        const { isHeld, until } = await store.lease({
          desk,
          token,
          claim,
          now: world.now,
          until: world.now + seconds * 1_000,
        });
        if (cut()) throw new Unreachable("the answer was lost");
        return {
          type: isHeld ? "Held" : "Taken",
          seconds: Math.max(0, Math.ceil((until - world.now) / 1_000)),
        };
      },
      async catchUp() {
        if (cut()) throw new Unreachable("no line");
        push();
        pull();
      },
      perform,
      changed: () => undefined,
    });
  }
  start();
  pull();

  function numberHeld(): string | undefined {
    const held = callBacks.held();
    return held?.isLeased === true ? here.get(held.folder)?.queued?.items[0]?.phones[0] : undefined;
  }

  /** Five tries in vain: there is a letter to write. */
  const toWrite = () =>
    queueOf(
      [...waiting].flatMap((queued) =>
        queued.items.some((one) => (one.tries?.length ?? 0) > 4) ? [queued] : [],
      ),
      callBacks.at(),
    ).find(({ standing }) => standing.type === "write")?.task;

  return {
    holds: numberHeld,
    pending: () => pending.length,
    async step() {
      isOnLine = chance.next() < (isOnLine ? 0.97 : 0.2);
      if (!cut()) {
        push();
        pull();
        await callBacks.arrived();
      }
      const held = callBacks.held();
      if (!held) {
        const first = await callBacks.take();
        const isEmpty = !first.ok && first.refusal.type === "QueueEmpty";
        const unreached = isEmpty ? toWrite() : undefined;
        const taken = unreached === undefined ? first : await callBacks.take(unreached);
        const number = taken.ok && taken.value.isLeased ? numberHeld() : undefined;
        if (number !== undefined) {
          // Nobody else believes to hold it at this moment.
          expect(calling.get(number) ?? 0, number).toBeLessThanOrEqual(world.now);
          if (taken.ok) calling.set(number, Date.parse(taken.value.until));
        }
        return;
      }
      const fate = world.isHealed ? 0.5 : chance.next();
      const number = numberHeld();
      if (fate < 0.03) {
        start(); // the laptop died in mid-call; its lease runs on, and it may find it again
        if (number !== undefined) calling.delete(number);
        return;
      }
      if (fate < 0.05) return; // still speaking, or asleep
      const items = queueOf(
        [...new Set(byNumber.get(number ?? "")).add(held.folder)].flatMap(
          (folder) => here.get(folder)?.queued ?? [],
        ),
        callBacks.at(),
      );
      const item = items.find(({ task }) => task === held.task);
      const result =
        item?.standing.type === "write"
          ? "written"
          : item === undefined || fate >= 0.3
            ? "reached"
            : fate < 0.2
              ? "noAnswer"
              : "busy";
      const command: Command =
        fate > 0.97
          ? { type: "SkipCallBack", case: held.folder, task: held.task, reason: "tooHard", note: "" }
          : {
              type: "TryCallBack",
              case: held.folder,
              task: held.task,
              result,
              note: "",
              later: "",
              closes: item ? sameNumber(items, item).map(({ task }) => task) : [],
              zone: "Europe/Moscow",
            };
      await perform(command);
      if (number !== undefined) calling.delete(number);
      await callBacks.said(command);
    },
  };
}

/** The whole day of docs/surge.md: ANSWERABLE_CALLBACKS=10000 */
const many = Number(process.env["ANSWERABLE_CALLBACKS"] ?? 120);

test.each([
  [many, 20, 1],
  [200, 7, 3],
  [60, 20, 4],
])(
  "of %i call-backs on %i bad devices none is lost and none is called by two at once (seed %i)",
  { timeout: 900_000 },
  async (items, devices, seed) => {
    const chance = chanceOf(seed);
    const world = filled(items);
    const store = memoryStore();
    const calling = new Map<string, number>();
    const people = Array.from({ length: devices }, (_, n) => person(world, { n, chance, store, calling }));
    let leased = 0;
    const isOpen = () => world.open.size > 0;
    let idle = 0;
    for (
      let round = 0;
      round < 100_000 && (isOpen() || people.some((one) => one.pending() > 0));
      round += 1
    ) {
      // At night nobody is called: time runs on until somebody may be.
      world.now += chance.below(90_000) + (idle > devices ? 3_600_000 : 0);
      if (round > items / devices) world.isHealed = chance.next() < 0.5;
      const first = chance.below(devices);
      await Promise.all([0, 1, 2].map((more) => people[(first + more) % devices]?.step()));
      const numbers = people.flatMap((one) => one.holds() ?? []);
      leased += numbers.length;
      idle = numbers.length === 0 ? idle + 3 : 0;
      expect(new Set(numbers).size, "two hold one number").toBe(numbers.length);
    }
    expect(leased).toBeGreaterThan(items / 10);
    // Every item was answered, and each by somebody who spoke with that number.
    const files = [...world.states.values()].map(({ file }) => file);
    expect(files).toHaveLength(items);
    expect(files.flatMap((file) => file.tasks).filter((task) => task.done === undefined)).toEqual([]);
    const spoken = new Set(
      files.flatMap((file) =>
        file.tasks.flatMap((task) =>
          task.tries?.some(({ result }) => result === "reached" || result === "written")
            ? [file.facts[0]?.known]
            : [],
        ),
      ),
    );
    expect(files.filter((file) => !spoken.has(file.facts[0]?.known))).toEqual([]);
  },
);
