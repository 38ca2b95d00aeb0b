/**
 * Keys of a screen: one key for one act, on any layout, while nothing is being written. Letters come as they lie on the Latin layout;
 * a key that is held down acts once.
 */
import { useLayoutEffect, useRef } from "react";

import { latinKey } from "./layout.ts";
import { isWriting } from "./move-on.ts";

/** `press` says whether the key meant something: what did not goes on to the browser. */
export function useFreeKeys(press: (key: string, event: KeyboardEvent) => boolean): void {
  const newest = useRef(press);
  // Both before it is painted: what one sees is what the keys mean, and no key that follows at once is lost.
  useLayoutEffect(() => {
    newest.current = press;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(document.activeElement)) return;
      if (newest.current(event.key.length === 1 ? latinKey(event.key) : event.key, event))
        event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** One key alone. undefined: it means nothing now. */
export function useFreeKey(key: string, act: (() => void) | undefined): void {
  useFreeKeys((pressed) => {
    if (pressed !== key || !act) return false;
    act();
    return true;
  });
}
