/** BLAKE2b (RFC 7693) without a key, in a few hundred bytes on the wire: Argon2id hashes little with it, and that slowly is quick enough. */
const BLOCK = 128;
/** The fractions of the square roots of the first eight primes. */
const START = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
/** In which order each round takes the words of the message. */
const ORDERS = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
]; // prettier-ignore
/** The words that each of a round's eight mixings takes. */
const MIXINGS = ["048c", "159d", "26ae", "37bf", "05af", "16bc", "278d", "349e"];

export function blake2b(bytes: Uint8Array, length = 64): Uint8Array {
  const state = BigUint64Array.from(START);
  state[0] = word(state, 0) ^ 0x01010000n ^ BigInt(length);
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  for (let n = 0; n < blocks; n += 1) {
    const message = new Uint8Array(BLOCK);
    message.set(bytes.subarray(n * BLOCK, (n + 1) * BLOCK));
    const isLast = n === blocks - 1;
    compress(state, new BigUint64Array(message.buffer), {
      isLast,
      seen: isLast ? bytes.length : (n + 1) * BLOCK,
    });
  }
  return new Uint8Array(state.buffer).slice(0, length);
}

function compress(
  state: BigUint64Array,
  message: BigUint64Array,
  { isLast, seen }: { readonly isLast: boolean; readonly seen: number },
): void {
  const v = BigUint64Array.from([...state, ...START]);
  v[12] = word(v, 12) ^ BigInt(seen);
  if (isLast) v[14] = ~word(v, 14);
  for (let round = 0; round < 12; round += 1) {
    const order = placesIn(ORDERS[round % ORDERS.length]);
    MIXINGS.forEach((mixing, n) => {
      const [a = 0, b = 0, c = 0, d = 0] = placesIn(mixing);
      const half = (turns: readonly [bigint, bigint], from: number) => {
        v[a] = word(v, a) + word(v, b) + word(message, order[from] ?? 0);
        v[d] = turned(word(v, d) ^ word(v, a), turns[0]);
        v[c] = word(v, c) + word(v, d);
        v[b] = turned(word(v, b) ^ word(v, c), turns[1]);
      };
      half([32n, 24n], 2 * n);
      half([16n, 63n], 2 * n + 1);
    });
  }
  for (let n = 0; n < 8; n += 1) state[n] = word(state, n) ^ word(v, n) ^ word(v, n + 8);
}

/** To the right. What is above 64 bits falls away where it is put back. */
function turned(one: bigint, by: bigint): bigint {
  return (one >> by) | (one << (64n - by));
}

function placesIn(digits = ""): readonly number[] {
  return Array.from(digits, (digit) => Number.parseInt(digit, 16));
}

function word(words: BigUint64Array, at: number): bigint {
  return words[at] as bigint; // noUncheckedIndexedAccess cannot know that it is there
}
