/**
 * What families wrote and were answered, in order; an answer is written here and goes into their mailbox by itself. That it was
 * read is known only where they let it be known.
 */
import { LONGEST_REPLY, type Case, type Family } from "@answerable/casework";
import type { CaseFileAnswer } from "@answerable/replica";
import { useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { hashOf } from "../../app/route.ts";
import { Words } from "../../parts/Words.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { DayOf } from "./LetterHappened.tsx";
import { Said } from "./Said.tsx";

interface Given {
  readonly file: Case;
  readonly outside: Extract<CaseFileAnswer, { readonly type: "Here" }>["outside"];
  readonly deeds: DeedsOf;
}

export function Families({ file, outside, deeds }: Given) {
  if (file.families.length === 0) return null;
  return (
    <section aria-labelledby="families-title">
      <header className="part-head">
        <h2 id="families-title">
          <FormattedMessage id="families.title" />
        </h2>
      </header>
      {outside.elsewhere.map((one) => (
        <p key={one.drop} className="wrong" role="status">
          <span>
            <FormattedMessage
              id="families.elsewhere"
              values={{
                number: (
                  <a key="number" className="number" href={hashOf({ page: "case", case: one.case })}>
                    {one.number}
                  </a>
                ),
              }}
            />
          </span>
        </p>
      ))}
      {file.families.map((family) => (
        <Exchange key={family.mailbox} file={file} family={family} outside={outside} deeds={deeds} />
      ))}
    </section>
  );
}

type Line =
  | { readonly from: "family"; readonly letter: Family["letters"][number] }
  | { readonly from: "desk"; readonly reply: Family["replies"][number]; readonly number: number };

function Exchange({ file, family, outside, deeds }: Given & { readonly family: Family }) {
  const lines: readonly Line[] = [
    ...family.letters.map((letter) => ({ from: "family" as const, letter })),
    ...family.replies.map((reply, at) => ({ from: "desk" as const, reply, number: at + 1 })),
  ].toSorted((a, b) => (atOf(a) < atOf(b) ? -1 : 1));
  const read = outside.reads.findLast((one) => one.mailbox === family.mailbox);
  return (
    <>
      <p className="says">
        <FormattedMessage
          id="inbox.code"
          values={{
            receipt: (
              <b key="receipt" className="number">
                {family.locator}
              </b>
            ),
          }}
        />
      </p>
      <ol className="exchange">
        {lines.map((line) =>
          line.from === "family" ? (
            <li key={line.letter.drop} data-from="family">
              <small>
                <FormattedMessage
                  id="families.wrote"
                  values={{
                    day: <DayOf key="day" day={line.letter.day} />,
                    how: line.letter.byItself ? "itself" : "taken",
                  }}
                />
              </small>
              <p>
                <Words text={file.contacts.find((one) => one.id === line.letter.contact)?.summary ?? ""} />
              </p>
            </li>
          ) : (
            <li key={line.reply.id} data-from="desk">
              <small>
                <Said stamp={line.reply} />
              </small>
              <p>
                <Words text={line.reply.text} />
              </p>
              <small>
                <Fate number={line.number} posted={family.posted} read={read} />
              </small>
            </li>
          ),
        )}
      </ol>
      <Answer file={file} family={family} deeds={deeds} />
    </>
  );
}

function Fate({
  number,
  posted,
  read,
}: {
  readonly number: number;
  readonly posted: number;
  readonly read: Given["outside"]["reads"][number] | undefined;
}) {
  if (read && read.number >= number)
    return <FormattedMessage id="families.read" values={{ day: <DayOf key="day" day={read.day} /> }} />;
  return <FormattedMessage id={posted >= number ? "families.posted" : "families.waits"} />;
}

function Answer({
  file,
  family,
  deeds,
}: {
  readonly file: Case;
  readonly family: Family;
  readonly deeds: DeedsOf;
}) {
  const intl = useIntl();
  const [text, setText] = useState("");
  const [asks, setAsks] = useState(false);
  const label = intl.formatMessage({ id: "families.answer" }, { receipt: family.locator });

  function send(): void {
    if (text.trim() === "") return;
    void deeds
      .run({ type: "WriteReply", case: file.id, mailbox: family.mailbox, text, asks })
      .then((ok) => ok && setText(""));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !event.ctrlKey) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      className="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        autoComplete="off"
        className="write"
        rows={3}
        maxLength={LONGEST_REPLY}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <RefusedHere deeds={deeds} of="WriteReply" />
      {text.trim() !== "" && (
        <>
          <p className="says">
            <FormattedMessage id="families.careful" values={{ language: family.language }} />
          </p>
          <label>
            <input
              type="checkbox"
              autoComplete="off"
              checked={asks}
              onChange={(event) => setAsks(event.target.checked)}
            />
            <FormattedMessage id="families.asks" />
          </label>
          <div>
            <button type="submit" className="button" data-look="seal">
              <FormattedMessage id="families.send" /> <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </button>
          </div>
        </>
      )}
    </form>
  );
}

function atOf(line: Line): string {
  return line.from === "family" ? line.letter.at : line.reply.at;
}
