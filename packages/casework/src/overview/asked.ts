/** What a coordinator sees at a glance: how many came against a usual day, what they came with, who waits. */
import type { Counters } from "../counters.ts";
import type { Moment } from "../day.ts";
import type { CaseId } from "../id.ts";
import type { Grievance } from "../words/vocabularies.ts";

export const overviewPeriods = ["today", "week", "month", "all"] as const;
export type OverviewPeriod = (typeof overviewPeriods)[number];

export interface OverviewQuery {
  readonly type: "Overview";
  readonly period: OverviewPeriod;
}

export interface OverviewAnswer {
  readonly counters: Counters;
  /** The last 24 hours, the present one last; `usual`: the middle of the same hour on the four weeks before. */
  readonly hours: readonly { readonly from: Moment; readonly count: number; readonly usual: number }[];
  /** The last four weeks, today last. */
  readonly days: readonly { readonly from: Moment; readonly count: number }[];
  /** How many times the usual came in the last three hours; undefined: there is no usual yet. */
  readonly times?: number;
  /** Cases spoken of in the period, the most first. */
  readonly grievances: readonly { readonly code: Grievance; readonly cases: number }[];
  readonly regions: readonly { readonly region: string; readonly cases: number }[];
  readonly units: readonly { readonly unit: string; readonly cases: number }[];
  readonly clusters: readonly Cluster[];
  readonly unacknowledged: number;
  /** For somebody who gathers nothing: clusters without the name of their unit, and no units counted. */
  readonly isVeiled?: true;
}

/** Cases of one unit, one week and one grievance that nobody has gathered yet. */
export interface Cluster {
  /** As the first case wrote it. */
  readonly unit: string;
  readonly grievance: Grievance;
  /** The Monday of the week. */
  readonly week: Moment;
  readonly cases: readonly CaseId[];
}

export function isOverviewQuery(query: { readonly type: string }): query is OverviewQuery {
  return query.type === "Overview";
}
