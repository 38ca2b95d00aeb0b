/** The bar beneath: sealed at, on the line or not, sheets waiting, three counters of the shift, the queues. */
import { FormattedMessage } from "react-intl";

import { useAnswer, useStatus } from "./desk.tsx";
import { SealShape } from "./Mark.tsx";
import { Clock } from "./moments.tsx";
import { hashOf } from "./route.ts";

const counters = { type: "Counters" } as const;

export function FootBar() {
  const status = useStatus();
  const answer = useAnswer(counters);
  const strong = (parts: React.ReactNode) => <strong>{parts}</strong>;
  return (
    <footer className="foot">
      <span className="sealed">
        {status.sealedAt && <SealShape />}
        {status.sealedAt ? (
          <FormattedMessage id="foot.sealed" values={{ time: <Clock at={status.sealedAt} />, b: strong }} />
        ) : (
          <FormattedMessage id="foot.nothingSealed" />
        )}
      </span>
      <span className="link">
        <span className="dot" data-on={status.online} aria-hidden="true" />
        <FormattedMessage
          id={status.online ? "foot.online" : "foot.offline"}
          values={{ waiting: status.waiting, b: strong }}
        />
      </span>
      {status.sync && (
        <span>
          <FormattedMessage id="sync.progress" values={status.sync} />
        </span>
      )}
      <span className="gap" />
      {answer && (
        <>
          <span>
            <FormattedMessage id="foot.shift" values={{ ...answer.shift, b: strong }} />
          </span>
          <span className="queues">
            <a href={hashOf({ page: "roster", list: "urgent" })}>
              <FormattedMessage id="foot.urgent" values={{ count: answer.queues.urgent, b: strong }} />
            </a>
            <a href={hashOf({ page: "inbox" })}>
              <FormattedMessage id="foot.letters" values={{ count: answer.queues.letters, b: strong }} />
            </a>
            <a href={hashOf({ page: "due" })}>
              <FormattedMessage id="foot.due" values={{ ...answer.queues, b: strong }} />
            </a>
          </span>
        </>
      )}
    </footer>
  );
}
