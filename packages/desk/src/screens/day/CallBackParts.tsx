/** Pieces of a call-back: how it stands, whom it is for, what time it is there. */
import { hourThere, numberToText, type Moment, type QueueItem } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { Words } from "../../parts/Words.tsx";
import { MemberName } from "../casefile/Said.tsx";

export function Standing({ item, now }: { readonly item: QueueItem; readonly now: Moment }) {
  const { standing, due } = item;
  switch (standing.type) {
    case "now":
      return due !== undefined && due < now ? (
        <strong>
          <FormattedMessage id="queue.late" values={{ when: <When at={due} now={now} /> }} />
        </strong>
      ) : (
        <FormattedMessage id="queue.now" />
      );
    case "later":
      return <FormattedMessage id="queue.later" values={{ when: <When at={standing.from} now={now} /> }} />;
    case "hers":
      return <FormattedMessage id="queue.hers" values={{ who: <MemberName member={standing.owner} /> }} />;
    case "write":
      return <FormattedMessage id="queue.toWrite" />;
    case "held":
    case "number":
      return <FormattedMessage id={`queue.${standing.type}`} />;
  }
}

export function WhoIsIt({ item, now }: { readonly item: QueueItem; readonly now: Moment }) {
  const { calledAs, hours } = item;
  const vain = item.tries.filter(({ result }) => result !== "reached" && result !== "written").length;
  return (
    <>
      {calledAs !== "" && (
        <>
          <Words text={calledAs} />
          {" · "}
        </>
      )}
      <TimeThere item={item} now={now} />
      {hours && (
        <>
          {" · "}
          <FormattedMessage id="queue.hours" values={{ from: hours[0], to: hours[1] }} />
        </>
      )}
      {vain > 0 && (
        <>
          {" · "}
          <FormattedMessage id="queue.tries" values={{ count: vain }} />
        </>
      )}
    </>
  );
}

/** The clock where they most likely live; at night it is said in words, not by a colour. */
function TimeThere({ item, now }: { readonly item: QueueItem; readonly now: Moment }) {
  const intl = useIntl();
  const time = intl.formatTime(now, { timeZone: item.zone, hour: "2-digit", minute: "2-digit" });
  const hour = hourThere(now, item.zone);
  return (
    <FormattedMessage
      id="queue.timeThere"
      values={{
        time,
        known: item.isZoneKnown ? "yes" : "no",
        night: hour < 9 || hour >= 21 ? "yes" : "no",
      }}
    />
  );
}

export function FolderLink({ item }: { readonly item: QueueItem }) {
  if (item.number === "")
    return (
      <span className="due-case says">
        <FormattedMessage id="queue.noCase" />
      </span>
    );
  return (
    <a className="due-case" href={hashOf({ page: "case", case: item.folder })}>
      <bdi className="name">
        {item.name === "" ? <FormattedMessage id="roster.noName" /> : <Words text={item.name} />}
      </bdi>
      <span className="number">{numberToText(item.number)}</span>
    </a>
  );
}
