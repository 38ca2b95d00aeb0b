/** Letters from outside: taken, put aside, answered. */
export { type Aside, type BroughtBack } from "./aside.ts";
export { markOf, type CardFamily } from "./card.ts";
export { isDropCommand, type DropCommand, type OpenedDrop } from "./command.ts";
export { LONGEST_REPLY } from "./decide.ts";
export { isDropEvent, MOST_ASIDE, type DropEvent, type DropEventOf, type FamilyKeys } from "./event.ts";
export {
  lettersOf,
  type Family,
  type FamilyLetter,
  type Outside,
  type Reply,
  type ToldNumber,
} from "./families.ts";
