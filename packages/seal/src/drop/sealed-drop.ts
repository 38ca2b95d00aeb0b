/**
 * A letter from outside: a tar of what was told, small papers, and how to answer; padded, and sealed to the desk's intake key
 * as a plain age file, so that `age -d -i key letter | tar x` opens it. A letter that comes in is a stranger's: it is looked
 * at with bounds, and nothing of it is given out before its last chunk has verified.
 */
import {
  bytesTextOf,
  canonicalBytes,
  fromUtf8,
  hashSchema,
  Locator,
  MAX_DROP_BYTES,
  toText,
  type Hash,
} from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";
import * as v from "valibot";

import { ageOpened, ageSealed, type AtHand, type Suite } from "../age.ts";
import { DROP_FILES_MAX, DROP_HEADER, DROP_SMALLEST } from "../constants.ts";
import { Damaged, TooLarge } from "../damaged.ts";
import { padme } from "../padding.ts";
import { filesOfTar, tarOf, type TarFile } from "./tar.ts";

/** How to answer. `reply` is known to the family and the desk alone: it proves answers to them, and additions to us. */
export const Family = v.strictObject({
  v: v.literal(1),
  locator: Locator,
  /** age recipient for replies. */
  recipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]+$/), v.maxLength(2_100)),
  /** Ed25519 key of the mailbox. */
  mailbox: bytesTextOf(32),
  reply: bytesTextOf(32),
  /** What the family agreed to, in the codes of casework. */
  consent: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)),
  language: v.picklist(["ru", "uk", "en"]),
  /** The charter that the form was pinned to. */
  charter: hashSchema,
});
export type Family = v.InferOutput<typeof Family>;

export interface Drop {
  /** JSON; its shape is casework's to judge. */
  readonly report: unknown;
  readonly family: Family;
  readonly files: readonly TarFile[];
}

export interface DropToSeal extends Drop {
  readonly suite: Suite;
  /** The desk's intake key. */
  readonly intake: string;
}

/** Room for papers: what is over it goes as a blob. */
export const DROP_FILES_BYTES_MAX = 3_000_000;

const bucket = (length: number) => Math.max(DROP_SMALLEST, padme(length));
const fileName = /^files\/[0-9]{2}\.[a-z0-9]{1,8}$/;

/** Throws TooLarge. */
export async function sealDrop({ suite, intake, report, family, files }: DropToSeal): Promise<Uint8Array> {
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (size > DROP_FILES_BYTES_MAX) throw new TooLarge(size, DROP_FILES_BYTES_MAX);
  if (files.length > DROP_FILES_MAX - 2 || files.some(({ name }) => !fileName.test(name)))
    throw new Error("papers in a letter are files/01.jpg, files/02.pdf, … and few");
  const tar = tarOf(
    [
      { name: "report.json", bytes: canonicalBytes(report) },
      { name: "family.json", bytes: canonicalBytes(v.parse(Family, family)) },
      ...files,
    ],
    bucket,
  );
  const sealed = await ageSealed(tar, suite, [intake]);
  if (sealed.length > MAX_DROP_BYTES) throw new TooLarge(sealed.length, MAX_DROP_BYTES);
  return sealed;
}

export interface DropToOpen {
  readonly suite: Suite;
  /** The intake identity of the drop's period. */
  readonly identity: string | AtHand;
}

/** Throws Damaged, with nothing of what was inside. */
export async function openDrop(sealed: Uint8Array, { suite, identity }: DropToOpen): Promise<Drop> {
  if (sealed.length > MAX_DROP_BYTES) throw new Damaged("drop");
  const tar = await ageOpened(sealed, { suite, identity, what: "drop", bounds: DROP_HEADER[suite] });
  const [report, family, ...files] = filesOfTar(tar, { files: DROP_FILES_MAX, bucket });
  if (report?.name !== "report.json" || family?.name !== "family.json") throw new Damaged("drop");
  if (files.some(({ name }) => !fileName.test(name))) throw new Damaged("drop");
  const read = v.safeParse(Family, jsonOf(family.bytes));
  if (!read.success) throw new Damaged("drop");
  return { report: jsonOf(report.bytes), family: read.output, files };
}

/** What the server signs as filed, and what the family's proof names. */
export function hashOfDrop(sealed: Uint8Array): Hash {
  return toText(sha256(sealed)) as Hash; // makes the brand
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    // The parser's error would quote what was inside.
    throw new Damaged("drop");
  }
}
