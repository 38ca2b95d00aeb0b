/** The passphrase of this device, typed twice: nobody can bring it back. */
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { Line } from "../../parts/Line.tsx";

export interface PassphraseTyped {
  readonly text: string;
  readonly again: string;
  readonly isSame: boolean;
  readonly write: (text: string) => void;
  readonly writeAgain: (text: string) => void;
}

export function usePassphrase(): PassphraseTyped {
  const [text, write] = useState("");
  const [again, writeAgain] = useState("");
  return { text, again, isSame: text !== "" && text === again, write, writeAgain };
}

export function Passphrase({ passphrase }: { readonly passphrase: PassphraseTyped }) {
  const intl = useIntl();
  return (
    <>
      <Line
        type="password"
        autoComplete="off"
        label={intl.formatMessage({ id: "door.passphrase" })}
        value={passphrase.text}
        onWrite={passphrase.write}
        says={intl.formatMessage({ id: "door.passphrase.says" })}
      />
      <Line
        type="password"
        autoComplete="off"
        label={intl.formatMessage({ id: "door.again" })}
        value={passphrase.again}
        onWrite={passphrase.writeAgain}
      />
      {passphrase.again !== "" && !passphrase.isSame && (
        <p className="wrong" role="status">
          <FormattedMessage id="door.notSame" />
        </p>
      )}
    </>
  );
}
