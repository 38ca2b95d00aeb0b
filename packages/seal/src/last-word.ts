/** A device whose keys were destroyed says one thing more: that it is lost. The others take it out and rotate. */
import { fromText, type Act, type Team, type TeamPush } from "@answerable/wire";

import { signerFrom } from "./ed25519.ts";
import type { LastWord } from "./keep.ts";
import { nextStatement } from "./team.ts";

export async function lastWordPush(word: LastWord, team: Team, now: number): Promise<TeamPush> {
  const keep = await lastWordSigner(word);
  const act: Act = { type: "DeviceRevoked", device: word.device, why: "lost" };
  return { statements: [await nextStatement({ keep, team, act, now })], boxes: [] };
}

/** As much of a keep as signing in needs. */
export async function lastWordSigner({ device, fingerprint, signing }: LastWord) {
  return { device, fingerprint, signer: await signerFrom(fromText(signing)) };
}
