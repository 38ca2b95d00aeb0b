/** Rows of one height in a long sheet; only those in view exist. Positions are set on the element, not in markup. */
import { numberToText, type CaseId, type Moment } from "@answerable/casework";
import type { RosterRow } from "@answerable/replica";
import { memo, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { grievances, Label, stages } from "../../app/vocab.ts";
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
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const [view, setView] = useState({ first: 0, many: 20 });
  const total = seen.answer?.total ?? 0;
  const { look } = seen;

  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return undefined;
    const measure = () => {
      const first = Math.max(0, Math.floor(box.scrollTop / height) - 4);
      const many = Math.ceil(box.clientHeight / height) + 8;
      setView((before) => (before.first === first && before.many === many ? before : { first, many }));
      look(first);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    box.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", measure);
    };
  }, [height, look]);
  useLayoutEffect(() => {
    sheet.current?.style.setProperty("height", `${total * height}px`);
    rows.current?.style.setProperty("transform", `translateY(${view.first * height}px)`);
  }, [total, height, view.first]);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    if (at * height < box.scrollTop) box.scrollTop = at * height;
    else if ((at + 1) * height > box.scrollTop + box.clientHeight)
      box.scrollTop = (at + 1) * height - box.clientHeight;
  }, [at, height]);

  const places = Array.from(
    { length: Math.max(0, Math.min(view.many, total - view.first)) },
    (_, n) => view.first + n,
  );
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

/** Must agree with roster.css. */
function useRowHeight(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia("(max-width: 760px)").matches);
  useEffect(() => {
    const query = matchMedia("(max-width: 760px)");
    const changed = () => setNarrow(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return isNarrow ? 92 : 56;
}
