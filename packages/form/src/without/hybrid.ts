/**
 * Stands in the built pages where the age library has ML-KEM: a script of its own, fetched only where the charter says suite A2. Six
 * kilobytes that most lines never need. Whoever would use it before it came is told so.
 */
// oxlint-disable-next-line arrows/declared-import -- of the age library's own library, found for the build by vite.config.ts
import type * as Hybrid from "ml-kem-itself";

type Kem = typeof Hybrid.MLKEM768X25519;
let come: Kem | undefined;

/** Resolves when letters of suite A2 can be sealed and opened here. */
export async function fetchHybrid(): Promise<void> {
  // oxlint-disable-next-line arrows/declared-import -- see above
  come ??= (await import("ml-kem-itself")).MLKEM768X25519;
}

function kem(): Kem {
  if (!come) throw new Error("suite A2 has not come");
  return come;
}

export const MLKEM768X25519: Kem = {
  getPublicKey: (secret) => kem().getPublicKey(secret),
  encapsulate: (recipient) => kem().encapsulate(recipient),
  decapsulate: (share, secret) => kem().decapsulate(share, secret),
};

/** Of hardware tokens, which no recipient of ours has. */
export const MLKEM768P256 = undefined;
