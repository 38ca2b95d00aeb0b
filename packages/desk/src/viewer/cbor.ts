/**
 * CBOR (RFC 8949) as C2PA writes it, of definite and indefinite length, read with bounds: what a stranger's file says about itself. Bytes
 * of any value are either read or refused with an error; nothing is built that the bytes do not hold. A tag is dropped, its content stays.
 */
export type Cbor = string | number | bigint | boolean | null | undefined | Uint8Array | CborArray | CborMap;
export interface CborArray extends ReadonlyArray<Cbor> {}
export interface CborMap extends ReadonlyMap<Cbor, Cbor> {}

const DEEPEST = 64;
const BREAK = Symbol("break");

export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  function take(length: number): Uint8Array {
    if (length > bytes.length - at) throw new Error("CBOR ends too soon");
    at += length;
    return bytes.subarray(at - length, at);
  }
  /** undefined: of indefinite length. */
  function argumentOf(low: number): number | bigint | undefined {
    if (low < 24) return low;
    if (low === 31) return undefined;
    const width = [1, 2, 4, 8][low - 24];
    if (width === undefined) throw new Error("CBOR with a reserved length");
    const start = at;
    take(width);
    if (width === 1) return view.getUint8(start);
    if (width === 2) return view.getUint16(start);
    if (width === 4) return view.getUint32(start);
    const wide = view.getBigUint64(start);
    return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
  }
  function next(depth: number): Cbor | typeof BREAK {
    if (depth > DEEPEST) throw new Error("CBOR too deep");
    const head = take(1)[0] ?? 0;
    const low = head & 31;
    const start = at;
    const argument = argumentOf(low);
    switch (head >> 5) {
      case 0:
        return argument;
      case 1:
        return typeof argument === "bigint" ? -1n - argument : -1 - Number(argument);
      case 2:
        return argument === undefined ? joined(depth) : take(Number(argument));
      case 3: {
        const said = argument === undefined ? joined(depth) : take(Number(argument));
        return new TextDecoder().decode(said);
      }
      case 4:
        return arrayOf(argument, depth);
      case 5: {
        const all = arrayOf(argument === undefined ? undefined : Number(argument) * 2, depth);
        return new Map(
          all.flatMap((key, place) => (place % 2 === 0 ? [[key, all[place + 1]] as const] : [])),
        );
      }
      case 6:
        return next(depth + 1);
      default:
        if (low === 31) return BREAK;
        if (low === 20 || low === 21) return low === 21;
        if (low === 26) return view.getFloat32(start);
        if (low === 27) return view.getFloat64(start);
        return low === 22 ? null : undefined;
    }
  }
  function arrayOf(length: number | bigint | undefined, depth: number): readonly Cbor[] {
    const all: Cbor[] = [];
    const most = length ?? Infinity;
    while (all.length < most) {
      const one = next(depth + 1);
      if (one === BREAK) {
        if (length === undefined) break;
        throw new Error("CBOR with a stray break");
      }
      all.push(one);
    }
    return all;
  }
  /** Words or bytes in pieces. */
  function joined(depth: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let one = next(depth + 1); one !== BREAK; one = next(depth + 1)) {
      if (typeof one === "string") pieces.push(new TextEncoder().encode(one));
      else if (one instanceof Uint8Array) pieces.push(one);
      else throw new Error("CBOR in pieces of another kind");
    }
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let filled = 0;
    for (const piece of pieces) {
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }

  const value = next(0);
  if (value === BREAK) throw new Error("CBOR with a stray break");
  return value;
}

/** The words, numbers and bytes that COSE signs over: its Sig_structure (RFC 9052, 4.4). */
export function sigStructure(guarded: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [
    Uint8Array.of(0x84),
    headed(3, new TextEncoder().encode("Signature1")),
    headed(2, guarded),
    headed(2, new Uint8Array()),
    headed(2, payload),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function headed(kind: 2 | 3, content: Uint8Array): Uint8Array {
  const { length } = content;
  const width = length < 24 ? 0 : length < 0x100 ? 1 : length < 0x1_0000 ? 2 : 4;
  const head = [(kind << 5) | (width === 0 ? length : 23 + [1, 2, 4].indexOf(width) + 1)];
  for (let byte = width - 1; byte >= 0; byte -= 1) head.push((length >>> (8 * byte)) & 0xff);
  return Uint8Array.from([...head, ...content]);
}
