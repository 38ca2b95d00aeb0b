/**
 * The incidents of a claims file: found by words, kind, region, grade, denial and time, on one line of time and a map. Keys: / to the
 * words, arrows and Enter in the list, c picks one to compare, n a new claim.
 */
import type { FolderId, IncidentFilter } from "@answerable/casework";
import { useRef, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { go, hashOf } from "../../app/route.ts";
import { latinKey } from "../../parts/layout.ts";
import { useFreeKeys } from "../../parts/useFreeKeys.ts";
import { IncidentFilters, type FilterChange } from "./IncidentFilters.tsx";
import { IncidentRows } from "./IncidentRows.tsx";
import { RegionMap } from "./RegionMap.tsx";
import { useIncidents } from "./useIncidents.ts";

export interface ListPlace {
  readonly filter: IncidentFilter;
  readonly order: "entered" | "time";
  readonly at: number;
}
export const freshPlace: ListPlace = { filter: {}, order: "entered", at: 0 };

interface Given {
  readonly file: FolderId;
  readonly place: ListPlace;
  readonly onPlace: (place: ListPlace) => void;
}

export function Incidents({ file, place, onPlace }: Given) {
  const intl = useIntl();
  const { filter, order, at } = place;
  const seen = useIncidents(file, filter, order);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const search = useRef<HTMLInputElement>(null);
  const total = seen.file?.type === "Here" ? seen.file.found.total : 0;

  function filtered(change: FilterChange): void {
    const next = Object.entries({ ...filter, ...change }).filter(
      ([, value]) => value !== undefined && value !== "",
    );
    onPlace({ ...place, filter: Object.fromEntries(next), at: 0 });
  }
  const open = (incident: string) => go({ page: "ledger", file, room: { at: "incident", incident } });

  function pick(incident: string): void {
    if (picked.includes(incident)) return setPicked(picked.filter((one) => one !== incident));
    const [left] = picked;
    if (left === undefined) return setPicked([incident]);
    go({ page: "ledger", file, room: { at: "compare", left, right: incident } });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = seen.rowAt(at);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
      Home: 0,
      End: total - 1,
    }[event.key];
    if (to !== undefined) onPlace({ ...place, at: Math.max(0, Math.min(total - 1, to)) });
    else if (event.key === "Enter" && row) open(row.id);
    else if (event.key.length === 1 && latinKey(event.key) === "c" && row) pick(row.id);
    else return;
    event.preventDefault();
  }
  useFreeKeys((key) => {
    if (key === "/") search.current?.focus();
    else if (key === "n") go({ page: "ledger", file, room: { at: "enter" } });
    else return false;
    return true;
  });

  if (!seen.file) return null;
  if (seen.file.type !== "Here")
    return (
      <p className="empty large">
        <FormattedMessage id={`ledger.file.${seen.file.type}`} />
      </p>
    );
  const { found, name } = seen.file;
  return (
    <div className="ledger-list">
      <header className="ledger-top">
        <h1>{name}</h1>
        <p className="says" role="status">
          <FormattedMessage
            id="ledger.counts"
            values={{ incidents: found.all, claims: found.claims, shown: found.total }}
          />
        </p>
        <div className="ledger-acts">
          <a
            className="button"
            data-look="seal"
            href={hashOf({ page: "ledger", file, room: { at: "enter" } })}
          >
            <FormattedMessage id="ledger.enter" /> <kbd>n</kbd>
          </a>
          <a className="button" href={hashOf({ page: "ledger", file, room: { at: "same" } })}>
            <FormattedMessage id="ledger.same" />
          </a>
          {found.loose > 0 && (
            <a
              className="button"
              data-look="plain"
              href={hashOf({ page: "ledger", file, room: { at: "loose" } })}
            >
              <FormattedMessage id="ledger.loose" values={{ count: found.loose }} />
              {found.looseAgain > 0 && (
                <>
                  {" · "}
                  <FormattedMessage id="ledger.again" values={{ count: found.looseAgain }} />
                </>
              )}
            </a>
          )}
        </div>
      </header>
      <details className="ledger-filters" open={!matchMedia("(max-width: 960px)").matches}>
        <summary>
          <FormattedMessage id="ledger.filters" />
        </summary>
        <IncidentFilters
          found={found}
          filter={filter}
          order={order}
          onFilter={filtered}
          onOrder={(next) => onPlace({ ...place, order: next, at: 0 })}
        />
        <RegionMap
          regions={found.regions}
          chosen={filter.region}
          onChoose={(region) => filtered({ region })}
        />
      </details>
      <div className="ledger-found">
        <label className="search">
          <span className="unseen">
            <FormattedMessage id="ledger.search" />
          </span>
          <input
            ref={search}
            type="search"
            autoComplete="off"
            spellCheck={false}
            placeholder={intl.formatMessage({ id: "ledger.search" })}
            value={filter.text ?? ""}
            onChange={(event) => filtered({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown") return;
              event.preventDefault();
              document.getElementById("incident-rows")?.focus();
            }}
          />
          <kbd>/</kbd>
        </label>
        {picked.length > 0 && (
          <p className="says" role="status">
            <FormattedMessage id="ledger.compare.picked" />{" "}
            <button type="button" className="button small" onClick={() => setPicked([])}>
              <FormattedMessage id="ledger.compare.none" />
            </button>
          </p>
        )}
        {found.total === 0 ? (
          <p className="empty large">
            <FormattedMessage id={found.all === 0 ? "ledger.empty" : "ledger.nothingFound"} />
          </p>
        ) : (
          <IncidentRows
            answer={found}
            rowAt={seen.rowAt}
            at={Math.min(at, found.total - 1)}
            picked={picked}
            onAt={(next) => onPlace({ ...place, at: next })}
            onOpen={open}
            onLook={seen.look}
            onKeyDown={onKeyDown}
          />
        )}
      </div>
    </div>
  );
}
