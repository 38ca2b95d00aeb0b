/** Pages of a PDF drawn as pictures by PDF.js: no script of the file runs, no font of it is handed to the browser, nothing is fetched. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import * as worker from "pdfjs-dist/legacy/build/pdf.worker.mjs";

/** A frame without an origin can start no worker: PDF.js runs in the frame itself, which is nobody else's. */
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker; // the place where PDF.js looks for it

const MOST_POINTS = 16_000_000;
const SHARPNESS = 2;

export async function openPages(blob: Blob): Promise<PDFDocumentProxy> {
  return getDocument({
    data: await blob.arrayBuffer(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
    maxImageSize: MOST_POINTS * 4,
    canvasMaxAreaInBytes: MOST_POINTS * 4,
    verbosity: 0,
  }).promise;
}

export async function drawPage(
  pages: PDFDocumentProxy,
  number: number,
  width: number,
): Promise<HTMLCanvasElement> {
  const page = await pages.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const wanted = (Math.min(width, 1_600) / whole.width) * SHARPNESS;
  const most = Math.sqrt(MOST_POINTS / (whole.width * whole.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  // As for print: it does not wait for frames of a screen, which a frame out of view is never given.
  await page.render({ canvas, viewport, annotationMode: 0, intent: "print" }).promise;
  page.cleanup();
  return canvas;
}
