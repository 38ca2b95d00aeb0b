/**
 * Stands in the built pages where the age library has all its kinds of recipients: here are the two that a letter can have. Those of
 * hardware tokens and passphrases are left out, and say so if they are ever called for.
 */
// oxlint-disable-next-line arrows/declared-import -- a file of the age library, found for the build by vite.config.ts
export {
  decryptFileKey,
  encryptFileKey,
  generateHybridIdentity,
  generateIdentity,
  generateX25519Identity,
  HybridIdentity,
  HybridRecipient,
  identityToRecipient,
  X25519Identity,
  X25519Recipient,
} from "age-encryption/recipients";

function absent(): never {
  throw new Error("not in the page");
}

export const ScryptIdentity = absent;
export const ScryptRecipient = absent;
export const TagRecipient = absent;
export const HybridTagRecipient = absent;
