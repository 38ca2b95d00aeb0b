export type * from "./attachments/office.ts";
export { WAITING_FILE_MOST, WAITING_MOST } from "./attachments/waiting.ts";
export type { TakeRefusal } from "./callbacks.ts";
export * from "./inbox/answers.ts";
export * from "./incoming/answers.ts";
export type * from "./likeness/answers.ts";
export * from "./office.ts";
export { roles } from "@answerable/wire";
export { isRecordQuery } from "./queries/record.ts";
export type { CountedFact } from "./queries/facts.ts";
export type { PublishRefusal, SignedManifest } from "./publishing.ts";
export type { ExpiringAnswer, ExpiringQuery, ExpiringRow } from "./queries/expiring.ts";
export type { ClaimsFileAnswer, ClaimsFileRow, RecordAnswer, RecordQuery } from "./queries/record.ts";
export type {
  OutListRow,
  OutListsAnswer,
  OutListsQuery,
  OutRow,
  OutRowsAnswer,
  OutRowsQuery,
} from "./queries/outgoing.ts";
export { packs } from "./packs.ts";
export { openOffice, type OfficeDeps } from "./open-office.ts";
export type { Siblings } from "./safety.ts";
export { LEAST_PASSPHRASE } from "./settling.ts";
export { connectOffice, OfficeFailed, serveOffice, type Port } from "./port.ts";
export { onlySeat, webLockSeat, type Locks, type Seat } from "./seat.ts";
export { keptSecret } from "./store/device-secret.ts";
export { indexedDbStore } from "./store/indexed-db.ts";
export { memoryStore } from "./store/memory.ts";
export { drawers, StoreFull, type Change, type Drawer, type Kept, type Store } from "./store/store.ts";
export type { Timers } from "./timers.ts";
export { deviceSecretFromBytes, deviceSecretFromKey, type DeviceSecret } from "@answerable/seal";
