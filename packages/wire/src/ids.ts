/**
 * Ids are 128 random bits in base64url: 22 symbols that say nothing about what they name.
 * A device makes them; the server only compares them.
 */
import * as v from "valibot";

import type { Brand } from "./brand.ts";
import { toText } from "./bytes.ts";

export type DeskId = Brand<string, "DeskId">;
export type FolderId = Brand<string, "FolderId">;
export type SheetId = Brand<string, "SheetId">;
export type DeviceId = Brand<string, "DeviceId">;
export type MemberId = Brand<string, "MemberId">;
export type MeetingId = Brand<string, "MeetingId">;
export type DropId = Brand<string, "DropId">;
export type BlobId = Brand<string, "BlobId">;

/** The order of sheets within one desk: 1, 2, 3, … without gaps. The one thing the server adds. */
export type Place = Brand<number, "Place">;
/** The generation of a desk's key, from 1. */
export type Epoch = Brand<number, "Epoch">;
/** The how-manieth intake key of a desk, from 1. */
export type Period = Brand<number, "Period">;
/** SHA-256 in base64url, 43 symbols. */
export type Hash = Brand<string, "Hash">;

const idPattern = /^[A-Za-z0-9_-]{22}$/;

/** Schema of an id. The cast makes the brand: the pattern has just been checked. */
/*@__NO_SIDE_EFFECTS__*/ export function id<T extends Brand<string, string>>() {
  return v.pipe(
    v.string(),
    v.regex(idPattern),
    v.transform((text) => text as T),
  );
}

/** An id from 16 random bytes. Throws on any other length: a short id would be guessable. */
export function idFrom<T extends Brand<string, string>>(random: Uint8Array): T {
  if (random.length !== 16) throw new Error("an id needs 16 random bytes");
  return toText(random) as T; // makes the brand
}

export const hashSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/),
  v.transform((text) => text as Hash), // makes the brand
);

const wholeFromOne = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const placeSchema = v.pipe(
  wholeFromOne,
  v.transform((n) => n as Place), // makes the brand
);
export const epochSchema = v.pipe(
  wholeFromOne,
  v.maxValue(1_000_000),
  v.transform((n) => n as Epoch), // makes the brand
);
export const periodSchema = v.pipe(
  wholeFromOne,
  v.maxValue(1_000_000),
  v.transform((n) => n as Period), // makes the brand
);
