/** One file: what it is, where it came from, how it may be looked at, who had it in hand. What could run is only ever saved, with a warning. */
import type { Attachment, AttachmentId, Case } from "@answerable/casework";
import { lookOf } from "@answerable/casework/intake";
import type { FileUnderWay, OpenAttachmentRefusal, OpenedAttachment } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import type { DeedsOf } from "../casefile/Deeds.tsx";
import { Said } from "../casefile/Said.tsx";
import { Custody } from "./Custody.tsx";
import { Way } from "./Files.tsx";
import { FileViewer } from "./FileViewer.tsx";
import { GiveOut } from "./GiveOut.tsx";

export function FileRow({
  attachment,
  file,
  deeds,
  underWay,
}: {
  readonly attachment: Attachment;
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly underWay: FileUnderWay | undefined;
}) {
  const { office, newId } = usePage();
  const [opened, setOpened] = useState<OpenedAttachment>();
  const [refused, setRefused] = useState<OpenAttachmentRefusal>();
  const [isGiving, setGiving] = useState(false);
  const look = lookOf(attachment.kind);
  async function open(): Promise<void> {
    setRefused(undefined);
    const got = await office.openAttachment({ case: file.id, attachment: attachment.id });
    if (got.ok) setOpened(got.value);
    else setRefused(got.refusal);
  }
  async function copy(blob: Blob): Promise<void> {
    await office.attach({
      case: file.id,
      attachment: newId<AttachmentId>(),
      name: attachment.name,
      source: blob,
      from: "copy",
      madeFrom: { attachment: attachment.id, how: "redrawn" },
    });
    setOpened(undefined);
  }
  return (
    <li className="task file">
      <p>
        <bdi className="file-name">{attachment.name}</bdi>
      </p>
      <small>
        <FormattedMessage id={look ? `files.kind.${look}` : "files.kind.other"} />
        {" · "}
        <Bytes size={attachment.size} />
        {" · "}
        <FormattedMessage id={`files.from.${attachment.from}`} />
      </small>
      <small>
        <Said stamp={attachment} />
      </small>
      {!look && (
        <p className="says">
          <FormattedMessage id="files.warning" />
        </p>
      )}
      {underWay && <Way file={underWay} />}
      {refused && refused.type !== "Cancelled" && (
        <p className="wrong" role="alert">
          <FormattedMessage
            id={
              refused.type === "NotHere" || refused.type === "Damaged"
                ? `files.open.${refused.type}`
                : "files.open.other"
            }
          />
        </p>
      )}
      <div className="file-acts">
        {look && (
          <button
            type="button"
            className="button small"
            aria-expanded={opened !== undefined}
            onClick={() => (opened ? setOpened(undefined) : void open())}
          >
            <FormattedMessage id="files.look" />
          </button>
        )}
        <button
          type="button"
          className="button small"
          data-look="plain"
          aria-expanded={isGiving}
          onClick={() => setGiving(!isGiving)}
        >
          <FormattedMessage id={attachment.from === "copy" ? "files.saveCopy" : "files.save"} />
        </button>
      </div>
      {isGiving && (
        <GiveOut attachment={attachment} file={file} deeds={deeds} onClose={() => setGiving(false)} />
      )}
      {opened && look && (
        <FileViewer
          case={file.id}
          file={attachment}
          look={look}
          opened={opened}
          onCopy={(blob) => void copy(blob)}
          onClose={() => setOpened(undefined)}
        />
      )}
      <Custody attachment={attachment} file={file} />
    </li>
  );
}

const steps = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

function Bytes({ size }: { readonly size: number }) {
  const intl = useIntl();
  let step = 0;
  let value = size;
  while (value >= 1_000 && step < steps.length - 1) {
    value /= 1_000;
    step += 1;
  }
  return intl.formatNumber(value, {
    style: "unit",
    unit: steps[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  });
}
