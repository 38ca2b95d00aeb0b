/** The overview: arrivals against the usual day, and what they came with. */
export { arrivalsOf } from "./arrivals.ts";
export * from "./asked.ts";
export { clustersOf, unitKey, type InCluster } from "./cluster.ts";
export { inOrder, overviewOf, periodFrom, type CardAt } from "./overview.ts";
