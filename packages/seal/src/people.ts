/**
 * Members and devices. A member's key certifies her own devices and nothing else; a device signs what is said from it and
 * opens what is sealed to it. Names stand nowhere here: they lie sealed in a folder of the desk.
 */
import {
  certificateMessage,
  idFrom,
  toText,
  type DeviceId,
  type DeviceKeys,
  type MemberId,
} from "@answerable/wire";

import { newIdentity, recipientOf, type Suite } from "./age.ts";
import { KEY_BYTES } from "./constants.ts";
import { publicKeyOf, signerFrom } from "./ed25519.ts";
import { drawn, type Random } from "./random.ts";

export interface NewMember {
  readonly member: MemberId;
  /** Seed of the Ed25519 member key. Secret. */
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The secret half of a device. */
export interface DeviceSecrets {
  /** Seed of the Ed25519 signing key. */
  readonly signing: Uint8Array;
  /** age identity. */
  readonly identity: string;
}

/** A device's public half before its member has certified it. */
export type UncertifiedDevice = Pick<DeviceKeys, "device" | "signing" | "recipient">;

export function makeMember(random: Random): NewMember {
  const seed = drawn(random, KEY_BYTES);
  return { member: idFrom(drawn(random, 16)), seed, publicKey: publicKeyOf(seed) };
}

/** A device's keys, not yet anybody's. */
export async function makeDeviceSecrets(suite: Suite, random: Random) {
  const secrets: DeviceSecrets = { signing: drawn(random, KEY_BYTES), identity: newIdentity(suite, random) };
  const device: UncertifiedDevice = {
    device: idFrom<DeviceId>(drawn(random, 16)),
    signing: toText(publicKeyOf(secrets.signing)),
    recipient: await recipientOf(secrets.identity),
  };
  return { device, secrets };
}

/** The member's word that this device is hers. */
export async function certified(
  device: UncertifiedDevice,
  member: MemberId,
  memberSeed: Uint8Array,
): Promise<DeviceKeys> {
  const { device: id, signing, recipient } = device;
  const keys = { device: id, member, signing, recipient };
  const signer = await signerFrom(memberSeed);
  return { ...keys, certificate: toText(await signer.sign(certificateMessage(keys))) };
}

/** A device of this member, certified. */
export async function makeDevice(
  suite: Suite,
  { member, seed }: Pick<NewMember, "member" | "seed">,
  random: Random,
) {
  const { device, secrets } = await makeDeviceSecrets(suite, random);
  return { device: device.device, keys: await certified(device, member, seed), secrets };
}
