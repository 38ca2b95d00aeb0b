/**
 * Where a line of a list goes: the folder follows from the desk's first secret and from how the list names the line, so that the same
 * list brought in again, or by two devices at once, finds the folders that it opened, and the server can guess none of them.
 */
import { idFrom, type FolderId } from "@answerable/wire";

import type { DeskSecrets } from "./desk-keys.ts";
import { derived, type KeyLabel } from "./kdf.ts";

export interface ListNames {
  /** Of the list itself, by a print of all that it says. */
  readonly folderOfList: (print: string) => FolderId;
  readonly folderOfLine: (name: string) => FolderId;
}

export function listNames({ desk, secrets }: DeskSecrets): ListNames {
  const [first] = [...secrets].toSorted(([a], [b]) => a - b);
  if (!first) throw new Error("a desk has a secret");
  const [, secret] = first;
  const named = (label: KeyLabel, what: string) =>
    idFrom<FolderId>(derived(secret, label, [desk, what]).subarray(0, 16));
  return {
    folderOfList: (print) => named("answerable/list/1", print),
    folderOfLine: (name) => named("answerable/list-line/1", name),
  };
}
