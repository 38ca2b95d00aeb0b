/** The overview: arrivals against the usual day, and what they came with. */
export { arrivalsOf } from "./arrivals.ts";
export * from "./asked.ts";
export { clustersOf, leastInCluster, unitKey, weekNumber, weekOf, type InCluster } from "./cluster.ts";
export { inClustersOf, inOrder, overviewOf, periodFrom, veiledOverview, type CardAt } from "./overview.ts";
