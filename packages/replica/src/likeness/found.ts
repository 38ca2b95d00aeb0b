/** What a pass has found, as plain numbers: a roster of two hundred thousand reports holds a million pairs. */
export interface Proposal {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}
export interface Found {
  readonly add: (pair: Proposal) => void;
  readonly strongestFirst: () => Generator<Proposal>;
}

const MOST = 4_000_000;

export function openFound(): Found {
  let rows = new Int32Array(2_048);
  let bits = new Float32Array(1_024);
  let count = 0;
  let order: Uint32Array | undefined;

  return {
    add(pair) {
      if (count === MOST) return;
      if (count === bits.length) {
        const moreRows = new Int32Array(rows.length * 2);
        moreRows.set(rows);
        rows = moreRows;
        const moreBits = new Float32Array(bits.length * 2);
        moreBits.set(bits);
        bits = moreBits;
      }
      rows[count * 2] = pair.a;
      rows[count * 2 + 1] = pair.b;
      bits[count] = pair.bits;
      count += 1;
      order = undefined;
    },
    *strongestFirst() {
      order ??= sorted(bits, count);
      for (const at of order) yield { a: rows[at * 2] ?? 0, b: rows[at * 2 + 1] ?? 0, bits: bits[at] ?? 0 };
    },
  };
}

/** By hundredths of a bit, so that numbers are sorted and no function is called a million times. */
function sorted(bits: Float32Array, count: number): Uint32Array {
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keys[at] = Math.round((500 - (bits[at] ?? 0)) * 100) * MOST + at;
  keys.sort();
  return Uint32Array.from(keys, (key) => key % MOST);
}
