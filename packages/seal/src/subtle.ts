/** The one place where seal takes something from the machine: WebCrypto, which insecure pages and old engines do not have. */
// oxlint-disable-next-line arrows/own-clock -- the one place; what it gives is pure arithmetic, no clock and no chance
export const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;

/** The same bytes in a buffer of their own, as WebCrypto's types want them. */
export function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
