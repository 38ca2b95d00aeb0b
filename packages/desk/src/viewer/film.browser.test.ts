/** Films made here from a drawing that moves: one, the same coded anew, smaller and poorer, and another one. */
import { areAlike } from "@answerable/casework";
import { expect, test } from "vitest";

import { likenessOfFilm } from "./film.ts";

const SECONDS = 3;

test("a film coded anew, smaller and poorer, is like the one it was made from; another is not", async () => {
  const [whole, poorer, other] = await Promise.all([
    filmed(street, { width: 320, type: "video/webm;codecs=vp9", bits: 2_500_000 }),
    filmed(street, { width: 200, type: "video/webm;codecs=vp8", bits: 150_000 }),
    filmed(water, { width: 320, type: "video/webm;codecs=vp9", bits: 2_500_000 }),
  ]);
  const [a, b, c] = [await likenessOf(whole), await likenessOf(poorer), await likenessOf(other)];
  expect(a.found.likeness.split(",").length).toBeGreaterThan(SECONDS);
  expect(areAlike(a, b)).toBe(true);
  expect(areAlike(a, c)).toBe(false);
  expect(areAlike(b, c)).toBe(false);
});

test("what is no film has no likeness", async () => {
  expect(await likenessOfFilm(URL.createObjectURL(new Blob(["nothing"])))).toBe("");
});

async function likenessOf(film: Blob): Promise<{
  readonly plain: string;
  readonly found: { readonly likeness: string };
}> {
  const source = URL.createObjectURL(film);
  const likeness = await likenessOfFilm(source);
  URL.revokeObjectURL(source);
  return { plain: crypto.randomUUID(), found: { likeness } };
}

type Scene = (pen: CanvasRenderingContext2D, second: number) => void;

/** Drawn on 100 by 60, whatever the size of the canvas. */
function street(pen: CanvasRenderingContext2D, second: number): void {
  pen.fillStyle = "#8ab";
  pen.fillRect(0, 0, 100, 30);
  pen.fillStyle = "#443";
  pen.fillRect(0, 30, 100, 30);
  pen.fillStyle = "#eee";
  for (const house of [0, 1, 2]) pen.fillRect(10 + house * 32, 12, 16, 22);
  pen.fillStyle = "#a10";
  pen.fillRect(second * 24, 36, 20, 14);
}

function water(pen: CanvasRenderingContext2D, second: number): void {
  for (let row = 0; row < 8; row += 1) {
    pen.fillStyle = `hsl(200 60% ${20 + 40 * (1 + Math.sin(second * 2 + row * 1.7))}%)`;
    pen.fillRect(0, row * 8, 60, 8);
    pen.fillStyle = `hsl(30 60% ${20 + 40 * (1 + Math.cos(second * 2 + row))}%)`;
    pen.fillRect(60, row * 8, 40, 8);
  }
}

function filmed(
  scene: Scene,
  { width, type, bits }: { readonly width: number; readonly type: string; readonly bits: number },
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = width * 0.6;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.scale(width / 100, width / 100);
  const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: type, videoBitsPerSecond: bits });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const done = new Promise<Blob>((resolve) => {
    recorder.addEventListener("stop", () => resolve(new Blob(parts, { type })));
  });
  const begun = performance.now();
  recorder.start();
  (function draw() {
    const second = (performance.now() - begun) / 1_000;
    scene(pen, second);
    if (second < SECONDS) requestAnimationFrame(draw);
    else recorder.stop();
  })();
  return done;
}
