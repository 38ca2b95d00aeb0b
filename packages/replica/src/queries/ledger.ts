/** The ledger's screens, answered from the claims file as it is here: weighed in this worker, never on the page. */
import { answerInLedger, type LedgerAnswer, type LedgerQuery } from "@answerable/casework";

import type { CaseFileDeps } from "./case-file.ts";
import { claimsFile } from "./record.ts";

export async function answerLedgerQuery(
  deps: CaseFileDeps,
  query: LedgerQuery,
  patient: boolean,
): Promise<LedgerAnswer<LedgerQuery>> {
  const answer = await claimsFile(deps, query.case, patient);
  if (answer.type !== "Here") return answer;
  const found = answerInLedger(answer.file, query);
  return found ? { type: "Here", name: answer.file.name, found } : { type: "Unknown" };
}
