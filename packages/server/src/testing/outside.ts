/** Someone outside, with wire's own letterbox plugged straight into a server; and the desk's published intake key. */
import { createHash, createPrivateKey, createPublicKey, hash, sign } from "node:crypto";

import {
  idFrom,
  mailMessage,
  openLetterbox,
  toText,
  workDone,
  type DropId,
  type DropToPut,
  type Hash,
  type MailAsking,
  type MailRequest,
  type Period,
} from "@answerable/wire";

import { ORIGIN, plugged, type Plugged } from "./plugged.ts";

export const sha256 = (bytes: Uint8Array) => new Uint8Array(hash("sha256", bytes, "buffer"));
export const hashOf = (bytes: Uint8Array) => toText(sha256(bytes)) as Hash; // makes the brand

export async function withLetterbox(deps: Parameters<typeof plugged>[0] = {}) {
  const place = await plugged(deps);
  await publishIntake(place, 1);
  const box = openLetterbox({ origin: ORIGIN, fetch: place.server.fetch });
  const { random, desk } = place.helpline;

  async function work(about: string): Promise<string> {
    return workDone({ challenge: await box.work(), about, hash: sha256, pause: async () => undefined });
  }

  async function letter(changes: Partial<DropToPut> = {}): Promise<DropToPut> {
    const body = changes.body ?? random(16_600);
    const bare = { desk, id: idFrom<DropId>(random(16)), period: 1 as Period, body };
    return { ...bare, work: changes.work ?? (await work(hashOf(body))), ...changes };
  }
  return { ...place, box, work, letter };
}

export async function publishIntake(
  { helpline, wire }: Pick<Plugged, "helpline" | "wire">,
  period: number,
): Promise<void> {
  const { keys } = helpline.newDevice();
  const statement = await helpline.statement({
    type: "IntakeKeyPublished",
    desk: helpline.desk,
    period: period as Period, // makes the brand
    recipient: keys.recipient,
    notAfter: "2026-12-25T00:00:00Z",
  });
  await wire.pushTeam({ statements: [statement], boxes: [helpline.box(helpline.desk)] });
}

/** A family's mailbox key, from a name. */
export function familyKey(name: string) {
  const seed = createHash("sha256").update(name).digest();
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = toText(
    Uint8Array.from(createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32)),
  );
  const asks = (asking: MailAsking): MailRequest => {
    const { locator, challenge, tell } = asking;
    return {
      locator,
      key: publicKey,
      challenge,
      tell,
      signature: toText(Uint8Array.from(sign(null, mailMessage(asking), key))),
    };
  };
  return { publicKey, asks };
}
