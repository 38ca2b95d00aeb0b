/**
 * Compare-and-set for a group of pushes, without a database: what is there already goes in, an answer for each push and
 * the rows to write come out. Both stores run this, so that they cannot differ about who was first.
 *
 * Must stay true: places of a desk are consecutive; a folder's numbers are consecutive; an id has one place; a folder has
 * one key.
 */
import type { Place, Push, WrappedKey } from "@answerable/wire";

import type { Appended } from "../store.ts";

export type FolderKey = Pick<WrappedKey, "epoch" | "body">;

export interface FolderState {
  readonly number: number;
  /** Hash of its newest sheet; "" for a folder without sheets. */
  readonly hash: string;
  /** The wrapped key it was begun with. undefined: destroyed. */
  readonly key: FolderKey | undefined;
}

/** What the store has, read under the lock of every desk in the group. */
export interface Before {
  readonly head: (desk: string) => number | undefined;
  readonly folder: (desk: string, folder: string) => FolderState | undefined;
  readonly sheet: (desk: string, id: string) => { readonly place: number; readonly hash: string } | undefined;
}

export interface HashedPush {
  readonly push: Push;
  readonly hash: string;
}
export interface Row extends HashedPush {
  readonly place: number;
}
export interface AppendPlan {
  readonly answers: readonly Appended[];
  readonly rows: readonly Row[];
  /** Desks that grow, with their new heads. */
  readonly heads: ReadonlyMap<string, number>;
}

export function decideAppend(pushes: readonly HashedPush[], before: Before): AppendPlan {
  const heads = new Map<string, number>();
  const folders = new Map<string, FolderState>();
  const sheets = new Map<string, { readonly place: number; readonly hash: string }>();
  const rows: Row[] = [];

  function answer({ push, hash }: HashedPush): Appended {
    const { sheet } = push;
    const head = heads.get(sheet.desk) ?? before.head(sheet.desk);
    if (head === undefined) return { type: "NoDesk" };

    const idKey = `${sheet.desk} ${sheet.id}`;
    const there = sheets.get(idKey) ?? before.sheet(sheet.desk, sheet.id);
    if (there)
      return there.hash === hash ? { type: "Placed", place: placed(there.place) } : { type: "IdTaken" };

    const folderKey = `${sheet.desk} ${sheet.folder}`;
    const folder = folders.get(folderKey) ??
      before.folder(sheet.desk, sheet.folder) ?? { number: 0, hash: "", key: push.key };
    if (sheet.number !== folder.number + 1) return { type: "Behind", number: folder.number };
    if (sheet.prev !== folder.hash) return { type: "WrongPrev" };
    const { key } = folder;
    if (key?.epoch !== push.key.epoch || key.body !== push.key.body) return { type: "WrongKey" };

    const place = head + 1;
    heads.set(sheet.desk, place);
    folders.set(folderKey, { number: sheet.number, hash, key });
    sheets.set(idKey, { place, hash });
    rows.push({ push, hash, place });
    return { type: "Placed", place: placed(place) };
  }

  return { answers: pushes.map(answer), rows, heads };
}

export function placed(place: number): Place {
  return place as Place; // makes the brand: the store counts from 1
}
