/** A volunteer's day: begun, counted beside the average, handed over with what is open, and taken by the next. */
import {
  numberToText,
  outcomes,
  served,
  usualStaffing,
  type DutyNowAnswer,
  type FolderId,
  type ShiftReportAnswer,
} from "@answerable/casework";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";

import { useCalls } from "../../app/calls.tsx";
import { useAnswer, useClock, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { useSlip } from "../../app/slips.tsx";
import { Label } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { Words } from "../../parts/Words.tsx";
import { Deeds, useDeeds, type DeedsOf } from "../casefile/Deeds.tsx";
import { MemberName } from "../casefile/Said.tsx";
import { TimeLeft } from "./Lane.tsx";
import { SurgeSwitch } from "./Surge.tsx";

export function ShiftRoom() {
  const now = useClock(30);
  const { me } = useStatus();
  const duty = useAnswer({ type: "DutyNow" });
  const report = useAnswer({ type: "ShiftReport" });
  const deeds = useDeeds();
  if (!duty || !report) return <section className="shift" />;
  const { mine } = duty;
  const begin = (isLead: boolean) => void deeds.run({ type: "BeginShift", case: duty.shift, isLead });
  return (
    <section className="shift" aria-labelledby="shift-title">
      <header className="due-top">
        <h1 id="shift-title">
          <FormattedMessage id="shift.title" />
        </h1>
        <p className="says" role="status">
          {mine ? (
            <FormattedMessage id="shift.since" values={{ when: <When at={mine.begun} now={now} /> }} />
          ) : (
            <FormattedMessage id="shift.notOn" />
          )}
        </p>
      </header>
      <Deeds deeds={deeds} />
      {!mine && (
        <p className="queue-take">
          <button type="button" className="button" data-look="seal" onClick={() => begin(false)}>
            <FormattedMessage id="shift.begin" />
          </button>
          <button type="button" className="button" onClick={() => begin(true)}>
            <FormattedMessage id="shift.beginLead" />
          </button>
        </p>
      )}
      {duty.waiting.map(({ folder, member, handOver }) => (
        <section key={handOver.id} className="shift-part hand-over">
          <h2>
            <FormattedMessage
              id="shift.handedOver"
              values={{ who: <MemberName member={member} />, when: <When at={handOver.at} now={now} /> }}
            />
          </h2>
          {handOver.news !== "" && (
            <p className="said-words">
              <Words text={handOver.news} />
            </p>
          )}
          <p>
            <FormattedMessage
              id="shift.handedNumbers"
              values={{
                contacts: handOver.contacts,
                urgent: handOver.urgent,
                promises: handOver.promises,
              }}
            />
          </p>
          {member === me?.member ? (
            <p className="says">
              <FormattedMessage id="shift.waitsForNext" />
            </p>
          ) : (
            <button
              type="button"
              className="button"
              data-look="seal"
              onClick={() => void deeds.run({ type: "TakeHandOver", case: folder, handOver: handOver.id })}
            >
              <FormattedMessage id="shift.takeOver" />
            </button>
          )}
        </section>
      ))}
      <div className="shift-columns">
        <div>
          <Open report={report} now={now} />
          {mine && <HandOver mine={mine.folder} report={report} deeds={deeds} />}
          <Numbers report={report} />
        </div>
        <div>
          <Hint report={report} />
          <OnShift duty={duty} />
          <SurgeSwitch />
        </div>
      </div>
    </section>
  );
}

interface HandOverGiven {
  readonly mine: FolderId;
  readonly report: ShiftReportAnswer;
  readonly deeds: DeedsOf;
}

function HandOver({ mine, report, deeds }: HandOverGiven) {
  const intl = useIntl();
  const { parked } = useCalls();
  const { words, write, drop } = useSlip("shift/news", { news: "" });
  return (
    <section className="shift-part" aria-labelledby="handover-title">
      <h2 id="handover-title">
        <FormattedMessage id="shift.handOver" />
      </h2>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          void deeds
            .run({
              type: "HandOverShift",
              case: mine,
              news: words.news,
              ...report.own,
              urgent: report.urgent.map((row) => row.case).slice(0, 500),
              promises: report.promises.map(({ folder, task, due }) => ({ folder, task, due })).slice(0, 500),
              parked: parked.length,
            })
            .then((done) => done && drop());
        }}
      >
        <Line
          label={intl.formatMessage({ id: "shift.news" })}
          says={intl.formatMessage({ id: "shift.newsSays" })}
          value={words.news}
          onWrite={(news) => write({ news })}
        />
        <p className="says">
          <FormattedMessage
            id="shift.willSay"
            values={{
              urgent: report.urgent.length,
              promises: report.promises.length,
              parked: parked.length,
            }}
          />
        </p>
        <button type="submit" className="button" data-look="seal">
          <FormattedMessage id="shift.handOver" />
        </button>
      </form>
    </section>
  );
}

function OnShift({ duty }: { readonly duty: DutyNowAnswer }) {
  return (
    <section className="shift-part">
      <h2>
        <FormattedMessage id="shift.who" values={{ count: duty.onShift.length }} />
      </h2>
      <ul className="shift-who">
        {duty.onShift.map((one) => (
          <li key={one.member}>
            <MemberName member={one.member} />
            {one.isLead && (
              <small>
                {" "}
                <FormattedMessage id="shift.lead" />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Numbers({ report }: { readonly report: ShiftReportAnswer }) {
  const { own, average, team } = report;
  return (
    <section className="shift-part" aria-labelledby="numbers-title">
      <h2 id="numbers-title">
        <FormattedMessage id="shift.numbers" />
      </h2>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">
                <FormattedMessage id="shift.whose" />
              </span>
            </th>
            <th scope="col">
              <FormattedMessage id="count.contacts" />
            </th>
            <th scope="col">
              <FormattedMessage id="count.callers" />
            </th>
            <th scope="col">
              <FormattedMessage id="count.soldiers" />
            </th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              ["shift.own", own.contacts, own.callers, own.soldiers],
              ["shift.average", average.contacts, undefined, average.soldiers],
              ["shift.team", team.contacts, team.callers, team.soldiers],
            ] as const
          ).map(([id, ...numbers]) => (
            <tr key={id}>
              <th scope="row">
                <FormattedMessage id={id} values={{ people: average.people }} />
              </th>
              {numbers.map((number, at) => (
                <td key={at}>
                  {number === undefined ? "–" : <FormattedNumber value={number} maximumFractionDigits={1} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {report.closedWell.length > 0 && (
        <>
          <h3 className="label">
            <FormattedMessage id="shift.closedWell" values={{ count: report.closedWell.length }} />
          </h3>
          <ul className="closed-well">
            {report.closedWell.map((one) => (
              <li key={one.case}>
                <a href={hashOf({ page: "case", case: one.case })}>
                  <bdi className="name">{one.name}</bdi>{" "}
                  <span className="number">{numberToText(one.number)}</span>
                </a>{" "}
                <small>
                  <Label of={outcomes} code={one.outcome} />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A call of a shift belongs to no case: there is nothing to open. */
function PromisedTo({ promise }: { readonly promise: ShiftReportAnswer["promises"][number] }) {
  const said = <FormattedMessage id="shift.promise" values={{ what: promise.what, name: promise.name }} />;
  return promise.name === "" ? said : <a href={hashOf({ page: "case", case: promise.folder })}>{said}</a>;
}

function Open({ report, now }: { readonly report: ShiftReportAnswer; readonly now: string }) {
  if (report.urgent.length === 0 && report.promises.length === 0) return null;
  return (
    <section className="shift-part" aria-labelledby="open-title">
      <h2 id="open-title">
        <FormattedMessage id="shift.open" />
      </h2>
      <ul className="shift-open">
        {report.urgent.slice(0, 20).map((row) => (
          <li key={row.case}>
            <UrgencyMark urgency={row.urgency} word={false} />{" "}
            <a href={hashOf({ page: "case", case: row.case })}>
              <bdi className="name">
                {row.name === "" ? <FormattedMessage id="roster.noName" /> : <Words text={row.name} />}
              </bdi>
            </a>{" "}
            <small>
              <TimeLeft row={row} now={now} />
            </small>
          </li>
        ))}
        {report.promises.slice(0, 20).map((one) => (
          <li key={one.task}>
            <PromisedTo promise={one} />{" "}
            <small>
              <TimeLeft row={one} now={now} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Erlang C, with its assumptions said aloud. */
function Hint({ report }: { readonly report: ShiftReportAnswer }) {
  const { callsAnHour, staffing, onShift } = report;
  const now = served(onShift, { ...usualStaffing, callsAnHour });
  return (
    <section className="shift-part" aria-labelledby="hint-title">
      <h2 id="hint-title">
        <FormattedMessage id="shift.hint" />
      </h2>
      <p>
        <FormattedMessage
          id="shift.hintSays"
          values={{ calls: Math.round(callsAnHour), people: staffing.people, on: onShift, b: strong }}
        />
      </p>
      <p className="says">
        <FormattedMessage
          id="shift.hintAssumes"
          values={{
            minutes: usualStaffing.minutesACall,
            seconds: usualStaffing.withinSeconds,
            share: Math.round(usualStaffing.share * 100),
            on: onShift,
            now: Math.round(now.inTime * 100),
          }}
        />
      </p>
    </section>
  );
}

const strong = (parts: React.ReactNode) => <strong>{parts}</strong>;
