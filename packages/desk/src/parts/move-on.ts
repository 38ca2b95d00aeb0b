/** Forward through the fields of a form, as Tab would go: the next thing that can be written on or chosen from. */
const fields =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled), button[data-field]:not(:disabled)';

export function moveOn(from: HTMLElement): void {
  const form = from.closest("[data-form]") ?? document.body;
  const all = [...form.querySelectorAll<HTMLElement>(fields)].filter(
    (field) => field.tabIndex >= 0 && field.offsetParent !== null,
  );
  const next = all[all.indexOf(from) + 1] ?? form.querySelector<HTMLElement>("[data-last]");
  next?.focus();
}

/** Is the person writing somewhere? Then letters and digits are words, not keys. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type))
  );
}
