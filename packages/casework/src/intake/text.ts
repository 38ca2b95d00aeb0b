/**
 * Text that can be sealed. RFC 8785, in which sheets are signed, has no form for half a surrogate pair (a broken emoji):
 * each becomes U+FFFD, which the screen shows as �. It is the one thing about a typed text that we ever change.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** The same for every text in a plain value. */
export function wellFormedAll<T>(value: T): T {
  if (typeof value === "string") return wellFormed(value) as T & string; // a string stays a string
  if (Array.isArray(value)) return value.map(wellFormedAll) as T & unknown[]; // a list stays a list of the same
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wellFormedAll(one)])) as T &
    object; // same keys
}
