/** What bench/import.mjs runs: a list laid beside a roster of drawn cards, and put into folders through the device's own decide, fold and seal. */
import {
  cardOf,
  cardToPayload,
  decide,
  foldSheet,
  type Command,
  type DeviceId,
  type Folder,
  type FolderId,
  type IncomingRow,
  type MemberId,
  type NewId,
  type SheetId,
} from "@answerable/casework";
import { idFrom } from "@answerable/wire";

import type { ListAnswer } from "../incoming/answers.ts";
import { openIncoming } from "../incoming/incoming.ts";
import { openLikeness } from "../likeness/likeness.ts";
import { todayOf } from "../queries/roster.ts";
import type { Recorded } from "../record.ts";
import { openRoster } from "../roster/roster.ts";
import { chanceOf } from "./chance.ts";
import { drawnCard, type Drawn } from "./likeness-at-scale.ts";

export interface ListAtScale {
  /** The keys of the roster, made while a person looks at the columns. */
  readonly ready: number;
  readonly check: number;
  readonly bringIn: number;
  readonly again: number;
  readonly first: ListAnswer["counts"];
  readonly second: ListAnswer["counts"];
  readonly cases: number;
  readonly longestBreath: number;
}

const now = Date.UTC(2026, 10, 22);

export async function listAtScale(
  reports: readonly Drawn[],
  lines: readonly IncomingRow[],
  breath: () => Promise<void>,
): Promise<ListAtScale> {
  const chance = chanceOf(5);
  const newId: NewId = () => idFrom(chance.bytes(16));
  const me: MemberId = newId();
  const today = todayOf(now, 180);
  const likeness = openLikeness(openRoster(me), me);
  for (const [at, drawn] of reports.entries())
    likeness.roster.put(
      {
        folder: idFrom<FolderId>(chanceOf(at + 1_000).bytes(16)),
        number: 1,
        place: at + 1,
        payload: { by: me, name: "Вера", card: cardToPayload(drawnCard(drawn, me, at)) },
      },
      false,
    );
  const clock = () => performance.now();
  let longestBreath = 0;
  let breathed = clock();
  const pause = async () => {
    longestBreath = Math.max(longestBreath, clock() - breathed);
    await breath();
    breathed = clock();
  };
  await likeness.build({ pause, now: clock, progress: () => undefined, isStopped: () => false });

  const folders = new Map<FolderId, Folder>();
  let place = reports.length;
  async function record(command: Command): Promise<Recorded> {
    if (!("case" in command) || command.case === undefined) throw new Error("a list speaks of folders");
    const before = folders.get(command.case);
    const decided = decide(
      {
        folder: before,
        by: me,
        at: today.now,
        today: today.day,
        newId,
        shift: command.case,
        shiftFolder: undefined,
        duties: ["coordinator"],
      },
      command,
    );
    if (!decided.ok) return decided;
    place += 1;
    const sheet = {
      id: newId<SheetId>(),
      number: (before?.sheets ?? 0) + 1,
      by: me,
      device: newId<DeviceId>(),
      at: today.now,
      events: decided.value.events,
      unknown: 0,
    } as const;
    const after = foldSheet(before, command.case, sheet);
    if (!after) throw new Error("a sheet that makes no folder");
    folders.set(command.case, after);
    const payload = { by: me, name: "Вера", card: cardToPayload(cardOf(after)) };
    likeness.roster.put({ folder: command.case, number: sheet.number, place, payload }, true);
    return { ok: true, value: { folder: command.case } };
  }

  let settled: () => void = () => undefined;
  const incoming = openIncoming({
    likeness,
    names: () => ({
      folderOfList: (print) => print.padEnd(22, "_").slice(0, 22) as FolderId, // a bench has no desk's secret
      folderOfLine: (name) => idFrom<FolderId>(chanceOf(hashOf(name)).bytes(16)),
    }),
    record,
    folder: async (id) => folders.get(id),
    isCoordinator: () => true,
    pause,
    now: clock,
    changed: () => settled(),
    broughtIn: () => undefined,
  });
  const until = (phase: ListAnswer["phase"]) =>
    new Promise<void>((resolve) => {
      settled = () => {
        if (incoming.answer({ type: "List", from: 0, count: 0 }).phase === phase) resolve();
      };
      settled();
    });
  const counts = () => incoming.answer({ type: "List", from: 0, count: 0 }).counts;
  async function timed(word: "Check" | "BringIn", phase: ListAnswer["phase"]): Promise<number> {
    const began = clock();
    await incoming.say({ type: word });
    await until(phase);
    return clock() - began;
  }
  const lay = (some: readonly IncomingRow[]) =>
    incoming.say({ type: "Lay", name: "Список", columns: [], lines: some, isFirst: true });

  breathed = clock();
  longestBreath = 0;
  // A list of one line is checked as soon as the keys are made.
  await lay(lines.slice(0, 1));
  const ready = await timed("Check", "checked");
  await lay(lines);
  const check = await timed("Check", "checked");
  const bringIn = await timed("BringIn", "done");
  const first = counts();
  await lay(lines);
  const again = await timed("Check", "checked");
  const second = counts();
  return { ready, check, bringIn, again, first, second, cases: folders.size - 1, longestBreath };
}

function hashOf(text: string): number {
  let sum = 7;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0;
  return sum;
}
