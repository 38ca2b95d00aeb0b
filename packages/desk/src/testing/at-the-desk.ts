/** What the tests of the screens say again and again. */
import { momentOf, type Command, type Moment } from "@answerable/casework";
import type { Office } from "@answerable/replica";
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

/** Two frames: what was drawn has its listeners. */
export function drawn(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** What is written down changes the lists at once; the answer to whoever asked comes when the test says. */
export function answersLate(
  office: Pick<Office, "do">,
  type: Command["type"],
): { readonly asked: () => boolean; readonly answer: () => void } {
  const record = office.do;
  let isAsked = false;
  let answer = () => {};
  const gate = new Promise<void>((open) => (answer = open));
  Object.assign(office, {
    do: async (command: Command) => {
      const done = await record(command);
      if (command.type !== type) return done;
      isAsked = true;
      await gate;
      return done;
    },
  });
  return { asked: () => isAsked, answer: () => answer() };
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
