/**
 * A number for who has only a telephone: five symbols to name the case by when she calls again. Read aloud symbol by symbol, or
 * printed on a slip. It opens nothing.
 */
import type { Case } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useLang } from "../../app/vocab.ts";
import type { DeedsOf } from "./Deeds.tsx";
import { Said } from "./Said.tsx";
import { spelled } from "./spelled.ts";

export function ToldNumbers({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const intl = useIntl();
  const lang = useLang();
  const { print } = usePage();
  return (
    <section aria-labelledby="told-title">
      <header className="part-head">
        <h2 id="told-title">
          <FormattedMessage id="told.title" />
        </h2>
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => void deeds.run({ type: "GiveReceipt", case: file.id })}
        >
          <FormattedMessage id="told.give" />
        </button>
      </header>
      {file.toldNumbers.map((told) => (
        <div key={told.locator} className="slip">
          <p className="slip-number" aria-label={spelled(told.locator, lang)}>
            {told.locator}
          </p>
          <p className="says">
            {intl.formatMessage({ id: "told.aloud" }, { aloud: spelled(told.locator, lang) })}
          </p>
          <p className="says">
            <FormattedMessage id="told.says" />
          </p>
          <small>
            <Said stamp={told} />
          </small>
          <button type="button" className="button small" onClick={() => printSlip(print)}>
            <FormattedMessage id="told.print" />
          </button>
        </div>
      ))}
    </section>
  );
}

/** Only the slip goes onto the paper. See print.css. */
function printSlip(print: () => void): void {
  document.documentElement.dataset["printing"] = "slip";
  try {
    print();
  } finally {
    delete document.documentElement.dataset["printing"];
  }
}
