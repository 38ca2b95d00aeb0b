/** The incidents in a long sheet, each with its place on one common line of time. Their height must agree with ledger.css. */
import type { IncidentRow, IncidentsAnswer } from "@answerable/casework";
import { memo, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useLongSheet, useRowHeight } from "../../parts/useLongSheet.ts";
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
  const height = useRowHeight(68, 108);
  const { total, days } = answer;
  const { frame, sheet, rows, places } = useLongSheet({ total, height, at, look: onLook });
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
      <div
        id="incident-rows"
        ref={frame}
        className="incident-frame"
        role="listbox"
        tabIndex={0}
        aria-label={intl.formatMessage({ id: "ledger.incidents" })}
        aria-activedescendant={rowAt(at) ? `incident-${at}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div ref={sheet} className="roster-sheet" role="presentation">
          <div ref={rows} className="roster-rows" role="presentation">
            {places.map((place) => (
              <Row
                key={place}
                place={place}
                total={total}
                row={rowAt(place)}
                days={days}
                isAt={place === at}
                isPicked={picked.includes(rowAt(place)?.id ?? "")}
                onAt={onAt}
                onOpen={onOpen}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

interface RowGiven {
  readonly place: number;
  readonly total: number;
  readonly row: IncidentRow | undefined;
  readonly days: IncidentsAnswer["days"];
  readonly isAt: boolean;
  readonly isPicked: boolean;
  readonly onAt: (at: number) => void;
  readonly onOpen: (incident: string) => void;
}

const Row = memo(function Row({ place, total, row, days, isAt, isPicked, onAt, onOpen }: RowGiven) {
  return (
    <div
      id={`incident-${place}`}
      role="option"
      aria-selected={isAt}
      aria-setsize={total}
      aria-posinset={place + 1}
      className="incident-row"
      data-picked={isPicked || undefined}
      onClick={() => {
        onAt(place);
        if (row) onOpen(row.id);
      }}
    >
      {row && (
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
          </span>
        </>
      )}
    </div>
  );
});

const axis = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" } as const;
const DAY = 86_400_000;

/** When it was within all the days shown; faded where nobody says since when or until when. */
function TimeBar({ row, days }: Pick<RowGiven, "days"> & { readonly row: IncidentRow }) {
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
