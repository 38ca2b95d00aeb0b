import boldUrl from "./letters/fonts/PTSerif-Bold.ttf?url";
import regularUrl from "./letters/fonts/PTSerif-Regular.ttf?url";
/** The press at work: a third composition root of the desk, which only reaches for its two font files. */
import type { FromPress, ToPress } from "./letters/press.ts";

function say(message: FromPress): void {
  postMessage(message);
}

async function font(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error("a font is missing");
  return new Uint8Array(await answer.arrayBuffer());
}

async function work(order: ToPress): Promise<void> {
  if (order.type === "Docx") {
    const { docxOf } = await import("./letters/docx.ts");
    say({ type: "Made", bytes: await docxOf(order.letter) });
    return;
  }
  if (order.type === "Docxs") {
    const { zipOf } = await import("./letters/zip.ts");
    say({ type: "Made", bytes: await zipOf(order.letters, (done) => say({ type: "Told", done })) });
    return;
  }
  const { pdfOf } = await import("./letters/pdf.ts");
  const [regular, bold] = await Promise.all([font(regularUrl), font(boldUrl)]);
  const bytes = await pdfOf(order.letters, { regular, bold }, async (done) => {
    say({ type: "Told", done });
    return true;
  });
  if (bytes) say({ type: "Made", bytes });
}

addEventListener("message", ({ data }) => {
  const order = data as ToPress; // only openPress is at the other end
  // What breaks here must reach the page as an error of the worker, not end in silence.
  void work(order).catch((problem: unknown) => {
    setTimeout(() => {
      throw problem;
    });
  });
});
