/** Long work: how far it is, and the way to stop it. */
import type { ListAnswer } from "@answerable/replica";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";

export function UnderWay({ now }: { readonly now: ListAnswer }) {
  const intl = useIntl();
  const { office } = usePage();
  const { phase, done, of } = now;
  if (phase !== "checking" && phase !== "bringing" && phase !== "takingBack") return null;
  return (
    <section className="incoming-way" role="status">
      <p className="says">
        <FormattedMessage id="lists.way.says" />
      </p>
      <p>
        <FormattedMessage id={`lists.way.${phase}`} values={{ done, of }} />
      </p>
      <progress
        value={done}
        max={Math.max(1, of)}
        aria-label={intl.formatMessage({ id: `lists.way.${phase}` }, { done, of })}
      />
      <button type="button" className="button" onClick={() => void office.sayOfList({ type: "Stop" })}>
        <FormattedMessage id="lists.stop" /> <kbd>Esc</kbd>
      </button>
    </section>
  );
}
