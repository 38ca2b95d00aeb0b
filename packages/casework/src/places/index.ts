/** Places: regions by ISO 3166-2. */
export { regionOf } from "./region.ts";
export { regionLabel, regionRows, type RegionRow } from "./regions.ts";
export { tileGrid, type Tile } from "./tile-grid.ts";
