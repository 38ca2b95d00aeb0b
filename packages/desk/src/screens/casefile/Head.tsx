/** The front of the folder: number, every name ever heard, urgency, stage, owner, outcome; each changed in place. */
import {
  codesOf,
  numberToText,
  presentValue,
  urgencies,
  type Case,
  type Code,
  type Command,
  type MemberId,
  type Urgency,
} from "@answerable/casework";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, usePage, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { useSlip, useSlips } from "../../app/slips.tsx";
import { grievances, Label, outcomes, stages, useEntries } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { Pick } from "../../parts/Pick.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { Words } from "../../parts/Words.tsx";
import { LedgerLink } from "../ledger/LedgerLink.tsx";
import { CloseNow } from "./CloseNow.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { ForCourt, useForCourt } from "./ForCourt.tsx";
import { MemberName } from "./Said.tsx";

const LIST_CLOSES_MILLISECONDS = 60;

type Asking =
  | { readonly what: "urgency"; readonly code: Code<typeof urgencies> }
  | { readonly what: "outcome"; readonly code: Code<typeof outcomes> };

export function Head({
  file,
  unsent,
  mayGiveOut,
  deeds,
}: {
  readonly file: Case;
  readonly unsent: number;
  readonly mayGiveOut: boolean;
  readonly deeds: DeedsOf;
}) {
  const intl = useIntl();
  const { print } = usePage();
  const { members, me } = useStatus();
  const now = useClock(60);
  const slips = useSlips();
  const [asking, setAsking] = useState(() => halfAsked(file, (place) => slips.at(place) !== undefined));
  const [isSettled, setSettled] = useState(false);
  const court = useForCourt(file, mayGiveOut);
  const stageList = useEntries(stages);
  const outcomeList = useEntries(outcomes);
  const names = [...new Set(presentValue(file, "name").values.map((fact) => fact.value))];
  const others = [
    ...new Set(
      file.facts
        .filter(
          (fact) =>
            fact.field === "name" && fact.about === undefined && !names.slice(0, 1).includes(fact.value),
        )
        .map((fact) => fact.value),
    ),
  ];
  const urgency = file.urgency?.urgency ?? "U4";
  const callers = new Set(file.contacts.flatMap((contact) => (contact.caller ? [contact.caller] : []))).size;
  const setUrgency = (code: Code<typeof urgencies>) => {
    // Raised freely; lowered only with a reason.
    if (code > urgency) setAsking({ what: "urgency", code });
    else
      void deeds.run(
        { type: "SetUrgency", case: file.id, urgency: code, reason: "" },
        urgencyBefore(file, urgency, intl.formatMessage({ id: "case.tookBack" })),
      );
  };
  return (
    <header className="case-head">
      <p className="case-number">
        <span>
          <FormattedMessage
            id="case.numbered"
            values={{ number: <span className="number">{numberToText(file.number)}</span> }}
          />
        </span>
        <span>
          <FormattedMessage
            id="case.opened"
            values={{
              when: <When at={file.openedAt} now={now} />,
              who: <MemberName member={file.openedBy} />,
            }}
          />
        </span>
        <FormattedMessage id="case.counts" values={{ contacts: file.contacts.length, callers }} />
        {unsent > 0 && <FormattedMessage id="case.unsent" values={{ count: unsent }} />}
      </p>
      <h1>
        <bdi>
          {(names[0] !== undefined && <Words text={names[0]} />) || (
            <FormattedMessage id={file.kind === "group" ? "roster.group" : "roster.noName"} />
          )}
        </bdi>
      </h1>
      {others.length > 0 && (
        <p className="case-also">
          <FormattedMessage
            id="case.also"
            values={{
              names: (
                <bdi>
                  <Words text={intl.formatList(others, { type: "conjunction" })} />
                </bdi>
              ),
            }}
          />
        </p>
      )}
      {file.grievances.length > 0 && (
        <ul className="case-codes">
          {file.grievances.map((code) => (
            <li key={code}>
              <b className="code">{code}</b> <Label of={grievances} code={code} />
            </li>
          ))}
        </ul>
      )}
      <div className="case-state">
        <Pick
          label={intl.formatMessage({ id: "case.urgency" })}
          entries={codesOf(urgencies).map((code) => ({
            code,
            label: intl.formatMessage({ id: `urgency.${code}` }),
            mark: <UrgencyMark urgency={code} />,
          }))}
          value={urgency}
          none=""
          onPick={setUrgency}
        />
        <Pick
          label={intl.formatMessage({ id: "case.stage" })}
          entries={stageList}
          value={file.stage}
          none=""
          onPick={(stage) =>
            void deeds.run(
              { type: "MoveStage", case: file.id, stage, reason: "" },
              { type: "MoveStage", case: file.id, stage: file.stage, reason: "" },
            )
          }
        />
        <Pick
          label={intl.formatMessage({ id: "case.owner" })}
          entries={[
            ...members.map(({ id, name }) => ({ code: id as string, label: name ?? id.slice(0, 4) })),
            { code: "", label: intl.formatMessage({ id: "case.noOwner" }) },
          ]}
          value={file.owner ?? ""}
          none={intl.formatMessage({ id: "case.noOwner" })}
          onPick={(id) =>
            void deeds.run(
              ownerCommand(file, members.find((one) => one.id === id)?.id),
              ownerCommand(file, file.owner),
            )
          }
        />
        <Pick
          label={intl.formatMessage({ id: "case.outcome" })}
          entries={outcomeList}
          value={file.outcome?.outcome}
          none={intl.formatMessage({ id: "case.noOutcome" })}
          onPick={(code) => {
            setSettled(false);
            setAsking({ what: "outcome", code });
          }}
        />
        <div className="case-acts">
          {file.urgency && urgency <= "U2" && !file.urgency.acknowledged && (
            <button
              type="button"
              className="button"
              data-look="seal"
              onClick={() => void deeds.run({ type: "AcknowledgeUrgency", case: file.id })}
            >
              <FormattedMessage id="case.acknowledge" values={{ urgency }} />
            </button>
          )}
          {me && file.owner !== me.member && (
            <button
              type="button"
              className="button"
              onClick={() => void deeds.run(ownerCommand(file, me.member), ownerCommand(file, file.owner))}
            >
              <FormattedMessage id="case.take" />
            </button>
          )}
          {mayGiveOut ? (
            <button
              type="button"
              className="button"
              data-look="plain"
              aria-expanded={court.isOpen}
              onClick={() => court.set(!court.isOpen)}
            >
              <FormattedMessage id="court.open" /> <kbd>g</kbd>
            </button>
          ) : (
            <span className="says">
              <FormattedMessage id="court.notYours" />
            </span>
          )}
          <LedgerLink case={file.id} />
          <button type="button" className="button" data-look="plain" onClick={print}>
            <FormattedMessage id="case.print" />
          </button>
        </div>
      </div>
      {court.isOpen && <ForCourt file={file} deeds={deeds} onClose={() => court.set(false)} />}
      {file.urgency && <UrgencyWhy urgency={file.urgency} />}
      {asking && (
        <Because
          key={`${asking.what} ${asking.code}`}
          asking={asking}
          file={file}
          deeds={deeds}
          onDone={() => setSettled(asking.what === "outcome")}
          onClose={() => setAsking(undefined)}
        />
      )}
      {!asking && <CloseNow file={file} deeds={deeds} isAsked={isSettled} />}
    </header>
  );
}

function UrgencyWhy({ urgency }: { readonly urgency: Urgency }) {
  const now = useClock(60);
  const when = <When at={urgency.since} now={now} />;
  return (
    <p className="says">
      <FormattedMessage id="case.urgentSince" values={{ when }} />
      {urgency.reason !== "" && (
        <>
          {" "}
          · <Words text={urgency.reason} />
        </>
      )}
      {urgency.acknowledged && (
        <>
          {" · "}
          <FormattedMessage
            id="case.acknowledgedBy"
            values={{
              who: <MemberName member={urgency.acknowledged.by} />,
              when: <When at={urgency.acknowledged.at} now={now} />,
            }}
          />
        </>
      )}
    </p>
  );
}

const placeOf = (file: Case, { what, code }: Asking) => `${file.id}/${what}/${code}`;

/** The change whose reason was left half-written, where there is one. */
function halfAsked(file: Case, isLeft: (place: string) => boolean): Asking | undefined {
  const all: readonly Asking[] = [
    ...codesOf(urgencies).map((code) => ({ what: "urgency", code }) as const),
    ...codesOf(outcomes).map((code) => ({ what: "outcome", code }) as const),
  ];
  return all.find((one) => isLeft(placeOf(file, one)));
}

function Because({
  asking,
  file,
  deeds,
  onDone,
  onClose,
}: {
  readonly asking: Asking;
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(placeOf(file, asking), { reason: "" });
  const { reason } = words;
  const close = () => {
    drop();
    onClose();
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The list that was just closed takes the focus back to its button a frame later; the reason is asked after that.
    const timer = setTimeout(() => form.current?.querySelector("input")?.focus(), LIST_CLOSES_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <SlipForm
      ref={form}
      does="facts.state"
      onDo={() => {
        const command =
          asking.what === "urgency"
            ? ({ type: "SetUrgency", case: file.id, urgency: asking.code, reason } as const)
            : ({ type: "SetOutcome", case: file.id, outcome: asking.code, reason } as const);
        const tookBack = intl.formatMessage({ id: "case.tookBack" });
        const back =
          asking.what === "urgency"
            ? urgencyBefore(file, file.urgency?.urgency ?? "U4", tookBack)
            : outcomeBefore(file, tookBack);
        const record = async () => {
          if (!(await deeds.run(command, back))) return;
          onDone();
          close();
        };
        void record();
      }}
      onLeave={close}
    >
      <Line
        isFirst
        label={intl.formatMessage({ id: asking.what === "urgency" ? "case.whyLower" : "case.whyOutcome" })}
        value={reason}
        onWrite={(text) => write({ reason: text })}
      />
      <RefusedHere deeds={deeds} of="SetOutcome" />
    </SlipForm>
  );
}

/** Nothing is erased: to take back is to say again what held before, and that it is said again. */
function urgencyBefore(file: Case, urgency: Code<typeof urgencies>, tookBack: string): Command {
  const reason = file.urgency?.reason ?? "";
  return { type: "SetUrgency", case: file.id, urgency, reason: reason === "" ? tookBack : reason };
}

/** Where nothing had been said of an outcome, it is unknown again. */
function outcomeBefore(file: Case, tookBack: string): Command {
  const { outcome, reason } = file.outcome ?? { outcome: "unknown", reason: tookBack };
  return { type: "SetOutcome", case: file.id, outcome, reason };
}

function ownerCommand(file: Case, owner: MemberId | undefined) {
  return { type: "SetOwner", case: file.id, ...(owner ? { owner } : {}) } as const;
}
