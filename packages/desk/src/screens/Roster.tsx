/** Every case of the desk in one list: searched by any word of the card, cut by the saved lists, drawn only where it is seen. */
import type { CaseId } from "@answerable/casework";
import { rosterLists, type RosterList } from "@answerable/replica";
import { useDeferredValue, useRef, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../app/desk.tsx";
import { go, hashOf } from "../app/route.ts";
import { latinKey } from "../parts/layout.ts";
import { useFreeKeys } from "../parts/useFreeKeys.ts";
import { RosterRows } from "./roster/RosterRows.tsx";
import { useRosterWindow } from "./roster/useRosterWindow.ts";

/** More letters than this are not one batch that anybody has read. */
const MOST_LETTERS = 200;

export interface RosterPlace {
  readonly text: string;
  readonly list: RosterList;
  /** The row the person stands on. */
  readonly at: number;
}

export function Roster({
  place,
  onPlace,
  onDraftFor,
}: {
  readonly place: RosterPlace;
  readonly onPlace: (place: RosterPlace) => void;
  readonly onDraftFor: (cases: readonly CaseId[]) => void;
}) {
  const intl = useIntl();
  const status = useStatus();
  const { office } = usePage();
  const search = useRef<HTMLInputElement>(null);
  const text = useDeferredValue(place.text);
  const seen = useRosterWindow(text, place.list, place.at);
  const total = seen.answer?.total ?? 0;

  const open = (id: CaseId | undefined) => id && go({ page: "case", case: id });
  const move = (to: number) => onPlace({ ...place, at: Math.max(0, Math.min(total - 1, to)) });
  useFreeKeys((key, { code }) => {
    // On йцукен the slash sits on the key of the full stop.
    if (key === "/" || (key === "." && code === "Slash")) {
      search.current?.focus();
      search.current?.select();
    } else if (key === "i") go({ page: "lists" });
    else if (key === "e") go({ page: "out", of: "roster" });
    else return false;
    return true;
  });

  /** One letter for every case that the search and the list show. */
  async function draftForAll(): Promise<void> {
    const found = await office.ask({ type: "Roster", text, list: place.list, from: 0, count: MOST_LETTERS });
    onDraftFor(found.rows.map((row) => row.case));
  }

  function onRowKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? latinKey(event.key) : event.key;
    const steps: Readonly<Record<string, number>> = {
      j: 1,
      ArrowDown: 1,
      k: -1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -total,
      End: total,
    };
    const step = steps[key];
    if (step !== undefined) move(place.at + step);
    else if (key === "Enter") open(seen.rowAt(place.at)?.case);
    else return;
    event.preventDefault();
  }

  return (
    <div className="roster">
      <h1 className="unseen">
        <FormattedMessage id="place.roster" />
      </h1>
      <div className="roster-top">
        <div className="search">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            <path d="m13 13 4.5 4.5" stroke="currentColor" strokeWidth="1.6" />
          </svg>
          <input
            ref={search}
            type="search"
            aria-label={intl.formatMessage({ id: "roster.search" })}
            placeholder={intl.formatMessage({ id: "roster.search.hint" })}
            autoComplete="off"
            spellCheck={false}
            value={place.text}
            onChange={(event) => onPlace({ ...place, text: event.target.value, at: 0 })}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") {
                event.preventDefault();
                document.getElementById("roster-rows")?.focus();
              }
            }}
          />
          <kbd>/</kbd>
        </div>
        <p className="says" role="status">
          {seen.answer && (
            <FormattedMessage
              id={text.trim() === "" ? "roster.total" : "roster.found"}
              values={{ count: total }}
            />
          )}
        </p>
        {total > 0 && total <= MOST_LETTERS && (
          <button type="button" className="button wide" data-look="plain" onClick={() => void draftForAll()}>
            <FormattedMessage id="roster.draft" values={{ count: total }} />
          </button>
        )}
      </div>
      <div className="lists" role="group" aria-label={intl.formatMessage({ id: "roster.lists" })}>
        {rosterLists.map((list) => (
          <button
            key={list}
            type="button"
            className="list"
            aria-pressed={place.list === list}
            onClick={() => onPlace({ ...place, list, at: 0 })}
          >
            <span>
              <FormattedMessage id={`list.${list}`} />
            </span>
            <b>{seen.answer ? intl.formatNumber(seen.answer.lists[list]) : ""}</b>
          </button>
        ))}
        <a className="list-link" href={hashOf({ page: "lists" })}>
          <FormattedMessage id="lists.link" /> <kbd>i</kbd>
        </a>
        <a className="list-link" href={hashOf({ page: "out", of: "roster" })}>
          <FormattedMessage id="out.link" /> <kbd>e</kbd>
        </a>
        <a className="list-link" href={hashOf({ page: "review" })}>
          <FormattedMessage id="review.link" />
        </a>
        <a className="list-link" href={hashOf({ page: "expiring" })}>
          <FormattedMessage id="expiring.link" />
        </a>
      </div>
      {seen.answer && total === 0 ? (
        <p className="empty large">
          <FormattedMessage
            id={text.trim() !== "" ? "roster.none" : status.sync ? "roster.filling" : `empty.${place.list}`}
            values={{ text }}
          />
        </p>
      ) : (
        <RosterRows seen={seen} at={place.at} onAt={move} onOpen={open} onKeyDown={onRowKey} />
      )}
    </div>
  );
}
