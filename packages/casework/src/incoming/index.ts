/** Lists that come in: their lines, and what becomes of them. */
export { isOfList, rowMarkOf, rowOnCard, type CardList } from "./card.ts";
export { isIncomingCommand, type IncomingCommand } from "./command.ts";
export { LONGEST_LINE } from "./decide.ts";
export { isIncomingEvent, type IncomingEvent } from "./event.ts";
export type { ListPaper, TakenRow } from "./fold.ts";
export {
  draftOfRow,
  listFields,
  placeOfRow,
  type IncomingRow,
  type ListField,
  type RowNote,
  type RowRefusal,
  type RowTold,
} from "./row.ts";
