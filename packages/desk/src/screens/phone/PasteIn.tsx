/** A message is put in and taken apart: for the telephone, where nothing pastes by key, and for whoever looks for a button. */
import { useId, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

export function PasteIn({ onText }: { readonly onText: (text: string) => void }) {
  const intl = useIntl();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [text, setText] = useState<string>();
  const close = () => {
    setText(undefined);
    opener.current?.focus();
  };
  const take = (words: string) => {
    if (words.trim() === "") return;
    onText(words);
    close();
  };
  return (
    <div className="paste-in">
      <button
        ref={opener}
        type="button"
        className="choice"
        aria-expanded={text !== undefined}
        aria-controls={id}
        onClick={() => (text === undefined ? setText("") : close())}
      >
        <FormattedMessage id="paste.open" />
      </button>
      <div id={id} className="paste-sheet" hidden={text === undefined}>
        {text !== undefined && (
          <>
            <textarea
              autoComplete="off"
              className="write"
              rows={3}
              autoFocus
              aria-label={intl.formatMessage({ id: "paste.field" })}
              placeholder={intl.formatMessage({ id: "paste.field" })}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <div className="inline-acts">
              <button
                type="button"
                className="button"
                disabled={text.trim() === ""}
                onClick={() => take(text)}
              >
                <FormattedMessage id="paste.take" />
              </button>
              <button type="button" className="button" data-look="plain" onClick={close}>
                <FormattedMessage id="leave" />
              </button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
