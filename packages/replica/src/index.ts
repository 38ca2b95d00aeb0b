export * from "./office.ts";
export { LEAST_PASSPHRASE, openOffice, type OfficeDeps } from "./open-office.ts";
export { connectOffice, OfficeFailed, serveOffice, type Port } from "./port.ts";
export { onlySeat, webLockSeat, type Locks, type Seat } from "./seat.ts";
export { indexedDbStore } from "./store/indexed-db.ts";
export { memoryStore } from "./store/memory.ts";
export { drawers, StoreFull, type Change, type Drawer, type Kept, type Store } from "./store/store.ts";
export type { Timers } from "./timers.ts";
export { deviceSecretFromBytes, deviceSecretFromKey, type DeviceSecret } from "@answerable/seal";
