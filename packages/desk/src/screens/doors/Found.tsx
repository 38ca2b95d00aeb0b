/** A real helpline begins: its name, the founder's name, a passphrase for this device. */
import type { FoundRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import { Door } from "./Door.tsx";
import { NewDevice, useNewDevice } from "./NewDevice.tsx";

export function Found({ secret }: { readonly secret: string }) {
  const { office } = usePage();
  const intl = useIntl();
  const [helplineName, setHelplineName] = useState("");
  const device = useNewDevice();
  const [refusal, setRefusal] = useState<FoundRefusal>();
  const [isBusy, setBusy] = useState(false);

  async function found(): Promise<void> {
    if (!device.passphrase.isSame) return;
    setBusy(true);
    setRefusal(undefined);
    const done = await office
      .found({
        helplineName,
        ...device.said,
        practice: false,
        foundingSecret: secret,
      })
      .finally(() => setBusy(false));
    if (!done.ok) setRefusal(done.refusal);
  }
  return (
    <Door title="found.title">
      <p className="door-says">
        <FormattedMessage id="found.says" />
      </p>
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void found();
        }}
      >
        <Line
          isFirst
          label={intl.formatMessage({ id: "found.helpline" })}
          value={helplineName}
          onWrite={setHelplineName}
          says={intl.formatMessage({ id: "found.helpline.says" })}
        />
        <NewDevice device={device} />
        {refusal && (
          <p className="wrong" role="alert">
            <FormattedMessage
              id={`door.${refusal.type}`}
              values={{ least: "least" in refusal ? refusal.least : 0 }}
            />
          </p>
        )}
        <button type="submit" className="button" data-look="seal" disabled={isBusy}>
          <FormattedMessage id={isBusy ? "door.wait" : "found.do"} />
        </button>
      </form>
    </Door>
  );
}
