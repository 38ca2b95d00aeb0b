/** Notes of the desk, newest first; written here, never erased. */
import type { Case } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useSlip } from "../../app/slips.tsx";
import { Words } from "../../parts/Words.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { Said } from "./Said.tsx";

export function Notes({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(`${file.id}/note`, { text: "" });
  return (
    <section aria-labelledby="notes-title">
      <header className="part-head">
        <h2 id="notes-title">
          <FormattedMessage id="notes.title" />
        </h2>
      </header>
      <form
        className="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void deeds.run({ type: "AddNote", case: file.id, ...words }).then((ok) => ok && drop());
        }}
      >
        <textarea
          autoComplete="off"
          className="write"
          rows={2}
          aria-label={intl.formatMessage({ id: "notes.write" })}
          placeholder={intl.formatMessage({ id: "notes.write" })}
          value={words.text}
          onChange={(event) => write({ text: event.target.value })}
        />
        <RefusedHere deeds={deeds} of="AddNote" />
        {words.text.trim() !== "" && (
          <button type="submit" className="button" data-look="seal">
            <FormattedMessage id="notes.add" />
          </button>
        )}
      </form>
      <ul className="tasks">
        {file.notes.toReversed().map((note) => (
          <li key={note.id} className="task">
            <p className="note">
              <Words text={note.text} />
            </p>
            <small>
              <Said stamp={note} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
