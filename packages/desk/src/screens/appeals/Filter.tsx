/** One of a few, or all. The browser's own list: long ones of offices scroll and take typed letters by themselves. */
import type { Choice } from "@answerable/casework";
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";

export function Filter({
  name,
  choices = [],
  value,
  onChoose,
}: {
  readonly name: "office" | "region" | "ground" | "owner";
  readonly choices?: readonly Choice[] | undefined;
  readonly value: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}) {
  const intl = useIntl();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>
        <FormattedMessage id={`filter.${name}`} />
      </label>
      <select
        id={id}
        className="write"
        value={value ?? ""}
        onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}
      >
        <option value="">{intl.formatMessage({ id: "filter.all" })}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {`${choice.words} · ${intl.formatNumber(choice.count)}`}
          </option>
        ))}
      </select>
    </div>
  );
}
