/** What the command `ledger` prints: everything that follows from a file of claims, in the shape of the file. */
import { weigh, type ClaimStanding, type Grade } from "./grade.ts";
import { independenceOf } from "./independence.ts";
import { siftLedger } from "./read.ts";
import type { LedgerRefusal } from "./refusal.ts";
import { isUsable } from "./rests.ts";
import { chainFindings, claimFindings, gradeInWords, incidentFindings } from "./write.ts";

type Json = Readonly<Record<string, unknown>>;

export function answerLedger(raw: unknown): Json & { readonly refusals: readonly LedgerRefusal[] } {
  const { ledger, refusals } = siftLedger(raw);
  const standing = weigh(ledger);
  const usable = standing.claims.filter(({ soundness }) => isUsable(soundness)).map(({ claim }) => claim);
  const whole = independenceOf(usable, standing.standings);
  return {
    chains: ledger.chains.map(({ id }) => ({ id, ...chainFindings(standing.standings.chains.get(id)) })),
    claims: standing.claims.map((claim) => ({
      id: claim.claim.id,
      ...claimFindings(claim),
      independentOrigins: { min: claim.independence.min, max: claim.independence.max ?? null },
      grade: claimGrade(claim),
      ...(claim.denials.length > 0 && { denials: claim.denials }),
    })),
    incidents: standing.incidents.map((incident) => ({
      id: incident.id,
      ...incidentFindings(incident),
      gradeCode: incident.grade satisfies Grade,
    })),
    /** All claims of the file taken as one matter, for files that name no incidents. */
    whole: { independentOrigins: { min: whole.min, max: whole.max ?? null } },
    refusals,
  };
}

function claimGrade({ grade }: ClaimStanding): string {
  return gradeInWords({ grade, kind: "hearsay" });
}
