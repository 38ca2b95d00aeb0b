/** Pairs to decide on, one after another: j and k move, and each act has a key of its own. A pair that is decided makes room for the next. */
import { useState, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useFreeKeys } from "../../parts/useFreeKeys.ts";
import type { WordId } from "../../words/words.ts";

/** What can be said of a pair. The first of several is the one most often said. */
export interface Act<Pair> {
  readonly key: string;
  readonly does: WordId;
  readonly say: (pair: Pair) => void;
}

interface Given<Pair> {
  readonly pairs: readonly Pair[];
  readonly acts: readonly Act<Pair>[];
  /** Where the pair comes from, beside its place among all. */
  readonly renderFrom: (pair: Pair) => ReactNode;
  readonly none: WordId;
  readonly children: (pair: Pair) => ReactNode;
}

export function OneByOne<Pair>({ pairs, acts, renderFrom, none, children }: Given<Pair>) {
  const intl = useIntl();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, pairs.length - 1);
  const pair = pairs[at];
  const step = (by: number) => setWanted(Math.max(0, Math.min(pairs.length - 1, at + by)));
  useFreeKeys((key) => {
    const act = acts.find((one) => one.key === key);
    if (key === "j" || key === "ArrowDown") step(1);
    else if (key === "k" || key === "ArrowUp") step(-1);
    else if (act && pair !== undefined) act.say(pair);
    else return false;
    return true;
  });
  if (pair === undefined)
    return (
      <p className="empty large">
        <FormattedMessage id={none} />
      </p>
    );
  const place = { at: at + 1, count: pairs.length };
  return (
    <section aria-label={intl.formatMessage({ id: "review.pair" }, place)}>
      <p className="says" role="status">
        <FormattedMessage id="review.pair" values={place} />
        {" · "}
        {renderFrom(pair)}
      </p>
      {children(pair)}
      <div className="case-acts review-acts">
        {acts.map(({ key, does, say }, n) => (
          <button
            key={key}
            type="button"
            className="button"
            data-look={n === 0 ? "seal" : undefined}
            onClick={() => say(pair)}
          >
            <FormattedMessage id={does} /> <kbd>{key}</kbd>
          </button>
        ))}
        <button type="button" className="button" data-look="plain" onClick={() => step(-1)}>
          <FormattedMessage id="review.before" /> <kbd>k</kbd>
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => step(1)}>
          <FormattedMessage id="review.after" /> <kbd>j</kbd>
        </button>
      </div>
    </section>
  );
}
