/** All that is looked at before a signature: what speaks against it, what changes, which rule spoke, and the pages themselves. */
import type { Examined, Prepared } from "@answerable/press";
import { FormattedMessage } from "react-intl";

import { Changes } from "./Changes.tsx";
import { Preview } from "./Preview.tsx";
import type { Here } from "./standing.ts";
import { Stopped } from "./Stopped.tsx";
import { exposuresOf, Trace } from "./Trace.tsx";

interface Given {
  readonly here: Here;
  readonly shown: Prepared | Examined;
  /** Something was mended: what is shown here is of before. undefined: it is a proposal, and is not mended but sent back. */
  readonly onChanged: (() => void) | undefined;
  /** The signature, or whatever is done with it. */
  readonly children: React.ReactNode;
}

export function Reviewing({ here, shown, onChanged, children }: Given) {
  const exposures = [...new Set(shown.judged.flatMap(exposuresOf))];
  const objections = "objections" in shown ? shown.objections : [];
  return (
    <div className="reviewing">
      <div className="reviewing-words">
        {objections.map((objection) => (
          <Stopped key={objection.type} why={objection} here={here} onChanged={() => undefined} />
        ))}
        {"moved" in shown && shown.moved && objections.length === 0 && (
          <p className="says" role="status">
            <FormattedMessage id="publish.moved" />
          </p>
        )}
        <section className="signing" aria-labelledby="signing-title">
          <h2 id="signing-title">
            <FormattedMessage id="publish.signing" values={{ number: shown.printable.number }} />
          </h2>
          {exposures.length > 0 && (
            <>
              <p className="says">
                <FormattedMessage id="publish.exposure" />
              </p>
              <ul className="trace-rules">
                {exposures.map((id) => (
                  <li key={id} className="exposure">
                    <FormattedMessage id={id} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {children}
        </section>
        <Changes shown={shown} />
        <Trace shown={shown} here={here} onChanged={onChanged} />
      </div>
      <Preview shown={shown} />
    </div>
  );
}
