/**
 * Where the sealed log lies. Two stores keep this contract, one in memory and one in PostgreSQL; testing/describe-store.ts
 * is what both must pass. A store knows lengths and places, never contents; who may ask is decided before it is asked.
 *
 * Every write is one transaction and is answered after its commit. StoreUnavailable means: nothing is known, ask again
 * with the same ids. Anything else that is thrown is a bug.
 */
import type {
  Binder,
  BlobId,
  DeskId,
  EpochBox,
  FolderId,
  Head,
  MeetingId,
  MeetingNote,
  MeetingSlot,
  PlacedCard,
  PlacedSheet,
  Place,
  Push,
  TeamStatement,
  WrappedKey,
} from "@answerable/wire";

import type { OutsideStore } from "./drops/outside-store.ts";
import type { LeaseStore } from "./leases/lease-store.ts";
import type { PublicationStore } from "./publications/publication-store.ts";

/** The database cannot answer now: stopped, restarting, full, or too slow. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

/**
 * Placed: in the log, also when it had been there before. Behind: the folder has `number` sheets.
 * IdTaken: that id stands for other bytes. WrongPrev: the number is free, but the sheet chains to something else.
 * WrongKey: the folder's key is another one, or was destroyed.
 */
export type Appended =
  | { readonly type: "Placed"; readonly place: Place }
  | { readonly type: "Behind"; readonly number: number }
  | { readonly type: "IdTaken" }
  | { readonly type: "WrongPrev" }
  | { readonly type: "WrongKey" }
  | { readonly type: "NoDesk" };

export interface Shredding {
  readonly desk: DeskId;
  readonly folders: readonly FolderId[];
  readonly blobs: readonly BlobId[];
}
export interface TeamTaking {
  readonly statements: readonly TeamStatement[];
  readonly boxes: readonly EpochBox[];
  /** Desks that these statements create. */
  readonly desks: readonly DeskId[];
  /** Keys and files that these statements destroy. The binders of their desks go with them: the cards lie in there. */
  readonly shredded?: readonly Shredding[];
}
export type TeamTaken = { readonly type: "Taken" } | { readonly type: "Behind"; readonly number: number };

export type BinderPut =
  | { readonly type: "Taken" }
  | { readonly type: "Older"; readonly covers: number }
  | { readonly type: "BeyondHead" };

export interface CardPage {
  /** Places strictly between these two. */
  readonly after: number;
  readonly before: number;
  readonly order: "oldest first" | "newest first";
  readonly most: number;
}

export type BinderName = Pick<Binder, "n" | "of">;
export type NotePut = "put" | "there already" | "other bytes there" | "no such meeting" | "too many meetings";
export type NoteFound =
  | { readonly type: "Note"; readonly note: MeetingNote }
  | { readonly type: "NotYet" }
  | { readonly type: "NoMeeting" };

export interface Store extends OutsideStore, LeaseStore, PublicationStore {
  readonly team: (after: number) => Promise<readonly TeamStatement[]>;
  /** Takes statements if the log ends just before the first of them; desks and boxes go in with them or not at all. */
  readonly takeTeam: (taking: TeamTaking) => Promise<TeamTaken>;
  /** Newest epoch, newest team number. */
  readonly box: (desk: DeskId) => Promise<EpochBox | undefined>;

  /** One transaction for all of them, one answer for each, in their order. Folders and desks may repeat. */
  readonly append: (pushes: readonly Push[]) => Promise<readonly Appended[]>;
  readonly heads: (desks: readonly DeskId[]) => Promise<readonly Head[]>;
  readonly cards: (desk: DeskId, page: CardPage) => Promise<readonly PlacedCard[]>;
  readonly folderKey: (desk: DeskId, folder: FolderId) => Promise<WrappedKey | undefined>;
  readonly sheets: (
    desk: DeskId,
    folder: FolderId,
    page: { readonly after: number; readonly most: number },
  ) => Promise<readonly PlacedSheet[]>;

  /** Hashes of the sheets at the places above `after` up to `to`, in order. */
  readonly sheetHashes: (desk: DeskId, after: number, to: number) => Promise<readonly Uint8Array[]>;
  /** Kept roots of the tree's blocks of one level from number `after` (counted from 0) on, up to the first that is not there. */
  readonly treeBlocks: (
    desk: DeskId,
    level: number,
    page: { readonly after: number; readonly most: number },
  ) => Promise<readonly Uint8Array[]>;
  readonly keepTreeBlocks: (
    desk: DeskId,
    level: number,
    blocks: { readonly after: number; readonly hashes: readonly Uint8Array[] },
  ) => Promise<void>;

  readonly binderNames: (desk: DeskId) => Promise<readonly BinderName[]>;
  readonly binder: (desk: DeskId, name: BinderName) => Promise<Binder | undefined>;
  readonly putBinder: (binder: Binder) => Promise<BinderPut>;

  /** A meeting begins with its first note where `begins` says so, and is gone at `until` (milliseconds since 1970). */
  readonly putNote: (
    note: MeetingNote,
    when: { readonly now: number; readonly until: number; readonly begins: boolean },
  ) => Promise<NotePut>;
  readonly note: (meeting: MeetingId, slot: MeetingSlot, now: number) => Promise<NoteFound>;

  /** The secret of that name: the one kept, or else this one, kept from now on. */
  readonly secret: (name: string, made: Uint8Array) => Promise<Uint8Array>;

  /** Tells other processes on the same store that desks have grown. May be lost. */
  readonly announce: (heads: readonly Head[]) => Promise<void>;
  /** Hears what other processes announce. Returns what stops it. */
  readonly hear: (listener: (heads: readonly Head[]) => void) => () => void;
  /** Throws StoreUnavailable unless it answers and its shape is current. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Meetings that may be alive at one time: each is opened by a signed-in device, and a helpline enrols a handful a day. */
export const MOST_MEETINGS = 500;
