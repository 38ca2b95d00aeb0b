/** Signing in is a signature over the server's challenge: the server holds no password and nothing to guess one from. */
import { labelled, toText, type SignIn } from "@answerable/wire";

import type { OpenKeep } from "./keep.ts";

export async function signIn(
  challenge: string,
  keep: Pick<OpenKeep, "device" | "fingerprint" | "signer">,
): Promise<SignIn> {
  const { device, fingerprint, signer } = keep;
  const message = labelled("answerable/sign-in/1", { charter: fingerprint, device, challenge });
  return { device, challenge, signature: toText(await signer.sign(message)) };
}
