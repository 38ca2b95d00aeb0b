/**
 * An incident: which cases are gathered in it now, which were let go and why, and what their families were told.
 * Must stay true: a case is in it once or not at all; after it was taken back nothing is in it and nothing more goes in.
 *
 * Note: Gathered by two. Who gathers a proposal without hearing that a colleague just did says so in the same folder. The first
 * stands; of the second, the cases that the first did not see come in, but for those that were let go meanwhile.
 */
import type { Moment } from "../day.ts";
import type { EventOf } from "../event.ts";
import type { CaseId, FolderId } from "../id.ts";
import type { Papers, Stamp } from "../papers.ts";
import type { Grievance } from "../words/vocabularies.ts";
import type { IncidentEvent } from "./event.ts";

export interface ToldFamilies extends Stamp {
  readonly text: string;
  readonly asks: boolean;
  readonly told: readonly CaseId[];
  readonly untold: readonly { readonly case: CaseId; readonly why: string }[];
}

export interface Incident extends Papers {
  readonly type: "Incident";
  readonly id: FolderId;
  readonly unit: string;
  readonly grievance: Grievance;
  readonly week: Moment;
  readonly gathered: Stamp;
  readonly cases: readonly CaseId[];
  readonly letGo: readonly (Stamp & { readonly case: CaseId; readonly reason: string })[];
  readonly takenBack?: Stamp & { readonly reason: string };
  /** Oldest first. */
  readonly told: readonly ToldFamilies[];
}

export function openedIncident(papers: Papers, event: EventOf<"IncidentGathered">, stamp: Stamp): Incident {
  const { unit, grievance, week, cases } = event;
  return {
    ...papers,
    type: "Incident",
    unit,
    grievance,
    week,
    gathered: stamp,
    cases: [...new Set(cases)],
    letGo: [],
    told: [],
  };
}

export function foldIncidentEvent(incident: Incident, event: IncidentEvent, stamp: Stamp): Incident {
  if (incident.takenBack) return incident;
  switch (event.type) {
    case "CasesGathered": {
      const cases = [...new Set([...incident.cases, ...event.cases])];
      return {
        ...incident,
        cases,
        letGo: incident.letGo.filter((one) => !cases.includes(one.case)),
      };
    }
    case "CaseLetGo": {
      if (!incident.cases.includes(event.case)) return incident;
      return {
        ...incident,
        cases: incident.cases.filter((one) => one !== event.case),
        letGo: [...incident.letGo, { ...stamp, case: event.case, reason: event.reason }],
      };
    }
    case "IncidentTakenBack":
      return { ...incident, cases: [], takenBack: { ...stamp, reason: event.reason } };
    case "FamiliesTold": {
      const { type: _, ...told } = event;
      return { ...incident, told: [...incident.told, { ...told, ...stamp }] };
    }
    case "IncidentGathered": {
      const isOut = (id: CaseId) => incident.letGo.some((one) => one.case === id);
      const cases = event.cases.filter((id) => !isOut(id));
      return { ...incident, cases: [...new Set([...incident.cases, ...cases])] };
    }
  }
}
