/** Lists that go out of the desk, and who has allowed it. */
export type { CardOutList } from "./card.ts";
export { isOutgoingCommand, type OutgoingCommand, type OutListWish } from "./command.ts";
export { isAllowedAt, ROWS_ALONE } from "./decide.ts";
export { isOutgoingEvent, outShapes, outSources, type OutgoingEvent } from "./event.ts";
export type { OutListPaper } from "./fold.ts";
