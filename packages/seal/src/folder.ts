/**
 * A folder's key: 32 random bytes, wrapped under the desk's fold key. To destroy the wrapped key is to destroy the folder.
 */
import {
  canonicalBytes,
  type Brand,
  type DeskId,
  type Epoch,
  type FolderId,
  type WrappedKey,
} from "@answerable/wire";

import { closedText, openedText } from "./aead.ts";
import { KEY_BYTES } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import type { DeskKeys } from "./desk-keys.ts";
import { drawn, type Random } from "./random.ts";

export type FolderKey = Brand<Uint8Array, "FolderKey">;

export function newFolderKey(random: Random): FolderKey {
  return drawn(random, KEY_BYTES) as FolderKey; // makes the brand
}

export function wrapFolderKey(
  keys: DeskKeys,
  { folder, key }: { readonly folder: FolderId; readonly key: FolderKey },
  random: Random,
): WrappedKey {
  const { desk, epoch } = keys;
  const body = closedText(key, { key: keys.fold, aad: wrapAad({ desk, epoch, folder }), random });
  return { v: 1, desk, folder, epoch, body };
}

/** The keys must be of the wrapped key's desk and epoch. Throws Damaged. */
export function unwrapFolderKey(keys: DeskKeys, wrapped: WrappedKey): FolderKey {
  const key = openedText(wrapped.body, { key: keys.fold, aad: wrapAad(wrapped), what: "key" });
  if (key.length !== KEY_BYTES) throw new Damaged("key");
  return key as FolderKey; // makes the brand
}

function wrapAad({
  desk,
  epoch,
  folder,
}: {
  readonly desk: DeskId;
  readonly epoch: Epoch;
  readonly folder: FolderId;
}) {
  return canonicalBytes({ desk, epoch, folder });
}
