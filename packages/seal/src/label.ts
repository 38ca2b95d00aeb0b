/**
 * How a device and its member are called, for the list of people; and what a desk is called and is for: closed under the card key of
 * a desk, and carried by the team log, whose readers include the server. All labels are one size.
 */
import {
  canonicalBytes,
  fromUtf8,
  utf8,
  type DeskId,
  type DeviceId,
  type SealedLabel,
} from "@answerable/wire";
import * as v from "valibot";

import { closedText, openedText } from "./aead.ts";
import { Damaged } from "./damaged.ts";
import type { DeskKeys } from "./desk-keys.ts";
import { multipleOf, padded, unpadded } from "./padding.ts";
import type { Random } from "./random.ts";

const bucket = multipleOf(512);
const MOST = 512;
const CUT = 40;
/** Four bytes of it say how long the text is. */
const MOST_TEXT = MOST - 4;

const Names = v.object({ member: v.string(), device: v.string() });
export type DeviceNames = v.InferOutput<typeof Names>;

export interface LabelToSeal {
  readonly keys: DeskKeys;
  readonly device: DeviceId;
  readonly names: DeviceNames;
  readonly random: Random;
}

const firstOf = (text: string, symbols: number) => Array.from(text).slice(0, symbols).join("");

/** Longer names are cut: a label says who, and no more. */
export function sealLabel({ keys, device, names, random }: LabelToSeal): SealedLabel {
  const content = { member: firstOf(names.member, CUT), device: firstOf(names.device, CUT) };
  return closed(keys, { text: JSON.stringify(content), aad: labelAad(keys, device), random });
}

/** The keys must be of the label's desk and epoch. undefined: it says nothing that can be read. */
export function openLabel(keys: DeskKeys, device: DeviceId, label: SealedLabel): DeviceNames | undefined {
  return opened(keys, { label, aad: labelAad(keys, device), schema: Names });
}

const DeskName = v.object({ name: v.string(), purpose: v.string() });
export type DeskName = v.InferOutput<typeof DeskName>;

export interface DeskNameToSeal {
  /** Of the desk whose members are to read it. */
  readonly keys: DeskKeys;
  readonly desk: DeskId;
  readonly name: DeskName;
  readonly random: Random;
}

/** What does not fit into a label is cut off what the desk is for. */
export function sealDeskName({ keys, desk, name, random }: DeskNameToSeal): SealedLabel {
  const textWith = (symbols: number) =>
    JSON.stringify({ name: firstOf(name.name, CUT), purpose: firstOf(name.purpose, symbols) });
  let symbols = Array.from(name.purpose).length;
  while (symbols > 0 && utf8(textWith(symbols)).length > MOST_TEXT) symbols -= 1;
  return closed(keys, { text: textWith(symbols), aad: nameAad(keys, desk), random });
}

/** As `openLabel`. */
export function openDeskName(keys: DeskKeys, desk: DeskId, label: SealedLabel): DeskName | undefined {
  return opened(keys, { label, aad: nameAad(keys, desk), schema: DeskName });
}

interface ToClose {
  readonly text: string;
  readonly aad: Uint8Array;
  readonly random: Random;
}

function closed(keys: DeskKeys, { text, aad, random }: ToClose): SealedLabel {
  const body = closedText(padded(utf8(text), bucket, MOST), { key: keys.card, aad, random });
  return { desk: keys.desk, epoch: keys.epoch, body };
}

interface ToOpen<T> {
  readonly label: SealedLabel;
  readonly aad: Uint8Array;
  readonly schema: v.GenericSchema<unknown, T>;
}

function opened<T>(keys: DeskKeys, { label, aad, schema }: ToOpen<T>): T | undefined {
  try {
    const bytes = openedText(label.body, { key: keys.card, aad, what: "note" });
    return v.parse(schema, JSON.parse(fromUtf8(unpadded(bytes, bucket))));
  } catch (problem) {
    if (problem instanceof Damaged || problem instanceof SyntaxError || problem instanceof v.ValiError)
      return undefined;
    throw problem;
  }
}

function labelAad({ desk, epoch }: DeskKeys, device: DeviceId): Uint8Array {
  return canonicalBytes({ v: 1, label: true, desk, epoch, device });
}

function nameAad({ desk, epoch }: DeskKeys, named: DeskId): Uint8Array {
  return canonicalBytes({ v: 1, deskName: true, desk, epoch, named });
}
