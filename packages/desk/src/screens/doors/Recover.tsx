/** The ceremony: trustees come together at a device that has nothing, and type their shares one after another. */
import type { RecoverRefusal, ShareRead } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import { Door } from "./Door.tsx";
import { NewDevice, useNewDevice } from "./NewDevice.tsx";

interface Typed {
  readonly text: string;
  readonly read: ShareRead;
}

export function Recover() {
  const { office } = usePage();
  const intl = useIntl();
  const [fingerprint, setFingerprint] = useState("");
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  const [next, setNext] = useState("");
  const device = useNewDevice();
  const [refusal, setRefusal] = useState<RecoverRefusal>();
  const [isBusy, setBusy] = useState(false);
  const least = typed[0]?.read.least ?? Number.POSITIVE_INFINITY;
  const isEnough = typed.length >= least;

  async function add(): Promise<void> {
    setRefusal(undefined);
    const read = await office.readShare(next);
    if (!read.ok) return setRefusal(read.refusal);
    const { set, number } = read.value;
    if (typed.some((one) => one.read.set !== set)) return setRefusal({ type: "OtherSet" });
    if (typed.some((one) => one.read.number === number)) return setRefusal({ type: "SameTwice" });
    setTyped([...typed, { text: next, read: read.value }]);
    setNext("");
  }
  async function open(): Promise<void> {
    if (!device.passphrase.isSame) return;
    setBusy(true);
    setRefusal(undefined);
    const shares = typed.map(({ text }) => text);
    const given = { shares, fingerprint, ...device.said };
    const done = await office.recover(given).finally(() => setBusy(false));
    if (!done.ok) setRefusal(done.refusal);
  }
  const values = {
    least: refusal && "least" in refusal ? refusal.least : 0,
    have: refusal && "have" in refusal ? refusal.have : 0,
  };
  return (
    <Door title="recover.title">
      <p className="door-says">
        <FormattedMessage id="recover.says" />
      </p>
      <form
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void (isEnough ? open() : add());
        }}
      >
        <Line
          isFirst
          label={intl.formatMessage({ id: "recover.fingerprint" })}
          value={fingerprint}
          onWrite={setFingerprint}
          says={intl.formatMessage({ id: "recover.fingerprint.says" })}
        />
        <ul className="shares-read" aria-live="polite">
          {typed.map(({ read }, at) => (
            <li key={read.number}>
              <FormattedMessage
                id="recover.have"
                values={{ number: read.number, have: at + 1, least: read.least }}
              />
            </li>
          ))}
        </ul>
        {isEnough ? (
          <NewDevice device={device} />
        ) : (
          <Line
            label={intl.formatMessage({ id: "recover.share" })}
            value={next}
            onWrite={setNext}
            says={intl.formatMessage({ id: "recover.share.says" })}
          />
        )}
        {refusal && (
          <p className="wrong" role="alert">
            {refusal.type === "NotEmpty" ||
            refusal.type === "NameMissing" ||
            refusal.type === "PassphraseTooShort" ||
            refusal.type === "Unreachable" ? (
              <FormattedMessage id={`door.${refusal.type}`} values={values} />
            ) : (
              <FormattedMessage id={`recover.refused.${refusal.type}`} values={values} />
            )}
          </p>
        )}
        <button type="submit" className="button" data-look="seal" disabled={isBusy}>
          <FormattedMessage id={isBusy ? "door.wait" : isEnough ? "recover.do" : "recover.add"} />
        </button>
        {isEnough && (
          <p className="says">
            <FormattedMessage id="recover.after" />
          </p>
        )}
      </form>
    </Door>
  );
}
