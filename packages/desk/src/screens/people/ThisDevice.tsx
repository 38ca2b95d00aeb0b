/** This device: whose it is, what its disk promises, what waits, and when it locks itself. */
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import { idleMinutes, useLock } from "../../app/idle.tsx";
import { Choice } from "../../parts/Choice.tsx";

export function ThisDevice() {
  const { settings } = usePage();
  const status = useStatus();
  const intl = useIntl();
  const lock = useLock();
  const { me } = status;
  return (
    <section aria-labelledby="device-title">
      <h2 id="device-title">
        <FormattedMessage id="people.device" />
      </h2>
      <dl className="ledger">
        <div className="fact">
          <dt>
            <FormattedMessage id="people.you" />
          </dt>
          <dd>{me?.name}</dd>
        </div>
        <div className="fact">
          <dt>
            <FormattedMessage id="people.disk" />
          </dt>
          <dd>
            <FormattedMessage
              id={
                status.storage?.persisted === undefined
                  ? "people.disk.unknown"
                  : status.storage.persisted
                    ? "people.disk.kept"
                    : "people.disk.may"
              }
            />
          </dd>
        </div>
        <div className="fact">
          <dt>
            <FormattedMessage id="people.waiting" />
          </dt>
          <dd>
            <FormattedMessage id="people.waiting.count" values={{ count: status.waiting }} />
          </dd>
        </div>
        <div className="fact">
          <dt>
            <FormattedMessage id="people.idle" />
          </dt>
          <dd>
            <Choice
              label={intl.formatMessage({ id: "people.idle" })}
              entries={idleMinutes.map((minutes) => ({
                code: String(minutes),
                label: intl.formatMessage({ id: "people.idle.minutes" }, { minutes }),
              }))}
              value={String(settings.lockAfter)}
              onChoose={(chosen) =>
                settings.setLockAfter(idleMinutes.find((one) => String(one) === chosen) ?? settings.lockAfter)
              }
            />
            <p className="says">
              <FormattedMessage id="people.idle.says" />
            </p>
          </dd>
        </div>
      </dl>
      <button type="button" className="button" onClick={() => void lock()}>
        <FormattedMessage id="people.lock" />
      </button>
    </section>
  );
}
