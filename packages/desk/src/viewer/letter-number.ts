/** The number of a letter of ours, read from the QR on a scan that came back: a proposal, checked by its own symbol like a typed one. */
import jsQR from "jsqr";

const WIDEST = 1_800;

export function letterNumberOn(canvas: HTMLCanvasElement): string | undefined {
  const scale = Math.min(1, WIDEST / Math.max(canvas.width, canvas.height));
  const small = document.createElement("canvas");
  small.width = Math.max(1, Math.round(canvas.width * scale));
  small.height = Math.max(1, Math.round(canvas.height * scale));
  const pen = small.getContext("2d");
  if (!pen) return undefined;
  pen.drawImage(canvas, 0, 0, small.width, small.height);
  const { data } = pen.getImageData(0, 0, small.width, small.height);
  const said = jsQR(data, small.width, small.height)?.data;
  return said !== undefined && /^[A-Z0-9-]{8,9}$/u.test(said) ? said : undefined;
}
