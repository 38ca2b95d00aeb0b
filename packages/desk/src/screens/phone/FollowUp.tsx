/** A caller who tells the number of the case: found by number or by any word of the card, and the call goes there. */
import { numberToText, type CaseId } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Change } from "../../app/calls.tsx";
import { useAnswer } from "../../app/desk.tsx";
import { Write } from "../../parts/Line.tsx";

export function FollowUp({
  attachTo,
  change,
}: {
  readonly attachTo: CaseId | undefined;
  readonly change: (change: Change) => void;
}) {
  const intl = useIntl();
  const [text, setText] = useState("");
  const answer = useAnswer(
    text.trim().length > 2 ? { type: "Roster", text, list: "all", from: 0, count: 4 } : undefined,
  );
  return (
    <div className="row" data-wide="true">
      <span className="row-n" aria-hidden="true">
        №
      </span>
      <span className="row-name">
        <FormattedMessage id="call.number" />
      </span>
      <div className="row-write">
        <Write
          id="call-number"
          label={intl.formatMessage({ id: "call.number" })}
          placeholder={intl.formatMessage({ id: "call.number.hint" })}
          value={text}
          onWrite={setText}
        />
        {answer?.rows.map((row) => (
          <button
            key={row.case}
            type="button"
            className="button follow"
            aria-pressed={attachTo === row.case}
            onClick={() => change({ attachTo: attachTo === row.case ? undefined : row.case })}
          >
            <span className="number">{numberToText(row.number)}</span>{" "}
            <span className="name">{row.name}</span>
          </button>
        ))}
        {answer?.total === 0 && (
          <p className="row-under">
            <FormattedMessage id="call.number.none" />
          </p>
        )}
      </div>
    </div>
  );
}
