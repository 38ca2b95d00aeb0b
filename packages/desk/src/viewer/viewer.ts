/**
 * The frame in which a stranger's file is looked at: without an origin, without a network (its policy: viewer.html in the server's
 * headers), with nothing of the desk in it. A composition root of its own; it hears its parent alone.
 */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import { likenessOfFilm } from "./film.ts";
import { letterNumberOn } from "./letter-number.ts";
import type { FromViewer, ToViewer } from "./messages.ts";
import { particularsOf } from "./particulars.ts";
import { copyOf, drawPicture, likenessOfPicture, TooLargeToDraw } from "./picture.ts";
import { provenanceOf } from "./provenance.ts";

import "./viewer.css";

/** Particulars stand at the head of a file. */
const HEAD_BYTES = 4_194_304;
let shown: Blob | undefined;
let label = "";
let pages: PDFDocumentProxy | undefined;

function say(message: FromViewer): void {
  parent.postMessage(message, "*");
}

function put(element: HTMLElement): void {
  element.setAttribute("aria-label", label);
  if (element instanceof HTMLCanvasElement) element.setAttribute("role", "img");
  document.body.replaceChildren(element);
}

async function show({ look, blob }: Extract<ToViewer, { type: "Show" }>): Promise<void> {
  shown = blob;
  const found: Record<string, string> =
    look === "picture" || look === "film"
      ? { ...particularsOf(await blob.slice(0, HEAD_BYTES).arrayBuffer()), ...(await signedIn(blob)) }
      : {};
  switch (look) {
    case "picture": {
      const canvas = await drawPicture(blob);
      found["likeness"] = likenessOfPicture(canvas);
      Object.assign(found, numberOn(canvas));
      put(canvas);
      return say({ type: "Shown", page: 1, pages: 1, found });
    }
    case "pages": {
      const { openPages } = await import("./pages.ts");
      pages = await openPages(blob);
      return turn(1);
    }
    case "sound":
    case "film": {
      const player = document.createElement(look === "sound" ? "audio" : "video");
      player.controls = true;
      player.src = URL.createObjectURL(blob);
      await new Promise<void>((done, failed) => {
        player.addEventListener("loadedmetadata", () => done(), { once: true });
        player.addEventListener("error", () => failed(new Error("not to be played")), { once: true });
      });
      put(player);
      say({ type: "Shown", page: 1, pages: 1, found });
      if (look === "sound") return undefined;
      const likeness = await likenessOfFilm(player.src);
      if (likeness === "") return undefined;
      return say({ type: "Read", found: { likeness, pictures: String(likeness.split(",").length) } });
    }
  }
}

/** A larger file is not held in memory whole for the sake of its signature. */
const MOST_JUDGED = 268_435_456;

async function signedIn(blob: Blob): Promise<Readonly<Record<string, string>>> {
  if (blob.size > MOST_JUDGED) return {};
  const provenance = await provenanceOf(new Uint8Array(await blob.arrayBuffer()));
  if (!provenance) return {};
  const { verdict, signer, maker } = provenance;
  return {
    signed: verdict,
    ...(signer !== undefined && { signer }),
    ...(maker !== undefined && { c2pa: maker }),
  };
}

async function turn(page: number): Promise<void> {
  if (!pages || page < 1 || page > pages.numPages) return;
  const { drawPage } = await import("./pages.ts");
  const canvas = await drawPage(pages, page, innerWidth);
  put(canvas);
  say({ type: "Shown", page, pages: pages.numPages, found: page === 1 ? numberOn(canvas) : {} });
}

function numberOn(canvas: HTMLCanvasElement): Readonly<Record<string, string>> {
  const number = letterNumberOn(canvas);
  return number === undefined ? {} : { number };
}

async function hear(message: ToViewer): Promise<void> {
  switch (message.type) {
    case "Show":
      label = message.label;
      return show(message);
    case "Page":
      return turn(message.page);
    case "Copy":
      if (shown) say({ type: "Copied", blob: await copyOf(shown) });
  }
}

addEventListener("message", (event) => {
  if (event.source !== parent) return;
  // Only the desk's FileViewer is above. What it says is one of ToViewer.
  void hear(event.data as ToViewer).catch((problem: unknown) => {
    say({ type: "Failed", why: problem instanceof TooLargeToDraw ? "TooLarge" : "Unreadable" });
  });
});
addEventListener("keydown", ({ key }) => {
  if (["Escape", "ArrowLeft", "ArrowRight", "PageUp", "PageDown"].includes(key)) say({ type: "Key", key });
});
say({ type: "Ready" });
