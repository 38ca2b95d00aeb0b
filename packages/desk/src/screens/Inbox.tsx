/**
 * Letters from outside, worked through with one hand: down and up, into a new case, into a case beside, aside and back. The
 * letter that comes next is open as soon as one is dealt with.
 * Keys: j k go, t takes as a new case, 1 to 5 into the case beside, f into the family's own, s aside, b back, z takes back.
 */
import { inboxLists, type DropAnswer, type InboxList, type Within } from "@answerable/replica";
import { useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../app/desk.tsx";
import { hashOf } from "../app/route.ts";
import { latinKey } from "../parts/layout.ts";
import { isWriting } from "../parts/move-on.ts";
import { Refused } from "../parts/Refused.tsx";
import { DayOf } from "./casefile/LetterHappened.tsx";
import { DropLetter } from "./inbox/DropLetter.tsx";
import { Groups } from "./inbox/Groups.tsx";
import { LetterRows } from "./inbox/LetterRows.tsx";
import { useSorting, type Sorting } from "./inbox/useSorting.ts";

const PAGE = 60;

export function Inbox() {
  const intl = useIntl();
  const sorting = useSorting();
  const [list, setList] = useState<InboxList>("waiting");
  const [within, setWithin] = useState<Within>();
  const [count, setCount] = useState(PAGE);
  const [at, setAt] = useState(0);
  const [isReading, setReading] = useState(false);
  const answer = useAnswer({
    type: "Inbox",
    list,
    from: 0,
    count,
    ...(within && list === "waiting" ? { within } : {}),
  });
  const rows = answer?.rows ?? [];
  const row = rows[Math.min(at, rows.length - 1)];
  const letter = useAnswer(row && ({ type: "Drop", drop: row.drop } as const));
  const open = letter && letter.type !== "Unknown" && letter.row.drop === row?.drop ? letter : undefined;

  useKeys({
    letter: open,
    sorting,
    move: (by) =>
      setAt((before) => Math.max(0, Math.min(rows.length - 1, Math.min(before, rows.length - 1) + by))),
  });
  // The next page is asked for before its end is reached.
  if (answer && at >= count - 5 && count < answer.total) setCount(count + PAGE);

  function show(next: InboxList): void {
    setList(next);
    setAt(0);
    setCount(PAGE);
    setReading(false);
  }

  return (
    <article className="inbox" data-reading={(isReading && row !== undefined) || undefined}>
      <header className="inbox-head">
        <h1>
          <FormattedMessage id="inbox.title" values={{ count: answer?.lists.waiting ?? 0 }} />
        </h1>
        <div className="inbox-lists" role="group" aria-label={intl.formatMessage({ id: "inbox.lists" })}>
          {inboxLists.map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={one === list}
              onClick={() => show(one)}
            >
              <FormattedMessage id={`inbox.list.${one}`} values={{ count: answer?.lists[one] ?? 0 }} />
            </button>
          ))}
        </div>
        {answer && (
          <p className="says">
            {answer.letterbox.type === "Open" ? (
              <FormattedMessage
                id="inbox.letterbox.Open"
                values={{ day: <DayOf key="day" day={answer.letterbox.until} /> }}
              />
            ) : (
              <FormattedMessage id="inbox.letterbox.Closed" />
            )}
          </p>
        )}
      </header>
      {answer?.opening && (
        <p className="inbox-opening" role="status">
          <progress
            value={answer.opening.done}
            max={answer.opening.of}
            aria-label={intl.formatMessage({ id: "inbox.opening" }, answer.opening)}
          />
          <FormattedMessage id="inbox.opening" values={answer.opening} />
        </p>
      )}
      {list === "waiting" && (
        <Groups
          groups={answer?.groups ?? []}
          within={within}
          sorting={sorting}
          choose={(next) => {
            setWithin(next);
            setAt(0);
            setCount(PAGE);
          }}
        />
      )}
      <Happened sorting={sorting} />
      {answer && rows.length === 0 && (
        <p className="empty large">
          <FormattedMessage id={`inbox.none.${list}`} />
        </p>
      )}
      {rows.length > 0 && (
        <div className="inbox-columns">
          <div className="inbox-list">
            <LetterRows
              rows={rows}
              chosen={row?.drop}
              choose={(next) => {
                setAt(next);
                setReading(true);
              }}
            />
            {answer && answer.total > rows.length && (
              <button type="button" className="button" onClick={() => setCount(count + PAGE)}>
                <FormattedMessage id="inbox.more" values={{ count: answer.total - rows.length }} />
              </button>
            )}
          </div>
          {open && (
            <DropLetter
              key={open.row.drop}
              letter={open}
              sorting={sorting}
              onBack={() => setReading(false)}
            />
          )}
        </div>
      )}
    </article>
  );
}

/** What was just done, and the way back where there is one. */
function Happened({ sorting }: { readonly sorting: Sorting }) {
  const { done, refused, undo } = sorting;
  return (
    <>
      {refused && <Refused refusal={refused} />}
      {done && !refused && (
        <p className="sealed-line settles" role="status">
          {done.type === "taken" ? (
            <>
              <FormattedMessage id={done.isNew ? "inbox.done.new" : "inbox.done.into"} />
              <a href={hashOf({ page: "case", case: done.case })}>
                <FormattedMessage id="sealed.look" />
              </a>
            </>
          ) : (
            <FormattedMessage id={`inbox.done.${done.type}`} values={{ count: done.count }} />
          )}
          {undo && (
            <button type="button" className="button" data-look="plain" onClick={undo}>
              <FormattedMessage id="deed.undo" /> <kbd>z</kbd>
            </button>
          )}
        </p>
      )}
    </>
  );
}

interface Keys {
  readonly letter: Exclude<DropAnswer, { readonly type: "Unknown" }> | undefined;
  readonly sorting: Sorting;
  readonly move: (by: number) => void;
}

function useKeys(keys: Keys): void {
  const newest = useRef(keys);
  // Before it is painted: what one sees is what the keys mean.
  useLayoutEffect(() => {
    newest.current = keys;
  });
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(document.activeElement)) return;
      if (pressed(newest.current, event)) event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** true: it was for us. */
function pressed({ letter, sorting, move }: Keys, event: KeyboardEvent): boolean {
  const key = event.key.length === 1 ? latinKey(event.key) : event.key;
  if (key === "j" || key === "ArrowDown") move(1);
  else if (key === "k" || key === "ArrowUp") move(-1);
  else if (event.repeat) return false;
  else if (key === "z" && sorting.undo) sorting.undo();
  else if (!letter) return false;
  else return dealtWith(letter, { key, sorting });
  return true;
}

function dealtWith(
  letter: NonNullable<Keys["letter"]>,
  { key, sorting }: { readonly key: string; readonly sorting: Sorting },
): boolean {
  const { drop } = letter.row;
  const isAside = letter.asides.length > 0;
  if (key === "b" && isAside) void sorting.bringBack([drop]);
  else if (isAside) return false;
  else if (key === "s") void sorting.setAside([drop]);
  else if (letter.type !== "Open") return false;
  else if (key === "t") void sorting.take(drop);
  else if (key === "f" && letter.family) void sorting.take(drop, letter.family.case);
  else {
    const match = /^[1-5]$/.test(key) ? letter.matches[Number(key) - 1] : undefined;
    if (!match) return false;
    void sorting.take(drop, match.case);
  }
  return true;
}
