/** A small paper office for tests: ids in a row, a clock that stands still, one folder that takes commands. */
import type { Case } from "../case.ts";
import { folderFor, type Command } from "../command.ts";
import type { Day, Moment } from "../day.ts";
import { decide, type Given } from "../decide.ts";
import type { Event, Sheet } from "../event.ts";
import { foldSheet, type Folder } from "../folder.ts";
import type { CaseId, DeviceId, DraftId, FolderId, MemberId, NewId, SheetId, ShiftId } from "../id.ts";
import { emptyDraft, emptyPhone, type Draft } from "../intake/draft.ts";
import type { Refusal } from "../refusal.ts";

export const nina = "nina__________________" as MemberId;
export const oleg = "oleg__________________" as MemberId;
export const device = "device________________" as DeviceId;
export const caseId = "case__________________" as CaseId;
export const shiftId = "shift_________________" as ShiftId;
export const now = "2022-11-08T09:30:00.000Z" as Moment; // a Tuesday, 12:30 in Moscow
export const today = "2022-11-08" as Day;

function idsInARow(): NewId {
  let next = 0;
  return (() => `id${String((next += 1)).padStart(20, "0")}`) as NewId;
}

export function draft(typed: Partial<Draft> = {}): Draft {
  return { ...emptyDraft("draft_________________" as DraftId, now), ...typed };
}

export function phone(raw: string, more: Partial<Draft["phones"][number]> = {}): Draft["phones"][number] {
  return { ...emptyPhone, raw, ...more };
}

export const aMotherCalls: Partial<Draft> = {
  kind: "aboutSoldier",
  safeToSpeak: "yes",
  phones: [phone("8 912 345-67-89", { safeHours: "после 18", mayLeaveMessage: "no" })],
  consent: ["help", "letters"],
  callerName: "Анна Петровна",
  relation: "mother",
  soldierName: "Соколов Игорь Андреевич",
  birth: "08.03.01",
  region: "Воронежская область",
  service: "mobilised",
  lastContact: "~03.11",
  fate: "noContact",
  grievances: ["A1", "C1"],
  summary: "Не выходит на связь с третьего ноября.",
  source: "fellowSoldier",
  promise: { what: "перезвонить", due: "завтра 18:00" },
};

/** One folder and what happens in it. */
export function openOffice(by: MemberId = nina) {
  const newId = idsInARow();
  let folders = new Map<FolderId, Folder>();
  let sheets: Sheet[] = [];
  const given = (folder: FolderId | undefined, more: Partial<Given> = {}): Given => ({
    folder: folder === undefined ? undefined : folders.get(folder),
    by,
    at: now,
    today,
    newId,
    shift: shiftId,
    shiftFolder: folders.get(shiftId),
    ...more,
  });
  const put = (id: FolderId, events: readonly Event[], at: Moment = now, who: MemberId = by): void => {
    const before = folders.get(id);
    const sheet: Sheet = {
      id: newId<SheetId>(),
      number: (before?.sheets ?? 0) + 1,
      by: who,
      device,
      at,
      events,
      unknown: 0,
    };
    const after = foldSheet(before, id, sheet);
    if (after !== undefined) folders = new Map(folders).set(id, after);
    sheets = [...sheets, sheet];
  };
  return {
    sheets: () => sheets,
    folder: (id: FolderId = caseId) => folders.get(id),
    theCase: (): Case => {
      const folder = folders.get(caseId);
      if (folder?.type !== "Case") throw new Error("there is no case");
      return folder;
    },
    put,
    /** The refusal, or undefined where it was done. */
    tell: (command: Command, more: Partial<Given> = {}): Refusal | undefined => {
      const target = folderFor(command);
      const decided = decide(given(target, more), command);
      if (!decided.ok) return decided.refusal;
      put(decided.value.folder, decided.value.events, more.at, more.by);
      return undefined;
    },
    /** The events, or the refusal; nothing is put in. */
    decide: (command: Command, more: Partial<Given> = {}) => {
      const target = folderFor(command);
      return decide(given(target, more), command);
    },
    call: (typed: Partial<Draft>): Command => ({ type: "RecordCall", draft: draft(typed), case: caseId }),
  };
}

/** What must be there. */
export function the<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error("it is not there");
  return thing;
}
