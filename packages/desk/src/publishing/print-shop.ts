/**
 * The print shop: drafting, auditing and page-making in a worker of its own, told step by step and stopped at any moment. Stopping ends
 * the worker; half a release is never handed out.
 */
import type { MemberId, Result } from "@answerable/casework";
import {
  archiveOf,
  examineRelease,
  prepareRelease,
  signedRelease,
  type Examined,
  type Examining,
  type Objection,
  type PageSignature,
  type Prepared,
  type PrepareRefusal,
  type Told,
  type Wanted,
} from "@answerable/press";

export type Step = Parameters<Told>[0];

/** What two people signed, to be packed. */
export interface ToPack {
  readonly text: string;
  readonly by: MemberId;
  readonly second: MemberId;
  readonly signatures: readonly PageSignature[];
}

export type ToPrintShop =
  | { readonly type: "Prepare"; readonly wanted: Wanted }
  | { readonly type: "Examine"; readonly given: Examining }
  | { readonly type: "Pack"; readonly given: ToPack };

export type FromPrintShop =
  | { readonly type: "Told"; readonly step: Step }
  | { readonly type: "Made"; readonly made: unknown };

export interface Working<T> {
  /** undefined: it was stopped. */
  readonly made: Promise<T | undefined>;
  readonly stop: () => void;
}

export interface PrintShop {
  readonly prepare: (wanted: Wanted, told: Told) => Working<Result<Prepared, PrepareRefusal>>;
  readonly examine: (given: Examining, told: Told) => Working<Result<Examined, Objection>>;
  readonly pack: (given: ToPack, told: Told) => Working<Uint8Array>;
}

/** Does what is ordered: in the worker, and on paper in the tests of the screens. */
export function workOn(order: ToPrintShop, told: Told): unknown {
  switch (order.type) {
    case "Prepare":
      return prepareRelease(order.wanted, told);
    case "Examine":
      return examineRelease(order.given, told);
    case "Pack": {
      const { text, by, second, signatures } = order.given;
      const { release, site } = signedRelease(text, { by, second });
      return archiveOf(release, { site, signatures, told });
    }
  }
}

/** As much of a Worker as is used. */
export interface PrintShopWorker {
  postMessage(message: ToPrintShop, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
  terminate(): void;
}

export function openPrintShop(start: () => PrintShopWorker): PrintShop {
  function run<T>(order: ToPrintShop, told: Told): Working<T> {
    const worker = start();
    let stop: () => void = () => worker.terminate();
    const made = new Promise<T | undefined>((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => {
        const message = data as FromPrintShop; // only print-shop.worker.ts is at the other end
        if (message.type === "Told") return told(message.step);
        worker.terminate();
        resolve(message.made as T); // workOn answers each order with what belongs to it
      });
      worker.addEventListener("error", () => {
        worker.terminate();
        reject(new Error("the print shop stopped"));
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
    prepare: (wanted, told) => run({ type: "Prepare", wanted }, told),
    examine: (given, told) => run({ type: "Examine", given }, told),
    pack: (given, told) => run({ type: "Pack", given }, told),
  };
}
