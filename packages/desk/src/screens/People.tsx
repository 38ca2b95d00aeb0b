/** Who belongs to the helpline, this device, and how another device joins: a link, six digits on both sides, typed across. */
import type { MeetingRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../app/desk.tsx";
import { idleMinutes, useLock } from "../app/idle.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Line } from "../parts/Line.tsx";
import { SixDigits } from "./doors/SixDigits.tsx";

export function People() {
  const { settings } = usePage();
  const status = useStatus();
  const intl = useIntl();
  const lock = useLock();
  const { me } = status;
  return (
    <div className="people">
      <h1>{status.helpline}</h1>
      <p className="says">
        <FormattedMessage id="people.fingerprint" />
      </p>
      <p className="fingerprint number">{status.fingerprint?.match(/.{1,4}/g)?.join(" ")}</p>
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
                  settings.setLockAfter(
                    idleMinutes.find((one) => String(one) === chosen) ?? settings.lockAfter,
                  )
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
      <section aria-labelledby="add-title">
        <h2 id="add-title">
          <FormattedMessage id="people.add" />
        </h2>
        <AddDevice />
      </section>
      <section aria-labelledby="members-title">
        <h2 id="members-title">
          <FormattedMessage id="people.members" values={{ count: status.members.length }} />
        </h2>
        <ul className="members">
          {status.members.map((member) => (
            <li key={member.id}>
              {member.name ?? <FormattedMessage id="member.unnamed" values={{ id: member.id.slice(0, 4) }} />}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function AddDevice() {
  const { office, copy } = usePage();
  const { enrol } = useStatus();
  const intl = useIntl();
  const [deviceName, setDeviceName] = useState("");
  const [refusal, setRefusal] = useState<MeetingRefusal>();
  const [isCopied, setCopied] = useState(false);

  async function invite(): Promise<void> {
    setCopied(false);
    setRefusal(undefined);
    const done = await office.invite({ deviceName });
    if (!done.ok) setRefusal(done.refusal);
  }
  if (enrol?.role === "inviting" && enrol.step === "digits")
    return <SixDigits digits={enrol.digits} says="people.digits" />;
  if (enrol?.role === "inviting" && (enrol.step === "waiting" || enrol.step === "sealing")) {
    return (
      <div className="door-form">
        <p>
          <FormattedMessage id={enrol.step === "waiting" ? "people.link.says" : "people.sealing"} />
        </p>
        {enrol.step === "waiting" && <output className="link-shown number">{enrol.link}</output>}
        <div className="door-acts">
          {enrol.step === "waiting" && (
            <button
              type="button"
              className="button"
              data-look="seal"
              onClick={() => void copy(enrol.link).then(() => setCopied(true))}
            >
              <FormattedMessage id={isCopied ? "people.copied" : "people.copy"} />
            </button>
          )}
          <button
            type="button"
            className="button"
            data-look="plain"
            onClick={() => void office.cancelMeeting()}
          >
            <FormattedMessage id="meeting.cancel" />
          </button>
        </div>
      </div>
    );
  }
  const why = refusal ?? (enrol?.role === "inviting" && enrol.step === "failed" ? enrol.why : undefined);
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        void invite();
      }}
    >
      <p className="says">
        <FormattedMessage id="people.add.says" />
      </p>
      <Line
        label={intl.formatMessage({ id: "door.device" })}
        value={deviceName}
        onWrite={setDeviceName}
        says={intl.formatMessage({ id: "door.device.says" })}
      />
      {enrol?.role === "inviting" && enrol.step === "done" && (
        <p role="status">
          <FormattedMessage id="people.done" />
        </p>
      )}
      {why && (
        <p className="wrong" role="alert">
          <FormattedMessage id={`door.${why.type}`} values={{ least: "least" in why ? why.least : 0 }} />
        </p>
      )}
      <button type="submit" className="button">
        <FormattedMessage id="people.invite" />
      </button>
    </form>
  );
}
