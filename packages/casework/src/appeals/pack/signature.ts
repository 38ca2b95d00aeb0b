/**
 * The signature of a pack covers everything in it but the signature itself, as canonical JSON: names sorted, no spaces.
 * Who may sign, and the cipher, are the caller's: `verify` is handed in.
 */

export interface PackSignature {
  readonly algorithm: string;
  readonly key: string;
  readonly value: string;
}

export type VerifySignature = (message: string, signature: PackSignature) => Promise<boolean>;

export async function signatureOf(
  json: unknown,
  verify: VerifySignature,
): Promise<"missing" | "holds" | "broken"> {
  const { message, signature } = signedPart(json);
  if (!signature) return "missing";
  return (await verify(message, signature)) ? "holds" : "broken";
}

/** What is to be signed, and what signs it so far. */
export function signedPart(json: unknown): {
  readonly message: string;
  readonly signature: PackSignature | undefined;
} {
  const copy: unknown = JSON.parse(JSON.stringify(json));
  const head = isObject(copy) ? copy["pack"] : undefined;
  const signature = isObject(head) ? head["signature"] : undefined;
  if (isObject(head)) delete head["signature"];
  return { message: canonical(copy), signature: isSignature(signature) ? signature : undefined };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSignature(value: unknown): value is PackSignature {
  return isObject(value) && ["algorithm", "key", "value"].every((name) => typeof value[name] === "string");
}
