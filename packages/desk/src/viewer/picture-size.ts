/**
 * Width and height as a picture's head tells them, before anything is decoded: a few kilobytes can promise four gigabytes of
 * points. undefined: the head cannot be read, and then nothing is decoded.
 */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A hundred megapixels: the largest sensor of a camera that a family may own. */
const MOST_POINTS = 100_000_000;
const MOST_SIDE = 30_000;

export function isDrawable({ width, height }: Size): boolean {
  return (
    width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_POINTS
  );
}

export function pictureSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (has(bytes, 0, [0x89, 0x50, 0x4e, 0x47]))
      return { width: view.getUint32(16), height: view.getUint32(20) };
    if (has(bytes, 0, [0x47, 0x49, 0x46, 0x38]))
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (has(bytes, 8, [0x57, 0x45, 0x42, 0x50])) return webpSize(bytes, view);
    return has(bytes, 0, [0xff, 0xd8]) ? jpegSize(view) : undefined;
  } catch {
    return undefined; // the head ends before it has said its size
  }
}

function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of frame, but for the three that are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
}

function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (kind) {
    case "VP8 ":
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: three(24) + 1, height: three(27) + 1 };
    default:
      return undefined;
  }
}

function has(bytes: Uint8Array, at: number, these: readonly number[]): boolean {
  return these.every((byte, n) => bytes[at + n] === byte);
}
