/** Field by field: the same, or different. What nobody said is left out; colour says nothing. */
import type { MatchField, Strip as StripOf } from "@answerable/replica";
import { FormattedMessage } from "react-intl";

const fields: readonly MatchField[] = [
  "name",
  "patronymic",
  "birth",
  "region",
  "unit",
  "phone",
  "callSign",
  "dogTag",
];

export function Strip({ strip }: { readonly strip: StripOf }) {
  return (
    <dl className="strip">
      {fields
        .filter((field) => strip[field] !== "blank")
        .map((field) => (
          <div key={field} data-like={strip[field]}>
            <dt>
              <FormattedMessage id={`match.${field}`} />
            </dt>
            <dd>
              <FormattedMessage id={`match.is.${strip[field]}`} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
