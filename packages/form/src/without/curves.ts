/**
 * Stands in the built pages where the age library has P-256 and P-384: curves of hardware tokens, which no recipient of ours has
 * (isOfSuite lets none in). Thirty kilobytes less on a slow line. What is left out says so when it is called.
 */
function absent(): never {
  throw new Error("not in the page");
}

const curve = {
  lengths: { secretKey: 32, publicKey: 33, publicKeyUncompressed: 65, seed: 48, publicKeyHasPrefix: true },
  Point: { Fn: {}, fromBytes: absent },
  utils: { randomSecretKey: absent },
  keygen: absent,
  getPublicKey: absent,
  getSharedSecret: absent,
};
export const p256 = curve;
export const p384 = curve;
export const p521 = curve;
