/** One share on one sheet of paper: symbols in groups, the same as a QR code, and how it is kept. */
import { FormattedMessage, useIntl } from "react-intl";

import { qrOf } from "../../letters/qr.ts";

export interface ShareShown {
  readonly text: string;
  readonly number: number;
  readonly least: number;
  readonly of: number;
  readonly set: string;
  readonly helpline: string;
  readonly fingerprint: string;
}

export function SharePaper({ text, number, least, of, set, helpline, fingerprint }: ShareShown) {
  const groups = text.split(" ");
  return (
    <article className="share">
      <header>
        <strong>{helpline}</strong>
        <span>
          <FormattedMessage id="recovery.share.set" values={{ set }} />
        </span>
      </header>
      <h2>
        <FormattedMessage id="recovery.share.title" values={{ number, of }} />
      </h2>
      <div className="share-body">
        <Qr text={text.replaceAll(" ", "")} number={number} />
        <ol className="groups number">
          {groups.map((group, at) => (
            // A group may stand twice; its place tells it.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${at} ${group}`}>{group}</li>
          ))}
        </ol>
      </div>
      <p>
        <FormattedMessage id="recovery.share.says" values={{ least }} />
      </p>
      <footer>
        <FormattedMessage id="recovery.share.fingerprint" />
        <span className="number">{fingerprint.match(/.{1,4}/g)?.join(" ")}</span>
      </footer>
    </article>
  );
}

function Qr({ text, number }: { readonly text: string; readonly number: number }) {
  const intl = useIntl();
  const { size, isDark } = qrOf(text);
  const cells = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) =>
      isDark(row, column) ? `M${column} ${row}h1v1h-1z` : "",
    ).join(""),
  ).join("");
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={intl.formatMessage({ id: "recovery.share.qr" }, { number })}
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={cells} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
