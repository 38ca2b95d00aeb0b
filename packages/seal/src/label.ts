/**
 * How a device and its member are called, for the list of people: closed under the card key of a desk, and carried by the team
 * log, whose readers include the server. All labels are one size.
 */
import { canonicalBytes, fromUtf8, utf8, type DeviceId, type DeviceLabel } from "@answerable/wire";
import * as v from "valibot";

import { closedText, openedText } from "./aead.ts";
import { Damaged } from "./damaged.ts";
import type { DeskKeys } from "./desk-keys.ts";
import { multipleOf, padded, unpadded } from "./padding.ts";
import type { Random } from "./random.ts";

const bucket = multipleOf(512);
const MOST = 512;
const CUT = 40;

const Names = v.object({ member: v.string(), device: v.string() });
export type DeviceNames = v.InferOutput<typeof Names>;

export interface LabelToSeal {
  readonly keys: DeskKeys;
  readonly device: DeviceId;
  readonly names: DeviceNames;
  readonly random: Random;
}

/** Longer names are cut: a label says who, and no more. */
export function sealLabel({ keys, device, names, random }: LabelToSeal): DeviceLabel {
  const cut = (name: string) => Array.from(name).slice(0, CUT).join("");
  const bytes = utf8(JSON.stringify({ member: cut(names.member), device: cut(names.device) }));
  const body = closedText(padded(bytes, bucket, MOST), {
    key: keys.card,
    aad: labelAad(keys, device),
    random,
  });
  return { desk: keys.desk, epoch: keys.epoch, body };
}

/** The keys must be of the label's desk and epoch. undefined: it says nothing that can be read. */
export function openLabel(keys: DeskKeys, device: DeviceId, label: DeviceLabel): DeviceNames | undefined {
  try {
    const bytes = openedText(label.body, { key: keys.card, aad: labelAad(keys, device), what: "note" });
    return v.parse(Names, JSON.parse(fromUtf8(unpadded(bytes, bucket))));
  } catch (problem) {
    if (problem instanceof Damaged || problem instanceof SyntaxError || problem instanceof v.ValiError)
      return undefined;
    throw problem;
  }
}

function labelAad({ desk, epoch }: DeskKeys, device: DeviceId): Uint8Array {
  return canonicalBytes({ v: 1, label: true, desk, epoch, device });
}
