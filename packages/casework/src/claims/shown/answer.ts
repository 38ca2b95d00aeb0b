/** Which question about a ledger is answered where. */
import type { ClaimsFile } from "../../record/claims-file.ts";
import type { LedgerCastAnswer, LedgerFound, LedgerQuery } from "./asked.ts";
import { incidentPage } from "./incident-page.ts";
import { answerIncidents } from "./incident-rows.ts";
import { agentShown, inLang, readingOf, type Reading } from "./reading.ts";
import { sameOrigins } from "./same-origins.ts";

/** undefined: there is no such incident. */
export function answerInLedger<Q extends LedgerQuery>(
  file: Pick<ClaimsFile, "ledger" | "name">,
  query: Q,
): LedgerFound<Q> | undefined;
export function answerInLedger(
  file: Pick<ClaimsFile, "ledger" | "name">,
  query: LedgerQuery,
): LedgerFound<LedgerQuery> | undefined {
  const reading = readingOf(file.ledger);
  switch (query.type) {
    case "Incidents":
      return answerIncidents(reading, query);
    case "IncidentPage":
      return incidentPage(reading, query);
    case "SameOrigins":
      return sameOrigins(reading, query.lang);
    case "LedgerCast":
      return { name: file.name, ...cast(reading, query) };
  }
}

function cast(reading: Reading, { lang }: LedgerQuery): Omit<LedgerCastAnswer, "name"> {
  const { agents, incidents } = reading.ledger;
  return {
    agents: agents.map((agent) => agentShown(agent, lang)),
    incidents: incidents.map(({ id, label, printed, time }) => ({
      id,
      label: inLang(label || id, printed, lang),
      edtf: time?.edtf,
    })),
    kinds: [...new Set(incidents.flatMap(({ kind }) => kind.split("+")))],
  };
}
