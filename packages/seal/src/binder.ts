import {
  canonicalBytes,
  fromUtf8,
  joined,
  utf8,
  type Binder,
  type DeskId,
  type Epoch,
  type FolderId,
  type Place,
} from "@answerable/wire";
/**
 * A binder: some thousand cards as JSON, deflated together, padded to 4 KiB, closed under the card key. It is unsigned, like a
 * card: whoever made it had the desk's key, and a device that doubts it takes the cards.
 */
import { deflateSync, inflateSync } from "fflate";

import { closedText, openedText } from "./aead.ts";
import { boundTexts, type BoundText } from "./bound-texts.ts";
import { BINDER_OPENED_MAX, BINDER_STEP, NONCE_BYTES, TAG_BYTES } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import type { DeskKeys } from "./desk-keys.ts";
import { multipleOf, padded, unpadded } from "./padding.ts";
import type { Random } from "./random.ts";

export type { BoundText } from "./bound-texts.ts";

const bucket = multipleOf(BINDER_STEP);
const BINDER_BYTES_MAX = 4_000_000;

/** One card in a binder: where it stood, and its payload as the JSON value it was. */
export interface BoundCard {
  readonly folder: FolderId;
  readonly number: number;
  readonly place: Place;
  readonly card: unknown;
}

export interface BinderToSeal {
  readonly keys: DeskKeys;
  /** Slot `n` of `of`, holding every card of its slot as of place `covers`. */
  readonly n: number;
  readonly of: Binder["of"];
  readonly covers: number;
  readonly cards: readonly BoundCard[];
  readonly random: Random;
}

/** Throws TooLarge, RandomFailed. */
export function sealBinder({ keys, n, of, covers, cards, random }: BinderToSeal): Binder {
  const head = { v: 1, desk: keys.desk, n, of, covers, epoch: keys.epoch } as const;
  const text = utf8(
    JSON.stringify(cards.map(({ folder, number, place, card }) => ({ folder, number, place, card }))),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  const most = BINDER_BYTES_MAX - NONCE_BYTES - TAG_BYTES;
  const body = closedText(padded(joined(length, deflateSync(text)), bucket, most), {
    key: keys.card,
    aad: binderAad(head),
    random,
  });
  return { ...head, body };
}

/** The keys must be of the binder's desk and epoch. Throws Damaged. */
export function openBinder(keys: DeskKeys, binder: Binder): readonly BoundCard[] {
  return boundCards(inflated(keys, binder).text);
}

/** As openBinder, the cards not yet looked into. */
export function openBinderTexts(keys: DeskKeys, binder: Binder): readonly BoundText[] {
  const { text, bytes } = inflated(keys, binder);
  return boundTexts(text, bytes, boundCards);
}

/** The length is known before: a binder that would swell beyond the bound is not inflated at all. */
function inflated(keys: DeskKeys, binder: Binder): { readonly text: string; readonly bytes: Uint8Array } {
  const packed = unpadded(
    openedText(binder.body, { key: keys.card, aad: binderAad(binder), what: "body" }),
    bucket,
  );
  if (packed.length < 4) throw new Damaged("binder");
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  if (length > BINDER_OPENED_MAX) throw new Damaged("binder");
  try {
    const bytes = inflateSync(packed.subarray(4), { out: new Uint8Array(length) });
    if (bytes.length === length) return { text: fromUtf8(bytes), bytes };
  } catch {
    // falls through: what was inside is no reason to say more
  }
  throw new Damaged("binder");
}

function boundCards(text: string): readonly BoundCard[] {
  const cards: unknown = parsed(text);
  if (!Array.isArray(cards) || !cards.every(isBoundCard)) throw new Damaged("binder");
  return cards;
}

function isBoundCard(value: unknown): value is BoundCard {
  if (typeof value !== "object" || value === null) return false;
  const { folder, number, place, card } = value as Partial<Record<keyof BoundCard, unknown>>; // each is checked next
  const isCount = (n: unknown) => Number.isSafeInteger(n) && Number(n) >= 1;
  return (
    typeof folder === "string" &&
    folder.length === 22 &&
    isCount(number) &&
    isCount(place) &&
    card !== undefined
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Damaged("binder");
  }
}

interface BinderHead {
  readonly v: 1;
  readonly desk: DeskId;
  readonly n: number;
  readonly of: number;
  readonly covers: number;
  readonly epoch: Epoch;
}

function binderAad({ v, desk, n, of, covers, epoch }: BinderHead): Uint8Array {
  return canonicalBytes({ v, desk, n, of, covers, epoch });
}
