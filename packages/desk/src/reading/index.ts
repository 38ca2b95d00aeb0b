/** Lists that others have made, read into lines: files, pasted text, whatever they are. Pure; runs in a worker of its own. */
export { decode } from "./decode.ts";
export { orderOf, readCellDay, type DayOrder } from "./days.ts";
export {
  CannotRead,
  listKinds,
  type Came,
  type Grid,
  type ListKind,
  type Noted,
  type Unreadable,
} from "./grid.ts";
export { guessColumns, type Guess } from "./headers.ts";
export { MOST_FILE, readList } from "./read.ts";
export { columnOf, letters, rowsOf, type Mapping, type Rows } from "./rows.ts";
