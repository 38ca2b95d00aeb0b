/** The letters of the practice helpline are ones the desk would take, and its board has one of each kind. */
import {
  boardLines,
  cardOf,
  decide,
  foldSheet,
  momentOf,
  type AppealCommand,
  type AppealId,
  type BoardList,
  type Brand,
  type CaseId,
  type DeviceId,
  type Event,
  type Folder,
  type MemberId,
  type Moment,
  type NewId,
  type SheetId,
} from "@answerable/casework";
import { packs } from "@answerable/replica";
import { expect, test } from "vitest";

import { articleCalls } from "./article.ts";
import { lettersFor } from "./letters.ts";

const today = momentOf(Date.parse("2026-11-20T10:00:00Z"));
let made = 0;
const newId: NewId = <T extends Brand<string, string>>() =>
  String((made += 1)).padStart(22, "0") as unknown as T; // 22 symbols
const [nina, device] = [newId<MemberId>(), newId<DeviceId>()];

function foldersOf(): ReadonlyMap<string, Folder> {
  const folders = new Map<string, Folder>();
  const ids = new Map<string, AppealId>();
  const idOf = (key: string): AppealId => {
    const id = ids.get(key) ?? newId<AppealId>();
    ids.set(key, id);
    return id;
  };
  const put = (key: string, id: CaseId, at: Moment, events: readonly Event[]) => {
    const before = folders.get(key);
    const number = (before?.sheets ?? 0) + 1;
    const after = foldSheet(before, id, {
      id: newId<SheetId>(),
      number,
      by: nina,
      device,
      at,
      events,
      unknown: 0,
    });
    if (after) folders.set(key, after);
  };
  for (const step of lettersFor(today).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const at = momentOf(Date.parse(`${step.on}T16:00:00Z`));
    if (!folders.has(step.into)) {
      const id = newId<CaseId>();
      put(step.into, id, at, [{ type: "CaseOpened", case: id, kind: "soldier", number: "ABEK1234" }]);
    }
    const folder = folders.get(step.into);
    if (!folder) throw new Error("no folder");
    const command = {
      ...step.command,
      case: folder.id,
      appeal: idOf(step.letter),
      ...(step.child === undefined ? {} : { child: idOf(step.child) }),
    } as AppealCommand; // the steps leave out only what is put in here
    const shift = newId<CaseId>();
    const decided = decide(
      { folder, by: nina, at, today: step.on, newId, shift, shiftFolder: undefined },
      command,
    );
    expect(decided, `${step.letter} ${command.type}`).toMatchObject({ ok: true });
    if (decided.ok) put(step.into, folder.id, at, decided.value.events);
  }
  return folders;
}

test("every letter belongs to a call, and the desk takes each of its steps", () => {
  const keys = new Set(articleCalls.map(({ key }) => key));
  expect(lettersFor(today).filter(({ into }) => !keys.has(into))).toEqual([]);
  expect(foldersOf().size).toBeGreaterThan(4);
});

test("the board has a letter in each list but the one of calendars to come", () => {
  const lists = new Set<BoardList>();
  const overlays = new Set<string>();
  for (const folder of foldersOf().values()) {
    const card = cardOf(folder);
    if (card.type !== "Case") continue;
    for (const line of boardLines(
      card.appeals,
      (id) => packs().get(id),
      () => "2026-11-20" as never,
    )) {
      for (const list of line.lists) lists.add(list);
      for (const overlay of line.overlays) overlays.add(overlay);
    }
  }
  expect([...lists].sort()).toEqual(["answered", "due", "estimated", "open", "overdue", "silent", "unsent"]);
  expect(overlays).toContain("extended");
});
