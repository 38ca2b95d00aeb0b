/** A file leaves the desk: to whom is written first, and stands in the case with the hash of exactly what left. */
import type { Attachment, Case } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import type { DeedsOf } from "../casefile/Deeds.tsx";

export function GiveOut({
  attachment,
  file,
  deeds,
  onClose,
}: {
  readonly attachment: Attachment;
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const { office, save } = usePage();
  const { words, write, drop } = useSlip(`${file.id}/give/${attachment.id}`, { to: "" });
  const { to } = words;
  const [isLost, setLost] = useState(false);
  const as = attachment.from === "copy" ? "copy" : "original";
  async function give(): Promise<void> {
    const got = await office.openAttachment({ case: file.id, attachment: attachment.id });
    setLost(!got.ok);
    if (!got.ok) return;
    const { plain } = attachment;
    const noted = await deeds.run({
      type: "GiveOutAttachment",
      case: file.id,
      attachment: attachment.id,
      as,
      plain,
      to,
    });
    if (!noted) return;
    drop();
    save(attachment.name, got.value.blob.type, got.value.blob);
    onClose();
  }
  return (
    <form
      className="inline-form settles"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      {as === "original" && (
        <p className="says">
          <FormattedMessage id="files.originalWarning" />
        </p>
      )}
      <Line
        isFirst
        label={intl.formatMessage({ id: "files.toWhom" })}
        value={to}
        onWrite={(text) => write({ to: text })}
      />
      {isLost && (
        <p className="wrong" role="alert">
          <FormattedMessage id="files.open.NotHere" />
        </p>
      )}
      <div className="inline-acts">
        <button type="submit" className="button" data-look="seal">
          <FormattedMessage id="files.saveNow" />
        </button>
      </div>
    </form>
  );
}
