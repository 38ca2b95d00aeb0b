/** Bringing in: one more device of one's own, or, for a coordinator, a new person. A link, then six digits on both sides. */
import { roles, type MeetingRefusal, type Role } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { SixDigits } from "../doors/SixDigits.tsx";
import { Duties } from "./Duties.tsx";

export function Invite({ mayBringIn }: { readonly mayBringIn: boolean }) {
  const { office } = usePage();
  const { enrol } = useStatus();
  const [refusal, setRefusal] = useState<MeetingRefusal>();
  const [isPerson, setPerson] = useState(false);

  async function invite(deviceName: string, given?: readonly Role[]): Promise<void> {
    setRefusal(undefined);
    setPerson(given !== undefined);
    const done = await office.invite({ deviceName, ...(given ? { newcomer: { roles: given } } : {}) });
    if (!done.ok) setRefusal(done.refusal);
  }
  if (enrol?.role === "inviting" && enrol.step === "digits")
    return <SixDigits digits={enrol.digits} says="people.digits" />;
  if (enrol?.role === "inviting" && (enrol.step === "waiting" || enrol.step === "sealing"))
    return <Link link={enrol.link} isWaiting={enrol.step === "waiting"} />;
  const why = refusal ?? (enrol?.role === "inviting" && enrol.step === "failed" ? enrol.why : undefined);
  return (
    <>
      {enrol?.role === "inviting" && enrol.step === "done" && (
        <p role="status" className="done">
          <FormattedMessage id={isPerson ? "people.newcomer.done" : "people.done"} />
        </p>
      )}
      {why && (
        <p className="wrong" role="alert">
          <FormattedMessage id={`door.${why.type}`} values={{ least: "least" in why ? why.least : 0 }} />
        </p>
      )}
      <div className="ways-in">
        {mayBringIn && <NewPerson onInvite={(given) => void invite("", given)} />}
        <OwnDevice onInvite={(name) => void invite(name)} />
      </div>
    </>
  );
}

function NewPerson({ onInvite }: { readonly onInvite: (given: readonly Role[]) => void }) {
  const intl = useIntl();
  const [given, setGiven] = useState<readonly Role[]>(["operator"]);
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        onInvite(given);
      }}
    >
      <h3>
        <FormattedMessage id="people.newcomer" />
      </h3>
      <p className="says">
        <FormattedMessage id="people.newcomer.says" />
      </p>
      <Duties
        label={intl.formatMessage({ id: "people.newcomer.roles" })}
        given={given}
        onGive={(next) => setGiven(roles.filter((role) => next.includes(role)))}
      />
      <button type="submit" className="button" data-look="seal">
        <FormattedMessage id="people.newcomer.invite" />
      </button>
    </form>
  );
}

function OwnDevice({ onInvite }: { readonly onInvite: (deviceName: string) => void }) {
  const intl = useIntl();
  const { words, write, drop } = useSlip("device/name", { name: "" });
  const { name } = words;
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        drop();
        onInvite(name);
      }}
    >
      <h3>
        <FormattedMessage id="people.add" />
      </h3>
      <p className="says">
        <FormattedMessage id="people.add.says" />
      </p>
      <Line
        label={intl.formatMessage({ id: "door.device" })}
        value={name}
        onWrite={(text) => write({ name: text })}
        says={intl.formatMessage({ id: "door.device.says" })}
      />
      <button type="submit" className="button">
        <FormattedMessage id="people.invite" />
      </button>
    </form>
  );
}

function Link({ link, isWaiting }: { readonly link: string; readonly isWaiting: boolean }) {
  const { office, copy } = usePage();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="door-form">
      <p>
        <FormattedMessage id={isWaiting ? "people.link.says" : "people.sealing"} />
      </p>
      {isWaiting && <output className="link-shown number">{link}</output>}
      <div className="door-acts">
        {isWaiting && (
          <button
            type="button"
            className="button"
            data-look="seal"
            onClick={() => void copy(link).then(() => setCopied(true))}
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
