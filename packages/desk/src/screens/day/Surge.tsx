/** The surge switch: a line that says it is on, and the coordinator's way to turn it. */
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { Deeds, useDeeds } from "../casefile/Deeds.tsx";
import { MemberName } from "../casefile/Said.tsx";

export function useSurge(): boolean {
  return useAnswer({ type: "DutyNow" })?.surge.isOn ?? false;
}

export function SurgeNotice() {
  const duty = useAnswer({ type: "DutyNow" });
  const now = useClock(60);
  if (!duty?.surge.isOn || duty.surge.since === undefined || duty.surge.by === undefined) return null;
  return (
    <div className="notice" role="status">
      <p>
        <strong>
          <FormattedMessage id="surge.isOn" />
        </strong>{" "}
        <FormattedMessage
          id="surge.by"
          values={{
            who: <MemberName member={duty.surge.by} />,
            when: <When at={duty.surge.since} now={now} />,
            reason: duty.surge.reason,
          }}
        />
      </p>
    </div>
  );
}

/** Whoever is in no hurry writes it herself, sealed, and the line is free for the next. */
export function OfferForm() {
  const link = `${location.origin}/write`;
  return (
    <p className="offer-form">
      <FormattedMessage
        id="surge.offerForm"
        values={{
          link: (
            <a key="link" href={link}>
              {link}
            </a>
          ),
        }}
      />
    </p>
  );
}

export function SurgeSwitch() {
  const intl = useIntl();
  const duty = useAnswer({ type: "DutyNow" });
  const deeds = useDeeds();
  const { words, write, drop } = useSlip("surge/reason", { reason: "" });
  const { reason } = words;
  if (!duty) return null;
  const { surge, shift } = duty;
  return (
    <section className="shift-part" aria-labelledby="surge-title">
      <h2 id="surge-title">
        <FormattedMessage id="surge.title" />
      </h2>
      <p>
        <FormattedMessage id="surge.says" />
      </p>
      {duty.isCoordinator ? (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            void deeds
              .run({ type: "SwitchSurge", case: shift, isOn: !surge.isOn, reason, seen: surge.standing })
              .then((done) => done && drop());
          }}
        >
          <Line
            label={intl.formatMessage({ id: "surge.reason" })}
            value={reason}
            onWrite={(text) => write({ reason: text })}
          />
          <button type="submit" className="button" data-look={surge.isOn ? undefined : "seal"}>
            <FormattedMessage id={surge.isOn ? "surge.turnOff" : "surge.turnOn"} />
          </button>
        </form>
      ) : (
        <p className="says">
          <FormattedMessage id="surge.onlyCoordinator" />
        </p>
      )}
      <Deeds deeds={deeds} />
    </section>
  );
}
