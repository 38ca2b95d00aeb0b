/** What is done with many letters at once: print those that are ready, and take the dates away as a calendar. */
import type { BoardQuery, LettersQuery } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useLang } from "../../app/vocab.ts";
import { ScanCame } from "../files/ScanCame.tsx";
import { usePrinting } from "./usePrinting.ts";

/** A batch of letters, as many as the press makes in twenty seconds. */
const MOST = 200;

export function BoardTools({ unsent }: { readonly unsent: number }) {
  const { office, save } = usePage();
  const lang = useLang();
  const printing = usePrinting();
  const [notHere, setNotHere] = useState(0);

  async function printUnsent(as: "pdf" | "docx"): Promise<void> {
    const { rows } = await office.ask<BoardQuery>({
      type: "Board",
      list: "unsent",
      from: 0,
      count: MOST,
      lang,
    });
    const of = rows.filter((row) => !row.isHeld).map(({ case: id, appeal }) => ({ case: id, appeal }));
    const made = await office.ask<LettersQuery>({ type: "Letters", of, lang });
    setNotHere(made.notHere);
    await printing.print(
      made.letters.map(({ page }) => page),
      as,
    );
  }
  async function saveCalendar(): Promise<void> {
    const { file } = await office.ask({ type: "Calendar", lang });
    save("answerable.ics", "text/calendar", new TextEncoder().encode(file));
  }

  return (
    <div className="board-tools">
      {printing.progress ? (
        <span className="printing" role="status">
          <progress value={printing.progress.done} max={Math.max(1, printing.progress.of)} />
          <FormattedMessage id="print.progress" values={printing.progress} />
          <button type="button" className="button" data-look="plain" onClick={printing.stop}>
            <FormattedMessage id="print.stop" />
          </button>
        </span>
      ) : (
        unsent > 0 && (
          <>
            <button type="button" className="button" onClick={() => void printUnsent("pdf")}>
              <FormattedMessage id="print.unsent" values={{ count: Math.min(unsent, MOST) }} />
            </button>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => void printUnsent("docx")}
            >
              <FormattedMessage id="print.docx" values={{ count: Math.min(unsent, MOST) }} />
            </button>
          </>
        )
      )}
      {printing.hasFailed && (
        <span className="wrong" role="alert">
          <FormattedMessage id="print.failed" />
        </span>
      )}
      {notHere > 0 && (
        <span className="says">
          <FormattedMessage id="print.notHere" values={{ count: notHere }} />
        </span>
      )}
      <ScanCame />
      <button type="button" className="button" data-look="plain" onClick={() => void saveCalendar()}>
        <FormattedMessage id="board.calendar" />
      </button>
    </div>
  );
}
