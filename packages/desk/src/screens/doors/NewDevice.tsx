/** Whoever comes to a desk for the first time says who she is, what this device is called, and her passphrase. */
import { useState } from "react";
import { useIntl } from "react-intl";

import { Line } from "../../parts/Line.tsx";
import { Passphrase, usePassphrase, type PassphraseTyped } from "./Passphrase.tsx";

export interface NewDeviceTyped {
  readonly said: { readonly yourName: string; readonly deviceName: string; readonly passphrase: string };
  readonly passphrase: PassphraseTyped;
  readonly writeName: (text: string) => void;
  readonly writeDevice: (text: string) => void;
}

export function useNewDevice(): NewDeviceTyped {
  const [yourName, writeName] = useState("");
  const [deviceName, writeDevice] = useState("");
  const passphrase = usePassphrase();
  const said = { yourName, deviceName, passphrase: passphrase.text };
  return { said, passphrase, writeName, writeDevice };
}

export function NewDevice({
  device,
  isFirst = false,
}: {
  readonly device: NewDeviceTyped;
  readonly isFirst?: boolean;
}) {
  const intl = useIntl();
  return (
    <div className="new-device">
      <Line
        isFirst={isFirst}
        label={intl.formatMessage({ id: "door.yourName" })}
        value={device.said.yourName}
        onWrite={device.writeName}
        says={intl.formatMessage({ id: "door.yourName.says" })}
      />
      <Line
        label={intl.formatMessage({ id: "door.device" })}
        value={device.said.deviceName}
        onWrite={device.writeDevice}
        says={intl.formatMessage({ id: "door.device.says" })}
      />
      <Passphrase passphrase={device.passphrase} />
    </div>
  );
}
