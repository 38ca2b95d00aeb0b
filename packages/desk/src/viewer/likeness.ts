/**
 * A perceptual hash (dHash, 64 bits): each bit says whether a point of the picture, made nine by eight and grey, is lighter than its
 * neighbour. A picture that was shrunk or pressed again keeps most of it. It only ever proposes, and it stays sealed: in the open it
 * would tell whether we hold a photograph.
 *
 * A film is a row of such pictures, two a second for its first half minute, with commas between; a picture of one shade tells nothing and is
 * left empty. Rows are compared where they fit best (casework/attachments/alike.ts): a film that was cut or coded anew stays near.
 */
export const LIKENESS_WIDTH = 9;
export const LIKENESS_HEIGHT = 8;

/** Sixteen hexadecimal digits, from 9 × 8 points of red, green, blue and alpha. */
export function likenessOf(points: Uint8ClampedArray, lighterBy = 0): string {
  let hash = "";
  for (let row = 0; row < LIKENESS_HEIGHT; row += 1) {
    let byte = 0;
    for (let column = 0; column < 8; column += 1) {
      const at = (row * LIKENESS_WIDTH + column) * 4;
      byte = (byte << 1) | (grey(points, at) > grey(points, at + 4) + lighterBy ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, "0");
  }
  return hash;
}

const FILM_STEP_SECONDS = 0.5;
const FILM_PICTURES = 60;
/** Of 255 000: what coding leaves in an even sky must not decide. */
const LIGHTER_BY = 3_000;
/** A black or a white picture is one shade but for what the coding left in it. */
const ONE_SHADE = 12_000;

/** At which seconds a film is looked at. */
export function filmMoments(seconds: number): readonly number[] {
  if (!Number.isFinite(seconds)) return [];
  const count = Math.min(FILM_PICTURES, Math.floor(seconds / FILM_STEP_SECONDS));
  return Array.from({ length: Math.max(1, count) }, (_, at) =>
    Math.min((at + 0.5) * FILM_STEP_SECONDS, seconds / 2 + at),
  );
}

/** Empty where it is of one shade. */
export function filmPicture(points: Uint8ClampedArray): string {
  const shades = Array.from({ length: points.length / 4 }, (_, at) => grey(points, at * 4));
  return Math.max(...shades) - Math.min(...shades) < ONE_SHADE ? "" : likenessOf(points, LIGHTER_BY);
}

function grey(points: Uint8ClampedArray, at: number): number {
  return 299 * (points[at] ?? 0) + 587 * (points[at + 1] ?? 0) + 114 * (points[at + 2] ?? 0);
}
