/** The rows of the roster. Their height must agree with roster.css. */
import { numberToText, type CaseId, type Moment } from "@answerable/casework";
import type { RosterRow } from "@answerable/replica";
import { memo, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { grievances, Label, stages } from "../../app/vocab.ts";
import { LongSheet } from "../../parts/LongSheet.tsx";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
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
      <LongSheet
        of="roster"
        label={intl.formatMessage({ id: "place.roster" })}
        total={seen.answer?.total ?? 0}
        heights={[56, 92]}
        at={at}
        rowAt={seen.rowAt}
        look={seen.look}
        onAt={onAt}
        onOpen={(row) => onOpen(row.case)}
        onKeyDown={onKeyDown}
        mark={(row) => (row.stage === "closed" ? "closed" : undefined)}
      >
        {(row) => <Row row={row} now={now} />}
      </LongSheet>
    </>
  );
}

const Row = memo(function Row({ row, now }: { readonly row: RosterRow; readonly now: Moment }) {
  const { members } = useStatus();
  const owner = members.find((member) => member.id === row.owner)?.name;
  const main = row.grievances[0];
  return (
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
  );
});
