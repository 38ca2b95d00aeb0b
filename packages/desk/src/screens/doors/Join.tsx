/** This device joins by a link from another one. Six digits are shown on both and typed across; practice skips the typing. */
import type { MeetingRefusal } from "@answerable/replica";
import { useState, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { Line } from "../../parts/Line.tsx";
import { Door } from "./Door.tsx";
import { NewDevice, useNewDevice } from "./NewDevice.tsx";
import { SixDigits } from "./SixDigits.tsx";

export function Join({ link: given }: { readonly link: string }) {
  const { office } = usePage();
  const { enrol } = useStatus();
  const intl = useIntl();
  const [link, setLink] = useState(given);
  const device = useNewDevice();
  const [refusal, setRefusal] = useState<MeetingRefusal>();
  const [isBusy, setBusy] = useState(false);
  // A new member has somebody on the telephone; a second device lies beside the first.
  const isInvited = given.includes("#welcome=");
  const title = isInvited ? "join.title.invited" : "join.title";

  async function join(): Promise<void> {
    if (!device.passphrase.isSame) return;
    setBusy(true);
    setRefusal(undefined);
    const done = await office.join({ link, ...device.said }).finally(() => setBusy(false));
    if (!done.ok) setRefusal(done.refusal);
  }

  if (enrol?.role === "joining" && enrol.step !== "failed") {
    return (
      <Door title={title}>
        {enrol.step === "digits" ? (
          <SixDigits digits={enrol.digits} says="join.digits" />
        ) : (
          <p className="door-says" role="status">
            <FormattedMessage id={`join.${enrol.step}`} />
          </p>
        )}
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => void office.cancelMeeting()}
        >
          <FormattedMessage id="meeting.cancel" />
        </button>
      </Door>
    );
  }
  const why = refusal ?? (enrol?.step === "failed" ? enrol.why : undefined);
  return (
    <Door title={given === "" ? "first.title" : title}>
      {given === "" ? (
        <FirstTime />
      ) : (
        <p className="door-says">
          <FormattedMessage id={isInvited ? "join.says.invited" : "join.saysLinked"} />
        </p>
      )}
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        {given === "" && (
          <Line isFirst label={intl.formatMessage({ id: "join.link" })} value={link} onWrite={setLink} />
        )}
        <NewDevice device={device} isFirst={given !== ""} />
        {why && (
          <p className="wrong" role="alert">
            <FormattedMessage id={`door.${why.type}`} values={{ least: "least" in why ? why.least : 0 }} />
          </p>
        )}
        <button type="submit" className="button" data-look="seal" disabled={isBusy}>
          <FormattedMessage id={isBusy ? "door.wait" : "join.do"} />
        </button>
      </form>
    </Door>
  );
}

/** Opened without a link: what there is to do, and for whom. */
function FirstTime() {
  const ways = ["invited", "founder", "looking"] as const;
  return (
    <>
      <p className="door-says">
        <FormattedMessage id="first.says" />
      </p>
      <dl className="ways">
        {ways.map((way) => (
          <div key={way}>
            <dt>
              <FormattedMessage id={`first.${way}`} />
            </dt>
            <dd>
              <FormattedMessage id={`first.${way}.do`} values={{ code }} />
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <FormattedMessage id="recover.link" />
          </dt>
          <dd>
            <a href={hashOf({ page: "recover" })}>
              <FormattedMessage id="recover.link.do" />
            </a>
          </dd>
        </div>
      </dl>
    </>
  );
}

const code = (parts: ReactNode) => <code>{parts}</code>;
