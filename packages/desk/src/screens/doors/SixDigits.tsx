/** Mine are shown large, the other's are typed. A wrong guess burns the meeting, so they are sent only when there are six. */
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import type { WordId } from "../../words/words.ts";

export function SixDigits({ digits, says }: { readonly digits: string; readonly says: WordId }) {
  const { office } = usePage();
  const intl = useIntl();
  const [typed, setTyped] = useState("");
  const six = typed.replace(/\D/g, "");
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (six.length === 6) void office.typeDigits(six);
      }}
    >
      <p className="door-says">
        <FormattedMessage id={says} />
      </p>
      <p className="digits" aria-label={intl.formatMessage({ id: "meeting.mine" }, { digits })}>
        <span>{digits.slice(0, 3)}</span> <span>{digits.slice(3)}</span>
      </p>
      <Line
        isFirst
        inputMode="numeric"
        maxLength={9}
        label={intl.formatMessage({ id: "meeting.theirs" })}
        value={typed}
        onWrite={setTyped}
        says={intl.formatMessage({ id: "meeting.once" })}
      />
      <button type="submit" className="button" data-look="seal" disabled={six.length !== 6}>
        <FormattedMessage id="meeting.same" />
      </button>
    </form>
  );
}
