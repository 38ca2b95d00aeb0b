/** The pages exactly as they will be public: each file of the manifest, in a frame without an origin. Links lead from page to page. */
import type { Shown } from "@answerable/press";
import { useCallback, useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useLang } from "../../app/vocab.ts";
import type { FromPreview, ToPreview } from "../../preview/messages.ts";

export function Preview({ shown }: { readonly shown: Shown }) {
  const intl = useIntl();
  const lang = useLang();
  const { preview } = usePage();
  const frame = useRef<HTMLIFrameElement>(null);
  const [path, setPath] = useState(`${lang}/index.html`);
  const [isNarrow, setNarrow] = useState(false);
  const file = shown.files.find((one) => one.path === path);
  const show = useCallback(() => {
    if (!file) return;
    const message: ToPreview = { type: "Show", path: file.path, text: new TextDecoder().decode(file.bytes) };
    frame.current?.contentWindow?.postMessage(message, "*");
  }, [file]);
  useEffect(() => {
    function hear({ source, data }: MessageEvent): void {
      if (source !== frame.current?.contentWindow) return;
      const message = data as FromPreview; // of our own frame
      if (message.type === "Ready") show();
      else if (shown.files.some((one) => one.path === message.path)) setPath(message.path);
    }
    addEventListener("message", hear);
    show();
    return () => removeEventListener("message", hear);
  }, [show, shown]);
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">
        <FormattedMessage id="publish.preview" />
      </h2>
      <div className="preview-head">
        <label className="line">
          <span className="label">
            <FormattedMessage id="publish.file" values={{ count: shown.files.length }} />
          </span>
          <select className="write" value={path} onChange={(event) => setPath(event.target.value)}>
            {shown.files.map((one) => (
              <option key={one.path} value={one.path}>
                {one.path}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" aria-pressed={isNarrow} onClick={() => setNarrow(!isNarrow)}>
          <FormattedMessage id="publish.narrow" />
        </button>
      </div>
      <iframe
        ref={frame}
        className="preview-frame"
        data-narrow={isNarrow || undefined}
        title={intl.formatMessage({ id: "publish.frame" }, { path })}
        src={preview}
        sandbox="allow-scripts"
        referrerPolicy="no-referrer"
      />
      <p className="says number preview-hash">
        <FormattedMessage id="publish.hash" values={{ hash: shown.hash }} />
      </p>
    </section>
  );
}
