import {
  canonicalBytes,
  labelled,
  MAX_SHEET_BYTES,
  toText,
  type DeskId,
  type DeviceId,
  type Epoch,
  type FolderId,
  type Hash,
  type SealedSheet,
  type SheetId,
} from "@answerable/wire";
/**
 * A sheet: what one person put into a folder at one time, padded, closed under the folder's key, signed by the device,
 * chained to the sheet before it. Opening checks the signature first: nothing unsigned reaches the cipher.
 */
import { sha256 } from "@noble/hashes/sha2.js";

import { bytesOf, closedText, openedText } from "./aead.ts";
import { NONCE_BYTES, SMALLEST, TAG_BYTES } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import { verify, type Signer } from "./ed25519.ts";
import type { FolderKey } from "./folder.ts";
import { largestPayload, padded, padmeFrom, unpadded } from "./padding.ts";
import type { Random } from "./random.ts";

const bucket = padmeFrom(SMALLEST);
const mostPadded = MAX_SHEET_BYTES - NONCE_BYTES - TAG_BYTES;
/** The longest payload that one sheet takes. */
export const SHEET_PAYLOAD_MAX = largestPayload(bucket, mostPadded);

export interface SheetToSeal {
  readonly id: SheetId;
  readonly desk: DeskId;
  readonly folder: FolderId;
  /** From 1, without gaps; `prev` is hashOfSheet of the one before, "" for sheet 1. */
  readonly number: number;
  readonly prev: Hash | "";
  readonly epoch: Epoch;
  readonly device: DeviceId;
  /** The desk's head that this device had seen. */
  readonly seen: number;
  readonly key: FolderKey;
  readonly payload: Uint8Array;
  readonly signer: Signer;
  readonly random: Random;
}

/** Throws TooLarge, RandomFailed. */
export async function sealSheet(sheet: SheetToSeal): Promise<SealedSheet> {
  const { id, desk, folder, number, prev, epoch, device, seen, key, payload, signer, random } = sheet;
  const head = { v: 1, id, desk, folder, number, prev, epoch, device, seen } as const;
  const body = closedText(padded(payload, bucket, mostPadded), { key, aad: sheetAad(head), random });
  const signature = toText(await signer.sign(sheetMessage({ ...head, body })));
  return { ...head, body, signature };
}

export interface SheetToOpen {
  readonly sheet: SealedSheet;
  readonly key: FolderKey;
  /** The signing key that the team log gives for `sheet.device`. */
  readonly signing: Uint8Array;
}

/** The payload. Throws Damaged. */
export async function openSheet({ sheet, key, signing }: SheetToOpen): Promise<Uint8Array> {
  const signature = bytesOf(sheet.signature, "signature");
  if (!(await verify(signing, sheetMessage(sheet), signature))) throw new Damaged("signature");
  return unpadded(openedText(sheet.body, { key, aad: sheetAad(sheet), what: "body" }), bucket);
}

/** What the next sheet of the folder names as `prev`. */
export function hashOfSheet(sheet: SealedSheet): Hash {
  return toText(sha256(labelled("answerable/sheet-hash/1", sheet))) as Hash; // makes the brand
}

type SheetHead = Omit<SealedSheet, "body" | "signature">;

export function sheetMessage(sheet: Omit<SealedSheet, "signature">): Uint8Array {
  const { v, id, desk, folder, number, prev, epoch, device, seen, body } = sheet;
  return labelled("answerable/sheet/1", { v, id, desk, folder, number, prev, epoch, device, seen, body });
}

function sheetAad({ v, desk, folder, number, prev, epoch, device }: SheetHead): Uint8Array {
  return canonicalBytes({ v, desk, folder, number, prev, epoch, device });
}
