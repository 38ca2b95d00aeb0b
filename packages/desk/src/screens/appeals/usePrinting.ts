/** One printing at a time, with how far it is and a way to stop it. */
import type { LetterPage } from "@answerable/casework";
import { useCallback, useRef, useState } from "react";

import { usePage } from "../../app/desk.tsx";

export function usePrinting() {
  const { press, save } = usePage();
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>();
  const [hasFailed, setFailed] = useState(false);
  const stopNow = useRef<() => void>(() => undefined);
  const print = useCallback(
    async (letters: readonly LetterPage[], as: "pdf" | "docx" = "pdf") => {
      if (letters.length === 0) return;
      setFailed(false);
      setProgress({ done: 0, of: letters.length });
      const make = as === "pdf" ? press.pdf : press.docxs;
      const { made, stop } = make(letters, (done) => setProgress({ done, of: letters.length }));
      stopNow.current = stop;
      try {
        const bytes = await made;
        const [only] = letters;
        const name = letters.length === 1 && only ? only.number : `letters-${letters.length}`;
        const [ending, type] =
          as === "pdf" ? (["pdf", "application/pdf"] as const) : (["zip", "application/zip"] as const);
        if (bytes) save(`${name}.${ending}`, type, bytes);
      } catch {
        setFailed(true); // the press stopped: it says no more than that, and the screen says it in words
      } finally {
        setProgress(undefined);
      }
    },
    [press, save],
  );
  const stop = useCallback(() => stopNow.current(), []);
  return { progress, hasFailed, print, stop };
}
