/** The keys of the phone desk. Letters and digits are keys only while nothing is being written; no Ctrl+letter at all. */
import { useEffect, useRef } from "react";

import { latinKey } from "../../parts/layout.ts";
import { isWriting } from "../../parts/move-on.ts";

export interface PhoneKeys {
  readonly kind: (place: number) => void;
  readonly unsafe: () => void;
  readonly consent: () => void;
  readonly seal: () => void;
  readonly matches: () => void;
  readonly urgency: () => void;
  readonly callBack: () => void;
  readonly park: () => void;
  readonly paste: (text: string) => void;
}

export function usePhoneKeys(keys: PhoneKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actionOf(event, newest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (isWriting(document.activeElement) || text.trim() === "") return;
      event.preventDefault();
      newest.current.paste(text);
    };
    addEventListener("keydown", onKey);
    addEventListener("paste", onPaste);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("paste", onPaste);
    };
  }, []);
}

function actionOf(event: KeyboardEvent, keys: PhoneKeys): (() => void) | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.altKey) return undefined;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return keys.seal;
  if (event.ctrlKey || event.metaKey) return undefined;
  switch (event.key) {
    case "F2":
      return keys.matches;
    case "F4":
      return keys.urgency;
    case "F8":
      return keys.callBack;
    case "F9":
      return keys.park;
  }
  if (isWriting(document.activeElement)) return undefined;
  if (/^[1-6]$/.test(event.key)) return () => keys.kind(Number(event.key));
  if (event.key === "!") return keys.unsafe;
  if (latinKey(event.key) === "y") return keys.consent;
  return undefined;
}
