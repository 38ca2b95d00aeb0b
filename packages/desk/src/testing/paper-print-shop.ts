/** The print shop without a worker: the same work, in the page itself, a moment later. */
import type { Told } from "@answerable/press";

import { workOn, type PrintShop, type ToPrintShop, type Working } from "../publishing/print-shop.ts";

function run<T>(order: ToPrintShop, told: Told): Working<T> {
  let isStopped = false;
  let stop: () => void = () => undefined;
  const made = new Promise<T | undefined>((resolve) => {
    stop = () => {
      isStopped = true;
      resolve(undefined);
    };
    setTimeout(() => {
      if (!isStopped) resolve(workOn(order, told) as T); // it answers each order with what belongs to it
    }, 20);
  });
  return { made, stop: () => stop() };
}

export const paperPrintShop: PrintShop = {
  prepare: (wanted, told) => run({ type: "Prepare", wanted }, told),
  examine: (given, told) => run({ type: "Examine", given }, told),
  pack: (given, told) => run({ type: "Pack", given }, told),
};
