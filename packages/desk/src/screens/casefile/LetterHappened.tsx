/** What happened to a family's letter or to an answer, in one sentence. */
import type { Case, DropEvent } from "@answerable/casework";
import { FormattedDate } from "react-intl";

import { Sentence, Words } from "../../parts/Words.tsx";

export function LetterHappened({ what, file }: { readonly what: DropEvent; readonly file: Case }) {
  switch (what.type) {
    case "DropTaken":
      return (
        <Sentence
          id="event.DropTaken"
          values={{
            day: <DayOf day={what.day} />,
            receipt: <span className="number">{what.family.locator}</span>,
            how: what.byItself ? "itself" : "taken",
          }}
        />
      );
    case "ReplyWritten":
      return (
        <>
          <Sentence
            id="event.ReplyWritten"
            values={{ receipt: <Code file={file} mailbox={what.mailbox} /> }}
          />
          <p className="said-words">
            <Words text={what.text} />
          </p>
        </>
      );
    case "ReplyPosted":
      return (
        <Sentence
          id="event.ReplyPosted"
          values={{ receipt: <Code file={file} mailbox={what.mailbox} />, number: what.number }}
        />
      );
    case "ReceiptGiven":
      return (
        <Sentence
          id="event.ReceiptGiven"
          values={{ receipt: <span className="number">{what.locator}</span> }}
        />
      );
    case "DropsSetAside":
    case "DropsBroughtBack":
      return null;
  }
}

function Code({ file, mailbox }: { readonly file: Case; readonly mailbox: string }) {
  return (
    <span className="number">{file.families.find((family) => family.mailbox === mailbox)?.locator}</span>
  );
}

export function DayOf({ day }: { readonly day: string }) {
  return <FormattedDate value={`${day}T12:00:00Z`} timeZone="UTC" dateStyle="long" />;
}
