/** What a member keeps at home: no keys, only the fingerprint and what to do. */
import { FormattedMessage } from "react-intl";

export function MemberSheet({
  helpline,
  fingerprint,
}: {
  readonly helpline: string;
  readonly fingerprint: string;
}) {
  return (
    <article className="share">
      <header>
        <strong>{helpline}</strong>
        <span>
          <FormattedMessage id="recovery.kit" />
        </span>
      </header>
      <ol className="kit">
        {(["1", "2", "3"] as const).map((n) => (
          <li key={n}>
            <FormattedMessage id={`recovery.kit.${n}`} />
          </li>
        ))}
      </ol>
      <p className="kit-phone">
        <FormattedMessage id="recovery.kit.phone" />
      </p>
      <footer>
        <FormattedMessage id="recovery.share.fingerprint" />
        <span className="number">{fingerprint.match(/.{1,4}/g)?.join(" ")}</span>
      </footer>
    </article>
  );
}
