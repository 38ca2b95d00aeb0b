/** Who may see and do what, and what a case is to somebody who may not. */
export { isRightCommand, type RightCommand } from "./command.ts";
export { isRightEvent, type RightEvent } from "./event.ts";
export {
  dutiesOf,
  duties,
  hotFieldOf,
  hotFields,
  may,
  mayHere,
  rights,
  type Deed,
  type Duty,
  type HotField,
  type Right,
  type Stand,
  type Veil,
} from "./right.ts";
export { hiddenFields, isOwnCase, isShownStill, standAtCard, type Onlooker } from "./stand.ts";
export { masked, veiled, type Veiled } from "./veil.ts";
