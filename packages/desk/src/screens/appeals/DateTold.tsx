/** A date that opens: which law, from which day, which days were skipped, how well each was checked. */
import { dayInWords, levelWords, type BoardDate, type ClockTold } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useLang } from "../../app/vocab.ts";

export function DateTold({
  date,
  isOpen,
  onOpen,
}: {
  readonly date: Pick<BoardDate, "kind" | "day" | "level" | "isEstimated" | "isProvisional">;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const lang = useLang();
  return (
    <button type="button" className="date-told" aria-expanded={isOpen} data-kind={date.kind} onClick={onOpen}>
      <span>
        <FormattedMessage id={`date.${date.kind}`} values={{ day: <b>{dayInWords(date.day, lang)}</b> }} />
      </span>
      <small>
        <abbr title={levelWords[date.level][lang]}>{date.level}</abbr>
        {date.isEstimated && <FormattedMessage id="date.estimated" />}
        {date.isProvisional && <FormattedMessage id="date.provisional" />}
      </small>
    </button>
  );
}

export function Trace({ clock }: { readonly clock: Pick<ClockTold, "trace" | "says" | "badNotices"> }) {
  const lang = useLang();
  return (
    <div className="trace settles">
      <p className="says">{clock.says}</p>
      <ol>
        {clock.trace.map((step, at) => (
          // Two readings of the law may take the same step.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{step}</li>
        ))}
      </ol>
      {clock.badNotices.map((day) => (
        <p key={day}>
          <FormattedMessage id="date.badNotice" values={{ day: dayInWords(day, lang) }} />
        </p>
      ))}
      <p className="says">
        <FormattedMessage id="notAdvice" />
      </p>
    </div>
  );
}
