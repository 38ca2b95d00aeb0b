/**
 * Stands in the built pages where the canonicalize library is: RFC 8785 of what is read from JSON or written by us, and nothing else.
 * Says the same as the library, as its test finds out.
 */
export default function canonicalize(value: unknown): string | undefined {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("no JSON number");
  // What the regular expression finds is half of a pair.
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) throw new Error("a lone surrogate");
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonicalize(one ?? null)).join()}]`;
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${canonicalize(name)}:${canonicalize(one)}`);
  return `{${entries.join()}}`;
}
