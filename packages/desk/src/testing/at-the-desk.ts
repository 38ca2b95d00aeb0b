/** What the tests of the screens say again and again. */
import { momentOf, type Moment } from "@answerable/casework";
import { afterEach, expect } from "vitest";

import { mountDesk, type Mounting } from "./mount.tsx";
import { noon } from "./sample.ts";

let leave: (() => void) | undefined;
afterEach(() => {
  leave?.();
  leave = undefined;
  location.hash = "";
});

/** Draws the desk and waits until it stands. */
export async function sitDown(mounting: Mounting = {}, hash = "#/") {
  leave?.();
  location.hash = hash;
  const at = document.createElement("div");
  at.id = "desk";
  document.body.replaceChildren(at);
  const desk = mountDesk(at, mounting);
  leave = desk.unmount;
  await expect.poll(() => document.querySelector("main")).not.toBeNull();
  return desk.office;
}

export function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].find(
    (one) => one.getAttribute("aria-label") === label,
  );
  if (!found) throw new Error(`no field: ${label}`);
  return found;
}

export function focused(): string | null {
  return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? null;
}

/** A key of another layout: the driver can only press those of its own. */
export function pressKey(key: string): void {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
  );
}

/** A clock that runs with the machine, from noon of the sample day: the pace of a test is real, its date is not. */
export function runningClock(): () => Moment {
  const began = performance.now();
  return () => momentOf(Date.parse(noon) + Math.floor(performance.now() - began));
}
