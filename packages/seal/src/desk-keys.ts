/**
 * A desk's secret of one epoch, S(d, n): 32 random bytes that nothing is ever sealed with. Three keys come from it, one for each purpose.
 * The canary shows that a secret is the right one before anything is done with it.
 */
import {
  canonicalBytes,
  type Brand,
  type DeskId,
  type Epoch,
  type Hash,
  type Period,
} from "@answerable/wire";
import { equalBytes } from "@noble/ciphers/utils.js";

import { closedText, openedText } from "./aead.ts";
import { KEY_BYTES } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import { derived } from "./kdf.ts";
import { drawn, type Random } from "./random.ts";

export type DeskSecret = Brand<Uint8Array, "DeskSecret">;
export type FoldKey = Brand<Uint8Array, "FoldKey">;
export type CardKey = Brand<Uint8Array, "CardKey">;
export type FilesKey = Brand<Uint8Array, "FilesKey">;

export interface DeskKeys {
  readonly desk: DeskId;
  readonly epoch: Epoch;
  /** Wraps folder keys. */
  readonly fold: FoldKey;
  /** Seals cards and binders. */
  readonly card: CardKey;
  /** The secret of the age identity for attachments and exports. */
  readonly files: FilesKey;
}

/** What an epoch box holds: the desk's secrets of all its epochs, and the intake identities that are not yet destroyed. */
export interface DeskSecrets {
  readonly desk: DeskId;
  readonly secrets: ReadonlyMap<Epoch, DeskSecret>;
  /** age identities of the letterbox. See intake.ts. */
  readonly intake?: ReadonlyMap<Period, string>;
}

export function newDeskSecret(random: Random): DeskSecret {
  return drawn(random, KEY_BYTES) as DeskSecret; // makes the brand
}

export function deskKeys(secret: DeskSecret, desk: DeskId, epoch: Epoch): DeskKeys {
  const context = [desk, String(epoch)];
  return {
    desk,
    epoch,
    fold: derived(secret, "answerable/fold/1", context) as FoldKey, // makes the brand
    card: derived(secret, "answerable/card/1", context) as CardKey, // makes the brand
    files: derived(secret, "answerable/files/1", context) as FilesKey, // makes the brand
  };
}

/** Published with the epoch: names the head of the team log before the statement that carries it. */
export function canaryOf(keys: DeskKeys, head: Hash, random: Random): string {
  return closedText(canaryText(keys, head), { key: keys.fold, aad: canaryAad(keys), random });
}

/** Throws Damaged when the keys are not the ones that made the canary, or when it names another log. */
export function checkCanary(keys: DeskKeys, canary: string, head: Hash): void {
  const text = openedText(canary, { key: keys.fold, aad: canaryAad(keys), what: "box" });
  if (!equalBytes(text, canaryText(keys, head))) throw new Damaged("box");
}

function canaryText({ desk, epoch }: DeskKeys, head: Hash): Uint8Array {
  return canonicalBytes({ desk, epoch, head });
}

function canaryAad({ desk, epoch }: DeskKeys): Uint8Array {
  return canonicalBytes({ v: 1, canary: true, desk, epoch });
}
