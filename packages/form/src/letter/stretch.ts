/** A receipt's slow key, made in a worker so that the page stays quick. The script that stretches is in the worker alone. */
import { stretchingOf, type ReceiptCode } from "@answerable/seal/drop";

export type Stretch = (code: ReceiptCode) => Promise<Uint8Array>;

export function openStretch(makeWorker: () => Worker): Stretch {
  return (code) =>
    new Promise((resolve, reject) => {
      const worker = makeWorker();
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        worker.terminate();
        if (data instanceof Uint8Array) resolve(data);
        else reject(new Error("the worker gave no key"));
      };
      worker.onerror = () => {
        worker.terminate();
        reject(new Error("the worker failed"));
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(stretchingOf(code));
    });
}
