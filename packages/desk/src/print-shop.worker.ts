/** The print shop at work: a composition root of the desk that reaches for nothing. Every step is told at most twenty times a second. */
import { workOn, type FromPrintShop, type Step, type ToPrintShop } from "./publishing/print-shop.ts";

const PAUSE_MILLISECONDS = 50;
let last = Number.NEGATIVE_INFINITY;

function say(message: FromPrintShop): void {
  postMessage(message);
}

function tell(step: Step): void {
  const now = performance.now();
  if (now - last < PAUSE_MILLISECONDS) return;
  last = now;
  say({ type: "Told", step });
}

addEventListener("message", ({ data }) => {
  say({ type: "Made", made: workOn(data as ToPrintShop, tell) }); // only openPrintShop is at the other end
});
