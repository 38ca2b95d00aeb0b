/** Signing in: a challenge, a signature, a token; and on the way, how far this device's clock is off. */
import { signIn, type OpenKeep } from "@answerable/seal";
import type { Wire } from "@answerable/wire";

/** Minutes by which a clock may be off before anybody is told. */
const TOLERATED_MINUTES = 2;

export interface SigningIn {
  readonly wire: Pick<Wire, "challenge" | "signIn">;
  readonly keep: OpenKeep;
  readonly now: () => number;
  readonly off: (minutes: number | undefined) => void;
}

export async function signedIn({ wire, keep, now, off }: SigningIn): Promise<string> {
  const challenge = await wire.challenge(keep.device);
  const ahead = Math.round((now() - Date.parse(challenge.now)) / 60_000);
  // Note: Whose clock. Times stay this device's own: the server's clock is not to be trusted with them, and places keep
  // the order. A wrong stamp that is shown as doubtful harms less than one that was quietly moved.
  off(Math.abs(ahead) >= TOLERATED_MINUTES ? ahead : undefined);
  return (await wire.signIn(await signIn(challenge.challenge, keep))).token;
}
