/**
 * What of the case is masked for this member, and the two keys that show it. Whoever asks is told before that a line with her name
 * stays in the folder. Keys: u the unit, t the telephones.
 */
import { hotFields, type Case, type HotField, type Veil } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useFreeKeys } from "../../parts/useFreeKeys.ts";
import type { DeedsOf } from "./Deeds.tsx";

const keyOf: Readonly<Record<HotField, string>> = { unit: "u", phone: "t" };

interface Given {
  readonly file: Case;
  readonly veils: readonly Veil[];
  readonly deeds: DeedsOf;
}

export function Veils({ file, veils, deeds }: Given) {
  const ask = (field: HotField) => void deeds.run({ type: "AskToSee", case: file.id, field });
  useFreeKeys((key) => {
    const field = hotFields.find((one) => keyOf[one] === key);
    const veil = veils.find((one) => one.field === field && one.mayAsk);
    if (veil) ask(veil.field);
    return veil !== undefined;
  });
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
