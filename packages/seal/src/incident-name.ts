/**
 * Where an incident goes that a rule proposed: the folder follows from the desk's first secret and from what is proposed, so that two
 * people who gather it without hearing of each other open one folder, and the server can guess none of them.
 */
import { idFrom, type FolderId } from "@answerable/wire";

import type { DeskSecrets } from "./desk-keys.ts";
import { derived } from "./kdf.ts";

export function folderOfIncident({ desk, secrets }: DeskSecrets, happening: string): FolderId {
  const [first] = [...secrets].toSorted(([a], [b]) => a - b);
  if (!first) throw new Error("a desk has a secret");
  return idFrom<FolderId>(derived(first[1], "answerable/incident/1", [desk, happening]).subarray(0, 16));
}
