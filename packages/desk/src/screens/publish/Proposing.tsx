/** What is counted, and in which weeks. The last whole weeks before today, as many as are chosen; words alone can be mended at any time. */
import { addDays, dayFrom, daysBetween, type Day } from "@answerable/casework";
import { tableNames, tablesFor, type TableName, type TableSpec } from "@answerable/press";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { Choice } from "../../parts/Choice.tsx";

const spans = ["1", "4", "13"] as const;
type Span = (typeof spans)[number];

interface Given {
  readonly number: number;
  readonly today: Day;
  readonly onPrepare: (tables: readonly TableSpec[]) => void;
}

export function Proposing({ number, today, onPrepare }: Given) {
  const intl = useIntl();
  const [span, setSpan] = useState<Span>("4");
  const [chosen, setChosen] = useState<readonly TableName[]>(["regions-by-grievance"]);
  const to = mondayBefore(today);
  const period = { from: addDays(to, -7 * Number(span)), to };
  return (
    <form
      className="proposing"
      onSubmit={(event) => {
        event.preventDefault();
        onPrepare(tablesFor(chosen, period));
      }}
    >
      <h2>
        <FormattedMessage id="publish.next" values={{ number }} />
      </h2>
      <fieldset className="duties">
        <legend>
          <FormattedMessage id="publish.counts" />
        </legend>
        <div className="choices">
          {tableNames.map((name) => (
            <button
              key={name}
              type="button"
              className="button"
              aria-pressed={chosen.includes(name)}
              onClick={() =>
                setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
              }
            >
              <FormattedMessage id={`publish.table.${name}`} />
            </button>
          ))}
        </div>
      </fieldset>
      {chosen.length === 0 ? (
        <p className="says">
          <FormattedMessage id="publish.wordsOnly" />
        </p>
      ) : (
        <>
          <Choice
            label={intl.formatMessage({ id: "publish.weeks" })}
            entries={spans.map((code) => ({
              code,
              label: intl.formatMessage({ id: "publish.weeksOf" }, { count: Number(code) }),
            }))}
            value={span}
            onChoose={(code) => setSpan(code ?? "4")}
          />
          <p className="says">
            <FormattedMessage
              id="publish.period"
              values={{
                from: intl.formatDate(period.from, { dateStyle: "long", timeZone: "UTC" }),
                to: intl.formatDate(addDays(period.to, -1), { dateStyle: "long", timeZone: "UTC" }),
              }}
            />
          </p>
        </>
      )}
      <p className="door-acts">
        <button type="submit" className="button" data-look="seal">
          <FormattedMessage id="publish.prepare" /> <kbd>p</kbd>
        </button>
      </p>
    </form>
  );
}

/** The Monday of this week: the weeks before it are over. 1970-01-05 was one. */
function mondayBefore(today: Day): Day {
  const monday = dayFrom("1970-01-05");
  return monday === undefined ? today : addDays(today, -(((daysBetween(monday, today) % 7) + 7) % 7));
}
