/** The hand's last movements: seal and next, call back later, park, put the telephone down. */
import type { Draft } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { PARKED_MOST, useCalls } from "../../app/calls.tsx";
import { useClock } from "../../app/desk.tsx";
import { minutesOf } from "../../app/moments.tsx";
import { Refused } from "../../parts/Refused.tsx";

const WRAP_UP_SECONDS = 45;

interface Given {
  readonly onSeal: () => void;
  readonly onCallBack: () => void;
  readonly onHangUp: () => void;
}

export function Actions({ onSeal, onCallBack, onHangUp }: Given) {
  const { draft, parked, refusal, unkept, sealing, park, resume } = useCalls();
  const intl = useIntl();
  return (
    <div className="acts">
      {refusal && <Refused refusal={refusal} />}
      {unkept && (
        <p className="wrong" role="alert">
          <FormattedMessage id="draft.unkept" />
        </p>
      )}
      {parked.length > 0 && (
        <ul className="parked" aria-label={intl.formatMessage({ id: "draft.parked" })}>
          {parked.map((one) => (
            <li key={one.id}>
              <button type="button" className="button" onClick={() => resume(one)}>
                <FormattedMessage
                  id="draft.resume"
                  values={{ name: nameOf(one) || intl.formatMessage({ id: "draft.nameless" }) }}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="acts-row">
        <button
          type="button"
          className="button"
          data-look="seal"
          data-last
          disabled={sealing}
          onClick={onSeal}
        >
          <FormattedMessage id={draft.attachTo ? "act.sealTo" : "act.seal"} /> <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" className="button" onClick={onCallBack}>
          <FormattedMessage id="act.callBack" /> <kbd>F8</kbd>
        </button>
        <button type="button" className="button" disabled={parked.length >= PARKED_MOST} onClick={park}>
          <FormattedMessage id="act.park" values={{ count: parked.length, most: PARKED_MOST }} />{" "}
          <kbd>F9</kbd>
        </button>
        <HangUp draft={draft} onHangUp={onHangUp} />
      </div>
    </div>
  );
}

function HangUp({ draft, onHangUp }: { readonly draft: Draft; readonly onHangUp: () => void }) {
  const now = useClock(1);
  const isLong =
    draft.ended !== undefined && Date.parse(now) - Date.parse(draft.ended) > WRAP_UP_SECONDS * 1000;
  return (
    <button
      type="button"
      className="button timer"
      data-look="plain"
      data-long={isLong || undefined}
      aria-pressed={draft.ended !== undefined}
      onClick={onHangUp}
    >
      <FormattedMessage
        id={draft.ended ? (isLong ? "act.wrapUpLong" : "act.wrapUp") : "act.hangUp"}
        values={{ time: <b className="number">{minutesOf(draft.ended ?? draft.began, now)}</b> }}
      />
    </button>
  );
}

function nameOf(draft: Draft): string {
  return draft.soldierName.trim() || draft.callerName.trim() || (draft.phones[0]?.raw.trim() ?? "");
}
