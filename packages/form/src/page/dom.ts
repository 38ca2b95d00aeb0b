/** The page's parts by their ids. A part that is not there is a bug in the page, not something to work around. */

type Kind<T extends HTMLElement> = abstract new () => T;

export function part<T extends HTMLElement = HTMLElement>(id: string, kind?: Kind<T>): T {
  const found = document.getElementById(id);
  if (!found || (kind && !(found instanceof kind))) throw new Error(`the page has no ${id}`);
  return found as T; // checked where a kind was asked for; else any element will do
}

export function field(id: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const found = part(id);
  if (
    found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
  )
    return found;
  throw new Error(`the page has no field ${id}`);
}

/** The value of the chosen one among radio buttons, or "". */
export function chosen(name: string): string {
  const found = document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`);
  return found?.value ?? "";
}

export function ticked(name: string): readonly string[] {
  return Array.from(
    document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`),
    (one) => one.value,
  );
}

/** Shows a text, or hides the place where it stood. */
export function tell(id: string, text: string | undefined): void {
  const place = part(id);
  place.hidden = text === undefined;
  place.textContent = text ?? "";
}

export function show(id: string, isShown: boolean): void {
  part(id).hidden = !isShown;
}

export function on(id: string, event: "click" | "submit" | "change" | "input", go: () => void): void {
  part(id).addEventListener(event, (happened) => {
    if (event === "submit") happened.preventDefault();
    go();
  });
}

/** Shows it, and brings the eye and the screen reader there. */
export function bringTo(id: string): void {
  const place = part(id);
  place.hidden = false;
  place.focus();
  // A whole page begins at its top; a line is brought just into view.
  place.scrollIntoView({ block: place.tagName === "MAIN" ? "start" : "nearest" });
}

export function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== "") made.className = className;
  return made;
}
