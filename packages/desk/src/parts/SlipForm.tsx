/** A slip that opens in its place: the lines to fill in, the button that does it, and the way back. Esc leaves a slip on which nothing is written. */
import type { ReactNode, Ref } from "react";
import { FormattedMessage } from "react-intl";

import type { WordId } from "../words/words.ts";

export interface SlipFormProps {
  readonly does: WordId;
  readonly onDo: () => void;
  readonly onLeave: () => void;
  readonly isHeld?: boolean;
  readonly look?: string;
  readonly ref?: Ref<HTMLFormElement>;
  /** What else may be chosen, between the two buttons. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

export function SlipForm(props: SlipFormProps) {
  const { does, onDo, onLeave, isHeld = false, look, ref, choices, children } = props;
  return (
    <form
      ref={ref}
      className={look ? `inline-form settles ${look}` : "inline-form settles"}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && isEmpty(event.currentTarget)) onLeave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onDo();
      }}
    >
      {children}
      <div className="inline-acts">
        <button type="submit" className="button" data-look="seal" disabled={isHeld}>
          <FormattedMessage id={does} />
        </button>
        {choices}
        <button type="button" className="button" data-look="plain" onClick={onLeave}>
          <FormattedMessage id="leave" />
        </button>
      </div>
    </form>
  );
}

function isEmpty(form: HTMLFormElement): boolean {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  return [...fields].every(({ value }) => value === "");
}
