/**
 * The sealed log: what a device pushes and what it pulls. The server reads the headers and keeps the bodies.
 *
 * A sheet names its number in the folder and the hash of the sheet before it; the server takes it if that number is
 * free (compare-and-set) and adds the desk's next place. Bodies are base64url of nonce (24 bytes) and ciphertext.
 */
import * as v from "valibot";

import { bytesText, bytesTextOf } from "./bytes.ts";
import {
  epochSchema,
  hashSchema,
  id,
  placeSchema,
  type DeskId,
  type DeviceId,
  type FolderId,
  type SheetId,
} from "./ids.ts";
import { MAX_NOTE } from "./note.ts";

/** Bytes of a sealed body: a sheet holds many events or one long letter; files go elsewhere. */
export const MAX_SHEET_BYTES = 1_000_000;
export const MAX_CARD_BYTES = 32_768;
/** Bytes of one answer about a folder. What a longer folder has beyond it is asked for with the number that was reached. */
export const MAX_FOLDER_ANSWER = 16_000_000;

const deskId = id<DeskId>();
const folderId = id<FolderId>();
const sheetNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000));

/** A sealed, signed sheet. `prev` is "" for sheet 1. `seen` is the head of the desk's log that the device had seen. */
export const SealedSheet = v.strictObject({
  v: v.literal(1),
  id: id<SheetId>(),
  desk: deskId,
  folder: folderId,
  number: sheetNumber,
  prev: v.union([v.literal(""), hashSchema]),
  epoch: epochSchema,
  device: id<DeviceId>(),
  seen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  body: bytesText(MAX_SHEET_BYTES),
  signature: bytesTextOf(64),
});
export type SealedSheet = v.InferOutput<typeof SealedSheet>;

/** The summary on the front of a folder as of sheet `number`. */
export const SealedCard = v.strictObject({
  v: v.literal(1),
  desk: deskId,
  folder: folderId,
  number: sheetNumber,
  epoch: epochSchema,
  body: bytesText(MAX_CARD_BYTES),
});
export type SealedCard = v.InferOutput<typeof SealedCard>;

/** A folder's key under the desk's fold key: nonce 24, key 32, tag 16. Kept apart from the sheets so that it can be destroyed. */
export const WrappedKey = v.strictObject({
  v: v.literal(1),
  desk: deskId,
  folder: folderId,
  epoch: epochSchema,
  body: bytesTextOf(72),
});
export type WrappedKey = v.InferOutput<typeof WrappedKey>;

/** Some thousand cards compressed and sealed together: slot `n` of `of`, holding every card of its slot as of place `covers`. */
export const Binder = v.strictObject({
  v: v.literal(1),
  desk: deskId,
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(255)),
  of: v.picklist([1, 2, 4, 8, 16, 32, 64, 128, 256]),
  covers: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  epoch: epochSchema,
  body: bytesText(4_000_000),
});
export type Binder = v.InferOutput<typeof Binder>;

export const Push = v.strictObject({ sheet: SealedSheet, card: SealedCard, key: WrappedKey });
export type Push = v.InferOutput<typeof Push>;

/** Placed: it is in the log (also when it had been there before). Behind: the folder has `number` sheets, pull first. */
export const PushAnswer = v.variant("type", [
  v.strictObject({ type: v.literal("Placed"), place: placeSchema }),
  v.strictObject({ type: v.literal("Behind"), number: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
]);
export type PushAnswer = v.InferOutput<typeof PushAnswer>;

export const PlacedCard = v.strictObject({ place: placeSchema, card: SealedCard });
export type PlacedCard = v.InferOutput<typeof PlacedCard>;
export const PlacedSheet = v.strictObject({ place: placeSchema, sheet: SealedSheet });
export type PlacedSheet = v.InferOutput<typeof PlacedSheet>;

/** A folder's sheets after the number asked for, in order: all of them, or as many as one answer holds. */
export const FolderAnswer = v.strictObject({ key: WrappedKey, sheets: v.array(PlacedSheet) });
export type FolderAnswer = v.InferOutput<typeof FolderAnswer>;

/** How many own sheets one question may name. */
export const MOST_PROVEN = 64;
const hashes = v.pipe(v.array(hashSchema), v.maxLength(64));
/**
 * What the server says of a desk's log (note.ts) and proves of it (tree.ts): `root` is that of the size asked from ("" for 0, and
 * for more than there is), `growth` that the log of now begins with it, `paths` that the places asked for are in it. `key` is
 * the server's own: a device pins the first it sees.
 */
export const LogAnswer = v.strictObject({
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
  key: bytesTextOf(32),
  root: v.union([v.literal(""), hashSchema]),
  growth: hashes,
  paths: v.pipe(v.array(hashes), v.maxLength(MOST_PROVEN)),
});
export type LogAnswer = v.InferOutput<typeof LogAnswer>;

/** The head of one desk's log. Place 0: nothing in it yet. */
export const Head = v.strictObject({
  desk: deskId,
  place: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** In a hint: the team log has come so far. */
  team: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
});
export type Head = v.InferOutput<typeof Head>;
