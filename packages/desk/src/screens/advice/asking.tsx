/** Who may open the advice, and how: `??` in a field, F6 anywhere, a button. When it closes, the caret is back in the field. */
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";

import { AdvicePanel } from "./Panel.tsx";
import { useDoubleQuestion, type CaretAt } from "./useDoubleQuestion.ts";

const AskAdvice = createContext<() => void>(() => undefined);

export function useAskAdvice(): () => void {
  return useContext(AskAdvice);
}

export function AdviceProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const back = useRef<CaretAt>(undefined);

  const open = useCallback(() => {
    const active = document.activeElement;
    if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)
      back.current ??= { field: active, at: active.selectionStart ?? 0 };
    setOpen(true);
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    const to = back.current;
    back.current = undefined;
    if (!to?.field.isConnected) return;
    to.field.focus();
    to.field.setSelectionRange(to.at, to.at);
  }, []);

  useDoubleQuestion((from) => {
    back.current = from;
    setOpen(true);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.defaultPrevented) return;
      event.preventDefault();
      if (isOpen) close();
      else open();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isOpen, open, close]);

  return (
    <AskAdvice value={open}>
      {children}
      {isOpen && <AdvicePanel onClose={close} />}
    </AskAdvice>
  );
}
