/** One case whole, or as much of it as is on this device. */
import { readCard, veiled, type Case, type CaseId } from "@answerable/casework";
import type { FolderId } from "@answerable/wire";

import type { Inbox } from "../inbox.ts";
import type { CaseFileAnswer, Quarantined } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import type { Sight } from "../sight.ts";
import type { DeskCopy } from "../sync/desk-copy.ts";
import { rowOf } from "./roster.ts";
import { shownCase } from "./shown-case.ts";

export interface CaseFileDeps {
  readonly sight: Sight;
  readonly roster: Roster;
  readonly copy: DeskCopy;
  readonly inbox: Pick<Inbox, "ofCase">;
  /** Fetches it; resolves to false where the server cannot be reached. */
  readonly fetch: (folder: FolderId) => Promise<boolean>;
}

/** `patient`: waits for the server where the folder is not here; else says Fetching, and the watcher is told when it came. */
export async function answerCaseFile(
  deps: CaseFileDeps,
  id: CaseId,
  patient: boolean,
): Promise<CaseFileAnswer> {
  const { roster, copy } = deps;
  const folder = id; // one id, branded once in casework and once in the wire
  const at = roster.row(id);
  const row = at === undefined ? undefined : rowOf(roster, at, deps.sight);
  const card = at === undefined ? undefined : readCard(roster.card(at)?.payload.card);
  if (card?.type === "Tombstone") {
    const { number, rule, day } = card;
    return { type: "Shredded", number, rule, day };
  }
  const shown = row ? { row } : {};
  const here = await copy.folder(folder);
  const damaged: readonly Quarantined[] = copy.quarantined().filter((one) => one.folder === folder);
  const isBehind = here.number < (roster.knows(folder)?.number ?? 0);
  if (here.present?.type === "Case" && (copy.isHere(folder) || !isBehind)) {
    if (isBehind) void deps.fetch(folder);
    const unsent = copy.waitingIn(folder);
    const outside = deps.inbox.ofCase(id, here.present.families);
    const { file, veils } = veiled(shownCase(here.present), deps.sight.looking());
    const mayGiveOut = deps.sight.may("give out");
    return { type: "Here", case: file, ...shown, unsent, damaged, outside, veils, mayGiveOut };
  }
  if (at === undefined) return { type: "Unknown" };
  if (here.number > 0 && !isBehind) return { type: "NotHere", ...shown, damaged };
  if (!patient) {
    const isFetched = deps.fetch(folder);
    const answer = await Promise.race([isFetched, Promise.resolve("still")]);
    if (answer === "still") return { type: "Fetching", ...shown };
  }
  const isFetched = await deps.fetch(folder);
  return isFetched
    ? answerCaseFile({ ...deps, fetch: async () => false }, id, true)
    : { type: "NotHere", ...shown, damaged };
}

/** The folder itself, for what is made of it here in the worker: a letter to a prosecutor names the unit. */
export async function fileOf(deps: CaseFileDeps, id: CaseId): Promise<Case | undefined> {
  const answer = await answerCaseFile(deps, id, true);
  if (answer.type !== "Here") return undefined;
  const { present } = await deps.copy.folder(id);
  return present?.type === "Case" ? shownCase(present) : undefined;
}
