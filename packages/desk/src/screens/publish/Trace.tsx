/**
 * Every claim with the rules that spoke: what is not printed first, then what is printed coarsely, then the rest. Here a claim is worded
 * for print, held back, or taken out because a family wishes it; the draft is made again afterwards.
 */
import type { ClaimId } from "@answerable/casework";
import type { Shown } from "@answerable/press";
import { useState } from "react";
import { FormattedMessage } from "react-intl";

import { useLang } from "../../app/vocab.ts";
import type { WordId } from "../../words/words.ts";
import type { Here } from "./standing.ts";
import { Wording } from "./Wording.tsx";
import { wordsIn } from "./words-in.ts";

type Judged = Shown["judged"][number];

/** So many rows at once; the rest by a button. */
const PAGE = 30;
const levels = ["withhold", "coarse", "public"] as const;

export function Trace({
  shown,
  here,
  onChanged,
}: {
  readonly shown: Shown;
  readonly here: Here;
  /** undefined: nothing may be changed any more, it is only looked at. */
  readonly onChanged: (() => void) | undefined;
}) {
  const [count, setCount] = useState(PAGE);
  const rows = levels.flatMap((level) => shown.judged.filter((one) => one.level === level));
  return (
    <section aria-labelledby="trace-title">
      <h2 id="trace-title">
        <FormattedMessage id="publish.trace" />
      </h2>
      <ul className="trace">
        {rows.slice(0, count).map((judged) => (
          <TraceRow key={judged.claim.id} judged={judged} here={here} onChanged={onChanged} />
        ))}
      </ul>
      {rows.length > count && (
        <button type="button" className="button" onClick={() => setCount(count + PAGE)}>
          <FormattedMessage id="publish.more" values={{ count: rows.length - count }} />
        </button>
      )}
    </section>
  );
}

function TraceRow({
  judged,
  here,
  onChanged,
}: {
  readonly judged: Judged;
  readonly here: Here;
  readonly onChanged: (() => void) | undefined;
}) {
  const lang = useLang();
  const { claim, level, trace } = judged;
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="trace-row" data-level={level}>
      <p className="trace-head">
        <span className="code">{claim.id}</span>
        <strong>
          <FormattedMessage id={`publish.level.${level}`} />
        </strong>
      </p>
      <p>
        <bdi>{wordsIn(claim.words, lang)}</bdi>
      </p>
      <ul className="trace-rules">
        {trace.map(({ rule, number }) => (
          <li key={rule}>
            <span className="code">{number}</span> <FormattedMessage id={`publish.rule.${rule}`} />
          </li>
        ))}
        {exposuresOf(judged).map((id) => (
          <li key={id} className="exposure">
            <FormattedMessage id={id} />
          </li>
        ))}
      </ul>
      {onChanged && (
        <button
          type="button"
          className="button small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <FormattedMessage id="publish.mend" />
        </button>
      )}
      {isOpen && onChanged && (
        <Wording
          here={here}
          claim={claim.id as ClaimId /* ids of the ledger itself */}
          words={claim.words}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

const exposures: Readonly<Record<string, WordId>> = {
  losses: "publish.exposure.losses",
  "unit-position": "publish.exposure.unit-position",
  "friendly-fire": "publish.exposure.friendly-fire",
  command: "publish.exposure.command",
  refusal: "publish.exposure.refusal",
};

/** What publishing it may be prosecuted as. */
export function exposuresOf({ claim, level }: Judged): readonly WordId[] {
  return level === "withhold" ? [] : claim.tags.flatMap((tag) => exposures[tag] ?? []);
}
