/** One letter as the page it will be, with what must be seen before it is printed, and its words to change. */
import type { AppealId, CaseId, LetterMade, LettersQuery } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { hashOf } from "../app/route.ts";
import { useSlip } from "../app/slips.tsx";
import { useLang } from "../app/vocab.ts";
import { Line } from "../parts/Line.tsx";
import { Guards } from "./appeals/Guards.tsx";
import { LetterFields } from "./appeals/LetterFields.tsx";
import { PaperPage } from "./appeals/PaperPage.tsx";
import { usePrinting } from "./appeals/usePrinting.ts";
import { Deeds, useDeeds, type DeedsOf } from "./casefile/Deeds.tsx";

export function Letter({ case: id, appeal }: { readonly case: CaseId; readonly appeal: AppealId }) {
  const lang = useLang();
  const deeds = useDeeds();
  const made = useAnswer<LettersQuery>({ type: "Letters", of: [{ case: id, appeal }], lang });
  const file = useAnswer({ type: "CaseFile", case: id });
  const letter = made?.letters[0];
  if (!made || !file) return <p className="empty large" />;
  if (!letter)
    return (
      <p className="empty large">
        <FormattedMessage id={file.type === "Here" ? "case.unknown" : "case.notHere"} />
      </p>
    );
  const known = file.type === "Here" ? file.case.appeals.find((one) => one.id === appeal) : undefined;
  const isGone = known?.dispatched !== undefined || known?.parent !== undefined;
  return (
    <div className="letter">
      <div className="letter-side">
        <a className="button" data-look="plain" href={hashOf({ page: "case", case: id })}>
          <FormattedMessage id="letter.toCase" />
        </a>
        <Deeds deeds={deeds} />
        <Acts letter={letter} />
        {!isGone && <Guards guards={letter.guards} />}
        {!isGone && <Check letter={letter} isChecked={known?.checked !== undefined} deeds={deeds} />}
        <p className="says">
          <FormattedMessage id="letter.level" values={{ level: letter.level }} />{" "}
          <FormattedMessage id="notAdvice" />
        </p>
        {!isGone && <LetterFields letter={letter} deeds={deeds} />}
      </div>
      <PaperPage page={letter.page} />
    </div>
  );
}

function Acts({ letter }: { readonly letter: LetterMade }) {
  const { print, press, save } = usePage();
  const printing = usePrinting();
  async function docx(): Promise<void> {
    const bytes = await press.docx(letter.page);
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (bytes) save(`${letter.page.number}.docx`, type, bytes);
  }
  return (
    <div className="letter-acts">
      <button type="button" className="button" onClick={() => void printing.print([letter.page])}>
        <FormattedMessage id="letter.pdf" />
      </button>
      <button type="button" className="button" onClick={() => void docx()}>
        <FormattedMessage id="letter.docx" />
      </button>
      <button type="button" className="button" data-look="plain" onClick={print}>
        <FormattedMessage id="case.print" />
      </button>
      {printing.hasFailed && (
        <p className="wrong" role="alert">
          <FormattedMessage id="print.failed" />
        </p>
      )}
    </div>
  );
}

function Check({
  letter,
  isChecked,
  deeds,
}: {
  readonly letter: LetterMade;
  readonly isChecked: boolean;
  readonly deeds: DeedsOf;
}) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(`letter/${letter.appeal}/check`, { reason: "" });
  if (isChecked)
    return (
      <p className="says" role="status">
        <FormattedMessage id="letter.checked" />
      </p>
    );
  const warnings = letter.guards.map(({ type }) => type);
  return (
    <form
      className="letter-check"
      onSubmit={(event) => {
        event.preventDefault();
        void deeds
          .run({ type: "CheckAppeal", case: letter.case, appeal: letter.appeal, warnings, ...words })
          .then((ok) => ok && drop());
      }}
    >
      {warnings.length > 0 && (
        <Line
          label={intl.formatMessage({ id: "letter.reason" })}
          value={words.reason}
          onWrite={(reason) => write({ reason })}
        />
      )}
      <button type="submit" className="button" data-look="seal">
        <FormattedMessage id="letter.check" />
      </button>
    </form>
  );
}
