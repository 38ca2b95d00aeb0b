/**
 * A card: the summary on the front of a folder, closed under the desk's card key. A device opens two hundred thousand of
 * them on its first day, so there is a fast path: libsodium where WebAssembly may run, noble elsewhere, one format.
 */
import { MAX_CARD_BYTES, utf8, type FolderId, type SealedCard } from "@answerable/wire";

import { bytesOf, closedText, openedText } from "./aead.ts";
import { NONCE_BYTES, SMALLEST, TAG_BYTES } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import type { DeskKeys } from "./desk-keys.ts";
import { largestPayload, padded, padmeFrom, unpadded } from "./padding.ts";
import type { Random } from "./random.ts";

const bucket = padmeFrom(SMALLEST);
const mostPadded = MAX_CARD_BYTES - NONCE_BYTES - TAG_BYTES;
/** The longest payload that one card takes. */
export const CARD_PAYLOAD_MAX = largestPayload(bucket, mostPadded);

export interface CardToSeal {
  readonly keys: DeskKeys;
  readonly folder: FolderId;
  /** The number of the newest sheet it sums up. */
  readonly number: number;
  readonly payload: Uint8Array;
  readonly random: Random;
}

/** Throws TooLarge, RandomFailed. */
export function sealCard({ keys, folder, number, payload, random }: CardToSeal): SealedCard {
  const head = { v: 1, desk: keys.desk, folder, number, epoch: keys.epoch } as const;
  const body = closedText(padded(payload, bucket, mostPadded), {
    key: keys.card,
    aad: cardAad(head),
    random,
  });
  return { ...head, body };
}

/** The payload. The keys must be of the card's desk and epoch. Throws Damaged. */
export function openCard(keys: DeskKeys, card: SealedCard): Uint8Array {
  return unpadded(openedText(card.body, { key: keys.card, aad: cardAad(card), what: "body" }), bucket);
}

export interface CardOpener {
  readonly by: "libsodium" | "noble";
  /** As openCard. */
  readonly open: (card: SealedCard) => Uint8Array;
}

/** openCard for very many cards under one key. */
export async function cardOpener(keys: DeskKeys): Promise<CardOpener> {
  const sodium = await loadSodium();
  if (!sodium) return { by: "noble", open: (card) => openCard(keys, card) };
  const open = (card: SealedCard) => {
    const body = bytesOf(card.body, "body");
    if (body.length < NONCE_BYTES + TAG_BYTES) throw new Damaged("body");
    const nonce = body.subarray(0, NONCE_BYTES);
    return unpadded(sodiumOpened(body.subarray(NONCE_BYTES), cardAad(card), nonce), bucket);
  };
  const sodiumOpened = (sealed: Uint8Array, aad: Uint8Array, nonce: Uint8Array) => {
    try {
      return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, aad, nonce, keys.card);
    } catch {
      throw new Damaged("body");
    }
  };
  return { by: "libsodium", open };
}

/** undefined where WebAssembly may not run. */
async function loadSodium() {
  try {
    const { default: sodium } = await import("libsodium-wrappers");
    await sodium.ready;
    return sodium;
  } catch {
    return undefined;
  }
}

type CardHead = Omit<SealedCard, "body">;

/** Canonical JSON written out by hand, a third of the time of opening a card: the same bytes (tested). */
export function cardAad({ v, desk, folder, number, epoch }: CardHead): Uint8Array {
  const [where, which] = [JSON.stringify(desk), JSON.stringify(folder)];
  return utf8(`{"desk":${where},"epoch":${epoch},"folder":${which},"number":${number},"v":${v}}`);
}
