/** The files of a case: what came, what was made of it, what is on its way; put in by button, by dropping, by pasting. */
import type { Case } from "@answerable/casework";
import type { FileUnderWay } from "@answerable/replica";
import { useEffect, useId, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import { Refused } from "../../parts/Refused.tsx";
import type { DeedsOf } from "../casefile/Deeds.tsx";
import { FileRow } from "./FileRow.tsx";
import { useAttaching, type RefusedFile } from "./useAttaching.ts";

export function Files({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const title = useId();
  const picker = useRef<HTMLInputElement>(null);
  const { attach, refused } = useAttaching(file.id);
  const [isOver, setOver] = useState(false);
  const { files = [] } = useStatus();
  const underWay = files.filter((one) => one.case === file.id);
  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0) return;
      event.preventDefault();
      void attach(pasted);
    }
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, [attach]);
  return (
    <section
      className="files"
      aria-labelledby={title}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void attach([...event.dataTransfer.files]);
      }}
    >
      <header className="part-head">
        <h2 id={title}>
          <FormattedMessage id="files.title" />
        </h2>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          autoComplete="off"
          aria-labelledby={title}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = "";
            void attach(chosen);
          }}
        />
        <button type="button" className="button" data-look="plain" onClick={() => picker.current?.click()}>
          <FormattedMessage id="files.add" />
        </button>
      </header>
      {refused.map((one) => (
        <NotAttached key={one.name} refused={one} />
      ))}
      {file.attachments.length === 0 && underWay.length === 0 && (
        <p className="empty">
          <FormattedMessage id="files.none" />
        </p>
      )}
      <ul className="tasks">
        {underWay
          .filter(({ attachment }) => !file.attachments.some(({ id }) => id === attachment))
          .map((one) => (
            <li key={one.attachment} className="task">
              <bdi className="file-name">{one.name}</bdi>
              <Way file={one} />
            </li>
          ))}
        {file.attachments.toReversed().map((one) => (
          <FileRow
            key={one.id}
            attachment={one}
            file={file}
            deeds={deeds}
            underWay={underWay.find(({ attachment }) => attachment === one.id)}
          />
        ))}
      </ul>
    </section>
  );
}

const ownWords = ["TooLarge", "NeedsLine", "NoRoom", "Unreadable", "Cancelled"] as const;

export function NotAttached({ refused: { name, why } }: { readonly refused: RefusedFile }) {
  const own = ownWords.find((type) => type === why.type);
  if (own)
    return (
      <p className="wrong" role="alert">
        <FormattedMessage id={`files.refused.${own}`} values={{ name: <bdi>{name}</bdi> }} />
      </p>
    );
  return isOfTheOffice(why) ? <Refused refusal={why} /> : null;
}

type Own = Extract<RefusedFile["why"], { readonly type: (typeof ownWords)[number] }>;
function isOfTheOffice(why: RefusedFile["why"]): why is Exclude<RefusedFile["why"], Own> {
  return !ownWords.some((type) => type === why.type);
}

/** How far it is, and a way to stop what can still be stopped. */
export function Way({ file }: { readonly file: FileUnderWay }) {
  const intl = useIntl();
  const { office } = usePage();
  const { state, done, of, attachment } = file;
  const isStoppable = state === "sealing" || state === "opening";
  return (
    <span className="file-way" role="status">
      <FormattedMessage id={`files.way.${state}`} />
      {state !== "waiting" && (
        <progress
          value={done}
          max={Math.max(of, 1)}
          aria-label={intl.formatMessage({ id: `files.way.${state}` })}
        />
      )}
      {isStoppable && (
        <button
          type="button"
          className="button small"
          onClick={() => void office.cancelAttachment(attachment)}
        >
          <FormattedMessage id="files.stop" />
        </button>
      )}
    </span>
  );
}
