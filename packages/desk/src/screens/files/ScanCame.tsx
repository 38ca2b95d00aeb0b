/**
 * A scan of a letter of ours comes back: the number is read from its QR in the frame without an origin, the letter is found by it, and
 * the scan goes into that letter's case. What cannot be read is said, and nothing is put anywhere.
 */
import { numberToText, readNumber, type AttachmentId, type BoardQuery } from "@answerable/casework";
import { kindOf, KIND_BYTES, lookOf } from "@answerable/casework/intake";
import { useCallback, useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { go } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import type { FromViewer, ToViewer } from "../../viewer/messages.ts";

interface Reading {
  readonly file: File;
  readonly look: "picture" | "pages";
}
type Outcome = { readonly id: "scan.none" } | { readonly id: "scan.unknown"; readonly number: string };

export function ScanCame() {
  const intl = useIntl();
  const lang = useLang();
  const { office, newId, viewer } = usePage();
  const picker = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [reading, setReading] = useState<Reading>();
  const [outcome, setOutcome] = useState<Outcome>();

  async function take(file: File): Promise<void> {
    setOutcome(undefined);
    const look = lookOf(kindOf(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer())).kind);
    if (look === "picture" || look === "pages") setReading({ file, look });
    else setOutcome({ id: "scan.none" });
  }
  const find = useCallback(
    async (file: File, said: string | undefined) => {
      setReading(undefined);
      const number = readNumber(said ?? "");
      if (number === undefined) return setOutcome({ id: "scan.none" });
      const board = await office.ask<BoardQuery>({
        type: "Board",
        list: "open",
        from: 0,
        count: 1,
        lang,
        number,
      });
      const [row] = board.rows;
      if (!row) return setOutcome({ id: "scan.unknown", number: numberToText(number) });
      const { case: id, appeal } = row;
      const put = await office.attach({
        case: id,
        attachment: newId<AttachmentId>(),
        name: file.name,
        source: file,
        appeal,
      });
      if (put.ok) go({ page: "case", case: id });
      return undefined;
    },
    [office, lang, newId],
  );
  useEffect(() => {
    if (!reading) return undefined;
    const { file, look } = reading;
    function hear({ source, data }: MessageEvent): void {
      if (source !== frame.current?.contentWindow) return;
      const message = data as FromViewer; // of our own frame
      const say = (to: ToViewer) => frame.current?.contentWindow?.postMessage(to, "*");
      if (message.type === "Ready") say({ type: "Show", look, blob: file, label: "" });
      if (message.type === "Shown") void find(file, message.found["number"]);
      if (message.type === "Failed") void find(file, undefined);
    }
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [reading, find]);

  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        autoComplete="off"
        accept="image/*,application/pdf"
        aria-label={intl.formatMessage({ id: "scan.came" })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void take(file);
        }}
      />
      <button type="button" className="button" data-look="plain" onClick={() => picker.current?.click()}>
        <FormattedMessage id="scan.came" />
      </button>
      {reading && (
        <span className="says" role="status">
          <FormattedMessage id="scan.reading" />
          <iframe
            ref={frame}
            className="scan-reader"
            title={intl.formatMessage({ id: "scan.reading" })}
            src={viewer}
            sandbox="allow-scripts"
            tabIndex={-1}
          />
        </span>
      )}
      {outcome && (
        <span className="wrong" role="alert">
          <FormattedMessage id={outcome.id} values={{ number: "number" in outcome ? outcome.number : "" }} />
        </span>
      )}
    </>
  );
}
