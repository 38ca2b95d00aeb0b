/** Base64url by Node's own codec: many times faster than the portable one, and as strict. */

export function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new MalformedBytes("not base64url");
  return bytes;
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url");
}

/** Text that passed its schema and is still not the one spelling of any bytes: stray bits at its end. */
class MalformedBytes extends Error {
  override readonly name = "MalformedBytes";
}
