/**
 * Two question marks in any field ask for advice: they are taken out again, and the caret stays where it was. On a Russian
 * keyboard with the Latin layout on, the same two keys write &&. Where a passphrase is typed nothing is touched.
 */
import { useEffect, useRef } from "react";

export interface CaretAt {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly at: number;
}

export function useDoubleQuestion(asked: (from: CaretAt) => void): void {
  const newest = useRef(asked);
  useEffect(() => {
    newest.current = asked;
  });
  useEffect(() => {
    const onInput = ({ target }: Event) => {
      if (!isText(target) || target.closest(".advice-panel")) return;
      const caret = target.selectionStart ?? 0;
      if (!/(?:\?\?|&&)$/u.test(target.value.slice(0, caret))) return;
      const at = caret - 2;
      write(target, target.value.slice(0, at) + target.value.slice(caret), at);
      newest.current({ field: target, at });
    };
    document.addEventListener("input", onInput);
    return () => document.removeEventListener("input", onInput);
  }, []);
}

function isText(target: EventTarget | null): target is CaretAt["field"] {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ["text", "search", "tel"].includes(target.type))
  );
}

/** As if by hand: React hears of it. */
function write(field: CaretAt["field"], text: string, caret: number): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, text);
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
