/** Everything that was put in, newest sheet first: who, when, from whom. One sheet is one group. */
import type { Case, TimelineRow } from "@answerable/casework";
import { Fragment } from "react";
import { FormattedMessage } from "react-intl";

import { Said } from "./Said.tsx";
import { What } from "./What.tsx";

export function Timeline({ file }: { readonly file: Case }) {
  const sheets = bySheet(file.timeline);
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <header className="part-head">
        <h2 id="timeline-title">
          <FormattedMessage id="timeline.title" />
        </h2>
      </header>
      <ol>
        {sheets.map((rows) => (
          <li key={rows[0]?.sheet} className="sheet">
            {rows[0] && (
              <p className="sheet-head">
                <Said stamp={rows[0]} />
              </p>
            )}
            <ul>
              {rows.map((row) => (
                <Fragment key={row.key}>
                  <What what={row.what} file={file} />
                </Fragment>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function bySheet(rows: readonly TimelineRow[]): readonly (readonly TimelineRow[])[] {
  const sheets = new Map<string, TimelineRow[]>();
  for (const row of rows) sheets.set(row.sheet, [...(sheets.get(row.sheet) ?? []), row]);
  return [...sheets.values()];
}
