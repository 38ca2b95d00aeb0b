/**
 * Of an X.509 certificate (DER) only what is needed to use it: its key, the key's curve, and what it calls its holder. Nothing is
 * believed: anyone can make a certificate in any name.
 */
export interface Certificate {
  /** SubjectPublicKeyInfo as it stands. */
  readonly key: Uint8Array;
  readonly curve?: string;
  /** Common name and organisation, as far as they are said. */
  readonly subject: string;
}

interface Der {
  readonly tag: number;
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

const curves: Readonly<Record<string, string>> = {
  "2a8648ce3d030107": "P-256",
  "2b81040022": "P-384",
  "2b81040023": "P-521",
};
const named = ["550403", "55040a"];
const MOST_WORDS = 120;

/** Throws for anything else. */
export function certificateOf(bytes: Uint8Array): Certificate {
  const [outer] = derIn(bytes);
  const [signed] = derIn(outer?.content);
  const fields = derIn(signed?.content);
  // A version stands first since version 2: serial, algorithm, issuer, validity, subject, key.
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  const subject = fields[from + 4];
  const key = fields[from + 5];
  if (!subject || !key) throw new Error("not a certificate");
  const [algorithm] = derIn(key.content);
  const curve = derIn(algorithm?.content)
    .map(({ content }) => curves[hex(content)])
    .find((one) => one !== undefined);
  return { key: key.whole, subject: subjectOf(subject), ...(curve !== undefined && { curve }) };
}

const sizes: Readonly<Record<string, number>> = { "P-256": 32, "P-384": 48, "P-521": 66 };

/** COSE wants r and s side by side; some programs that sign leave them as DER has them. */
export function sideBySide(signature: Uint8Array, curve: string): Uint8Array {
  const size = sizes[curve] ?? 0;
  if (signature.length === 2 * size || signature[0] !== 0x30) return signature;
  const whole = new Uint8Array(2 * size);
  for (const [place, { content }] of derIn(derIn(signature)[0]?.content).slice(0, 2).entries()) {
    const digits = content.subarray(Math.max(0, content.length - size));
    whole.set(digits, size * (place + 1) - digits.length);
  }
  return whole;
}

function subjectOf(subject: Der): string {
  const said = derIn(subject.content).flatMap((set) =>
    derIn(set.content).flatMap((pair) => {
      const [type, value] = derIn(pair.content);
      return type && value && named.includes(hex(type.content))
        ? [new TextDecoder().decode(value.content)]
        : [];
    }),
  );
  return said
    .join(", ")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim()
    .slice(0, MOST_WORDS);
}

function derIn(bytes: Uint8Array = new Uint8Array()): readonly Der[] {
  const all: Der[] = [];
  for (let at = 0; at + 2 <= bytes.length;) {
    const first = bytes[at + 1] ?? 0;
    const width = first < 0x80 ? 0 : first & 0x7f;
    if (width > 4) throw new Error("a length beyond reason");
    let length = width === 0 ? first : 0;
    for (let byte = 0; byte < width; byte += 1) length = length * 256 + (bytes[at + 2 + byte] ?? 0);
    const start = at + 2 + width;
    if (start + length > bytes.length) throw new Error("a value larger than what holds it");
    all.push({
      tag: bytes[at] ?? 0,
      whole: bytes.subarray(at, start + length),
      content: bytes.subarray(start, start + length),
    });
    at = start + length;
  }
  return all;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
