/** One incident: its cases and how far each has come, letters for all of them, and one message to all their families. */
import {
  LONGEST_REPLY,
  numberToText,
  type CaseId,
  type CaseInIncident,
  type FolderId,
  type Refusal,
} from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { Refused } from "../../parts/Refused.tsx";
import { MemberName } from "../casefile/Said.tsx";
import { Happening, NotYours } from "./Incidents.tsx";
import { IncidentTold } from "./IncidentTold.tsx";

interface Given {
  readonly incident: FolderId;
  readonly onDraftFor: (cases: readonly CaseId[]) => void;
}

export function IncidentFile({ incident: id, onDraftFor }: Given) {
  const { office } = usePage();
  const now = useClock(60);
  const answer = useAnswer({ type: "GatheredIncident", case: id });
  const slip = useSlip(`incident/${id}`, { reason: "", text: "" });
  const [refusal, setRefusal] = useState<Refusal | OfficeRefusal>();
  if (!answer) return <section className="overview" />;
  if (answer.type === "NotHere")
    return (
      <p className="empty large">
        <FormattedMessage id="incident.notHere" />
      </p>
    );
  const { incident, cases, more, isVeiled } = answer;
  const { reason, text } = slip.words;
  async function act(command: Parameters<typeof office.do>[0]): Promise<void> {
    const done = await office.do(command);
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) slip.write({ reason: "" });
  }
  return (
    <section className="overview incident" aria-labelledby="incident-title">
      <p>
        <a href={hashOf({ page: "incidents" })}>
          <FormattedMessage id="incidents.title" />
        </a>
      </p>
      <h1 id="incident-title">
        <Happening of={incident} />
      </h1>
      <p className="says">
        <FormattedMessage
          id="incident.by"
          values={{
            name: <MemberName key="name" member={incident.gathered.by} />,
            when: <When key="when" at={incident.gathered.at} now={now} />,
          }}
        />
      </p>
      {refusal && <Refused refusal={refusal} />}
      {incident.takenBack && (
        <p className="says" role="status">
          <FormattedMessage id="incident.takenBack" values={{ reason: incident.takenBack.reason }} />
        </p>
      )}
      {isVeiled && <NotYours />}
      {more.length > 0 && !isVeiled && (
        <p className="incident-more">
          <FormattedMessage id="incident.more" values={{ count: more.length }} />{" "}
          <button
            type="button"
            className="button"
            onClick={() => void act({ type: "GatherCases", case: id, cases: more })}
          >
            <FormattedMessage id="incident.add" />
          </button>
        </p>
      )}
      {cases.length > 0 && (
        <>
          <Cases
            cases={cases}
            {...(isVeiled
              ? {}
              : { onLetGo: (of: CaseId) => void act({ type: "LetCaseGo", case: id, of, reason }) })}
          />
        </>
      )}
      {cases.length > 0 && !isVeiled && (
        <>
          <div className="incident-undo">
            <Why reason={reason} onWrite={(written) => slip.write({ reason: written })} />
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => void act({ type: "TakeIncidentBack", case: id, reason })}
            >
              <FormattedMessage id="incident.takeBack" />
            </button>
          </div>
          <p className="incident-acts">
            <button
              type="button"
              className="button"
              data-look="seal"
              onClick={() => onDraftFor(incident.cases)}
            >
              <FormattedMessage id="incident.write" />
            </button>
          </p>
          <Tell
            incident={id}
            cases={cases}
            text={text}
            onWrite={(written) => slip.write({ text: written })}
          />
        </>
      )}
      {incident.told.toReversed().map((one) => (
        <IncidentTold key={one.sheet} told={one} cases={cases} mayAct={!isVeiled} />
      ))}
      {incident.letGo.length > 0 && (
        <section className="shift-part">
          <h2>
            <FormattedMessage id="incident.gone" />
          </h2>
          <ul>
            {incident.letGo.map((one) => (
              <li key={one.case}>
                <a href={hashOf({ page: "case", case: one.case })}>
                  <FormattedMessage id="incident.case" />
                </a>{" "}
                · {one.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function Why({ reason, onWrite }: { readonly reason: string; readonly onWrite: (text: string) => void }) {
  const intl = useIntl();
  return <Line label={intl.formatMessage({ id: "incident.reason" })} value={reason} onWrite={onWrite} />;
}

function Cases({
  cases,
  onLetGo,
}: {
  readonly cases: readonly CaseInIncident[];
  readonly onLetGo?: (of: CaseId) => void;
}) {
  const intl = useIntl();
  const heads = ["case", "soldier", "letters", "families", "replies"] as const;
  return (
    <table className="figures incident-cases" aria-label={intl.formatMessage({ id: "incident.cases" })}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              <FormattedMessage id={`incident.${head}`} />
            </th>
          ))}
          {onLetGo && (
            <th scope="col" className="unseen">
              <FormattedMessage id="incident.letGo" />
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.case}>
            <th scope="row">
              <a className="number" href={hashOf({ page: "case", case: one.case })}>
                {numberToText(one.number)}
              </a>
            </th>
            <td className="name">{one.name}</td>
            <td>{one.letters}</td>
            <td>{one.families}</td>
            <td>
              {one.posted} / {one.replies}
            </td>
            {onLetGo && (
              <td>
                <button
                  type="button"
                  className="button"
                  data-look="plain"
                  aria-label={`${intl.formatMessage({ id: "incident.letGo" })}: ${one.name || numberToText(one.number)}`}
                  onClick={() => onLetGo(one.case)}
                >
                  <FormattedMessage id="incident.letGo" />
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each family is answered in its own case, one by one; what could not be told is noted with the rest. */
function Tell({
  incident,
  cases,
  text,
  onWrite,
}: {
  readonly incident: FolderId;
  readonly cases: readonly CaseInIncident[];
  readonly text: string;
  readonly onWrite: (text: string) => void;
}) {
  const intl = useIntl();
  const { office } = usePage();
  const [done, setDone] = useState<number>();
  const families = cases.reduce((sum, one) => sum + one.families, 0);

  /** Two cases may hold the same family: she is told once. */
  async function writeTo(of: CaseId, written: Set<string>): Promise<string | undefined> {
    const file = await office.ask({ type: "CaseFile", case: of });
    if (file.type !== "Here") return "FolderNotHere";
    if (file.case.families.length === 0) return "NobodyToAnswer";
    for (const { mailbox, replies } of file.case.families) {
      // Told already, before the page was closed in mid-way.
      if (!written.has(mailbox) && replies.at(-1)?.text !== text) {
        const said = await office.do({ type: "WriteReply", case: of, mailbox, text, asks: false });
        if (!said.ok) return said.refusal.type;
      }
      written.add(mailbox);
    }
    return undefined;
  }
  async function tell(): Promise<void> {
    const told: CaseId[] = [];
    const untold: { case: CaseId; why: string }[] = [];
    const written = new Set<string>();
    for (const [at, one] of cases.entries()) {
      setDone(at);
      const why = await writeTo(one.case, written);
      if (why === undefined) told.push(one.case);
      else untold.push({ case: one.case, why });
    }
    await office.do({ type: "NoteFamiliesTold", case: incident, text, asks: false, told, untold });
    setDone(undefined);
    onWrite("");
  }
  const label = intl.formatMessage({ id: "incident.tell" });
  return (
    <form
      className="incident-tell"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && done === undefined) void tell();
      }}
    >
      <label className="line">
        <span className="label">{label}</span>
        <textarea
          className="write"
          autoComplete="off"
          rows={4}
          maxLength={LONGEST_REPLY}
          value={text}
          onChange={(event) => onWrite(event.target.value)}
        />
      </label>
      <p className="says">
        <FormattedMessage id="incident.tellSay" />
      </p>
      {done !== undefined && (
        <p role="status">
          <progress aria-label={label} value={done} max={cases.length} />{" "}
          <FormattedMessage id="incident.sending" values={{ done, of: cases.length }} />
        </p>
      )}
      <button
        type="submit"
        className="button"
        disabled={families === 0 || done !== undefined || text.trim() === ""}
      >
        <FormattedMessage id="incident.send" values={{ count: families }} />
      </button>
    </form>
  );
}
