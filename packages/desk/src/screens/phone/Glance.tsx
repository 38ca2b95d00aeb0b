/**
 * A look at the soldier beside the call: what has been heard of him and when. Other callers are counted, not named, and
 * what they said is not read out: a summary says "his wife". See note: Another member of the family (casework/rights/right.ts).
 */
import { numberToText, type CaseId } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useAnswer, useClock } from "../../app/desk.tsx";
import { useBirthWords, When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { grievances, Label } from "../../app/vocab.ts";

export function Glance({ case: id }: { readonly case: CaseId }) {
  const now = useClock(60);
  const birthWords = useBirthWords();
  const answer = useAnswer({ type: "Soldier", case: id });
  if (!answer) return null;
  if (answer.type === "Unknown")
    return (
      <p className="says">
        <FormattedMessage id="case.unknown" />
      </p>
    );
  const heard = [
    answer.births.map(birthWords),
    answer.regions,
    answer.callSigns.map((sign) => `«${sign}»`),
  ].flat();
  return (
    <div className="glance settles">
      <p className="says">
        <FormattedMessage
          id="glance.callers"
          values={{ callers: answer.callers.length, contacts: answer.contacts.length }}
        />
      </p>
      {answer.names.length > 1 && <p className="name">{answer.names.slice(1, 6).join(", ")}</p>}
      {heard.length > 0 && <p>{heard.join(" · ")}</p>}
      {answer.cases.map((one) => (
        <p key={one.case} className="glance-case">
          <a href={hashOf({ page: "case", case: one.case })}>
            <FormattedMessage
              id="glance.open"
              values={{ number: <span className="number">{numberToText(one.number)}</span> }}
            />
          </a>
          {one.lastContact && <When at={one.lastContact} now={now} />}
          {one.grievances.slice(0, 3).map((code) => (
            <span key={code}>
              <b className="code">{code}</b> <Label of={grievances} code={code} />
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
