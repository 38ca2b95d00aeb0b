/**
 * Where a C2PA manifest store lies in a file, and its boxes (JUMBF, ISO/IEC 19566-5). `places`: which bytes of the file hold the store and
 * nothing of the picture. Throws for boxes that do not fit into each other.
 */
export interface Store {
  readonly bytes: Uint8Array;
  readonly places: readonly (readonly [from: number, to: number])[];
}

export interface Box {
  /** Of a superbox: its own word; of another: the four letters of its kind. */
  readonly label: string;
  /** After the box's own head: what a hashed reference to it is counted over. */
  readonly content: Uint8Array;
  readonly boxes: readonly Box[];
}

const JPEG = 0xffd8;
const PNG = 0x8950;
/** The uuid box of ISO/IEC 14496-12 in which films carry it. */
const FILM_UUID = "d8fec3d61b0e483c92975828877ec481";

/** undefined: no store, or a kind of file in which we do not look for one. */
export function storeIn(file: Uint8Array): Store | undefined {
  if (file.length < 16) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint16(0) === JPEG) return inJpeg(file, view);
  if (view.getUint16(0) === PNG) return inPng(file, view);
  return latin(file.subarray(4, 8)) === "ftyp" ? inFilm(file, view) : undefined;
}

/** APP11 segments, each: "JP", which box, which piece, and from the second piece on the box's head again. */
function inJpeg(file: Uint8Array, view: DataView): Store | undefined {
  const pieces: Uint8Array[] = [];
  const places: [number, number][] = [];
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff;) {
    const kind = file[at + 1];
    if (kind === 0xda || kind === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (kind === 0xeb && end - at > 20 && latin(file.subarray(at + 4, at + 6)) === "JP") {
      pieces.push(file.subarray(at + (pieces.length === 0 ? 12 : 20), end));
      places.push([at, end]);
    }
    at = end;
  }
  return pieces.length === 0 ? undefined : { bytes: joined(pieces), places };
}

function inPng(file: Uint8Array, view: DataView): Store | undefined {
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + view.getUint32(at);
    if (latin(file.subarray(at + 4, at + 8)) === "caBX")
      return { bytes: file.subarray(at + 8, end - 4), places: [[at, end]] };
    at = end;
  }
  return undefined;
}

function inFilm(file: Uint8Array, view: DataView): Store | undefined {
  for (let at = 0; at + 8 <= file.length;) {
    const { start, end } = extentOf(view, at, file.length);
    if (
      latin(file.subarray(at + 4, at + 8)) === "uuid" &&
      hex(file.subarray(start, start + 16)) === FILM_UUID
    ) {
      // Version and flags, a word that ends in a nought, and eight bytes that lead to further boxes.
      const words = file.indexOf(0, start + 20) + 1;
      return { bytes: file.subarray(words + 8, end), places: [[at, end]] };
    }
    at = end;
  }
  return undefined;
}

export function boxesIn(bytes: Uint8Array, depth = 0): readonly Box[] {
  if (depth > 16) throw new Error("boxes too deep");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const { start, end } = extentOf(view, at, bytes.length);
    const kind = latin(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(start, end);
    if (kind === "jumb") {
      const [head, ...inner] = boxesIn(content, depth + 1);
      boxes.push({ label: head?.label === "jumd" ? wordOf(head.content) : "", content, boxes: inner });
    } else boxes.push({ label: kind, content, boxes: [] });
    at = end;
  }
  return boxes;
}

/** Sixteen bytes of kind, then whether a word follows, and the word. */
function wordOf(description: Uint8Array): string {
  if (((description[16] ?? 0) & 2) === 0) return "";
  const end = description.indexOf(0, 17);
  return new TextDecoder().decode(description.subarray(17, end < 0 ? description.length : end));
}

function extentOf(
  view: DataView,
  at: number,
  most: number,
): { readonly start: number; readonly end: number } {
  const size = view.getUint32(at);
  const start = at + (size === 1 ? 16 : 8);
  const length = size === 1 ? Number(view.getBigUint64(at + 8)) : size === 0 ? most - at : size;
  if (at + length > most || at + length < start) throw new Error("a box larger than what holds it");
  return { start, end: at + length };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
