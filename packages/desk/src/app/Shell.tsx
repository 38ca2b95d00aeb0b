/** The frame of every room: where one is, what must be known, and the bar that says what is sealed. */
import { useEffect, useState, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { isWriting } from "../parts/move-on.ts";
import { useAskAdvice } from "../screens/advice/asking.tsx";
import { Lane } from "../screens/day/Lane.tsx";
import { SurgeNotice } from "../screens/day/Surge.tsx";
import { Help } from "../screens/Help.tsx";
import { useStatus } from "./desk.tsx";
import { DeskSwitch } from "./DeskSwitch.tsx";
import { FootBar } from "./FootBar.tsx";
import { IdleLock, useLock } from "./idle.tsx";
import { LookSwitch } from "./LookSwitch.tsx";
import { Mark } from "./Mark.tsx";
import { Notices } from "./Notices.tsx";
import { useNewPlace } from "./place.ts";
import { Places, Skip } from "./Places.tsx";

export function Shell({ children }: { readonly children: ReactNode }) {
  const status = useStatus();
  const intl = useIntl();
  const lock = useLock();
  const stage = useNewPlace();
  const askAdvice = useAskAdvice();
  const [isHelpOpen, setHelpOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked =
        (event.key === "F1" && !event.shiftKey) || (event.key === "?" && !isWriting(document.activeElement));
      if (!asked || event.defaultPrevented) return;
      event.preventDefault();
      // A second question mark asks for advice, as it does in a field.
      if (event.key === "?" && isHelpOpen) askAdvice();
      setHelpOpen(!isHelpOpen);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isHelpOpen, askAdvice]);

  return (
    <div className="shell">
      <Skip to="main" />
      <header className="top">
        <span className="mark" title={status.helpline}>
          <Mark />
          <span>{status.helpline}</span>
        </span>
        <Places />
        <div className="ends">
          {status.practice && (
            <strong className="practice">
              <FormattedMessage id="practice" />
            </strong>
          )}
          <LookSwitch />
          <button
            type="button"
            className="button wide"
            data-look="plain"
            aria-expanded={isHelpOpen}
            onClick={() => setHelpOpen(!isHelpOpen)}
          >
            <FormattedMessage id="help.keys" /> <kbd>F1</kbd>
          </button>
          <button type="button" className="button" data-look="plain" onClick={() => void lock()}>
            <FormattedMessage id="lock" />
          </button>
        </div>
      </header>
      <div className="notices" role="region" aria-label={intl.formatMessage({ id: "notice.all" })}>
        <DeskSwitch />
        {status.practice && <div className="practice-line" aria-hidden="true" />}
        {status.sync && (
          <div className="sync">
            <progress
              value={status.sync.done}
              max={Math.max(1, status.sync.of)}
              aria-label={intl.formatMessage(
                { id: "sync.progress" },
                { done: status.sync.done, of: status.sync.of },
              )}
            />
          </div>
        )}
        <IdleLock />
        <Notices />
        <SurgeNotice />
        <Lane />
      </div>
      <Skip to="places" />
      <main ref={stage} className="stage" tabIndex={-1}>
        {children}
      </main>
      <FootBar />
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
