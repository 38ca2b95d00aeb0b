/** Which columns go out, and how the first rows will look. */
import { FormattedMessage, useIntl } from "react-intl";

import type { OutTable } from "./useOutTable.ts";

interface Given extends Pick<OutTable, "columns" | "look" | "total"> {
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

export function OutColumns({ columns, chosen, onChoose, look, total }: Given) {
  const intl = useIntl();
  const turn = (id: string, isOn: boolean) =>
    onChoose(columns.map((one) => one.id).filter((one) => (one === id ? isOn : chosen.includes(one))));
  return (
    <>
      <fieldset className="out-columns">
        <legend>
          <FormattedMessage id="lists.columns" />
        </legend>
        {columns.map(({ id, label, use }) => (
          <label key={id}>
            <input
              type="checkbox"
              autoComplete="off"
              checked={chosen.includes(id)}
              onChange={(event) => turn(id, event.target.checked)}
            />
            <span>
              <FormattedMessage id={label} />
              {use === "hot" && (
                <small>
                  <FormattedMessage id="out.hot" />
                </small>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <p role="status">
        {total !== undefined && <FormattedMessage id="out.total" values={{ count: total }} />}
      </p>
      {look.rows.length > 0 && look.headings.length > 0 && (
        <div
          className="incoming-table"
          // It is scrolled with the keyboard where it is wider than the screen.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={intl.formatMessage({ id: "out.look" })}
        >
          <table>
            <thead>
              <tr>
                {look.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {look.rows.map((cells, at) => (
                <tr key={at}>
                  {cells.map((text, column) => (
                    <td key={look.headings[column]} data-on="true">
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
