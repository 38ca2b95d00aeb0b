/**
 * One spelling for any bytes. A schema has checked the alphabet; here, that no text has stray bits at its end, which a
 * lenient decoder would drop and a strict one refuse. Without this the same bytes could come back as another text than the
 * one that was signed.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** The names under which wire carries bytes as text. */
const byteNames: ReadonlySet<string> = new Set([
  "body",
  "signature",
  "file",
  "prev",
  "canary",
  "certificate",
  "signing",
  "founder",
  "key",
]);

export function isWellSpelled(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, each]) =>
    typeof each === "string" ? !byteNames.has(name) || isOneSpelling(each) : isWellSpelled(each),
  );
}

function isOneSpelling(text: string): boolean {
  const last = ALPHABET.indexOf(text.at(-1) ?? "A");
  switch (text.length % 4) {
    case 0:
      return true;
    case 2:
      return last % 16 === 0;
    case 3:
      return last % 4 === 0;
    case 1:
      return false;
  }
  throw new Error("a remainder of four is 0 to 3");
}
