/** Words and rules of the paper office: what may happen in a folder, what follows from it, and how it is said. */
export * from "./case.ts";
export * from "./card.ts";
export * from "./command.ts";
export * from "./day.ts";
export * from "./decide.ts";
export * from "./event.ts";
export * from "./folder.ts";
export * from "./id.ts";
export * from "./papers.ts";
export * from "./present.ts";
export * from "./refusal.ts";
export * from "./result.ts";
export * from "./shift.ts";
export * from "./intake/index.ts";
export * from "./words/vocabularies.ts";
