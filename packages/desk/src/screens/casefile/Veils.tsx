/**
 * What of the case is masked for this member, and the two keys that show it. Whoever asks is told before that a line with her name
 * stays in the folder. Keys: u the unit, t the telephones.
 */
import { hotFields, type Case, type HotField, type Veil } from "@answerable/casework";
import { useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";

import { latinKey } from "../../parts/layout.ts";
import { isWriting } from "../../parts/move-on.ts";
import type { DeedsOf } from "./Deeds.tsx";

const keyOf: Readonly<Record<HotField, string>> = { unit: "u", phone: "t" };

interface Given {
  readonly file: Case;
  readonly veils: readonly Veil[];
  readonly deeds: DeedsOf;
}

export function Veils({ file, veils, deeds }: Given) {
  const ask = (field: HotField) => void deeds.run({ type: "AskToSee", case: file.id, field });
  const newest = useRef<(key: string) => boolean>(() => false);
  useEffect(() => {
    newest.current = (key) => {
      const field = hotFields.find((one) => keyOf[one] === key);
      const veil = veils.find((one) => one.field === field && one.mayAsk);
      if (veil) ask(veil.field);
      return veil !== undefined;
    };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(document.activeElement) || !newest.current(latinKey(event.key))) return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  if (veils.length === 0) return null;
  const mayAsk = veils.some((veil) => veil.mayAsk);
  return (
    <section className="veils" aria-labelledby="veils-title">
      <h2 id="veils-title" className="unseen">
        <FormattedMessage id="veils.title" />
      </h2>
      {veils
        .filter((veil) => veil.mayAsk)
        .map(({ field }) => (
          <button key={field} type="button" className="button" onClick={() => ask(field)}>
            <FormattedMessage id={`veils.show.${field}`} /> <kbd>{keyOf[field]}</kbd>
          </button>
        ))}
      <p className="says">
        <FormattedMessage id={mayAsk ? "veils.line" : "veils.notYours"} />
      </p>
    </section>
  );
}
