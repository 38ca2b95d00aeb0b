/** The front of an incident folder: which cases it holds, so that no rule proposes them again. */
import { momentOf, type Moment } from "../day.ts";
import type { CaseId } from "../id.ts";
import { grievances, isCode, type Grievance } from "../words/vocabularies.ts";
import type { Incident } from "./incident.ts";

export interface IncidentFront {
  readonly type: "Incident";
  readonly unit: string;
  readonly grievance: Grievance;
  readonly week: Moment;
  readonly cases: readonly CaseId[];
  readonly isTakenBack: boolean;
}

export function incidentFront({ unit, grievance, week, cases, takenBack }: Incident): IncidentFront {
  return { type: "Incident", unit, grievance, week, cases, isTakenBack: takenBack !== undefined };
}

export function frontToPayload({ unit, grievance, week, cases, isTakenBack }: IncidentFront) {
  return { t: "i", un: unit, g: grievance, we: Date.parse(week), ca: cases, tb: isTakenBack ? 1 : undefined };
}

export function readFront(read: Readonly<Record<string, unknown>>): IncidentFront {
  const { un, g, we, ca, tb } = read;
  return {
    type: "Incident",
    unit: typeof un === "string" ? un : "",
    grievance: typeof g === "string" && isCode(grievances, g) ? g : "unknown",
    week: momentOf(typeof we === "number" && Math.abs(we) <= 8.64e15 ? we : 0),
    cases: Array.isArray(ca) ? (ca.filter((one) => typeof one === "string") as CaseId[]) : [], // as the desk wrote them
    isTakenBack: tb === 1,
  };
}
