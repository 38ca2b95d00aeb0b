/** What a command comes to in a folder: the events to be put in, or why not. Nothing here changes anything. */
import type { Command } from "./command.ts";
import type { Day, Moment } from "./day.ts";
import type { Event } from "./event.ts";
import type { Folder } from "./folder.ts";
import type { FolderId, MemberId, NewId, ShiftId } from "./id.ts";
import type { Refusal } from "./refusal.ts";
import type { Result } from "./result.ts";

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
  /** How far the member's clock is ahead of UTC; 180 (Moscow) if not said. */
  readonly offsetMinutes?: number;
}

export interface Decision {
  readonly folder: FolderId;
  readonly events: readonly Event[];
}

export declare function decide(given: Given, command: Command): Result<Decision, Refusal>;
