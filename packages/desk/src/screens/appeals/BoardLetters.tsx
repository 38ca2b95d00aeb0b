/** The letters of the board, one a row; a date opens its trace under it. */
import { numberToText, type BoardRow, type ThreadQuery } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import { DateTold, Trace } from "./DateTold.tsx";
import { Overlays } from "./Overlays.tsx";

export function BoardLetters({ rows }: { readonly rows: readonly BoardRow[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <ul className="board-letters">
      {rows.map((row) => (
        <li key={row.appeal} className="board-letter" data-child={row.isChild || undefined}>
          <div className="board-date">
            {row.date ? (
              <DateTold
                date={row.date}
                isOpen={open === row.appeal}
                onOpen={() => setOpen(open === row.appeal ? undefined : row.appeal)}
              />
            ) : (
              <span className="says">
                <FormattedMessage id="date.none" />
              </span>
            )}
          </div>
          <div>
            <a className="board-office" href={hashOf({ page: "letter", case: row.case, appeal: row.appeal })}>
              {row.office}
            </a>
            <small className="says">
              <span className="number">{numberToText(row.number)}</span>
              {row.kind === "collective" && !row.isChild && (
                <span>
                  <FormattedMessage id="appeal.signatories" values={{ count: row.signatories }} />
                </span>
              )}
              {row.isChild && (
                <span>
                  <FormattedMessage id="appeal.forwardedTo" />
                </span>
              )}
            </small>
          </div>
          <a className="board-case name" href={hashOf({ page: "case", case: row.case })}>
            {row.name === "" ? <span className="number">{numberToText(row.caseNumber)}</span> : row.name}
          </a>
          <Overlays stage={row.stage} overlays={row.overlays} isHeld={row.isHeld} />
          {open === row.appeal && <TraceOf row={row} />}
        </li>
      ))}
    </ul>
  );
}

/** From the folder, which may still have to be fetched. */
function TraceOf({ row }: { readonly row: BoardRow }) {
  const lang = useLang();
  const answer = useAnswer<ThreadQuery>({ type: "Thread", case: row.case, lang });
  if (!answer) return null;
  const letter =
    answer.type === "Here" ? answer.letters.find((one) => one.appeal.id === row.appeal) : undefined;
  const clock = letter?.clocks.find((one) => one.rule === row.date?.rule);
  return clock ? (
    <Trace clock={clock} />
  ) : (
    <p className="says trace">
      <FormattedMessage id="case.notHere" />
    </p>
  );
}
