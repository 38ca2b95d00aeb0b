import type { Draft } from "@answerable/casework";

type Words = Omit<Draft, "id" | "began" | "ended" | "parked" | "suggested">;
const notWords: ReadonlySet<string> = new Set(["id", "began", "ended", "parked", "suggested"]);

/**
 * What was typed while a call was being sealed: it is not in the sheet, so it begins the next draft. Sealing takes a moment
 * only, but a case that must be fetched first takes as long as the network does. undefined: nothing.
 */
export function typedSince(sealed: Draft, now: Draft): Partial<Words> | undefined {
  const before = new Map<string, unknown>(Object.entries(sealed));
  const typed = Object.entries(now).filter(
    ([field, value]) => !notWords.has(field) && JSON.stringify(before.get(field)) !== JSON.stringify(value),
  );
  return typed.length === 0 ? undefined : (Object.fromEntries(typed) as Partial<Words>); // fields of a draft, taken from one
}
