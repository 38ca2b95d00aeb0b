/** The same soldier, said by people: linked and never merged. */
export { type CardLink } from "./card.ts";
export { isSameCommand, type SameCommand } from "./command.ts";
export { isSameEvent, verdicts, type SameEvent, type SeenStrip, type Verdict } from "./event.ts";
export { standingLinks, type SoldierLink } from "./link.ts";
export { openSoldiers, type Pair, type RowLink, type Soldiers, type PairStanding } from "./soldiers.ts";
