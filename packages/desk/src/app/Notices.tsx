/** What must be known, in plain words, one line each; nothing here stops the work. */
import type { Status } from "@answerable/replica";
import { Fragment, useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";

import { usePage, useStatus } from "./desk.tsx";

export function Notices() {
  const status = useStatus();
  const { office, reload, watchUpdate } = usePage();
  const [isNewer, setNewer] = useState(false);
  useEffect(() => watchUpdate(() => setNewer(true)), [watchUpdate]);
  const off = status.clockOffByMinutes;
  return (
    <>
      {status.otherTab && (
        <div className="notice" data-weight="loud" role="alert">
          <p>
            <FormattedMessage id="notice.otherTab" />
          </p>
          <button type="button" className="button" onClick={() => void office.takeOver()}>
            <FormattedMessage id="notice.otherTab.take" />
          </button>
        </div>
      )}
      {status.storage?.full && (
        <div className="notice" data-weight="loud" role="alert">
          <p>
            <FormattedMessage id="notice.full" values={{ count: status.storage.unkept }} />
          </p>
        </div>
      )}
      {off !== undefined && (
        <div className="notice" role="status">
          <p>
            <FormattedMessage
              id={off > 0 ? "notice.clockAhead" : "notice.clockBehind"}
              values={spanOf(Math.abs(off))}
            />
          </p>
        </div>
      )}
      {status.log && <OfServer log={status.log} />}
      {status.quarantined.length > 0 && (
        <div className="notice" role="status">
          <p>
            <FormattedMessage id="notice.quarantined" values={{ count: status.quarantined.length }} />
          </p>
        </div>
      )}
      {status.storage?.persisted === false && status.waiting > 0 && !status.online && (
        <div className="notice" role="status">
          <p>
            <FormattedMessage id="notice.notPersisted" values={{ count: status.waiting }} />
          </p>
        </div>
      )}
      {isNewer && (
        <div className="notice" role="status">
          <p>
            <FormattedMessage id="notice.newer" />
          </p>
          <button type="button" className="button" data-look="plain" onClick={reload}>
            <FormattedMessage id="notice.newer.take" />
          </button>
        </div>
      )}
    </>
  );
}

/** What the server did to its log, and what can be shown to others of it. */
function OfServer({ log }: { readonly log: NonNullable<Status["log"]> }) {
  const { save } = usePage();
  const { proof } = log;
  return (
    <div className="notice" data-weight="loud" role="alert">
      <p>
        {log.faults.map((fault) => (
          <Fragment key={fault}>
            <FormattedMessage id={`notice.log.${fault}`} />{" "}
          </Fragment>
        ))}
        <FormattedMessage id="notice.log.what" />
      </p>
      {proof !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => save("fork.json", "application/json", new TextEncoder().encode(proof))}
        >
          <FormattedMessage id="notice.log.save" />
        </button>
      )}
    </div>
  );
}

/** A clock may be off by a minute or by a year: said in the unit a person would use. */
function spanOf(minutes: number): { readonly unit: "minutes" | "hours" | "days"; readonly count: number } {
  const hours = Math.round(minutes / 60);
  if (minutes < 120) return { unit: "minutes", count: minutes };
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.round(hours / 24) };
}
