/**
 * Possible matches, at most five, while the caller still speaks. Link, never merge; saving is never blocked. What is
 * decided lies in the draft and is sealed with the call; the same key takes it back.
 * Keys while the list has focus: 1 to 5 look, l link, n not the same, ? unsure, c go on in that case.
 */
import type { CaseId, Draft, Verdict } from "@answerable/casework";
import type { MatchesQuery, MatchRow } from "@answerable/replica";
import { useDeferredValue, useState, type KeyboardEvent, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Change } from "../../app/calls.tsx";
import { useAnswer, useClock, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { grievances, Label, stages } from "../../app/vocab.ts";
import { latinKey } from "../../parts/layout.ts";
import { reasonsInWords } from "../same/reasons.ts";
import { Strip } from "../same/Strip.tsx";
import { Glance } from "./Glance.tsx";

interface Given {
  readonly draft: Draft;
  readonly change: (change: Change) => void;
  readonly onLeave: () => void;
}

export function Matches({ draft, change, onLeave }: Given) {
  const intl = useIntl();
  const { indexing } = useStatus();
  const query = useDeferredValue(queryOf(draft));
  const answer = useAnswer(query);
  const [looked, setLooked] = useState<CaseId>();
  const rows = query === undefined ? [] : (answer?.rows ?? []);
  const verdictOf = (id: CaseId) => draft.links.findLast((link) => link.other === id)?.verdict;
  const shown = rows.filter((row) => verdictOf(row.case) !== "different");
  const apart = draft.links.filter((link) => link.verdict === "different").length;
  const at = shown.find((row) => row.case === looked) ?? shown[0];

  function say(row: MatchRow, verdict: Verdict): void {
    const others = draft.links.filter((link) => link.other !== row.case);
    const said = { other: row.case, verdict, strip: [...row.reasons] };
    change({ links: verdictOf(row.case) === verdict ? others : [...others, said] });
  }
  const goOn = (row: MatchRow) => change({ attachTo: draft.attachTo === row.case ? undefined : row.case });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === "?" || event.key === "," ? "?" : latinKey(event.key);
    const row = /^[1-5]$/.test(key) ? shown[Number(key) - 1] : undefined;
    if (row) setLooked(row.case);
    else if (key === "l" && at) say(at, "same");
    else if (key === "n" && at) say(at, "different");
    else if (key === "?" && at) say(at, "unsure");
    else if (key === "c" && at && canGoOn(at)) goOn(at);
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
      {indexing && (
        <p className="says pad" role="status">
          <FormattedMessage
            id="matches.indexing"
            values={{ part: indexing.of === 0 ? 0 : indexing.done / indexing.of }}
          />
        </p>
      )}
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
            isLinked={draft.attachTo === row.case || verdictOf(row.case) === "same"}
            onLook={() => setLooked(row.case === looked ? undefined : row.case)}
          >
            {row.case === looked && <Glance case={row.case} />}
            <div className="match-acts">
              <Act letter="l" isPressed={verdictOf(row.case) === "same"} onPress={() => say(row, "same")}>
                <FormattedMessage id={verdictOf(row.case) === "same" ? "matches.linked" : "matches.link"} />
              </Act>
              <Act letter="n" look="plain" onPress={() => say(row, "different")}>
                <FormattedMessage id="matches.different" />
              </Act>
              <Act
                letter="?"
                look="plain"
                isPressed={verdictOf(row.case) === "unsure"}
                onPress={() => say(row, "unsure")}
              >
                <FormattedMessage id="matches.unsure" />
              </Act>
              {canGoOn(row) && (
                <Act
                  letter="c"
                  look="plain"
                  isPressed={draft.attachTo === row.case}
                  onPress={() => goOn(row)}
                >
                  <FormattedMessage id="matches.continue" />
                </Act>
              )}
            </div>
          </Match>
        ))}
      </ol>
      {apart > 0 && (
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => change({ links: draft.links.filter((link) => link.verdict !== "different") })}
        >
          <FormattedMessage id="matches.apart" values={{ count: apart }} />
        </button>
      )}
    </section>
  );
}

/** The same caller again, by her number: her call belongs in her case. */
const canGoOn = (row: MatchRow) => row.strip.phone === "same";

interface ActGiven {
  readonly letter: string;
  readonly look?: "plain";
  readonly isPressed?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Act({ letter, look, isPressed, onPress, children }: ActGiven) {
  return (
    <button type="button" className="button" data-look={look} aria-pressed={isPressed} onClick={onPress}>
      {children} <kbd>{letter}</kbd>
    </button>
  );
}

interface MatchGiven {
  readonly row: MatchRow;
  readonly n: number;
  readonly isLooked: boolean;
  readonly isLinked: boolean;
  readonly onLook: () => void;
  readonly children: ReactNode;
}

function Match({ row, n, isLooked, isLinked, onLook, children }: MatchGiven) {
  const intl = useIntl();
  const now = useClock(60);
  const reasons = reasonsInWords(row.reasons, intl);
  return (
    <li className="match" data-linked={isLinked || undefined} data-proposed={row.proposed}>
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
          {row.cases > 1 && (
            <>
              {" · "}
              <FormattedMessage id="matches.cases" values={{ count: row.cases }} />
            </>
          )}
          {row.grievance && (
            <>
              {" · "}
              <b className="code">{row.grievance}</b> <Label of={grievances} code={row.grievance} />
            </>
          )}
        </span>
      </button>
      <p className="says match-why">
        <b>
          <FormattedMessage id={`match.proposed.${row.proposed}`} />
        </b>
        {reasons !== "" && `: ${reasons}`}
      </p>
      <Strip strip={row.strip} />
      <p className="says">
        <Label of={stages} code={row.stage} />
        {row.lastContact && (
          <>
            {" · "}
            <When at={row.lastContact} now={now} />
          </>
        )}
        {row.anotherCalled && (
          <>
            {" · "}
            <FormattedMessage id="matches.another" />
          </>
        )}
      </p>
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
    caller: draft.callerName,
    ...(draft.relation === undefined ? {} : { relation: draft.relation }),
    not: draft.links.flatMap((link) => (link.verdict === "different" ? [link.other] : [])),
  };
}
