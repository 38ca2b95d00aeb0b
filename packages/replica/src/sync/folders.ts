/**
 * The folders that are on this device: their sealed sheets at rest, and opened ones in memory. What is damaged is kept
 * sealed, named in the quarantine and passed over; the sheets around it still count.
 *
 * Must stay true: one turn at a time for each folder; `placed` is the fold of exactly the sheets 1 to `number`.
 */
import type { Folder, Sheet } from "@answerable/casework";
import type { DeviceId, PlacedSheet, WrappedKey } from "@answerable/wire";
import {
  fromUtf8,
  type FolderAnswer,
  type FolderId,
  type Hash,
  type Place,
  type SealedSheet,
} from "@answerable/wire";

import type { Quarantined } from "../office.ts";
import type { Keeping } from "../store/keeping.ts";
import type { Change, Store } from "../store/store.ts";
import { absorb } from "./absorb.ts";
import type { Closing, FolderPen } from "./closing.ts";
import type { Outbox, Unsent } from "./outbox.ts";
import { readSheet } from "./payload.ts";
import type { SeenLog } from "./proofs.ts";

export interface FolderCopy {
  readonly folder: FolderId;
  /** undefined: nothing of it has come from the server; only own unsent sheets. */
  readonly key: { readonly wrapped: WrappedKey; readonly pen: FolderPen } | undefined;
  readonly number: number;
  readonly last: Hash | "";
  readonly place: number;
  /** The newest epoch under which a sheet of it was written. */
  readonly epoch: number;
  readonly placed: Folder | undefined;
  readonly present: Folder | undefined;
  readonly damaged: readonly Quarantined[];
}

export interface WholeFolder {
  readonly key: Uint8Array;
  readonly sheets: readonly PlacedSheet[];
  readonly opened: readonly {
    readonly id: string;
    readonly number: number;
    readonly at: unknown;
    readonly name: unknown;
    readonly events: unknown;
  }[];
}

export interface Folders {
  /** From memory or from the disk. Nothing here: an empty copy with what is unsent on top. */
  readonly get: (folder: FolderId) => Promise<FolderCopy>;
  /** Station 10: takes in what the server has beyond what is here. Returns the ids that came. */
  readonly take: (folder: FolderId, answer: FolderAnswer) => Promise<FolderCopy>;
  /** Station 3: what was just put into the outbox lies on top of all that is here. */
  readonly layOnTop: (copy: FolderCopy, added: readonly Unsent[]) => FolderCopy;
  /** What nobody will look at soon is let go: `get` folds it again. */
  readonly putAway: (folder: FolderId) => void;
  /** The server has placed this own sheet right after what is here. */
  readonly settle: (
    folder: FolderId,
    settled: {
      readonly key: NonNullable<FolderCopy["key"]>;
      readonly sheet: SealedSheet;
      readonly place: Place;
    },
  ) => Promise<FolderCopy>;
  /**
   * The folder whole, as the server has it, in the place of a copy that is damaged here. Where the server contradicts a
   * sheet that is sound here, ours stays, and the chain is named as broken: a server may mend a disk, not history.
   */
  readonly retake: (folder: FolderId, answer: FolderAnswer) => Promise<FolderCopy>;
  /** Read anew: what nobody of the team had signed may now be signed. */
  readonly reopen: (folder: FolderId) => Promise<void>;
  /** As it lies here, sealed, with the key that opens it. undefined: it is damaged here, or nothing of it has come. */
  readonly whole: (folder: FolderId) => Promise<WholeFolder | undefined>;
  /** The place in the log of a sheet that lies here. */
  readonly placeOf: (folder: FolderId, sheet: string) => Promise<number | undefined>;
  /** Key, sheets and what waited: all of it leaves this device. */
  readonly shred: (folder: FolderId) => Promise<void>;
  readonly isHere: (folder: FolderId) => boolean;
  readonly quarantined: () => readonly Quarantined[];
}

export interface FoldersDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly closing: Closing;
  readonly outbox: Outbox;
  /** Called whenever a folder says something new, with its copy. */
  readonly absorbed: (copy: FolderCopy) => void;
  /** A name that a member signs with. */
  readonly named: (member: string, name: string) => void;
  /** From which place on nothing is written under the keys before this one: see pull.ts. undefined: not known here. */
  readonly closedAt: (epoch: number) => number | undefined;
  /** What another device had seen of the server's log. */
  readonly heard: (device: DeviceId, seen: SeenLog) => void;
}

interface KeyToKeep {
  readonly wrapped: WrappedKey;
  /** It opens, and the one on the disk does not. */
  readonly isMended: boolean;
  /** What was damaged on the disk and is no sheet of this folder. */
  readonly gone?: readonly Change[];
}

/** Opened folders kept in memory; beyond, the one unused longest is let go and opened again from the disk when asked for. */
const MOST_OPEN = 400;

export async function openFolders(deps: FoldersDeps): Promise<Folders> {
  const { store, keeping, closing, outbox } = deps;
  const open = new Map<FolderId, FolderCopy>();
  const here = new Set<FolderId>();
  const damage = new Map<FolderId, readonly Quarantined[]>();
  for await (const page of store.list("keys", `${closing.desk}/`)) {
    for (const { key } of page) here.add(key.slice(closing.desk.length + 1) as FolderId); // the key was made from one
  }

  const empty = (folder: FolderId): FolderCopy => ({
    folder,
    key: undefined,
    number: 0,
    last: "",
    place: 0,
    epoch: 0,
    placed: undefined,
    present: undefined,
    damaged: [],
  });

  function remember(copy: FolderCopy): FolderCopy {
    open.delete(copy.folder);
    open.set(copy.folder, copy);
    if (copy.damaged.length > 0) damage.set(copy.folder, copy.damaged);
    else damage.delete(copy.folder);
    if (open.size > MOST_OPEN && keeping.unkept() === 0) letGoOfOne();
    return copy;
  }

  /** The disk and the outbox have all of it, and `get` folds it again. */
  function letGoOfOne(): void {
    const [longestUnused] = open.keys();
    if (longestUnused !== undefined) open.delete(longestUnused);
  }

  const sheetOf = (unsent: Unsent, number: number): Sheet => ({
    id: unsent.id,
    number,
    by: closing.member,
    device: closing.device,
    at: unsent.at,
    ...(unsent.upon === undefined ? {} : { upon: unsent.upon }),
    events: unsent.events,
    unknown: 0,
  });

  async function laid(copy: FolderCopy, arrived: readonly Sheet[]): Promise<FolderCopy> {
    const waiting = await outbox.read(copy.folder);
    const unsent = waiting.map((one, at) => sheetOf(one, copy.number + at + 1));
    const { placed, present } = absorb(copy.folder, copy.placed, { arrived, unsent });
    return remember({ ...copy, placed, present });
  }

  async function read(
    copy: FolderCopy,
    pen: FolderPen | undefined,
    sheets: readonly PlacedSheet[],
  ): Promise<{ copy: FolderCopy; sheets: Sheet[] }> {
    const opened: Sheet[] = [];
    const damaged = [...copy.damaged];
    let { number, last, place, epoch } = copy;
    for (const { sheet, place: at } of sheets) {
      if (sheet.folder !== copy.folder || sheet.number <= number) continue;
      const note = (what: Quarantined["what"]) =>
        damaged.push({ folder: copy.folder, what, number: sheet.number });
      if (sheet.number !== number + 1) note("gap");
      else if (sheet.prev !== last) note("chain");
      number = sheet.number;
      last = closing.hashOf(sheet);
      place = Math.max(place, at);
      if (isLate(sheet, at, epoch)) {
        note("late");
        continue;
      }
      const readable = await opening(pen, sheet);
      if (readable) {
        opened.push(readable);
        epoch = Math.max(epoch, sheet.epoch);
      } else note(closing.memberOf(sheet.device) === undefined ? "signature" : "sheet");
    }
    return { copy: { ...copy, number, last, place, epoch, damaged }, sheets: opened };
  }

  /**
   * Note: A late sheet. Whoever has left still has the keys of the folders that she read and her own signing key. What she wrote while
   * she was here counts, under the keys of then; what a server places later is set aside. A colleague who stays and has not
   * heard of the new key writes nothing late: she may write under that one too.
   */
  function isLate({ device, epoch: own }: SealedSheet, at: number, before: number): boolean {
    if (closing.memberOf(device) === undefined) return false;
    if (!closing.mayWrite(device, own)) return true;
    for (let next = own + 1; next <= closing.epoch(); next += 1) {
      const hasBegun = next <= before || at > (deps.closedAt(next) ?? Infinity);
      if (hasBegun && !closing.mayWrite(device, next)) return true;
    }
    return false;
  }

  async function opening(pen: FolderPen | undefined, sheet: SealedSheet): Promise<Sheet | undefined> {
    const by = closing.memberOf(sheet.device);
    if (by === undefined || !pen) return undefined;
    try {
      const { name, seen, ...told } = readSheet(await pen.open(sheet));
      deps.named(by, name);
      if (seen && sheet.device !== closing.device) deps.heard(sheet.device, seen);
      return { id: sheet.id, number: sheet.number, by, device: sheet.device, ...told };
    } catch {
      return undefined; // for this desk and damaged: the caller notes it, the sealed bytes stay
    }
  }

  function keyOf(copy: FolderCopy, wrapped: WrappedKey): FolderCopy {
    if (copy.key) return copy;
    const damaged = copy.damaged.filter(({ what }) => what !== "key");
    try {
      return { ...copy, damaged, key: { wrapped, pen: closing.openKey(wrapped) } };
    } catch {
      return { ...copy, damaged: [...damaged, { folder: copy.folder, what: "key" }] };
    }
  }

  async function load(folder: FolderId): Promise<FolderCopy> {
    const wrapped = here.has(folder) ? await store.get("keys", `${closing.desk}/${folder}`) : undefined;
    if (wrapped === undefined) return laid(empty(folder), []);
    const keyed = keyOf(empty(folder), JSON.parse(wrapped) as WrappedKey); // checked when it came
    const { copy, sheets: opened } = await read(keyed, keyed.key?.pen, await sheetsOnDisk(folder));
    return laid(copy, opened);
  }

  async function sheetsOnDisk(folder: FolderId): Promise<readonly PlacedSheet[]> {
    const sheets: PlacedSheet[] = [];
    for await (const page of store.list("sheets", `${closing.desk}/${folder}/`)) {
      for (const { text } of page) sheets.push(JSON.parse(text) as PlacedSheet); // checked when it came, and again by its seal
    }
    return sheets;
  }

  async function get(folder: FolderId): Promise<FolderCopy> {
    const copy = open.get(folder);
    return copy ? remember(copy) : load(folder);
  }

  async function kept(
    copy: FolderCopy,
    { wrapped, isMended, gone = [] }: KeyToKeep,
    sheets: readonly PlacedSheet[],
  ): Promise<void> {
    const changes: Change[] = [...gone];
    if (isMended || !here.has(copy.folder))
      changes.push({ drawer: "keys", key: `${closing.desk}/${copy.folder}`, text: JSON.stringify(wrapped) });
    here.add(copy.folder);
    for (const placed of sheets) {
      changes.push({
        drawer: "sheets",
        key: sheetKey(closing.desk, placed.sheet),
        text: JSON.stringify(placed),
      });
      const sent = outbox.remove(placed.sheet.id);
      if (sent) changes.push(sent);
    }
    await keeping.keep(changes);
  }

  return {
    get,
    async take(folder, answer) {
      const had = await get(folder);
      const before = keyOf(had, answer.key);
      const isMended = !had.key && before.key !== undefined;
      const fresh = answer.sheets.filter(
        ({ sheet }) => sheet.folder === folder && sheet.number > before.number,
      );
      if (fresh.length === 0) return before.key ? remember(before) : before;
      const { copy, sheets } = await read(before, before.key?.pen, fresh);
      const writing = kept(copy, { wrapped: answer.key, isMended }, fresh);
      const after = await laid(copy, sheets);
      deps.absorbed(after);
      await writing;
      return after;
    },
    layOnTop(copy, added) {
      const { folder, present: before } = copy;
      const below = copy.number + outbox.of(folder).length - added.length;
      const unsent = added.map((one, at) => sheetOf(one, below + at + 1));
      const { present } = absorb(folder, before, { arrived: [], unsent });
      const after = remember({ ...copy, present });
      deps.absorbed(after);
      return after;
    },
    putAway(folder) {
      if (keeping.unkept() === 0) open.delete(folder);
    },
    async settle(folder, { key, sheet, place }) {
      const before = await get(folder);
      if (sheet.number !== before.number + 1) return before; // a pull was quicker and has taken it in
      const unsent = (await outbox.read(folder)).find((one) => one.id === sheet.id);
      if (!unsent) return before;
      const copy = {
        ...before,
        key,
        number: sheet.number,
        last: closing.hashOf(sheet),
        place,
        epoch: sheet.epoch,
      };
      const writing = kept(copy, { wrapped: key.wrapped, isMended: false }, [{ sheet, place }]);
      const after = await laid(copy, [sheetOf(unsent, sheet.number)]);
      deps.absorbed(after);
      await writing;
      return after;
    },
    async retake(folder, answer) {
      const before = await get(folder);
      const bad = new Set(before.damaged.map(({ number }) => number));
      const theirs = new Map(answer.sheets.map(({ sheet }) => [sheet.number, closing.hashOf(sheet)]));
      const onDisk = await sheetsOnDisk(folder);
      for (const { sheet } of onDisk) {
        if (bad.has(sheet.number) || theirs.get(sheet.number) === closing.hashOf(sheet)) continue;
        const others = before.damaged.filter(({ what }) => what !== "chain");
        return remember({ ...before, damaged: [...others, { folder, what: "chain", number: sheet.number }] });
      }
      // A key that opens is not given up for another one.
      const keyed = before.key ? { ...empty(folder), key: before.key } : keyOf(empty(folder), answer.key);
      const { copy, sheets } = await read(keyed, keyed.key?.pen, answer.sheets);
      const gone = onDisk
        .filter(({ sheet }) => !theirs.has(sheet.number))
        .map(({ sheet }): Change => ({ drawer: "sheets", key: sheetKey(closing.desk, sheet) }));
      const isMended = !before.key && keyed.key !== undefined;
      const writing = kept(copy, { wrapped: answer.key, isMended, gone }, answer.sheets);
      const after = await laid(copy, sheets);
      deps.absorbed(after);
      await writing;
      return after;
    },
    async reopen(folder) {
      if (keeping.unkept() > 0) return;
      open.delete(folder);
      deps.absorbed(await get(folder));
    },
    async whole(folder) {
      const { key, damaged } = await get(folder);
      if (!key || damaged.length > 0) return undefined;
      const sheets = await sheetsOnDisk(folder);
      const opened = sheets.map(async ({ sheet }) => {
        const { at, name, events } = JSON.parse(fromUtf8(await key.pen.open(sheet)));
        return { id: sheet.id, number: sheet.number, at, name, events };
      });
      return { key: closing.revealKey(key.wrapped), sheets, opened: await Promise.all(opened) };
    },
    async shred(folder) {
      const gone = (await sheetsOnDisk(folder)).map(({ sheet }): Change => ({
        drawer: "sheets",
        key: sheetKey(closing.desk, sheet),
      }));
      const unsent = outbox.of(folder).flatMap(({ id }) => outbox.remove(id) ?? []);
      open.delete(folder);
      damage.delete(folder);
      here.delete(folder);
      await keeping.keep([{ drawer: "keys", key: `${closing.desk}/${folder}` }, ...gone, ...unsent]);
    },
    placeOf: async (folder, wanted) =>
      (await sheetsOnDisk(folder)).find(({ sheet }) => sheet.id === wanted)?.place,
    isHere: (folder) => here.has(folder),
    quarantined: () => [...damage.values()].flat(),
  };
}

function sheetKey(desk: string, sheet: SealedSheet): string {
  return `${desk}/${sheet.folder}/${String(sheet.number).padStart(7, "0")}`;
}
