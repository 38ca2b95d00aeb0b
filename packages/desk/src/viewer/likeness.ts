/**
 * A perceptual hash (dHash, 64 bits): each bit says whether a point of the picture, made nine by eight and grey, is lighter than its
 * neighbour. A picture that was shrunk or pressed again keeps most of it. It only ever proposes, and it stays sealed: in the open it
 * would tell whether we hold a photograph.
 */
export const LIKENESS_WIDTH = 9;
export const LIKENESS_HEIGHT = 8;

/** Sixteen hexadecimal digits, from 9 × 8 points of red, green, blue and alpha. */
export function likenessOf(points: Uint8ClampedArray): string {
  let hash = "";
  for (let row = 0; row < LIKENESS_HEIGHT; row += 1) {
    let byte = 0;
    for (let column = 0; column < 8; column += 1) {
      const at = (row * LIKENESS_WIDTH + column) * 4;
      byte = (byte << 1) | (grey(points, at) > grey(points, at + 4) ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, "0");
  }
  return hash;
}

function grey(points: Uint8ClampedArray, at: number): number {
  return 299 * (points[at] ?? 0) + 587 * (points[at + 1] ?? 0) + 114 * (points[at + 2] ?? 0);
}
