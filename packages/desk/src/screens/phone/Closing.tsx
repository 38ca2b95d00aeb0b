/** What the call leaves behind: letters already written, how urgent, what was promised. Fields 14 to 16. */
import { codesOf, readDue, urgencies, type Draft, type Triage } from "@answerable/casework";
import { memo } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Change } from "../../app/calls.tsx";
import { useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { dispositions, useEntries } from "../../app/vocab.ts";
import { Choice } from "../../parts/Choice.tsx";
import { CodeBox } from "../../parts/CodeBox.tsx";
import { Write } from "../../parts/Line.tsx";
import { Row } from "./Row.tsx";
import { Understood } from "./Understood.tsx";

type ChangeCall = (change: Change) => void;

export const WrittenTo = memo(function WrittenTo({
  letter,
  change,
}: {
  readonly letter: Draft["writtenTo"];
  readonly change: ChangeCall;
}) {
  const intl = useIntl();
  const field = (
    name: keyof Draft["writtenTo"],
    label: "call.letter.authority" | "call.letter.sentOn" | "call.letter.number" | "call.letter.answer",
  ) => (
    <Write
      label={intl.formatMessage({ id: label })}
      placeholder={intl.formatMessage({ id: label })}
      value={letter[name]}
      onWrite={(text) => change({ writtenTo: { ...letter, [name]: text } })}
    />
  );
  return (
    <Row n={14} name="call.letter" isWide under={<Understood text={letter.sentOn} />}>
      <div className="written-to">
        {field("authority", "call.letter.authority")}
        {field("sentOn", "call.letter.sentOn")}
        {field("number", "call.letter.number")}
        {field("answer", "call.letter.answer")}
      </div>
    </Row>
  );
});

/** Suggested by rule; raised freely; a person may lower it, and says why. */
export const UrgencyRow = memo(function UrgencyRow({
  draft,
  triage,
  change,
}: {
  readonly draft: Draft;
  readonly triage: Triage;
  readonly change: ChangeCall;
}) {
  const intl = useIntl();
  const isLowered = draft.urgency !== undefined && draft.urgency > triage.urgency;
  return (
    <Row
      n={15}
      name="call.urgency"
      isWide
      under={
        draft.urgency === undefined && (
          <FormattedMessage
            id="call.urgency.byRule"
            values={{
              urgency: triage.urgency,
              word: intl.formatMessage({ id: `urgency.${triage.urgency}` }),
            }}
          />
        )
      }
    >
      <div id="call-urgency">
        <Choice
          label={intl.formatMessage({ id: "call.urgency" })}
          entries={codesOf(urgencies).map((code) => ({
            code,
            label: intl.formatMessage({ id: `urgency.short.${code}` }),
          }))}
          value={draft.urgency ?? triage.urgency}
          onChoose={(urgency) => change({ urgency: urgency ?? draft.urgency ?? triage.urgency })}
        />
      </div>
      {(isLowered || draft.urgencyReason !== "") && (
        <Write
          id="call-urgencyReason"
          label={intl.formatMessage({ id: "call.urgency.reason" })}
          placeholder={intl.formatMessage({ id: "call.urgency.reason" })}
          value={draft.urgencyReason}
          onWrite={(urgencyReason) => change({ urgencyReason })}
        />
      )}
    </Row>
  );
});

export const Promise_ = memo(function PromiseRow({
  draft,
  change,
}: {
  readonly draft: Draft;
  readonly change: ChangeCall;
}) {
  const intl = useIntl();
  const ends = useEntries(dispositions);
  return (
    <>
      <Row n={16} name="call.promise" isWide under={<Due text={draft.promise.due} />}>
        <div className="pair">
          <Write
            id="call-promise"
            label={intl.formatMessage({ id: "call.promise" })}
            placeholder={intl.formatMessage({ id: "call.promise.hint" })}
            value={draft.promise.what}
            onWrite={(what) => change({ promise: { ...draft.promise, what } })}
          />
          <Write
            id="call-due"
            label={intl.formatMessage({ id: "call.promise.due" })}
            placeholder={intl.formatMessage({ id: "call.promise.due.hint" })}
            value={draft.promise.due}
            onWrite={(due) => change({ promise: { ...draft.promise, due } })}
          />
        </div>
      </Row>
      <div className="row" data-wide="true">
        <span className="row-n" />
        <span className="row-name">
          <FormattedMessage id="call.disposition" />
        </span>
        <div className="row-write">
          <CodeBox
            label={intl.formatMessage({ id: "call.disposition" })}
            placeholder={intl.formatMessage({ id: "call.disposition.hint" })}
            entries={ends}
            value={draft.disposition}
            onTake={(disposition) => change({ disposition })}
          />
        </div>
      </div>
    </>
  );
});

function Due({ text }: { readonly text: string }) {
  const { offsetMinutes } = usePage();
  const now = useClock(30);
  if (text.trim() === "") return null;
  const due = readDue(text, now, offsetMinutes);
  return due === undefined ? <FormattedMessage id="call.unread" /> : <When at={due} now={now} />;
}
