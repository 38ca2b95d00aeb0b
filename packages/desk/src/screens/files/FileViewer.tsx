/**
 * A file looked at: in a frame without an origin and without a network (viewer/), which gets this one file and nothing else. What
 * the frame read in it goes into the case; a picture can be handed on as a copy that carries nothing but its points.
 */
import type { Attachment, CaseId } from "@answerable/casework";
import type { OpenedAttachment } from "@answerable/replica";
import { useCallback, useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import type { FromViewer, Look, ToViewer } from "../../viewer/messages.ts";

interface Given {
  readonly case: CaseId;
  readonly file: Attachment;
  readonly look: Look;
  readonly opened: OpenedAttachment;
  readonly onCopy: (copy: Blob) => void;
  readonly onClose: () => void;
}

interface Shown {
  readonly page: number;
  readonly pages: number;
}

/** Until the frame has said that it is there. */
const PATIENCE_MILLISECONDS = 15_000;

export function FileViewer({ case: id, file, look, opened, onCopy, onClose }: Given) {
  const intl = useIntl();
  const { office, viewer } = usePage();
  const frame = useRef<HTMLIFrameElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<Shown>();
  const [failed, setFailed] = useState<"TooLarge" | "Unreadable" | "NoViewer">();
  const say = useCallback((message: ToViewer) => frame.current?.contentWindow?.postMessage(message, "*"), []);
  const turn = useCallback(
    (by: number) => shown && say({ type: "Page", page: shown.page + by }),
    [say, shown],
  );
  const onKey = useCallback(
    (key: string) => {
      if (key === "Escape") onClose();
      if (key === "ArrowLeft" || key === "PageUp") turn(-1);
      if (key === "ArrowRight" || key === "PageDown") turn(1);
    },
    [onClose, turn],
  );
  useEffect(() => close.current?.focus(), []);
  useEffect(() => {
    if (shown || failed) return undefined;
    const timer = setTimeout(() => setFailed("NoViewer"), PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [shown, failed]);
  useEffect(() => {
    function keep(found: Readonly<Record<string, string>>): void {
      if (Object.keys(found).length > 0)
        void office.do({ type: "ExamineAttachment", case: id, attachment: file.id, found });
    }
    function hear({ source, data }: MessageEvent): void {
      if (source !== frame.current?.contentWindow) return;
      const message = data as FromViewer; // of our own frame; what it says of the file is words and pictures
      switch (message.type) {
        case "Ready":
          return say({ type: "Show", look, blob: opened.blob, label: opened.name });
        case "Shown":
          setShown({ page: message.page, pages: message.pages });
          return keep(plainFound(message.found));
        case "Read":
          return keep(plainFound(message.found));
        case "Copied":
          return onCopy(message.blob);
        case "Failed":
          return setFailed(message.why);
        case "Key":
          return onKey(message.key);
      }
    }
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [say, look, opened, office, id, file.id, onCopy, onKey]);
  return (
    <section
      className="file-viewer"
      aria-label={intl.formatMessage({ id: "files.viewing" }, { name: opened.name })}
      onKeyDown={(event) => onKey(event.key)}
    >
      <header className="file-viewer-head">
        <bdi className="file-viewer-name">{opened.name}</bdi>
        {shown && shown.pages > 1 && (
          <span className="file-viewer-pages">
            <button
              type="button"
              className="button small"
              disabled={shown.page === 1}
              onClick={() => turn(-1)}
            >
              <FormattedMessage id="files.previous" />
            </button>
            <span role="status">
              <FormattedMessage id="files.page" values={{ page: shown.page, of: shown.pages }} />
            </span>
            <button
              type="button"
              className="button small"
              disabled={shown.page === shown.pages}
              onClick={() => turn(1)}
            >
              <FormattedMessage id="files.next" />
            </button>
          </span>
        )}
        {look === "picture" && shown && (
          <button type="button" className="button small" onClick={() => say({ type: "Copy" })}>
            <FormattedMessage id="files.copy" />
          </button>
        )}
        <button ref={close} type="button" className="button small" onClick={onClose}>
          <FormattedMessage id="files.close" /> <kbd>Esc</kbd>
        </button>
      </header>
      {failed ? (
        <p className="wrong" role="alert">
          <FormattedMessage id={`files.failed.${failed}`} />
        </p>
      ) : (
        <iframe
          ref={frame}
          className="file-viewer-frame"
          title={opened.name}
          src={viewer}
          sandbox="allow-scripts"
          referrerPolicy="no-referrer"
          data-look={look}
        />
      )}
    </section>
  );
}

/** The likeness of a film is the longest: sixty pictures. */
const MOST_WORDS = 1_100;

/** Short plain words under short plain names: whatever a broken frame says, nothing else goes into the case. */
function plainFound(found: unknown): Readonly<Record<string, string>> {
  if (typeof found !== "object" || found === null) return {};
  const entries = Object.entries(found).filter(
    (entry): entry is [string, string] =>
      /^[a-z0-9]{1,20}$/u.test(entry[0]) && typeof entry[1] === "string" && entry[1] !== "",
  );
  return Object.fromEntries(entries.slice(0, 20).map(([name, words]) => [name, words.slice(0, MOST_WORDS)]));
}
