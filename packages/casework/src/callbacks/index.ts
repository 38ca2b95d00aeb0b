/** Call-backs: tried at hours they can answer, ended by one answer, and never lost. */
export { isCallBackCommand, type CallBackCommand } from "./command.ts";
export { isCallBackEvent, type CallBackEvent } from "./event.ts";
export type { TaskSkip, TaskTry } from "./fold.ts";
export { hourThere, type Hours } from "./hours.ts";
export { openQueueOrder, type QueueOrder } from "./order.ts";
export {
  answeredElsewhere,
  findInQueue,
  nextInQueue,
  queueFolderOf,
  queueOf,
  sameNumber,
  type AtTheQueue,
  type QueueFolder,
  type QueueItem,
  type QueueStanding,
} from "./queue.ts";
export { moscowZone, zoneOf } from "./zone-of.ts";
