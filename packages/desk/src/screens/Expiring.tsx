/**
 * Closed cases whose time has come or is near. A rule only lists them: one person proposes that a case end, another confirms, and from
 * then on nobody reads it, anywhere. Keys: j k rows, p propose, z take it back, y keep a year more, x confirm.
 */
import { numberToText } from "@answerable/casework";
import type { ExpiringRow } from "@answerable/replica";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { FormattedDate, FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useStatus } from "../app/desk.tsx";
import { hashOf } from "../app/route.ts";
import { useSlip } from "../app/slips.tsx";
import { latinKey } from "../parts/layout.ts";
import { Line } from "../parts/Line.tsx";
import { isWriting } from "../parts/move-on.ts";
import { SlipForm } from "../parts/SlipForm.tsx";
import { Words } from "../parts/Words.tsx";
import { Deeds, RefusedHere, useDeeds, type DeedsOf } from "./casefile/Deeds.tsx";
import { MemberName } from "./casefile/Said.tsx";

type Asking = { readonly case: ExpiringRow["case"]; readonly what: "keep" | "shred" };

export function Expiring() {
  const intl = useIntl();
  const answer = useAnswer({ type: "Expiring" });
  const deeds = useDeeds();
  const { me } = useStatus();
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<Asking>();
  const list = useRef<HTMLUListElement>(null);
  const rows = answer?.rows ?? [];
  const current = Math.min(at, rows.length - 1);
  const isAny = rows.length > 0;
  useEffect(() => (isAny ? list.current?.focus() : undefined), [isAny]);

  const deedsOf = (row: ExpiringRow): Readonly<Record<string, () => void>> => {
    const ask = (what: Asking["what"]) => () => setAsking({ case: row.case, what });
    if (row.leaving === undefined)
      return {
        ...(row.standing === "due" && { p: () => void deeds.run({ type: "ProposeExpiry", case: row.case }) }),
        y: ask("keep"),
      };
    return {
      z: () => void deeds.run({ type: "TakeBackExpiry", case: row.case }),
      ...(row.leaving !== me?.member && { x: ask("shred") }),
    };
  };
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const key = event.key.length === 1 ? latinKey(event.key) : event.key;
    const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
    const step = steps[key];
    const row = rows[current];
    const deed = row && deedsOf(row)[key];
    if (step !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, current + step)));
    else if (deed) deed();
    else return;
    event.preventDefault();
  }
  return (
    <section className="due" aria-labelledby="expiring-title" onKeyDown={onKey}>
      <header className="due-top">
        <h1 id="expiring-title">
          <FormattedMessage id="expiring.title" />
        </h1>
        <p className="says">
          <FormattedMessage id="expiring.says" />
        </p>
      </header>
      <Deeds deeds={deeds} />
      {answer && rows.length === 0 ? (
        <p className="empty large">
          <FormattedMessage id="expiring.none" />
        </p>
      ) : (
        <ul
          ref={list}
          className="due-rows"
          tabIndex={-1}
          aria-label={intl.formatMessage({ id: "expiring.title" })}
        >
          {rows.map((row, n) => (
            <li
              key={row.case}
              className="expiring-row"
              aria-current={n === current || undefined}
              data-late={row.standing === "due" || undefined}
            >
              <p>
                <a href={hashOf({ page: "case", case: row.case })}>
                  <span className="number">{numberToText(row.number)}</span>{" "}
                  <bdi className="name">
                    {row.name === "" ? <FormattedMessage id="roster.noName" /> : <Words text={row.name} />}
                  </bdi>
                </a>
              </p>
              <p className="says">
                <FormattedMessage id={`expiring.rule.${row.rule}`} />
                {" · "}
                <FormattedMessage id={`expiring.${row.standing}`} values={{ day: <DayOf day={row.on} /> }} />
                {row.leaving !== undefined && (
                  <>
                    {" · "}
                    <FormattedMessage
                      id="expiring.leaving"
                      values={{ who: <MemberName member={row.leaving} /> }}
                    />
                  </>
                )}
              </p>
              <div className="inline-acts">
                {Object.entries(deedsOf(row)).map(([key, deed]) => (
                  <button
                    key={key}
                    type="button"
                    className="button"
                    onClick={() => {
                      setAt(n);
                      deed();
                    }}
                  >
                    <FormattedMessage id={labels[key] ?? "expiring.keep"} /> <kbd>{key}</kbd>
                  </button>
                ))}
              </div>
              {asking?.case === row.case &&
                (asking.what === "keep" ? (
                  <Keep row={row} deeds={deeds} onClose={() => setAsking(undefined)} />
                ) : (
                  <Shred row={row} deeds={deeds} onClose={() => setAsking(undefined)} />
                ))}
            </li>
          ))}
        </ul>
      )}
      {answer && answer.ended.length > 0 && (
        <details className="gone">
          <summary>
            <FormattedMessage id="expiring.ended" values={{ count: answer.ended.length }} />
          </summary>
          <ul>
            {answer.ended.map(({ number, rule, day }) => (
              <li key={number}>
                <span className="number">{numberToText(number)}</span> · <DayOf day={day} /> ·{" "}
                <FormattedMessage id={`expiring.rule.${rule}`} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const labels = {
  p: "expiring.propose",
  y: "expiring.keep",
  z: "expiring.takeBack",
  x: "expiring.shred",
} as const as Readonly<
  Record<string, "expiring.propose" | "expiring.keep" | "expiring.takeBack" | "expiring.shred">
>; // by key

function DayOf({ day }: { readonly day: string }) {
  return <FormattedDate value={`${day}T12:00:00Z`} timeZone="UTC" dateStyle="long" />;
}

interface Given {
  readonly row: ExpiringRow;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}

function Keep({ row, deeds, onClose }: Given) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(`${row.case}/keep`, { reason: "" });
  const close = () => {
    drop();
    onClose();
  };
  return (
    <SlipForm
      does="expiring.keep"
      onDo={() =>
        void deeds.run({ type: "KeepCase", case: row.case, ...words }).then((done) => done && close())
      }
      onLeave={close}
    >
      <Line
        isFirst
        label={intl.formatMessage({ id: "expiring.why" })}
        value={words.reason}
        onWrite={(reason) => write({ reason })}
      />
      <RefusedHere deeds={deeds} of="KeepCase" />
    </SlipForm>
  );
}

/** Asked once more: from here there is no way back. */
function Shred({ row, deeds, onClose }: Given) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div className="inline-form settles" role="group">
      <p className="wrong" role="alert">
        <FormattedMessage id="expiring.sure" />
      </p>
      <div className="inline-acts">
        <button
          ref={yes}
          type="button"
          className="button"
          data-look="seal"
          onClick={() => void deeds.run({ type: "ShredCase", case: row.case }).then(onClose)}
        >
          <FormattedMessage id="expiring.yes" />
        </button>
        <button type="button" className="button" data-look="plain" onClick={onClose}>
          <FormattedMessage id="leave" />
        </button>
      </div>
    </div>
  );
}
