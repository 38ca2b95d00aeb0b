/** A device's signature over the manifest of a release; see wire/publication.ts. */
import { publicationMessage, toText, type Hash } from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";

import type { OpenKeep } from "./keep.ts";

export async function signPublication(
  keep: Pick<OpenKeep, "signer">,
  { release, manifest }: { readonly release: number; readonly manifest: Uint8Array },
): Promise<{ readonly manifest: Hash; readonly signature: string; readonly key: string }> {
  const hash = toText(sha256(manifest)) as Hash; // makes the brand
  const signature = await keep.signer.sign(publicationMessage(release, hash));
  return { manifest: hash, signature: toText(signature), key: toText(keep.signer.publicKey) };
}
