/** What a decision is made from, and how the folder it speaks of is found. */
import type { Case } from "../case.ts";
import type { Day, Moment } from "../day.ts";
import type { Event } from "../event.ts";
import type { Folder } from "../folder.ts";
import type { FolderId, MemberId, NewId, ShiftId } from "../id.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import type { Duty } from "../rights/right.ts";

export interface Given {
  /** The folder the command speaks of (`case`, or for a call `draft.attachTo`); undefined where there is none yet. */
  readonly folder: Folder | undefined;
  readonly by: MemberId;
  readonly at: Moment;
  readonly today: Day;
  readonly newId: NewId;
  /** The folder of this member's shift today, and what lies in it so far. */
  readonly shift: ShiftId;
  readonly shiftFolder: Folder | undefined;
  /** What the team log says of her duties. undefined: nobody asks (a device that heard it folds what was decided). */
  readonly duties?: readonly Duty[];
  /** How far the member's clock is ahead of UTC; Moscow's if not said. */
  readonly offsetMinutes?: number;
}

export const moscow = 180;

export type Decided = Result<{ readonly folder: FolderId; readonly events: readonly Event[] }, Refusal>;

/** Papers lie in cases and shifts alike: a call-back of a shift is finished as that of a case. */
export function inFolder(
  given: Given,
  id: FolderId,
  decided: (folder: Folder) => Result<readonly Event[], Refusal>,
): Decided {
  const { folder } = given;
  if (folder === undefined || folder.id !== id) return err({ type: "NoSuchCase" });
  const events = decided(folder);
  return events.ok ? ok({ folder: id, events: events.value }) : events;
}

/** Stage, owner, urgency and outcome are a case's only. */
export function inCase(
  given: Given,
  id: FolderId,
  decided: (known: Case) => Result<readonly Event[], Refusal>,
): Decided {
  return inFolder(given, id, (folder) =>
    folder.type === "Case" ? decided(folder) : err({ type: "NoSuchCase" }),
  );
}
