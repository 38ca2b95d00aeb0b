/** Where a list begins: a file, or what was copied. */
import { useState, type RefObject } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { ListFile } from "./useListFile.ts";

export function Given({
  file,
  input,
}: {
  readonly file: ListFile;
  readonly input: RefObject<HTMLInputElement | null>;
}) {
  const intl = useIntl();
  const [pasted, setPasted] = useState("");
  const take = async (one: File | undefined) => {
    if (one) await file.open(one.name, new Uint8Array(await one.arrayBuffer()));
  };
  return (
    <section
      className="incoming-given"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p>
        <FormattedMessage id="lists.says" />
      </p>
      <input
        autoComplete="off"
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={intl.formatMessage({ id: "lists.file" })}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <button type="button" className="button" data-look="seal" onClick={() => input.current?.click()}>
        <FormattedMessage id="lists.file" /> <kbd>f</kbd>
      </button>
      <label className="incoming-paste">
        <span className="label">
          <FormattedMessage id="lists.paste" />
        </span>
        <textarea
          autoComplete="off"
          className="write"
          rows={5}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
      </label>
      {pasted.trim() !== "" && (
        <button
          type="button"
          className="button"
          onClick={() =>
            void file.open(intl.formatMessage({ id: "lists.pasted" }), new TextEncoder().encode(pasted))
          }
        >
          <FormattedMessage id="lists.read" />
        </button>
      )}
      {file.state === "reading" && (
        <p className="says" role="status">
          <FormattedMessage id="lists.reading" />
        </p>
      )}
      {file.state === "unreadable" && file.why && (
        <p className="wrong settles" role="alert">
          <span>
            <FormattedMessage id={`lists.unreadable.${file.why.type}`} />
          </span>
        </p>
      )}
    </section>
  );
}
