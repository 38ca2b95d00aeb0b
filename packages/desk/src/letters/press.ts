/**
 * The press: letters are made in a worker of their own, so that two hundred of them freeze no screen. Stopping ends the
 * worker; half a file is never handed out.
 */
import type { LetterPage } from "@answerable/casework";

export type ToPress =
  | { readonly type: "Pdf"; readonly letters: readonly LetterPage[] }
  /** One after the other, each a file of its own in one zip. */
  | { readonly type: "Docxs"; readonly letters: readonly LetterPage[] }
  | { readonly type: "Docx"; readonly letter: LetterPage };
export type FromPress =
  | { readonly type: "Told"; readonly done: number }
  | { readonly type: "Made"; readonly bytes: Uint8Array };

export interface Printing {
  /** undefined: it was stopped. */
  readonly made: Promise<Uint8Array | undefined>;
  readonly stop: () => void;
}

export interface Press {
  readonly pdf: (letters: readonly LetterPage[], told: (done: number) => void) => Printing;
  readonly docxs: (letters: readonly LetterPage[], told: (done: number) => void) => Printing;
  readonly docx: (letter: LetterPage) => Promise<Uint8Array | undefined>;
}

/** As much of a Worker as is used. */
export interface PressWorker {
  postMessage(message: ToPress, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
  terminate(): void;
}

export function openPress(start: () => PressWorker): Press {
  function run(order: ToPress, told: (done: number) => void): Printing {
    const worker = start();
    let stop: () => void = () => worker.terminate();
    const made = new Promise<Uint8Array | undefined>((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => {
        const message = data as FromPress; // only letters.worker.ts is at the other end
        if (message.type === "Told") return told(message.done);
        worker.terminate();
        resolve(message.bytes);
      });
      worker.addEventListener("error", () => {
        worker.terminate();
        reject(new Error("the press stopped"));
      });
      stop = () => {
        worker.terminate();
        resolve(undefined);
      };
    });
    worker.postMessage(order, []);
    return { made, stop: () => stop() };
  }
  return {
    pdf: (letters, told) => run({ type: "Pdf", letters }, told),
    docxs: (letters, told) => run({ type: "Docxs", letters }, told),
    docx: (letter) => run({ type: "Docx", letter }, () => undefined).made,
  };
}
