/**
 * The desk's answers, as the family's mailbox keeps them: one page of constant size that holds the whole correspondence so far.
 * An age file alone would prove nothing, since anyone can seal to a recipient; inside stands an HMAC under the reply key from
 * the family's own letter: who wrote this has opened that.
 */
import {
  bytesTextOf,
  canonicalBytes,
  fromText,
  fromUtf8,
  joined,
  labelled,
  Locator,
  MAIL_PAGE_BYTES,
  mailMessage,
  toText,
  type MailAsking,
  type MailRequest,
} from "@answerable/wire";
import { equalBytes } from "@noble/ciphers/utils.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import * as v from "valibot";

import { ageOpened, ageSealed, type Suite } from "../age.ts";
import { DROP_HEADER, REPLY_BYTES } from "../constants.ts";
import { Damaged } from "../damaged.ts";
import { largestPayload, multipleOf, padded, unpadded } from "../padding.ts";
import { drawn, type Random } from "../random.ts";
import type { ReceiptKeys } from "./receipt-keys.ts";

export const Correspondence = v.strictObject({
  v: v.literal(1),
  locator: Locator,
  /** Of the page: a page with a lower number is an old one. */
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  letters: v.pipe(
    v.array(
      v.strictObject({
        day: v.pipe(v.string(), v.isoDate()),
        text: v.pipe(v.string(), v.maxLength(30_000)),
        /** The desk would like to know that it was read. */
        asks: v.boolean(),
      }),
    ),
    v.minLength(1),
    v.maxLength(200),
  ),
});
export type Correspondence = v.InferOutput<typeof Correspondence>;

const Content = v.strictObject({ letter: Correspondence, mac: bytesTextOf(32) });
const bucket = multipleOf(REPLY_BYTES);
/** Most bytes of a correspondence as JSON: older letters must then be left out. */
export const CORRESPONDENCE_BYTES_MAX = largestPayload(bucket, REPLY_BYTES) - 100;

export interface MailToSeal {
  readonly suite: Suite;
  /** Both from the family's letter. */
  readonly recipient: string;
  readonly reply: Uint8Array;
  readonly correspondence: Correspondence;
  readonly random: Random;
}

/** A page. Throws TooLarge. */
export async function sealMail({ suite, recipient, reply, correspondence, random }: MailToSeal) {
  const letter = v.parse(Correspondence, correspondence);
  const content = canonicalBytes({ letter, mac: toText(macOf(reply, letter)) });
  const file = await ageSealed(padded(content, bucket, REPLY_BYTES), suite, [recipient]);
  const rest = drawn(random, MAIL_PAGE_BYTES - 4 - file.length);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, file.length, true);
  return joined(length, file, rest);
}

/** undefined: nothing there yet. Throws Damaged: damaged, forged, or meant for someone else. */
export async function openMail(
  page: Uint8Array,
  keys: Pick<ReceiptKeys, "identity" | "locator" | "reply">,
  suite: Suite,
): Promise<Correspondence | undefined> {
  if (page.length !== MAIL_PAGE_BYTES) throw new Damaged("reply");
  const length = new DataView(page.buffer, page.byteOffset, 4).getUint32(0, true);
  if (length === 0) return undefined;
  if (length > MAIL_PAGE_BYTES - 4) throw new Damaged("reply");
  const file = page.slice(4, 4 + length);
  const bounds = DROP_HEADER[suite];
  const all = await ageOpened(file, { suite, identity: keys.identity, what: "reply", bounds });
  if (all.length !== REPLY_BYTES) throw new Damaged("reply");
  const { letter, mac } = contentOf(unpadded(all, bucket));
  const isOurs = equalBytes(fromText(mac), macOf(keys.reply, letter)) && letter.locator === keys.locator;
  if (!isOurs) throw new Damaged("reply");
  return letter;
}

/** The mailbox's owner asks for its page. */
export async function askForMail(
  keys: Pick<ReceiptKeys, "mailbox">,
  asking: MailAsking,
): Promise<MailRequest> {
  const { locator, challenge, tell } = asking;
  const signature = toText(await keys.mailbox.sign(mailMessage(asking)));
  return { locator, key: toText(keys.mailbox.publicKey), challenge, tell, signature };
}

function macOf(reply: Uint8Array, letter: Correspondence): Uint8Array {
  return hmac(sha256, reply, labelled("answerable/reply/1", letter));
}

function contentOf(bytes: Uint8Array) {
  try {
    return v.parse(Content, JSON.parse(fromUtf8(bytes)));
  } catch {
    // The parser's error would quote what was inside.
    throw new Damaged("reply");
  }
}
