/** The incidents in a long sheet, each with its place on one common line of time. Their height must agree with ledger.css. */
import type { IncidentRow, IncidentsAnswer } from "@answerable/casework";
import { memo, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { LongSheet } from "../../parts/LongSheet.tsx";
import { CodeWord, GradeMark, Range } from "./Codes.tsx";
import { WhenSaid } from "./WhenSaid.tsx";

interface Given {
  readonly answer: IncidentsAnswer;
  readonly rowAt: (place: number) => IncidentRow | undefined;
  readonly at: number;
  readonly picked: readonly string[];
  readonly onAt: (at: number) => void;
  readonly onOpen: (incident: string) => void;
  readonly onLook: (first: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function IncidentRows({ answer, rowAt, at, picked, onAt, onOpen, onLook, onKeyDown }: Given) {
  const intl = useIntl();
  const { days } = answer;
  return (
    <>
      <div className="incident-row incident-head" aria-hidden="true">
        <span>
          <FormattedMessage id="ledger.head.grade" />
        </span>
        <span>
          <FormattedMessage id="ledger.head.incident" />
        </span>
        <span className="incident-axis">
          {days && (
            <>
              <span>{intl.formatDate(days.first, axis)}</span>
              <span>{intl.formatDate(days.last, axis)}</span>
            </>
          )}
        </span>
        <span>
          <FormattedMessage id="ledger.head.origins" />
        </span>
        <span>
          <FormattedMessage id="ledger.head.claims" />
        </span>
      </div>
      <LongSheet
        of="incident"
        label={intl.formatMessage({ id: "ledger.incidents" })}
        total={answer.total}
        heights={[68, 108]}
        at={at}
        rowAt={rowAt}
        look={onLook}
        onAt={onAt}
        onOpen={(row) => onOpen(row.id)}
        onKeyDown={onKeyDown}
        mark={(row) => (picked.includes(row.id) ? "picked" : undefined)}
      >
        {(row) => <Row row={row} days={days} />}
      </LongSheet>
    </>
  );
}

interface RowGiven {
  readonly row: IncidentRow;
  readonly days: IncidentsAnswer["days"];
}

const Row = memo(function Row({ row, days }: RowGiven) {
  return (
    <>
      <GradeMark row={row} />
      <span className="incident-name">
        <span className="name">{row.label}</span>
        <small>
          <CodeWord of="kind" code={row.kind} />
          {row.place !== undefined && ` · ${row.place}`}
        </small>
      </span>
      <span className="incident-when">
        <TimeBar row={row} days={days} />
        <small>
          <WhenSaid edtf={row.edtf} />
        </small>
      </span>
      <span className="incident-origins">
        <b>
          <Range min={row.origins.min} max={row.origins.max} />
        </b>
        <small>
          <FormattedMessage id="ledger.originsOf" values={{ count: row.origins.max ?? 5 }} />
        </small>
      </span>
      <span className="incident-count">
        <FormattedMessage id="ledger.claims" values={{ count: row.claims }} />
        {row.denied > 0 && (
          <small>
            <FormattedMessage id="ledger.denied" values={{ count: row.denied }} />
          </small>
        )}
        {row.again > 0 && (
          <small>
            <b>
              <FormattedMessage id="ledger.again" values={{ count: row.again }} />
            </b>
          </small>
        )}
      </span>
    </>
  );
});

const axis = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" } as const;
const DAY = 86_400_000;

/** When it was within all the days shown; faded where nobody says since when or until when. */
function TimeBar({ row, days }: RowGiven) {
  if (!days || !row.span) return <svg className="time-bar" viewBox="0 0 1000 8" aria-hidden="true" />;
  const first = Date.parse(days.first);
  const all = Math.max(DAY, Date.parse(days.last) - first + DAY);
  const begin = row.span.from === undefined ? 0 : Date.parse(row.span.from) - first;
  const end = row.span.to === undefined ? all : Date.parse(row.span.to) - first + DAY;
  const width = Math.max(14, ((end - begin) / all) * 1000);
  const isOpen = row.span.from === undefined || row.span.to === undefined;
  return (
    <svg className="time-bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="time-line" x="0" y="3.5" width="1000" height="1" />
      <rect
        x={Math.min(1000 - width, (begin / all) * 1000)}
        y="1"
        width={width}
        height="6"
        opacity={isOpen ? 0.5 : 1}
      />
    </svg>
  );
}
