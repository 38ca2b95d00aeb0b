/**
 * A folder is a case, a shift or a claims file, and nothing but what its sheets say, folded in the order of their numbers.
 * The fold is total: it never throws, and an event that makes no sense here leaves the folder as it was, though the
 * timeline still shows it. The same sheets in the same order say the same on every device.
 */
import { withoutKey } from "./attachments/attachment.ts";
import { foldCaseEvent, openedCase, type Case } from "./case.ts";
import { withTakenOut } from "./decide/taken-out.ts";
import { foldSorting } from "./drops/aside.ts";
import { isDropEvent } from "./drops/event.ts";
import { isTakenAgain } from "./drops/families.ts";
import { isDutyEvent } from "./duty/event.ts";
import { foldDutyEvent } from "./duty/fold.ts";
import type { Event, Sheet } from "./event.ts";
import type { FolderId } from "./id.ts";
import { isIncidentEvent } from "./incident/event.ts";
import { foldIncidentEvent, openedIncident, type Incident } from "./incident/incident.ts";
import { isIncomingEvent } from "./incoming/event.ts";
import { foldListEvent, isRowAgain } from "./incoming/fold.ts";
import { isOutgoingEvent } from "./outgoing/event.ts";
import { foldOutgoingEvent } from "./outgoing/fold.ts";
import { foldPaperEvent, noPapers, type Papers, type Stamp, type TimelineRow } from "./papers.ts";
import { foldClaimsFileEvent, openedClaimsFile, type ClaimsFile } from "./record/claims-file.ts";
import { isRecordEvent } from "./record/event.ts";
import { withoutReceivedAgain } from "./referral/fold.ts";
import { openedShift, type Shift } from "./shift.ts";

export type Folder = Case | Shift | ClaimsFile | Incident;

/** `folder` undefined: nothing has opened it yet, and what comes before the opening has nowhere to go. */
export function foldSheet(folder: Folder | undefined, id: FolderId, sheet: Sheet): Folder | undefined {
  const stamp = stampOf(sheet);
  const saidBefore = folder?.type === "Case" && (isTakenAgain(folder, sheet) || isRowAgain(folder, sheet));
  const events = saidBefore
    ? []
    : folder?.type === "Case"
      ? withoutReceivedAgain(folder, sheet.events)
      : sheet.events;
  const folded = events.reduce<Folder | undefined>(
    (so, event) => (so === undefined ? opened(noPapers(id), event, stamp) : foldEvent(so, event, sheet)),
    folder,
  );
  if (folded === undefined) return undefined;
  return {
    ...(saidBefore ? folded : withTakenOut(folded, sheet)),
    sheets: Math.max(folded.sheets, sheet.number),
    unknown: folded.unknown + sheet.unknown,
    timeline: [...rowsOf(sheet, stamp), ...folded.timeline],
  };
}

export function foldSheets(id: FolderId, sheets: readonly Sheet[]): Folder | undefined {
  return sheets.reduce<Folder | undefined>((folder, sheet) => foldSheet(folder, id, sheet), undefined);
}

function stampOf({ by, at, id }: Sheet): Stamp {
  return { by, at, sheet: id };
}

function opened(papers: Papers, event: Event, stamp: Stamp): Folder | undefined {
  if (event.type === "CaseOpened") return openedCase(papers, event, stamp);
  if (event.type === "IncidentGathered") return openedIncident(papers, event, stamp);
  if (event.type === "ClaimsFileOpened") return openedClaimsFile(papers, event);
  return event.type === "ShiftOpened" ? openedShift(papers, event) : undefined;
}

function foldEvent(folder: Folder, event: Event, sheet: Sheet): Folder {
  const stamp = stampOf(sheet);
  const folded = foldPaperEvent(folder, event, stamp);
  switch (folded.type) {
    case "Case":
      return foldCaseEvent(folded, event, stamp);
    case "ClaimsFile":
      return isRecordEvent(event) ? foldClaimsFileEvent(folded, event, stamp) : folded;
    case "Incident":
      return isIncidentEvent(event) ? foldIncidentEvent(folded, event, stamp) : folded;
    case "Shift":
      if (isIncomingEvent(event)) return foldListEvent(folded, event, { ...sheet, stamp });
      if (isOutgoingEvent(event)) return foldOutgoingEvent(folded, event, stamp);
      if (isDropEvent(event)) return foldSorting(folded, event);
      return isDutyEvent(event) ? foldDutyEvent(folded, event, stamp) : folded;
  }
}

function rowsOf(sheet: Sheet, stamp: Stamp): TimelineRow[] {
  const known: TimelineRow[] = sheet.events.map((what, place) => ({
    ...stamp,
    key: `${sheet.id}/${place}`,
    // The key of a file stays in its attachment; a line of the history needs none.
    what: what.type === "AttachmentReceived" ? withoutKey(what) : what,
  }));
  if (sheet.unknown === 0) return known;
  return [
    ...known,
    { ...stamp, key: `${sheet.id}/unknown`, what: { type: "Unknown", count: sheet.unknown } },
  ];
}
