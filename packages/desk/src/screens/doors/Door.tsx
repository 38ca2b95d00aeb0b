/** A door: the mark, one sentence, what to fill in. Nothing else on the sheet. */
import { useEffect, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useStatus } from "../../app/desk.tsx";
import { LookSwitch } from "../../app/LookSwitch.tsx";
import { Mark } from "../../app/Mark.tsx";
import type { WordId } from "../../words/words.ts";

export function Door({ title, children }: { readonly title: WordId; readonly children: ReactNode }) {
  const status = useStatus();
  const intl = useIntl();
  const said = `${intl.formatMessage({ id: title })} · ${intl.formatMessage({ id: "program" })}`;
  useEffect(() => {
    document.title = said;
  }, [said]);
  return (
    <div className="door">
      <header className="top">
        <span className="mark">
          <Mark />
          <span>{status.helpline ?? <FormattedMessage id="program" />}</span>
        </span>
        <div className="ends">
          {status.practice && (
            <strong className="practice">
              <FormattedMessage id="practice" />
            </strong>
          )}
          <LookSwitch />
        </div>
      </header>
      <main className="door-sheet">
        <h1>
          <FormattedMessage id={title} />
        </h1>
        {children}
      </main>
    </div>
  );
}
