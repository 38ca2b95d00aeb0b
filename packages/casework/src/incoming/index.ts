/** Lists that come in: their lines, and what becomes of them. */
export * from "./row.ts";
