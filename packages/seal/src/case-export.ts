/** A device's signature over the list of what is in an exported case: see docs/format.md. */
import { labelled, toText } from "@answerable/wire";

import type { OpenKeep } from "./keep.ts";

export async function signCaseExport<T extends object>(
  keep: Pick<OpenKeep, "signer">,
  manifest: T,
): Promise<T & { readonly signature: string }> {
  const signature = await keep.signer.sign(labelled("answerable/case-export/1", manifest));
  return { ...manifest, signature: toText(signature) };
}
