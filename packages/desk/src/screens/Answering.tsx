/** Who answers and who does not. Days are a range where no proof tells the day. */
import type { AnsweringQuery } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../app/desk.tsx";
import { hashOf } from "../app/route.ts";

const columns = ["sent", "onTime", "late", "silent", "formal", "waiting"] as const;

export function Answering() {
  const intl = useIntl();
  const rows = useAnswer<AnsweringQuery>({ type: "Answering" });
  return (
    <div className="board">
      <header className="board-top">
        <h1>
          <FormattedMessage id="answering.title" />
        </h1>
        <a className="button" data-look="plain" href={hashOf({ page: "board" })}>
          <FormattedMessage id="place.board" />
        </a>
      </header>
      <p className="says">
        <FormattedMessage id="answering.says" />
      </p>
      {rows?.length === 0 ? (
        <p className="empty large">
          <FormattedMessage id="board.none.open" />
        </p>
      ) : (
        <div
          className="answering"
          role="region"
          // It scrolls sideways on a telephone: without a mouse it can only be scrolled when it has the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label={intl.formatMessage({ id: "answering.title" })}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="filter.office" />
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    <FormattedMessage id={`answering.${column}`} />
                  </th>
                ))}
                <th scope="col">
                  <FormattedMessage id="answering.days" />
                </th>
              </tr>
            </thead>
            <tbody>
              {rows?.map((row) => (
                <tr key={`${row.authority} ${row.office}`}>
                  <th scope="row">{row.office}</th>
                  {columns.map((column) => (
                    <td key={column} data-nought={row[column] === 0 || undefined}>
                      {intl.formatNumber(row[column])}
                    </td>
                  ))}
                  <td>
                    {row.days &&
                      (row.days[0] === row.days[1] ? (
                        intl.formatNumber(row.days[0])
                      ) : (
                        <FormattedMessage
                          id="answering.range"
                          values={{ least: row.days[0], most: row.days[1] }}
                        />
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
