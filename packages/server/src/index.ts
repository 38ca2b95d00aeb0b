export { type Log, type Facts, silentLog } from "./log-line.ts";
export { memoryStore } from "./memory-store.ts";
export { openServer, type Server, type ServerDeps } from "./server.ts";
export { openStaticFiles, type StaticFiles } from "./http/static-files.ts";
export { TRUSTED_TYPES_POLICY } from "./http/headers.ts";
export { StoreUnavailable, type Store } from "./store.ts";
export { realTimers, type Timers } from "./timers.ts";
