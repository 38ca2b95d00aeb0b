/** One key for one act, on either layout, while nothing is being written. */
import { useEffect, useRef } from "react";

import { latinKey } from "./layout.ts";
import { isWriting } from "./move-on.ts";

/** undefined: the key means nothing now. */
export function useFreeKey(key: string, act: (() => void) | undefined): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!newest.current || isWriting(document.activeElement) || latinKey(event.key) !== key) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [key]);
}
