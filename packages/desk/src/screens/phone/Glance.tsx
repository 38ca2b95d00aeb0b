/** A look at a case beside the call: what it is about and what was promised. Other callers are counted, not named. */
import { numberToText, type CaseId } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useAnswer, useClock } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { grievances, Label } from "../../app/vocab.ts";

export function Glance({ case: id }: { readonly case: CaseId }) {
  const now = useClock(60);
  const answer = useAnswer({ type: "CaseFile", case: id });
  if (!answer || answer.type === "Fetching")
    return (
      <p className="says">
        <FormattedMessage id="case.fetching" />
      </p>
    );
  if (answer.type !== "Here")
    return (
      <p className="says">
        <FormattedMessage id={answer.type === "NotHere" ? "case.notHere" : "case.unknown"} />
      </p>
    );
  const file = answer.case;
  const callers = new Set(file.contacts.flatMap((contact) => (contact.caller ? [contact.caller] : []))).size;
  const last = file.contacts.at(-1);
  return (
    <div className="glance settles">
      <p className="says">
        <FormattedMessage id="glance.callers" values={{ callers, contacts: file.contacts.length }} />
      </p>
      {file.grievances.length > 0 && (
        <ul className="glance-codes">
          {file.grievances.map((code) => (
            <li key={code}>
              <b className="code">{code}</b> <Label of={grievances} code={code} />
            </li>
          ))}
        </ul>
      )}
      {last && last.summary !== "" && <p className="glance-line">{last.summary}</p>}
      {file.tasks
        .filter((task) => !task.done)
        .map((task) => (
          <p key={task.id}>
            <FormattedMessage id={`task.${task.kind}`} />: {task.what}{" "}
            {task.due && <When at={task.due} now={now} />}
          </p>
        ))}
      <a href={hashOf({ page: "case", case: id })}>
        <FormattedMessage
          id="glance.open"
          values={{ number: <span className="number">{numberToText(file.number)}</span> }}
        />
      </a>
    </div>
  );
}
