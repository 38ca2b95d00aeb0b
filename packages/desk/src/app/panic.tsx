/**
 * F7 three times within two seconds, in any room and at any door: everything on this device is destroyed. When it is, the page
 * has nothing to show any more, in this tab and in the others.
 */
import { useEffect } from "react";

import { usePage, useStatus } from "./desk.tsx";

const TIMES = 3;
const WITHIN = 2_000;

export function usePanicKey(): void {
  const { office } = usePage();
  useEffect(() => {
    let pressed: readonly number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F7") return;
      event.preventDefault();
      if (event.repeat) return;
      pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
      if (pressed.length >= TIMES) void office.panic();
    };
    addEventListener("keydown", onKey, { capture: true });
    return () => removeEventListener("keydown", onKey, { capture: true });
  }, [office]);
}

/** Nothing: no name, no word, no colour of ours. */
export function Gone() {
  const { vanish } = usePage();
  const { phase } = useStatus();
  useEffect(() => {
    if (phase === "gone") vanish();
  }, [phase, vanish]);
  return <div className="nothing" />;
}
