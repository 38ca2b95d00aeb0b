/**
 * Which 32 bytes may be an Ed25519 public key here. Refused: y not below the prime (a second spelling of some point) and the
 * eight points of small order, under which one signature fits many messages ("Taming the many EdDSAs", 2020).
 * Pure arithmetic on bytes, so that the server and every client refuse the same keys whatever library verifies.
 */

/** y of the points of small order, little-endian, sign bit cleared: 0, 1, -1 and the two of order eight. */
const smallOrder: readonly string[] = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
];

export function isStrictKey(key: Uint8Array): boolean {
  if (key.length !== 32) return false;
  const y = Uint8Array.from(key);
  y[31] = (y[31] ?? 0) & 0x7f;
  return isBelowPrime(y) && !smallOrder.includes(hex(y));
}

/** y < 2^255 - 19, for y without its sign bit. */
function isBelowPrime(y: Uint8Array): boolean {
  const top = y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff);
  return !top || (y[0] ?? 0) < 0xed;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
