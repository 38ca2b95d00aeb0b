/**
 * An outcome does not close a case: what was promised may still be open. So the desk says what is open and offers to close, by its
 * button or by c where nobody is writing. Closing can be taken back like every deed.
 */
import type { Case } from "@answerable/casework";
import { useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";

import { useFreeKey } from "../../parts/useFreeKeys.ts";
import type { DeedsOf } from "./Deeds.tsx";

interface Given {
  readonly file: Case;
  readonly deeds: DeedsOf;
  /** The outcome has just been written: the cursor, which stood in its form, comes here. */
  readonly isAsked: boolean;
}

export function CloseNow({ file, deeds, isAsked }: Given) {
  const button = useRef<HTMLButtonElement>(null);
  const { outcome, stage } = file;
  const mayClose = outcome !== undefined && outcome.outcome !== "unknown" && stage !== "closed";
  const close = () =>
    void deeds.run(
      { type: "MoveStage", case: file.id, stage: "closed", reason: "" },
      { type: "MoveStage", case: file.id, stage, reason: "" },
    );
  useFreeKey("c", mayClose ? close : undefined);
  useEffect(() => {
    if (isAsked && mayClose) button.current?.focus();
  }, [isAsked, mayClose]);
  if (!mayClose) return null;
  const open = file.tasks.filter(({ done }) => !done).length;
  return (
    <p className="close-now">
      <FormattedMessage id="case.closeNow" values={{ open }} />
      <button
        ref={button}
        type="button"
        className="button"
        data-look={open === 0 ? "seal" : undefined}
        aria-keyshortcuts="c"
        onClick={close}
      >
        <FormattedMessage id="case.close" /> <kbd>c</kbd>
      </button>
    </p>
  );
}
