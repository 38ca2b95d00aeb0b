/** The rows of the roster. Their height must agree with roster.css. */
import { numberToText, type CaseId, type Moment } from "@answerable/casework";
import type { RosterRow } from "@answerable/replica";
import { memo, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { grievances, Label, stages } from "../../app/vocab.ts";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { useLongSheet, useRowHeight } from "../../parts/useLongSheet.ts";
import type { RosterWindow } from "./useRosterWindow.ts";

interface Given {
  readonly seen: RosterWindow;
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onOpen: (id: CaseId) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function RosterRows({ seen, at, onAt, onOpen, onKeyDown }: Given) {
  const intl = useIntl();
  const now = useClock(60);
  const height = useRowHeight(56, 92);
  const total = seen.answer?.total ?? 0;
  const { frame, sheet, rows, places } = useLongSheet({ total, height, at, look: seen.look });

  return (
    <>
      <div className="roster-row roster-head" aria-hidden="true">
        <span>
          <FormattedMessage id="roster.head.urgency" />
        </span>
        <span>
          <FormattedMessage id="roster.head.number" />
        </span>
        <span>
          <FormattedMessage id="roster.head.soldier" />
        </span>
        <span>
          <FormattedMessage id="roster.head.what" />
        </span>
        <span>
          <FormattedMessage id="roster.head.stage" />
        </span>
        <span>
          <FormattedMessage id="roster.head.contacts" />
        </span>
        <span>
          <FormattedMessage id="roster.head.last" />
        </span>
      </div>
      <div
        id="roster-rows"
        ref={frame}
        className="roster-frame"
        role="listbox"
        tabIndex={0}
        aria-label={intl.formatMessage({ id: "place.roster" })}
        aria-activedescendant={seen.rowAt(at) ? `roster-${at}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div ref={sheet} className="roster-sheet" role="presentation">
          <div ref={rows} className="roster-rows" role="presentation">
            {places.map((place) => (
              <Row
                key={place}
                place={place}
                total={total}
                row={seen.rowAt(place)}
                isAt={place === at}
                now={now}
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
  readonly row: RosterRow | undefined;
  readonly isAt: boolean;
  readonly now: Moment;
  readonly onAt: (at: number) => void;
  readonly onOpen: (id: CaseId) => void;
}

const Row = memo(function Row({ place, total, row, isAt, now, onAt, onOpen }: RowGiven) {
  const { members } = useStatus();
  const owner = members.find((member) => member.id === row?.owner)?.name;
  const main = row?.grievances[0];
  return (
    <div
      id={`roster-${place}`}
      role="option"
      aria-selected={isAt}
      aria-setsize={total}
      aria-posinset={place + 1}
      className="roster-row"
      data-closed={row?.stage === "closed" || undefined}
      onClick={() => {
        onAt(place);
        if (row) onOpen(row.case);
      }}
    >
      {row && (
        <>
          {row.urgency ? <UrgencyMark urgency={row.urgency} word={false} /> : <span />}
          <span className="number">{numberToText(row.number)}</span>
          <span className="roster-name">
            <span className="name">
              {row.name === "" ? (
                <FormattedMessage id={row.kind === "group" ? "roster.group" : "roster.noName"} />
              ) : (
                row.name
              )}
            </span>
            <small>{[row.birth?.slice(0, 4), row.region].filter(Boolean).join(" · ")}</small>
          </span>
          <span className="roster-what">
            {main && (
              <span className="roster-main">
                <b className="code">{main}</b> <Label of={grievances} code={main} />
              </span>
            )}
            <small>{row.line}</small>
          </span>
          <span className="roster-stage">
            <Label of={stages} code={row.stage} />
            <small>{owner}</small>
          </span>
          <span className="roster-count">
            <FormattedMessage id="roster.three" values={{ contacts: row.contacts, callers: row.callers }} />
          </span>
          <span className="roster-last">
            {row.lastContact && <When at={row.lastContact} now={now} />}
            {row.unsent && (
              <small>
                <FormattedMessage id="roster.unsent" />
              </small>
            )}
          </span>
        </>
      )}
    </div>
  );
});
