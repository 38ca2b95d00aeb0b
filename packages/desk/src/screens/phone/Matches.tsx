/**
 * Possible matches, at most five, while the caller still speaks. Link, never merge; saving is never blocked.
 * Keys while the list has focus: 1 to 5 look, l link, n not the same, ? unsure.
 */
import type { CaseId, Draft } from "@answerable/casework";
import type { MatchesQuery, MatchField, MatchRow } from "@answerable/replica";
import { useDeferredValue, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { grievances, Label, stages } from "../../app/vocab.ts";
import { latinKey } from "../../parts/layout.ts";
import { Glance } from "./Glance.tsx";

export type Verdict = "different" | "unsure";

interface Given {
  readonly draft: Draft;
  readonly verdicts: ReadonlyMap<CaseId, Verdict>;
  readonly onVerdict: (row: CaseId, verdict: Verdict | undefined) => void;
  readonly onLink: (row: CaseId | undefined) => void;
  readonly onLeave: () => void;
}

const strip: readonly MatchField[] = [
  "name",
  "patronymic",
  "birth",
  "region",
  "unit",
  "phone",
  "callSign",
  "dogTag",
];

export function Matches({ draft, verdicts, onVerdict, onLink, onLeave }: Given) {
  const intl = useIntl();
  const now = useClock(60);
  const query = useDeferredValue(queryOf(draft));
  const answer = useAnswer(query);
  const [looked, setLooked] = useState<CaseId>();
  const rows = query === undefined ? [] : (answer?.rows ?? []);
  const shown = rows.filter((row) => verdicts.get(row.case) !== "different");
  const apart = rows.length - shown.length;
  const at = shown.find((row) => row.case === looked) ?? shown[0];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === "?" || event.key === "," ? "?" : latinKey(event.key);
    const row = /^[1-5]$/.test(key) ? shown[Number(key) - 1] : undefined;
    if (row) setLooked(row.case);
    else if (key === "l" && at) onLink(draft.attachTo === at.case ? undefined : at.case);
    else if (key === "n" && at) onVerdict(at.case, "different");
    else if (key === "?" && at) onVerdict(at.case, verdicts.get(at.case) === "unsure" ? undefined : "unsure");
    else if (event.key === "Escape" || event.key === "F2") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="matches" aria-labelledby="matches-title">
      <header className="side-head">
        <h2 id="matches-title">
          <FormattedMessage id="matches.title" values={{ count: shown.length }} />
        </h2>
        <kbd>F2</kbd>
      </header>
      {(answer?.callsFromNumberToday ?? 0) > 0 && query && (
        <p className="says pad">
          <FormattedMessage id="matches.today" values={{ count: answer?.callsFromNumberToday ?? 0 }} />
        </p>
      )}
      {shown.length === 0 && (
        <p className="empty">
          <FormattedMessage id={query ? "matches.none" : "matches.waiting"} />
        </p>
      )}
      <ol
        id="matches"
        tabIndex={-1}
        aria-label={intl.formatMessage({ id: "matches.keys" })}
        onKeyDown={onKeyDown}
      >
        {shown.map((row, n) => (
          <Match
            key={row.case}
            row={row}
            n={n + 1}
            isLooked={row.case === looked}
            isLinked={draft.attachTo === row.case}
            verdict={verdicts.get(row.case)}
            onLook={() => setLooked(row.case === looked ? undefined : row.case)}
          >
            <p className="says">
              <Label of={stages} code={row.stage} />
              {row.lastContact && (
                <>
                  {" · "}
                  <When at={row.lastContact} now={now} />
                </>
              )}
            </p>
            {row.case === looked && <Glance case={row.case} />}
            <div className="match-acts">
              <button
                type="button"
                className="button"
                aria-pressed={draft.attachTo === row.case}
                onClick={() => onLink(draft.attachTo === row.case ? undefined : row.case)}
              >
                <FormattedMessage id={draft.attachTo === row.case ? "matches.linked" : "matches.link"} />{" "}
                <kbd>l</kbd>
              </button>
              <button
                type="button"
                className="button"
                data-look="plain"
                onClick={() => onVerdict(row.case, "different")}
              >
                <FormattedMessage id="matches.different" /> <kbd>n</kbd>
              </button>
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-pressed={verdicts.get(row.case) === "unsure"}
                onClick={() =>
                  onVerdict(row.case, verdicts.get(row.case) === "unsure" ? undefined : "unsure")
                }
              >
                <FormattedMessage id="matches.unsure" /> <kbd>?</kbd>
              </button>
            </div>
          </Match>
        ))}
      </ol>
      {apart > 0 && (
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => rows.forEach((row) => onVerdict(row.case, undefined))}
        >
          <FormattedMessage id="matches.apart" values={{ count: apart }} />
        </button>
      )}
    </section>
  );
}

interface MatchGiven {
  readonly row: MatchRow;
  readonly n: number;
  readonly isLooked: boolean;
  readonly isLinked: boolean;
  readonly verdict: Verdict | undefined;
  readonly onLook: () => void;
  readonly children: React.ReactNode;
}

function Match({ row, n, isLooked, isLinked, onLook, children }: MatchGiven) {
  const intl = useIntl();
  return (
    <li className="match" data-linked={isLinked || undefined}>
      <button type="button" className="match-head" aria-expanded={isLooked} onClick={onLook}>
        <kbd>{n}</kbd>
        <span className="match-name">
          <span className="name">{row.name === "" ? <FormattedMessage id="roster.noName" /> : row.name}</span>
          {row.birthYear !== undefined && <span>{row.birthYear}</span>}
        </span>
        <span className="match-facts">
          {[row.region, intl.formatMessage({ id: "roster.contacts" }, { count: row.contacts })]
            .filter(Boolean)
            .join(" · ")}
          {row.grievance && (
            <>
              {" · "}
              <b className="code">{row.grievance}</b> <Label of={grievances} code={row.grievance} />
            </>
          )}
        </span>
      </button>
      <dl className="strip">
        {strip
          .filter((field) => row.strip[field] !== "blank")
          .map((field) => (
            <div key={field} data-like={row.strip[field]}>
              <dt>
                <FormattedMessage id={`match.${field}`} />
              </dt>
              <dd>
                <FormattedMessage id={`match.is.${row.strip[field]}`} />
              </dd>
            </div>
          ))}
      </dl>
      {children}
    </li>
  );
}

/** Nothing is asked before the third letter, or an exact mark of the man or of the number. */
function queryOf(draft: Draft): MatchesQuery | undefined {
  const phones = [...draft.phones.map((phone) => phone.raw), draft.soldierPhone].filter(
    (raw) => raw.replace(/\D/g, "").length >= 7,
  );
  if (
    draft.soldierName.trim().length < 3 &&
    phones.length === 0 &&
    draft.callSign.trim().length < 3 &&
    draft.dogTag.trim().length < 3
  )
    return undefined;
  return {
    type: "Matches",
    soldierName: draft.soldierName,
    birth: draft.birth,
    region: draft.region,
    unit: draft.unit,
    phones,
    callSign: draft.callSign,
    dogTag: draft.dogTag,
  };
}
