/**
 * What lies in the letterbox: letters from outside, mailboxes with the desk's answers, files on their way. Part of the store's
 * contract (store.ts). Bodies are bytes here; of who sent them there is nothing to keep.
 */
import type {
  BlobId,
  DeskId,
  DropId,
  Hash,
  Mail,
  MailAnswer,
  MailReads,
  Period,
  PlacedDrop,
} from "@answerable/wire";

import type { WorkUse } from "./work.ts";

export interface DropToFile {
  readonly desk: DeskId;
  readonly id: DropId;
  readonly period: Period;
  readonly body: Uint8Array;
  /** SHA-256 of the body. */
  readonly hash: Hash;
  /** The day and never the second. */
  readonly day: string;
  /** The work that was done for it: used with it, or not at all. */
  readonly work: WorkUse;
}

/** Filed: also when it had been before, on the day that is named. IdTaken: that id stands for other bytes. WorkUsed: for another. */
export type Filed =
  | { readonly type: "Filed"; readonly place: number; readonly day: string }
  | { readonly type: "IdTaken" }
  | { readonly type: "WorkUsed" }
  | { readonly type: "NoDesk" };

export interface BlobToMake {
  readonly desk: DeskId;
  readonly id: BlobId;
  readonly length: number;
  readonly now: number;
  /** When it is gone if it is not whole by then. */
  readonly until: number;
}

export interface BlobState {
  readonly length: number;
  readonly received: number;
  readonly until: number;
}

export interface BlobPart {
  readonly desk: DeskId;
  readonly id: BlobId;
  /** Where in the blob it begins. */
  readonly start: number;
  /** A mebibyte at most. */
  readonly bytes: Uint8Array;
}

export interface MailName {
  readonly desk: DeskId;
  readonly locator: string;
  /** Ed25519 key of the mailbox, as text. */
  readonly key: string;
}

export interface OutsideStore {
  /** One answer for each, in their order. Ids may repeat. Nobody sees a letter, and its work is unused, until it has its place. */
  readonly fileDrops: (drops: readonly DropToFile[]) => Promise<readonly Filed[]>;
  readonly filed: (desk: DeskId, id: DropId) => Promise<(Filed & { readonly hash: Hash }) | undefined>;
  /** The newest place. */
  readonly dropHead: (desk: DeskId) => Promise<number>;
  /** Oldest first, up to so many bytes, at least one. */
  readonly drops: (
    desk: DeskId,
    page: { readonly after: number; readonly mostBytes: number },
  ) => Promise<readonly PlacedDrop[]>;
  /** Whether this work had not been used; from now on it is. Kept until it is over. */
  readonly useWork: (desk: DeskId, work: WorkUse, now: number) => Promise<boolean>;

  readonly putMail: (desk: DeskId, mail: Mail) => Promise<MailAnswer>;
  readonly mail: (
    name: MailName,
  ) => Promise<{ readonly number: number; readonly page: Uint8Array } | undefined>;
  readonly markRead: (
    name: MailName,
    read: { readonly number: number; readonly day: string },
  ) => Promise<void>;
  readonly mailReads: (desk: DeskId) => Promise<MailReads["reads"]>;
  /** How many tries this locator has seen in this hour, with this one. */
  readonly countTry: (desk: DeskId, locator: string, hour: number) => Promise<number>;

  readonly makeBlob: (blob: BlobToMake) => Promise<"made" | "too many" | "no desk">;
  /** undefined: none, or over before it was whole. */
  readonly blob: (desk: DeskId, id: BlobId, now: number) => Promise<BlobState | undefined>;
  readonly appendBlob: (part: BlobPart) => Promise<"appended" | "wrong offset">;
  readonly removeBlob: (desk: DeskId, id: BlobId) => Promise<void>;
  /** Some of a blob's bytes from an offset on. undefined: none from there. */
  readonly blobBytes: (desk: DeskId, id: BlobId, from: number) => Promise<Uint8Array | undefined>;
}

/** Files on their way at one time, by desk: a desk's surge, not a stranger's patience. */
export const MOST_UNFINISHED_BLOBS = 500;
export const BLOB_PART_BYTES = 1_048_576;
