/** Questions about incidents: proposals from the columns of the roster, one incident from its folder. */
import { answerIncident, type FolderId, type IncidentAnyQuery } from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import type { CaseFileDeps } from "./case-file.ts";
import { inClusters } from "./overview.ts";
import { caseCardOf } from "./roster.ts";

export interface IncidentDeps {
  readonly likeness: Likeness;
  readonly folderOfIncident: (happening: string) => FolderId;
}

export async function answerAboutIncidents(
  deps: Pick<CaseFileDeps, "copy" | "fetch" | "sight"> & IncidentDeps,
  query: IncidentAnyQuery,
): ReturnType<typeof answerIncident> {
  const { likeness, copy, fetch, sight } = deps;
  const { roster } = likeness;
  return answerIncident(
    {
      mayGather: sight.may("gather"),
      folderOf: deps.folderOfIncident,
      fronts: roster.incidents,
      rows: (least) => inClusters(likeness, roster.hasContacts, least),
      card(id) {
        const row = roster.row(id);
        return row === undefined ? undefined : caseCardOf(roster, row)?.card;
      },
      async file(id) {
        const here = await copy.folder(id);
        const isBehind = here.number < (roster.knows(id)?.number ?? 0);
        if (isBehind) await fetch(id);
        const { present } = isBehind ? await copy.folder(id) : here;
        return present?.type === "Incident" ? present : undefined;
      },
    },
    query,
  );
}
