/** A journey without a mouse: what has the focus by its name, Tab until it is there, and what an eye would check on the way. */
import { mkdir } from "node:fs/promises";

import axe from "axe-core";
import type { Page } from "playwright";
import { vi } from "vitest";

interface Sought {
  readonly names: readonly string[];
  readonly kind: string;
  /** The name may stand anywhere in what it is called; else that is how it begins. */
  readonly isPart?: boolean;
}

/** Tab until what has the focus is called so, and is of that kind. Throws where the keyboard does not lead there. */
export function reach(page: Page, names: string | readonly string[], kind = "*"): Promise<void> {
  return tabUntil(page, { names: [names].flat(), kind });
}

/** Tab until the name stands in what has the focus is called. */
export function tabTo(page: Page, name: string): Promise<void> {
  return tabUntil(page, { names: [name], kind: "*", isPart: true });
}

async function tabUntil(page: Page, sought: Sought): Promise<void> {
  // A page that is still being drawn has nowhere to tab to yet.
  await vi.waitUntil(() => isCalled(page, { ...sought, where: "page" }), 20_000);
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isCalled(page, { ...sought, where: "focus" })) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${sought.names.join()}`);
}

/** What has the focus, by its label, its title, or the words on it: how they begin. */
export function isAt(page: Page, names: string | readonly string[]): Promise<boolean> {
  return isCalled(page, { names: [names].flat(), kind: "*", where: "focus" });
}

function isCalled(page: Page, sought: Sought & { readonly where: "focus" | "page" }): Promise<boolean> {
  return page.evaluate(({ names, kind, isPart, where }) => {
    const isIt = (here: Element | null): boolean => {
      if (!(here instanceof HTMLElement) || here === document.body || !here.matches(kind)) return false;
      const labels = "labels" in here ? (here.labels as NodeListOf<HTMLLabelElement> | null) : null;
      const described = here.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const called = [
        here.getAttribute("aria-label") ?? "",
        ...[...(labels ?? [])].map((label) => label.textContent),
        ...described.map((id) => document.getElementById(id)?.textContent ?? ""),
        here instanceof HTMLSelectElement ? "" : here.textContent,
      ].map((one) => one.trim());
      if (isPart !== true) return called.some((one) => names.some((name) => one.startsWith(name)));
      const first = called.find((one) => one !== "") ?? "";
      return names.some((name) => first.includes(name));
    };
    if (where === "focus") return isIt(document.activeElement);
    const places = "a[href], button, input, select, textarea, summary, [tabindex]";
    return [...document.querySelectorAll(places)].some(
      (one) => isIt(one) && one.checkVisibility() && !one.matches(":disabled"),
    );
  }, sought);
}

export async function press(page: Page, name: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Enter");
}

export async function write(page: Page, name: string, words: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Control+a");
  // As the clipboard or a keyboard brings it.
  await page.keyboard.insertText(words);
}

/** What axe finds serious on the page once nothing on it moves: half faded in, a word has no contrast yet. Into a frame without an origin nobody looks. */
export async function seriousIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { iframes: false }),
  );
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id);
}

/** Where ANSWERABLE_PICTURES names a folder: to be looked at. */
export async function pictures(page: Page, name: string): Promise<void> {
  const folder = process.env["ANSWERABLE_PICTURES"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => document.activeElement?.scrollIntoView({ block: "center" }));
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${folder}/${name}-${scheme}-${width}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1366, height: 768 });
}
