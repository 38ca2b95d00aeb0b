import { utf8 } from "@answerable/wire";
/**
 * A strict ustar (POSIX.1-1988): what `tar x` opens, and no more of it than a letter needs. One spelling for any content: the
 * reader writes each header again and compares, so links, devices, owners, long names and sparse files have no place to
 * stand. Zeros behind the end are padding and legal tar.
 */
import { equalBytes } from "@noble/ciphers/utils.js";

import { Damaged, TooLarge } from "../damaged.ts";

export interface TarFile {
  /** Plain ASCII, checked by `isSafeName`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/** No folders but one, no dots but one, nothing that a shell or a browser would take for a command. */
export function isSafeName(name: string): boolean {
  return /^(?:[a-z0-9-]{1,40}\/)?[a-z0-9-]{1,60}\.[a-z0-9]{1,8}$/.test(name);
}

/** The archive, filled with zeros to what `bucket` says. */
export function tarOf(files: readonly TarFile[], bucket: (length: number) => number): Uint8Array {
  const content = files.reduce((sum, { bytes }) => sum + BLOCK + blocks(bytes.length), 0) + 2 * BLOCK;
  const all = new Uint8Array(bucket(content));
  let at = 0;
  for (const { name, bytes } of files) {
    if (!isSafeName(name)) throw new Error("a file's name is not plain");
    all.set(headerOf(name, bytes.length), at);
    all.set(bytes, at + BLOCK);
    at += BLOCK + blocks(bytes.length);
  }
  return all;
}

export interface TarBounds {
  readonly files: number;
  readonly bucket: (length: number) => number;
}

/** Throws Damaged for anything that `tarOf` would not have written. */
export function filesOfTar(all: Uint8Array, { files: most, bucket }: TarBounds): readonly TarFile[] {
  const found: TarFile[] = [];
  const names = new Set<string>();
  let at = 0;
  for (;;) {
    const header = all.subarray(at, at + BLOCK);
    if (header.length < BLOCK) throw new Damaged("drop");
    if (header[0] === 0) break;
    const name = textOf(header.subarray(0, 100));
    const size = Number.parseInt(textOf(header.subarray(124, 135)), 8);
    if (!isSafeName(name) || !Number.isSafeInteger(size) || size < 0) throw new Damaged("drop");
    if (found.length === most || names.has(name) || !equalBytes(header, headerOf(name, size)))
      throw new Damaged("drop");
    const end = at + BLOCK + size;
    const next = at + BLOCK + blocks(size);
    if (next > all.length || !isZero(all.subarray(end, next))) throw new Damaged("drop");
    found.push({ name, bytes: all.slice(at + BLOCK, end) });
    names.add(name);
    at = next;
  }
  if (all.length !== bucket(at + 2 * BLOCK) || !isZero(all.subarray(at))) throw new Damaged("drop");
  return found;
}

/** The 512 bytes before a file of so many bytes, which then fills whole blocks of 512. */
export function headerOf(name: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => header.set(utf8(text), at);
  // Eleven octal digits.
  if (size >= 8 ** 11) throw new TooLarge(size, 8 ** 11);
  put(name, 0);
  put("0000600\0", 100);
  put("0000000\0", 108);
  put("0000000\0", 116);
  put(`${size.toString(8).padStart(11, "0")}\0`, 124);
  // The first second of 1970: when a letter was written is nobody's business.
  put("00000000000\0", 136);
  put("        ", 148);
  put("0", 156);
  put("ustar\x0000", 257);
  put("0000000\0", 329);
  put("0000000\0", 337);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

function blocks(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  // Latin-1 throws at nothing; what is not a plain name or number is refused right after.
  return new TextDecoder("latin1").decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] !== 0) return false;
  return true;
}
