/** The pass over the whole roster: how far it is, and the button that begins or stops it. */
import type { PassProgress } from "@answerable/replica";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";

export function Pass({ pass }: { readonly pass: PassProgress }) {
  const { office } = usePage();
  const intl = useIntl();
  const isRunning = pass.state === "running";
  return (
    <div className="pass">
      <button
        type="button"
        className="button"
        onClick={() => void (isRunning ? office.stopPass() : office.beginPass())}
      >
        <FormattedMessage id={isRunning ? "pass.stop" : "pass.begin"} />
      </button>
      {isRunning && (
        <progress
          value={pass.done}
          max={Math.max(1, pass.of)}
          aria-label={intl.formatMessage({ id: "pass.running" }, { done: pass.done, of: pass.of })}
        />
      )}
      <p className="says" role="status">
        <FormattedMessage id={`pass.${pass.state}`} values={{ done: pass.done, of: pass.of }} />
      </p>
    </div>
  );
}
