/** Two reports beside each other, field under field. Callers are counted, not named. */
import { numberToText } from "@answerable/casework";
import type { ReviewPair, ReviewSide } from "@answerable/replica";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";

import { useClock } from "../../app/desk.tsx";
import { useBirthWords, When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { grievances, Label, services, stages } from "../../app/vocab.ts";
import type { WordId } from "../../words/words.ts";

export function SideBySide({ pair }: { readonly pair: ReviewPair }) {
  const now = useClock(60);
  const birthWords = useBirthWords();
  const row = (id: WordId, shown: (side: ReviewSide) => ReactNode) => {
    const [a, b] = [shown(pair.a), shown(pair.b)];
    if (!a && !b) return null;
    return (
      <tr>
        <th scope="row">
          <FormattedMessage id={id} />
        </th>
        <td>{a || "—"}</td>
        <td>{b || "—"}</td>
      </tr>
    );
  };
  const list = (texts: readonly string[]) => texts.join(", ");
  return (
    <table className="beside">
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="review.case" />
          </th>
          {[pair.a, pair.b].map((side) => (
            <th key={side.case} scope="col" aria-label={numberToText(side.number)}>
              <a href={hashOf({ page: "soldier", case: side.case })}>
                <span className="number">{numberToText(side.number)}</span>
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row("match.name", (side) => (
          <bdi className="name">{list(side.names)}</bdi>
        ))}
        {row("match.birth", (side) => list(side.births.map(birthWords)))}
        {row("match.region", (side) => list(side.regions))}
        {row("match.unit", (side) => list([...new Set(side.units)]))}
        {row("match.callSign", (side) => list(side.callSigns))}
        {row("match.dogTag", (side) => list(side.dogTags))}
        {row("review.service", (side) => side.service && <Label of={services} code={side.service} />)}
        {row("review.counts", (side) => (
          <FormattedMessage id="case.counts" values={{ contacts: side.contacts, callers: side.callers }} />
        ))}
        {row("review.last", (side) => side.lastContact && <When at={side.lastContact} now={now} />)}
        {row("review.stage", (side) => (
          <Label of={stages} code={side.stage} />
        ))}
        {row("review.grievances", (side) =>
          side.grievances.map((code) => (
            <span key={code} className="soldier-code">
              <b className="code">{code}</b> <Label of={grievances} code={code} />
            </span>
          )),
        )}
      </tbody>
    </table>
  );
}
