export { articleCalls } from "./calls/article.ts";
export type { Call, Step, When } from "./calls/call.ts";
export { ordinaryCalls } from "./calls/ordinary.ts";
export { fileStore } from "./file-store.ts";
export { fill, type FillDeps } from "./fill.ts";
