/** A picture is decoded within bounds and drawn anew: what is seen, and what is handed on, are points and nothing that came with them. */
import { LIKENESS_HEIGHT, LIKENESS_WIDTH, likenessOf } from "./likeness.ts";
import { isDrawable, pictureSize } from "./picture-size.ts";

export class TooLargeToDraw extends Error {
  override readonly name = "TooLargeToDraw";
}

const HEAD_BYTES = 1_048_576;
/** Of the picture on the screen; a copy keeps every point. */
const SHOWN_SIDE = 4_096;
const QUALITY = 0.92;

export async function drawPicture(blob: Blob, isWhole = false): Promise<HTMLCanvasElement> {
  const size = pictureSize(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
  if (!size) throw new Error("a picture without a size");
  if (!isDrawable(size)) throw new TooLargeToDraw();
  const bitmap = await createImageBitmap(blob, { imageOrientation: "from-image" });
  const scale = isWhole ? 1 : Math.min(1, SHOWN_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = drawn(bitmap, Math.max(1, bitmap.width * scale), Math.max(1, bitmap.height * scale));
  bitmap.close();
  return canvas;
}

export async function copyOf(blob: Blob): Promise<Blob> {
  const canvas = await drawPicture(blob, true);
  // What may be see-through stays so; a photograph stays small.
  const type = blob.type === "image/jpeg" ? "image/jpeg" : "image/png";
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no copy was made"))), type, QUALITY);
  });
}

export function likenessOfPicture(canvas: HTMLCanvasElement): string {
  return likenessOf(smallPoints(canvas));
}

/** As few points as a likeness is made of. */
export function smallPoints(source: CanvasImageSource): Uint8ClampedArray {
  const small = drawn(source, LIKENESS_WIDTH, LIKENESS_HEIGHT);
  return context(small).getImageData(0, 0, LIKENESS_WIDTH, LIKENESS_HEIGHT).data;
}

function drawn(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  const pen = context(canvas);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function context(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  return pen;
}
