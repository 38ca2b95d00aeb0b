/** What the families of an incident were told at once, and whom it did not reach: each by name, and with one press all of them are called. */
import { numberToText, type CaseInIncident, type ToldFamilies } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";

interface Given {
  readonly told: ToldFamilies;
  readonly cases: readonly CaseInIncident[];
  readonly mayAct: boolean;
}

export function IncidentTold({ told: { text, at, told, untold }, cases, mayAct }: Given) {
  const { office } = usePage();
  const intl = useIntl();
  const now = useClock(60);
  const [set, setSet] = useState<number>();
  const what = intl.formatMessage({ id: "incident.callTo" }, { text });

  /** One that stands already is not set again. */
  async function callAll(): Promise<void> {
    for (const { case: id } of untold) {
      const file = await office.ask({ type: "CaseFile", case: id });
      if (file.type !== "Here" || file.case.tasks.some((task) => task.what === what)) continue;
      const person = file.case.people[0]?.id;
      await office.do({
        type: "SetTask",
        case: id,
        kind: "callback",
        what,
        ...(person === undefined ? {} : { person }),
      });
    }
    setSet(untold.length);
  }
  return (
    <blockquote className="incident-told">
      <p>{text}</p>
      <p className="says">
        <FormattedMessage
          id="incident.told"
          values={{ when: <When key="when" at={at} now={now} />, told: told.length }}
        />
      </p>
      {untold.length > 0 && (
        <>
          <p className="says">
            <FormattedMessage id="incident.untold" values={{ count: untold.length }} />
          </p>
          <ul className="incident-untold">
            {untold.map(({ case: id, why }) => {
              const one = cases.find((known) => known.case === id);
              return (
                <li key={id}>
                  <a href={hashOf({ page: "case", case: id })}>
                    <bdi className="name">
                      {one?.name ? (
                        one.name
                      ) : one ? (
                        numberToText(one.number)
                      ) : (
                        <FormattedMessage id="incident.case" />
                      )}
                    </bdi>
                  </a>{" "}
                  <small>
                    <FormattedMessage
                      id="incident.why"
                      values={{ why: why === "NobodyToAnswer" || why === "FolderNotHere" ? why : "other" }}
                    />
                  </small>
                </li>
              );
            })}
          </ul>
          {mayAct &&
            (set === undefined ? (
              <button type="button" className="button" onClick={() => void callAll()}>
                <FormattedMessage id="incident.callAll" values={{ count: untold.length }} />
              </button>
            ) : (
              <p role="status">
                <FormattedMessage id="incident.called" values={{ count: set }} />{" "}
                <a href={hashOf({ page: "queue" })}>
                  <FormattedMessage id="queue.title" />
                </a>
              </p>
            ))}
        </>
      )}
    </blockquote>
  );
}
