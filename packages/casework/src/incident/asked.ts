/** What may be asked about incidents: those that stand, what a rule proposes, and one with its cases. */
import type { CaseCard } from "../card.ts";
import type { CaseId, FolderId } from "../id.ts";
import type { Cluster } from "../overview/asked.ts";
import { clustersOf, leastInCluster, unitKey, weekOf, type InCluster } from "../overview/cluster.ts";
import { masked } from "../rights/veil.ts";
import type { IncidentFront } from "./card.ts";
import type { Incident } from "./incident.ts";

export interface GatheredIncidentsQuery {
  readonly type: "GatheredIncidents";
}
export interface GatheredIncidentQuery {
  readonly type: "GatheredIncident";
  readonly case: FolderId;
}
export type IncidentAnyQuery = GatheredIncidentsQuery | GatheredIncidentQuery;

export interface GatheredIncidentsAnswer {
  readonly incidents: readonly (IncidentFront & { readonly incident: FolderId })[];
  /** The most first. None of their cases is in an incident. */
  readonly proposals: readonly Proposed[];
  /** The units are masked, for somebody who gathers nothing. */
  readonly isVeiled?: true;
}

/** `incident`: the folder that it opens, the same whoever gathers it. */
export type Proposed = Cluster & { readonly incident: FolderId };

export interface CaseInIncident {
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly stage: CaseCard["stage"];
  readonly letters: number;
  /** Families that hold a receipt: they can be told. */
  readonly families: number;
  readonly replies: number;
  /** Replies that lie in their mailbox. */
  readonly posted: number;
}

export type GatheredIncidentAnswer =
  | {
      readonly type: "Here";
      readonly incident: Incident;
      readonly cases: readonly CaseInIncident[];
      /** Cases of the same unit, week and grievance that have come since. */
      readonly more: readonly CaseId[];
      readonly isVeiled?: true;
    }
  | { readonly type: "NotHere" };

export type IncidentAnswerTo<Q extends IncidentAnyQuery> = Q extends { readonly type: "GatheredIncidents" }
  ? GatheredIncidentsAnswer
  : GatheredIncidentAnswer;

export function isIncidentQuery(query: { readonly type: string }): query is IncidentAnyQuery {
  return query.type === "GatheredIncidents" || query.type === "GatheredIncident";
}

export interface IncidentOffice {
  readonly fronts: () => Iterable<{ readonly folder: FolderId; readonly card: IncidentFront }>;
  /** Cases as the rule sees them; groups of fewer than so many may be left out. */
  readonly rows: (least: number) => Iterable<InCluster>;
  readonly card: (id: CaseId) => CaseCard | undefined;
  readonly file: (id: FolderId) => Promise<Incident | undefined>;
  /** The same on every device of the desk. */
  readonly folderOf: (happening: string) => FolderId;
  /** Who may not gather is shown which cases are one happening, and not where. */
  readonly mayGather: boolean;
}

/** Every case that some standing incident holds. */
export function gatheredIn(fronts: Iterable<{ readonly card: IncidentFront }>): ReadonlySet<CaseId> {
  const gathered = new Set<CaseId>();
  for (const { card } of fronts) for (const one of card.cases) gathered.add(one);
  return gathered;
}

export async function answerIncident(
  office: IncidentOffice,
  query: IncidentAnyQuery,
): Promise<GatheredIncidentsAnswer | GatheredIncidentAnswer> {
  if (query.type === "GatheredIncidents") {
    const incidents = [...office.fronts()]
      .map(({ folder, card }) => ({ incident: folder, ...card }))
      .toSorted((a, b) =>
        a.week === b.week ? (a.incident < b.incident ? -1 : 1) : a.week < b.week ? 1 : -1,
      );
    const proposals = clustersOf(office.rows(leastInCluster)).map((cluster) => ({
      ...cluster,
      incident: office.folderOf(happeningOf(cluster, incidents)),
    }));
    if (office.mayGather) return { incidents, proposals };
    return { incidents: incidents.map(unitMasked), proposals: proposals.map(unitMasked), isVeiled: true };
  }
  const incident = await office.file(query.case);
  if (!incident) return { type: "NotHere" };
  const key = unitKey(incident.unit);
  const isLike = (one: InCluster) =>
    !one.isGathered &&
    one.key === key &&
    one.grievance === incident.grievance &&
    weekOf(one.opened) === incident.week;
  return {
    type: "Here",
    ...(office.mayGather ? { incident } : { incident: veiledIncident(incident), isVeiled: true }),
    cases: incident.cases.flatMap((id) => {
      const card = office.card(id);
      return card ? [inIncident(id, card)] : [];
    }),
    more:
      incident.takenBack || key === undefined
        ? []
        : [...office.rows(1)].filter(isLike).map((one) => one.case),
  };
}

/** After one was taken back, or is full, the same unit, week and grievance may be gathered anew: that is the next one. */
function happeningOf(cluster: Cluster, incidents: readonly IncidentFront[]): string {
  const nameOf = ({ week, grievance, unit }: Pick<Cluster, "week" | "grievance" | "unit">) =>
    `${week} ${grievance} ${unitKey(unit) ?? ""}`;
  const name = nameOf(cluster);
  return `${incidents.filter((one) => nameOf(one) === name).length} ${name}`;
}

export function unitMasked<T extends { readonly unit: string }>(one: T): T {
  return { ...one, unit: masked };
}

function veiledIncident(incident: Incident): Incident {
  return {
    ...unitMasked(incident),
    timeline: incident.timeline.map((row) =>
      row.what.type === "IncidentGathered" ? { ...row, what: unitMasked(row.what) } : row,
    ),
  };
}

function inIncident(id: CaseId, card: CaseCard): CaseInIncident {
  const sum = (of: (family: CaseCard["families"][number]) => number) =>
    card.families.reduce((all, family) => all + of(family), 0);
  return {
    case: id,
    number: card.number,
    name: card.names[0] ?? "",
    stage: card.stage,
    letters: card.appeals.length,
    families: card.families.length,
    replies: sum(({ replies }) => replies),
    posted: sum(({ posted }) => posted),
  };
}
