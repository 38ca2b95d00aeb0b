/**
 * Station 2 of a call: takes what a person wants, asks casework what comes of it, and puts that into the folder. Resolves
 * when it is absorbed and kept on this device; the network learns of it later.
 */
import {
  decide,
  folderFor,
  type Command,
  type Day,
  type DraftId,
  type Duty,
  type Folder,
  type FolderId,
  type MemberId,
  type NewId,
  type Refusal,
  type Result,
} from "@answerable/casework";
import { idFrom } from "@answerable/wire";

import type { Drafts } from "./drafts.ts";
import type { OfficeRefusal } from "./office.ts";
import type { Today } from "./queries/roster.ts";
import type { DeskCopy } from "./sync/desk-copy.ts";

export interface RecorderDeps {
  readonly copy: Pick<DeskCopy, "record" | "folder" | "isHere">;
  readonly drafts: Pick<Drafts, "dropping">;
  readonly member: MemberId;
  readonly random: (bytes: number) => Uint8Array;
  readonly today: () => Today;
  readonly offsetMinutes: () => number;
  /** The folder of this member's shift on that day. */
  readonly shiftOf: (day: Day) => Promise<FolderId>;
  /** As the team log says. */
  readonly duties: () => readonly Duty[];
  /** The number by which the roster knows a folder. */
  readonly numberOf: (folder: FolderId) => number | undefined;
  /** All cards from the disk are in the roster. */
  readonly allRead: () => Promise<void>;
  /** Fetches a folder that is not here, if the server can be reached. */
  readonly fetch: (folder: FolderId) => Promise<boolean>;
  /** Takes a folder whole from the server in the place of one whose key does not open, if the server can be reached. */
  readonly mend: (folder: FolderId) => Promise<boolean>;
}

export type Recorded = Result<{ folder: FolderId }, Refusal | OfficeRefusal>;

export async function record(deps: RecorderDeps, command: Command): Promise<Recorded> {
  const { copy } = deps;
  const today = deps.today();
  const named = folderFor(command) ?? (command.type === "RecordCall" ? command.case : undefined);
  // Sorting lies in a folder of its own. See casework/drops/decide.ts.
  const shift = named === undefined ? idFrom<FolderId>(deps.random(16)) : await deps.shiftOf(today.day);
  const target = named ?? shift;
  if (named !== undefined && !(await isAtHand(deps, command, named)))
    return { ok: false, refusal: { type: "FolderNotHere", folder: named } };

  const shiftFolder = (await copy.folder(shift)).present;
  const newId: NewId = () => idFrom(deps.random(16));
  const given = { by: deps.member, at: today.now, today: today.day, newId, shift, shiftFolder };
  const decided = (folder: Folder | undefined) =>
    decide({ ...given, folder, offsetMinutes: deps.offsetMinutes(), duties: deps.duties() }, command);
  // In one write with the sheet that the draft becomes.
  const along = () => (command.type === "RecordCall" ? [deps.drafts.dropping(command.draft.id)] : []);

  // Decided in the folder's turn: nothing can come between what was seen and what is put on top of it.
  let decision: ReturnType<typeof decide> | undefined;
  await copy.record(target, (present) => {
    decision = decided(present);
    if (!decision.ok || decision.value.folder !== target) return undefined;
    return { at: today.now, events: decision.value.events, along: along() };
  });
  if (!decision) throw new Error("nothing was decided");
  if (!decision.ok) return decision;
  const { folder, events } = decision.value;
  // A call without a case goes into the shift.
  if (folder !== target) await copy.record(folder, () => ({ at: today.now, events, along: along() }));
  return { ok: true, value: { folder } };
}

/** Ctrl+Enter pressed twice, or held: a draft becomes one call, and who asks again gets the first answer. */
export function eachCallOnce(perform: (command: Command) => Promise<Recorded>): typeof perform {
  const recorded = new Map<DraftId, Promise<Recorded>>();
  return async (command) => {
    if (command.type !== "RecordCall") return perform(command);
    const { id } = command.draft;
    const before = recorded.get(id);
    if (before) return before;
    const done = perform(command);
    recorded.set(id, done);
    const { ok } = await done.catch(() => ({ ok: false }));
    if (!ok) recorded.delete(id);
    return done;
  };
}

/** false: the folder exists, is not on this device or cannot be read here, and cannot be fetched now. */
async function isAtHand(deps: RecorderDeps, command: Command, folder: FolderId): Promise<boolean> {
  // Under a key that the disk has bent nothing of it can be read: what is said of it would be said of an empty folder.
  const isKeyBent = async () =>
    deps.copy.isHere(folder) && (await deps.copy.folder(folder)).damaged.some(({ what }) => what === "key");
  if (await isKeyBent()) {
    await deps.mend(folder);
    if (await isKeyBent()) return false;
  }
  const isNew =
    (command.type === "RecordCall" && command.draft.attachTo === undefined) ||
    (command.type === "TakeDrop" && command.isNew) ||
    command.type === "ReceiveCase";
  if (!isNew && !deps.copy.isHere(folder) && deps.numberOf(folder) === undefined) await deps.allRead();
  // A card may be here before its sheet. What a line of a list said is corrected or taken back only where all that it said is at hand, and
  // a list that was taken back is laid again only by who has heard of it;
  // whoever writes down a call waits for nothing.
  const isOfList =
    command.type === "TakeRow" || command.type === "TakeRowsBack" || command.type === "LayList";
  const isBehind = async () =>
    isOfList && (await deps.copy.folder(folder)).number < (deps.numberOf(folder) ?? 0);
  const isElsewhere = async () => (deps.copy.isHere(folder) ? isBehind() : (deps.numberOf(folder) ?? 0) > 0);
  if (await isElsewhere()) await deps.fetch(folder);
  return !(await isElsewhere());
}
