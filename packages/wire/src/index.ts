export type { Brand } from "./brand.ts";
export * from "./bytes.ts";
export * from "./canonical.ts";
export * from "./http.ts";
export * from "./ids.ts";
export * from "./log.ts";
export * from "./requests.ts";
export * from "./team.ts";
