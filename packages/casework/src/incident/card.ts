/** The front of an incident folder: which cases it holds, so that no rule proposes them again. */
import { listIn, momentIn, textIn } from "../card-reading.ts";
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
    unit: textIn(un),
    grievance: typeof g === "string" && isCode(grievances, g) ? g : "unknown",
    week: momentIn(we) ?? momentOf(0),
    cases: listIn(ca).filter((one): one is CaseId => typeof one === "string"), // as the desk wrote them
    isTakenBack: tb === 1,
  };
}
