/** What the list of incidents is narrowed by, and in what order it stands. */
import type { Day, Grade, IncidentFilter, IncidentsAnswer } from "@answerable/casework";
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { codeInWords } from "./Codes.tsx";

export type FilterChange = { readonly [K in keyof IncidentFilter]?: IncidentFilter[K] | undefined };

interface Given {
  readonly found: IncidentsAnswer;
  readonly filter: IncidentFilter;
  readonly order: "entered" | "time";
  readonly onFilter: (change: FilterChange) => void;
  readonly onOrder: (order: "entered" | "time") => void;
}

export function IncidentFilters({ found, filter, order, onFilter, onOrder }: Given) {
  const intl = useIntl();
  return (
    <div className="ledger-filter-lines">
      <Choose
        label={intl.formatMessage({ id: "ledger.filter.kind" })}
        value={filter.kind}
        choices={found.kinds.map(({ id, count }) => [id, `${codeInWords(intl, "kind", id)} · ${count}`])}
        onChoose={(kind) => onFilter({ kind })}
      />
      <Choose
        label={intl.formatMessage({ id: "ledger.head.grade" })}
        value={filter.grade}
        choices={found.grades.map(({ id, count }) => [
          id,
          `${intl.formatMessage({ id: `ledger.grade.${id as Grade}` })} · ${count}`, // counted from grades
        ])}
        onChoose={(grade) => onFilter({ grade: grade as Grade | undefined })} // one of those just listed
      />
      <Choose
        label={intl.formatMessage({ id: "ledger.filter.denied" })}
        value={filter.denied === undefined ? undefined : String(filter.denied)}
        choices={[
          ["true", intl.formatMessage({ id: "ledger.filter.denied.yes" })],
          ["false", intl.formatMessage({ id: "ledger.filter.denied.no" })],
        ]}
        onChoose={(denied) => onFilter({ denied: denied === undefined ? undefined : denied === "true" })}
      />
      {(found.again > 0 || filter.again === true) && (
        <Choose
          label={intl.formatMessage({ id: "ledger.filter.again" })}
          value={filter.again === true ? "true" : undefined}
          choices={[["true", intl.formatMessage({ id: "ledger.filter.again.yes" }, { count: found.again })]]}
          onChoose={(again) => onFilter({ again: again === undefined ? undefined : true })}
        />
      )}
      <Choose
        label={intl.formatMessage({ id: "ledger.order" })}
        value={order}
        isAlways
        choices={[
          ["entered", intl.formatMessage({ id: "ledger.order.entered" })],
          ["time", intl.formatMessage({ id: "ledger.order.time" })],
        ]}
        onChoose={(next) => onOrder(next === "time" ? "time" : "entered")}
      />
      <DayLine which="from" value={filter.from} onChoose={(from) => onFilter({ from })} />
      <DayLine which="to" value={filter.to} onChoose={(to) => onFilter({ to })} />
    </div>
  );
}

interface ChooseGiven {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly (readonly [string, string])[];
  /** What stands where none is chosen; without it: all. */
  readonly none?: string;
  /** One of them always holds. */
  readonly isAlways?: boolean;
  readonly onChoose: (id: string | undefined) => void;
}

/** One of a few, or all, in the browser's own list. */
export function Choose({ label, value, choices, none, isAlways = false, onChoose }: ChooseGiven) {
  const intl = useIntl();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="write"
        value={value ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}
      >
        {!isAlways && <option value="">{none ?? intl.formatMessage({ id: "filter.all" })}</option>}
        {choices.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayLine({
  which,
  value,
  onChoose,
}: {
  readonly which: "from" | "to";
  readonly value: Day | undefined;
  readonly onChoose: (day: Day | undefined) => void;
}) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>
        <FormattedMessage id={`ledger.filter.${which}`} />
      </label>
      <input
        id={id}
        type="date"
        className="write"
        autoComplete="off"
        value={value ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? undefined : (event.target.value as Day))} // the browser gives yyyy-mm-dd
      />
    </div>
  );
}
