/** U1 and U2 that nobody has acknowledged: always on screen for those on shift, with the time that is left and whose it is by now. */
import type { LaneRow } from "@answerable/casework";
import { useEffect, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock, usePage, useStatus } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { Words } from "../../parts/Words.tsx";

const SHOWN = 2;
/** Two days, in minutes: what is further away is told in days. */
const COUNTED_IN_HOURS = 48 * 60;

export function Lane() {
  const { office } = usePage();
  const { me } = useStatus();
  const intl = useIntl();
  const now = useClock(30);
  const duty = useAnswer({ type: "DutyNow" });
  const isOn = duty?.mine !== undefined;
  const lane = useAnswer(isOn ? { type: "Lane" } : undefined);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F3" || event.defaultPrevented) return;
      event.preventDefault();
      place.current?.querySelector<HTMLElement>("a, button")?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  if (!isOn || !lane || lane.rows.length === 0) return null;
  const role = duty.isCoordinator ? "coordinator" : duty.mine?.isLead ? "lead" : "shift";
  return (
    <section ref={place} className="lane" aria-label={intl.formatMessage({ id: "lane.title" })}>
      <p className="lane-count" role="status">
        <FormattedMessage id="lane.count" values={{ count: lane.rows.length }} /> <kbd>F3</kbd>
      </p>
      <ul>
        {lane.rows.slice(0, SHOWN).map((row) => (
          <li key={row.case} className="lane-row" data-late={row.due < now || undefined}>
            <UrgencyMark urgency={row.urgency} word={false} />
            <a href={hashOf({ page: "case", case: row.case })}>
              <bdi className="name">
                {row.name === "" ? <FormattedMessage id="roster.noName" /> : <Words text={row.name} />}
              </bdi>
            </a>
            <span className="lane-left">
              <TimeLeft row={row} now={now} />
            </span>
            {row.toldTo !== "shift" && (
              <strong className="lane-told">
                <FormattedMessage id={row.toldTo === role ? "lane.toYou" : `lane.to.${row.toldTo}`} />
              </strong>
            )}
            <button
              type="button"
              className="button small"
              aria-label={intl.formatMessage({ id: "lane.takeOf" }, { name: row.name })}
              disabled={me === undefined}
              onClick={() => void office.do({ type: "AcknowledgeUrgency", case: row.case })}
            >
              <FormattedMessage id="lane.take" />
            </button>
          </li>
        ))}
      </ul>
      {/* A telephone shows the first alone: how many there are is true at every width. */}
      {lane.rows.length > 1 && (
        <a className="lane-more" href={hashOf({ page: "roster", list: "urgent" })}>
          <FormattedMessage id="lane.more" values={{ count: lane.rows.length }} />
        </a>
      )}
    </section>
  );
}

export function TimeLeft({ row, now }: { readonly row: Pick<LaneRow, "due">; readonly now: string }) {
  const minutes = Math.round((Date.parse(row.due) - Date.parse(now)) / 60_000);
  const away = Math.abs(minutes);
  const days = away < COUNTED_IN_HOURS ? 0 : Math.floor(away / (24 * 60));
  return (
    <FormattedMessage
      id={minutes < 0 ? "lane.late" : "lane.left"}
      values={{ days, hours: Math.floor(away / 60), minutes: away % 60 }}
    />
  );
}
