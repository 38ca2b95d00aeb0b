/**
 * Signs that a reader cannot see or that turn a line around: a title may look like one thing and be another. Such a text
 * is refused and named, never quietly cleaned: evidence stays as received. Ids that differ only in such signs, in width
 * or in composition are the same id to a person.
 */
// Controls, marks of direction, signs of no width, tags and halves of a sign; tab, line feed and joiners are honest.
const hidden =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

export function hasHiddenSigns(text: string): boolean {
  return hidden.test(text);
}

/** What an id looks like. */
export function lookOf(id: string): string {
  return id.normalize("NFKC").toLowerCase();
}

/** The path of the first text with hidden signs inside a value, undefined where there is none. */
export function hiddenSignsIn(value: unknown): string | undefined {
  const rest: { readonly at: string; readonly value: unknown }[] = [{ at: "", value }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (typeof next.value === "string") {
      if (hasHiddenSigns(next.value)) return next.at;
    } else if (typeof next.value === "object" && next.value !== null) {
      for (const [key, inner] of Object.entries(next.value)) {
        if (hasHiddenSigns(key)) return next.at;
        rest.push({ at: next.at ? `${next.at}.${key}` : key, value: inner });
      }
    }
  }
  return undefined;
}
