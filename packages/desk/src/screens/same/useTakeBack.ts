/** One key takes a link back: z, while nothing is being written. */
import { useEffect, useRef } from "react";

import { latinKey } from "../../parts/layout.ts";
import { isWriting } from "../../parts/move-on.ts";

export function useTakeBackKey(takeBack: (() => void) | undefined): void {
  const newest = useRef(takeBack);
  useEffect(() => {
    newest.current = takeBack;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!newest.current || isWriting(document.activeElement) || latinKey(event.key) !== "z") return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
