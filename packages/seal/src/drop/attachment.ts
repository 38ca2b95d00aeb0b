/**
 * A file too large for a letter: its own age file, made and opened as it flows, a few chunks in memory at a time. Zeros bring it to
 * a Padmé bucket; its true size, its hashes and its file key stand in the sealed letter or event that names it, so that it
 * can still be opened when the intake key it was sealed to has been destroyed.
 */
import { fromText, toText, type Hash } from "@answerable/wire";
import { equalBytes } from "@noble/ciphers/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Decrypter, Encrypter } from "age-encryption";

import { isHeaderOfSuite, type Suite } from "../age.ts";
import { DROP_HEADER } from "../constants.ts";
import { Damaged, TooLarge } from "../damaged.ts";
import { padmeFrom } from "../padding.ts";

/** An incremental SHA-256: noble's where nothing faster is given. */
export interface Hasher {
  readonly update: (bytes: Uint8Array) => unknown;
  readonly digest: () => Uint8Array;
}

export interface FileFacts {
  readonly size: number;
  /** SHA-256 of the file as it was: the evidence hash. */
  readonly plain: Hash;
  /** SHA-256 of the age file. */
  readonly cipher: Hash;
  /** The age file key, 16 bytes as text. Secret. */
  readonly key: string;
}

export interface FileToSeal {
  readonly suite: Suite;
  readonly recipient: string;
  /** Bytes that `bytes` will give. */
  readonly size: number;
  readonly bytes: ReadableStream<Uint8Array>;
  readonly hasher?: () => Hasher;
}

export interface SealedFile {
  /** Of the age file. */
  readonly length: number;
  readonly stream: ReadableStream<Uint8Array>;
  /** Known when the stream has ended; until then it throws. */
  readonly facts: () => FileFacts;
}

export const FILE_BYTES_MAX = 2 ** 31;
const FILE_SMALLEST = 16_384;
const FILE_KEY_BYTES = 16;
const CHUNK = 65_536;
const bucket = padmeFrom(FILE_SMALLEST);

export async function sealFile({
  suite,
  recipient,
  size,
  bytes,
  hasher = () => sha256.create(),
}: FileToSeal): Promise<SealedFile> {
  if (size > FILE_BYTES_MAX) throw new TooLarge(size, FILE_BYTES_MAX);
  const plain = hasher();
  const cipher = hasher();
  let key: Uint8Array | undefined;
  let hashes: Pick<FileFacts, "plain" | "cipher"> | undefined;

  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  // Wraps nothing: only hears the file key.
  encrypter.addRecipient({
    wrapFileKey(fileKey) {
      key = fileKey.slice();
      return [];
    },
  });
  const sealed = await encrypter.encrypt(streamed(paddedPieces(bytes, size, plain)));
  const length = sealed.size(bucket(size));

  async function* hashed() {
    let seen = 0;
    for await (const piece of piecesOf(sealed)) {
      if (seen === 0 && !isHeaderOfSuite(piece, suite, DROP_HEADER[suite]))
        throw new Error(`the recipient must be of suite ${suite}`);
      cipher.update(piece);
      seen += piece.length;
      yield piece;
    }
    hashes = { plain: hashText(plain), cipher: hashText(cipher) };
  }
  return {
    length,
    stream: streamed(hashed()),
    facts() {
      if (!hashes || !key) throw new Error("a file's facts are known when it has been sealed whole");
      return { size, ...hashes, key: toText(key) };
    },
  };
}

export interface FileToOpen {
  readonly suite: Suite;
  readonly facts: Pick<FileFacts, "size" | "plain" | "key">;
  readonly sealed: ReadableStream<Uint8Array>;
  readonly hasher?: () => Hasher;
}

/**
 * The file's bytes. Nothing of it may be shown before the stream has ended without an error: only then is it whole and the one
 * that was named. Errors with Damaged.
 */
export function openFile({
  suite,
  facts,
  sealed,
  hasher = () => sha256.create(),
}: FileToOpen): ReadableStream<Uint8Array> {
  async function* opened() {
    const plain = hasher();
    let left = facts.size;
    try {
      const decrypter = new Decrypter();
      const key = fromText(facts.key);
      if (key.length !== FILE_KEY_BYTES) throw new Damaged("file");
      decrypter.addIdentity({ unwrapFileKey: () => key });
      const all = await decrypter.decrypt(streamed(checkedHeader(sealed, suite)));
      let seen = 0;
      for await (const piece of piecesOf(all)) {
        seen += piece.length;
        const part = piece.subarray(0, Math.min(left, piece.length));
        left -= part.length;
        if (piece.subarray(part.length).some((byte) => byte !== 0)) throw new Damaged("file");
        plain.update(part);
        if (part.length > 0) yield part;
      }
      if (left > 0 || seen !== bucket(facts.size)) throw new Damaged("file");
      if (!equalBytes(plain.digest(), fromText(facts.plain))) throw new Damaged("file");
    } catch {
      throw new Damaged("file");
    }
  }
  return streamed(opened());
}

/** The same bytes, after the header has been looked at within its bounds. */
async function* checkedHeader(sealed: ReadableStream<Uint8Array>, suite: Suite) {
  const bounds = DROP_HEADER[suite];
  let head = new Uint8Array();
  for await (const piece of piecesOf(sealed)) {
    if (head.length >= bounds.bytes) {
      yield piece;
      continue;
    }
    const more = new Uint8Array(head.length + piece.length);
    more.set(head);
    more.set(piece, head.length);
    head = more;
    if (head.length < bounds.bytes) continue;
    if (!isHeaderOfSuite(head, suite, bounds)) throw new Damaged("file");
    yield head;
  }
  if (head.length >= bounds.bytes) return;
  if (!isHeaderOfSuite(head, suite, bounds)) throw new Damaged("file");
  yield head;
}

async function* paddedPieces(bytes: ReadableStream<Uint8Array>, size: number, plain: Hasher) {
  let seen = 0;
  for await (const piece of piecesOf(bytes)) {
    seen += piece.length;
    if (seen > size) break;
    plain.update(piece);
    yield piece;
  }
  if (seen !== size) throw new Error("a file has another size than was said");
  for (let left = bucket(size) - size; left > 0; left -= CHUNK) yield new Uint8Array(Math.min(left, CHUNK));
}

/** Not `for await` on the stream itself: browsers before 2024 have none. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

export function streamed(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

function hashText(hasher: Hasher): Hash {
  return toText(hasher.digest()) as Hash; // makes the brand
}
