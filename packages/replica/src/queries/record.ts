/** Claims files and the facts that may be counted: what a release is drafted from. No name and no text of a case passes here. */
import type { ClaimsFile, Day, FolderId } from "@answerable/casework";
import { readCard } from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import type { Roster } from "../roster/roster.ts";
import type { CaseFileDeps } from "./case-file.ts";
import { factsOf, type CountedFact } from "./facts.ts";

export type RecordQuery =
  | { readonly type: "ClaimsFiles" }
  | { readonly type: "ClaimsFile"; readonly case: FolderId }
  /** Soldiers first told of on these days, from the first up to the day before the second. */
  | { readonly type: "Facts"; readonly from: Day; readonly to: Day };

export interface ClaimsFileRow {
  readonly case: FolderId;
  readonly name: string;
  readonly claims: number;
  readonly incidents: number;
  readonly releases: number;
  readonly waits: boolean;
}

export type ClaimsFileAnswer =
  | { readonly type: "Here"; readonly file: ClaimsFile; readonly unsent: number }
  | { readonly type: "Fetching" | "NotHere" | "Unknown" };

export type RecordAnswer<Q extends RecordQuery> = Q extends { readonly type: "ClaimsFiles" }
  ? { readonly files: readonly ClaimsFileRow[] }
  : Q extends { readonly type: "ClaimsFile" }
    ? ClaimsFileAnswer
    : { readonly facts: readonly CountedFact[] };

export function isRecordQuery(query: { readonly type: string }): query is RecordQuery {
  return query.type === "ClaimsFiles" || query.type === "ClaimsFile" || query.type === "Facts";
}

export async function answerRecord(
  deps: CaseFileDeps & { readonly likeness: Likeness },
  query: RecordQuery,
  patient: boolean,
): Promise<RecordAnswer<RecordQuery>> {
  switch (query.type) {
    case "ClaimsFiles":
      return { files: claimsFiles(deps.roster) };
    case "Facts":
      return { facts: factsOf(deps.likeness, query) };
    case "ClaimsFile":
      return claimsFile(deps, query.case, patient);
  }
}

function claimsFiles(roster: Roster): readonly ClaimsFileRow[] {
  const rows: ClaimsFileRow[] = [];
  for (const { folder, payload } of roster.all()) {
    const card = readCard(payload.card);
    if (card?.type !== "ClaimsFile") continue;
    const { name, claims, incidents, releases, waits } = card;
    rows.push({ case: folder, name, claims, incidents, releases, waits });
  }
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}

export async function claimsFile(
  { roster, copy, fetch }: Pick<CaseFileDeps, "roster" | "copy" | "fetch">,
  id: FolderId,
  patient: boolean,
): Promise<ClaimsFileAnswer> {
  const here = await copy.folder(id);
  const isBehind = here.number < (roster.knows(id)?.number ?? 0);
  if (here.present?.type === "ClaimsFile" && (copy.isHere(id) || !isBehind)) {
    if (isBehind) void fetch(id);
    return { type: "Here", file: here.present, unsent: copy.waitingIn(id) };
  }
  if (roster.row(id) === undefined) return { type: "Unknown" };
  if (here.number > 0 && !isBehind) return { type: "NotHere" };
  const isFetched = fetch(id);
  if (!patient && (await Promise.race([isFetched, Promise.resolve("still")])) === "still")
    return { type: "Fetching" };
  if (!(await isFetched)) return { type: "NotHere" };
  return claimsFile({ roster, copy, fetch: async () => false }, id, true);
}
