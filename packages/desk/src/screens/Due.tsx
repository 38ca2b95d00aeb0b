/** Promises, call-backs and tasks of the whole desk: what is most urgent first, then by due time. Ended and reopened from here. */
import type { CaseId } from "@answerable/casework";
import { numberToText } from "@answerable/casework";
import type { TaskRow } from "@answerable/replica";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock, useStatus } from "../app/desk.tsx";
import { When } from "../app/moments.tsx";
import { go, hashOf } from "../app/route.ts";
import { latinKey } from "../parts/layout.ts";
import { isWriting } from "../parts/move-on.ts";
import { UrgencyMark } from "../parts/UrgencyMark.tsx";
import { Words } from "../parts/Words.tsx";
import { Deeds, useDeeds, type DeedsOf } from "./casefile/Deeds.tsx";
import { FinishTask } from "./casefile/FinishTask.tsx";
import { MemberName } from "./casefile/Said.tsx";

export function Due() {
  const intl = useIntl();
  const { me } = useStatus();
  const [isMine, setMine] = useState(false);
  const answer = useAnswer({ type: "Tasks", ...(isMine && me ? { owner: me.member } : {}) });
  const deeds = useDeeds();
  const [at, setAt] = useState(0);
  const [ending, setEnding] = useState<TaskRow["task"]>();
  const list = useRef<HTMLUListElement>(null);
  const rows = answer?.rows ?? [];
  const current = Math.min(at, rows.length - 1);
  const overdue = rows.filter((row) => row.isOverdue).length;
  useEffect(() => list.current?.focus(), []);

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const key = event.key.length === 1 ? latinKey(event.key) : event.key;
    const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
    const step = steps[key];
    const row = rows[current];
    if (step !== undefined) setAt(Math.max(0, Math.min(rows.length - 1, current + step)));
    else if (key === "Enter" && event.target === list.current && row) go({ page: "case", case: row.case });
    else if (key === "d" && row) setEnding(row.task);
    else if (key === "r") deeds.takeBack();
    else return;
    event.preventDefault();
  }

  return (
    <section className="due" aria-labelledby="due-title" onKeyDown={onKey}>
      <header className="due-top">
        <h1 id="due-title">
          <FormattedMessage id="due.title" />
        </h1>
        <p className="says" role="status">
          {answer && <FormattedMessage id="due.count" values={{ count: rows.length, overdue }} />}
        </p>
        <button type="button" className="choice" aria-pressed={isMine} onClick={() => setMine(!isMine)}>
          <FormattedMessage id="due.mine" />
        </button>
        <p className="says due-keys">
          <FormattedMessage id="due.keys" />
        </p>
      </header>
      <Deeds deeds={deeds} />
      {answer && rows.length === 0 ? (
        <p className="empty large">
          <FormattedMessage id="due.none" />
        </p>
      ) : (
        <ul
          ref={list}
          className="due-rows"
          tabIndex={-1}
          aria-label={intl.formatMessage({ id: "due.title" })}
        >
          {rows.map((row, n) => (
            <Row
              key={row.task}
              row={row}
              deeds={deeds}
              isCurrent={n === current}
              isEnding={ending === row.task}
              onEnd={(is) => {
                setAt(n);
                setEnding(is ? row.task : undefined);
                if (!is) list.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowGiven {
  readonly row: TaskRow;
  readonly deeds: DeedsOf;
  readonly isCurrent: boolean;
  readonly isEnding: boolean;
  readonly onEnd: (isEnding: boolean) => void;
}

function Row({ row, deeds, isCurrent, isEnding, onEnd }: RowGiven) {
  const now = useClock(30);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <li
      ref={place}
      className="due-row"
      aria-current={isCurrent || undefined}
      data-late={row.isOverdue || undefined}
    >
      {row.urgency ? <UrgencyMark urgency={row.urgency} word={false} /> : <span />}
      <span className="due-when">
        {row.due && (
          <FormattedMessage
            id={row.isOverdue ? "tasks.late" : "tasks.due"}
            values={{ when: <When at={row.due} now={now} /> }}
          />
        )}
      </span>
      <span className="due-what">
        <bdi>
          <Words text={row.what} />
        </bdi>
        <small>
          <FormattedMessage id={`task.${row.kind}`} />
          {row.owner && (
            <>
              {" · "}
              <MemberName member={row.owner} />
            </>
          )}
        </small>
      </span>
      <CaseLink row={row} />
      {isEnding ? (
        <FinishTask of={{ case: row.case, task: row.task }} deeds={deeds} onClose={() => onEnd(false)} />
      ) : (
        <button type="button" className="button small" onClick={() => onEnd(true)}>
          <FormattedMessage id="tasks.finish" />
        </button>
      )}
    </li>
  );
}

function CaseLink({
  row,
}: {
  readonly row: { readonly case: CaseId; readonly name: string; readonly number: string };
}) {
  return (
    <a className="due-case" href={hashOf({ page: "case", case: row.case })}>
      <bdi className="name">
        {row.name === "" ? <FormattedMessage id="roster.noName" /> : <Words text={row.name} />}
      </bdi>
      <span className="number">{numberToText(row.number)}</span>
    </a>
  );
}
