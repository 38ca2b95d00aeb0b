/** What both pages have around their form: leaving quickly, the telephone number, the truth about the page. */
import { part, show, tell } from "./dom.ts";
import type { Setting } from "./setting.ts";

/** Two presses of Esc within this many milliseconds leave the page. */
const TWICE = 900;

export interface Frame {
  readonly setting: Setting;
  readonly now: () => number;
  /** What must be gone before the page is: the draft, the code. */
  readonly clear: () => void;
  readonly goTo: (address: string) => void;
}

export function openFrame({ setting, now, clear, goTo }: Frame): { readonly leave: () => void } {
  let pressed = Number.NEGATIVE_INFINITY;
  function leave(): void {
    clear();
    document.documentElement.hidden = true;
    // Replaces this page in the history of the tab, so that "back" does not come here.
    goTo(setting.exit);
  }
  part("leave").addEventListener("click", leave);
  document.addEventListener("keydown", (key) => {
    if (key.key !== "Escape") return;
    if (now() - pressed < TWICE) leave();
    pressed = now();
  });

  const { telephone, onion, charter } = setting;
  show("no-telephone", telephone === undefined);
  if (telephone !== undefined) {
    const link = part("telephone", HTMLAnchorElement);
    link.textContent = telephone;
    link.href = `tel:${telephone.replace(/[^+0-9]/g, "")}`;
    link.hidden = false;
  }
  show("onion-line", onion !== undefined);
  tell("onion", onion);
  tell("fingerprint", charter?.replace(/(.{4})(?=.)/g, "$1 "));
  return { leave };
}
