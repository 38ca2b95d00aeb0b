/** Incidents: cases of one happening, gathered by a person. */
export * from "./asked.ts";
export type { IncidentFront } from "./card.ts";
export type { IncidentCommand } from "./command.ts";
export { isIncidentEvent } from "./event.ts";
export type { Incident as IncidentFolder, ToldFamilies } from "./incident.ts";
