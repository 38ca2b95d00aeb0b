/** How far the print shop is, and the way to stop it. */
import { FormattedMessage, useIntl } from "react-intl";

import type { Step } from "../../publishing/print-shop.ts";

export function Going({ step, onStop }: { readonly step: Step | undefined; readonly onStop: () => void }) {
  const intl = useIntl();
  return (
    <div className="going" role="status">
      <p>
        {step === undefined ? (
          <FormattedMessage id="publish.going" />
        ) : (
          <FormattedMessage
            id={`publish.going.${step.type}`}
            values={{ done: step.done, of: step.of ?? 0 }}
          />
        )}
      </p>
      <progress
        aria-label={intl.formatMessage({ id: "publish.going" })}
        {...(step?.of === undefined ? {} : { value: step.done, max: step.of })}
      />
      <button type="button" className="button" onClick={onStop}>
        <FormattedMessage id="publish.stop" /> <kbd>Esc</kbd>
      </button>
    </div>
  );
}
