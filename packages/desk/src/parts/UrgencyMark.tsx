/** Urgency by letter, shape and word; the word may be left to the reader's ear where the row is narrow. */
import type { Code, urgencies } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

export function UrgencyMark({
  urgency,
  word = true,
}: {
  readonly urgency: Code<typeof urgencies>;
  readonly word?: boolean;
}) {
  return (
    <span className="urgency" data-urgency={urgency}>
      <b>{urgency}</b>
      <small className={word ? undefined : "unseen"}>
        <FormattedMessage id={`urgency.${urgency}`} />
      </small>
    </span>
  );
}
