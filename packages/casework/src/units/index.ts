/** Units: read and compared by number and kind. */
export { readUnit, scoreUnits, unitLikeness, type Mention, type MilitaryUnit } from "./unit.ts";
export type { Branch, Echelon } from "./kinds.ts";
export { knownThrough, type UnitLink } from "./directory.ts";
