/** All originals of a case for a court, with their custody, their time stamps and a checker; to whom is written first. */
import type { Case } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import type { DeedsOf } from "../casefile/Deeds.tsx";

export function ForCourt({
  file,
  deeds,
  onClose,
}: {
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const { office, save } = usePage();
  const [to, setTo] = useState("");
  const [isMissing, setMissing] = useState(false);
  async function make(): Promise<void> {
    const bundle = await office.courtBundle(file.id);
    setMissing(bundle === undefined);
    if (!bundle) return;
    for (const { id: attachment, plain, from } of file.attachments) {
      if (from === "copy") continue;
      if (
        !(await deeds.run({
          type: "GiveOutAttachment",
          case: file.id,
          attachment,
          as: "original",
          plain,
          to,
        }))
      )
        return;
    }
    save(`${file.number}.tar`, bundle.type, bundle);
    onClose();
  }
  return (
    <form
      className="inline-form settles"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p className="says">
        <FormattedMessage id="files.court.says" />
      </p>
      <Line isFirst label={intl.formatMessage({ id: "files.toWhom" })} value={to} onWrite={setTo} />
      {isMissing && (
        <p className="wrong" role="alert">
          <FormattedMessage id="files.court.missing" />
        </p>
      )}
      <div className="inline-acts">
        <button type="submit" className="button" data-look="seal">
          <FormattedMessage id="files.court.make" />
        </button>
      </div>
    </form>
  );
}
