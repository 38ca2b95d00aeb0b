/** Drafts and the outbox at rest: padded, closed under the device's store key, bound to what they are and where they lie. */
import { canonicalBytes } from "@answerable/wire";

import { closed, opened } from "./aead.ts";
import { SMALLEST } from "./constants.ts";
import type { StoreKey } from "./keep.ts";
import { padded, padmeFrom, unpadded } from "./padding.ts";
import type { Random } from "./random.ts";

const bucket = padmeFrom(SMALLEST);
const STORE_BYTES_MAX = 16_000_000;

/** Where a stored thing lies: its kind (draft, outbox, …) and its id. */
export interface Shelf {
  readonly kind: string;
  readonly id: string;
}

export function sealForStore(
  key: StoreKey,
  { kind, id, bytes }: Shelf & { readonly bytes: Uint8Array },
  random: Random,
): Uint8Array {
  return closed(padded(bytes, bucket, STORE_BYTES_MAX), { key, aad: shelfAad({ kind, id }), random });
}

/** Throws Damaged, also for what lay on another shelf. */
export function openFromStore(
  key: StoreKey,
  { kind, id, sealed }: Shelf & { readonly sealed: Uint8Array },
): Uint8Array {
  return unpadded(opened(sealed, { key, aad: shelfAad({ kind, id }), what: "store" }), bucket);
}

function shelfAad({ kind, id }: Shelf): Uint8Array {
  return canonicalBytes({ v: 1, store: kind, id });
}
