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

function cast(
  reading: Reading,
  { lang, incident, claim }: Extract<LedgerQuery, { readonly type: "LedgerCast" }>,
): Omit<LedgerCastAnswer, "name"> {
  const { agents, incidents } = reading.ledger;
  const one = claim === undefined ? undefined : reading.claims.get(claim)?.claim;
  const within = reading.standing.incidents.find(({ claims }) => claims.some(({ id }) => id === claim));
  const shown = incident ?? within?.id;
  return {
    agents: agents.map((agent) => agentShown(agent, lang)),
    incidents: incidents.map(({ id, label, printed, time }) => ({
      id,
      label: inLang(label || id, printed, lang),
      edtf: time?.edtf,
    })),
    claims: (shown === undefined ? [] : (reading.incidents.get(shown)?.claims ?? [])).map(
      ({ id, text, printed }) => ({ id, text: inLang(text, printed, lang) }),
    ),
    ...(one && {
      claim: { id: one.id, text: inLang(one.text, one.printed, lang), incident: within?.id },
    }),
  };
}
