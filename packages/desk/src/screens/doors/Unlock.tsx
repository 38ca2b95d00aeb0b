/** The passphrase opens this device. A wrong one says so and costs a second; there is no lock-out. */
import type { UnlockRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import { Door } from "./Door.tsx";

export function Unlock() {
  const { office, travelCode, showTravelCode } = usePage();
  const status = useStatus();
  const intl = useIntl();
  const [passphrase, setPassphrase] = useState("");
  const [refusal, setRefusal] = useState<UnlockRefusal>();
  const [isBusy, setBusy] = useState(false);
  const [code, setCode] = useState("");

  async function unlock(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const done = await office
      .unlock(passphrase, ...(code === "" ? [] : [code]))
      .finally(() => setBusy(false));
    if (!done.ok) setRefusal(done.refusal);
    else showTravelCode(undefined);
  }
  return (
    <Door title="unlock.title">
      {travelCode !== undefined && (
        <div className="travel-code" role="status">
          <p>
            <FormattedMessage id="safety.travel.code" />
          </p>
          <p className="fingerprint number">{travelCode}</p>
        </div>
      )}
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <Line
          isFirst
          type="password"
          autoComplete="off"
          label={intl.formatMessage({ id: "unlock.passphrase" })}
          value={passphrase}
          onWrite={setPassphrase}
        />
        {status.travels && (
          <Line
            label={intl.formatMessage({ id: "unlock.code" })}
            value={code}
            onWrite={setCode}
            says={intl.formatMessage({ id: "unlock.code.says" })}
          />
        )}
        {refusal && (
          <p className="wrong" role="alert">
            <FormattedMessage id={`unlock.${refusal.type}`} />
          </p>
        )}
        <div className="door-acts">
          <button type="submit" className="button" data-look="seal" disabled={isBusy}>
            <FormattedMessage id={isBusy ? "door.wait" : "unlock.do"} />
          </button>
          {(status.otherTab || refusal?.type === "OtherTab") && (
            <button type="button" className="button" onClick={() => void office.takeOver()}>
              <FormattedMessage id="notice.otherTab.take" />
            </button>
          )}
        </div>
      </form>
      <p className="says">
        <FormattedMessage id="unlock.says" />
      </p>
    </Door>
  );
}
