/**
 * One incident on one page: what is claimed, by whom, through whom, from how many origins, in what figures, denied by whom, and why it is
 * graded as it is. What belongs to no incident has the same page without a grade.
 */
import type { FolderId, IncidentPageAnswer } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../../app/desk.tsx";
import { go, hashOf } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import { ChainDrawing } from "./ChainDrawing.tsx";
import { ClaimCard } from "./ClaimCard.tsx";
import { CodeWord, GradeMark, Range } from "./Codes.tsx";
import { Figures } from "./Figures.tsx";
import { GradeWhy } from "./GradeWhy.tsx";
import { WhenSaid } from "./WhenSaid.tsx";

const PAGE = 50;

export function IncidentPage({ file, incident }: { readonly file: FolderId; readonly incident: string }) {
  const lang = useLang();
  const [most, setMost] = useState(PAGE);
  const answer = useAnswer({ type: "IncidentPage", case: file, lang, incident, most });
  if (!answer) return null;
  if (answer.type !== "Here")
    return (
      <p className="empty large">
        <FormattedMessage id={`ledger.file.${answer.type}`} />
      </p>
    );
  const page = answer.found;
  return (
    <article className="case incident">
      <Head page={page} file={file} name={answer.name} />
      {page.row && (
        <div className="incident-glance">
          <section aria-labelledby="incident-why" className="part">
            <h2 id="incident-why">
              <FormattedMessage id="ledger.why" />
            </h2>
            <GradeWhy steps={page.steps} />
            {page.why !== undefined && (
              <p className="says">
                <FormattedMessage id="ledger.whyPerson" values={{ words: page.why }} />
              </p>
            )}
          </section>
          {page.figures.length > 0 && <Figures figures={page.figures} />}
        </div>
      )}
      {page.chains.length > 0 && <ChainDrawing chains={page.chains} />}
      {!page.row && page.figures.length > 0 && <Figures figures={page.figures} />}
      <section aria-labelledby="incident-claims" className="part">
        <h2 id="incident-claims">
          <FormattedMessage id="ledger.claimed" values={{ count: page.claimsInAll }} />
        </h2>
        <ol className="claims">
          {page.claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} file={file} name={answer.name} />
          ))}
        </ol>
        {page.claimsInAll > page.claims.length && (
          <button type="button" className="button" onClick={() => setMost(most + PAGE * 4)}>
            <FormattedMessage id="board.more" values={{ count: page.claimsInAll - page.claims.length }} />
          </button>
        )}
      </section>
    </article>
  );
}

function Head({
  page,
  file,
  name,
}: {
  readonly page: IncidentPageAnswer;
  readonly file: FolderId;
  readonly name: string;
}) {
  const intl = useIntl();
  const { print } = usePage();
  const { row } = page;
  const nearest = page.chains
    .filter(({ counts, isUnattributed }) => counts === "counted" && !isUnattributed)
    .map(({ depth }) => depth);
  return (
    <header className="case-head incident-head-part">
      <p className="incident-way">
        <a href={hashOf({ page: "ledger", file, room: { at: "list" } })}>{name}</a>
      </p>
      <h1>{row ? row.label : <FormattedMessage id="ledger.loose.title" />}</h1>
      {row && (
        <p className="incident-line">
          <CodeWord of="kind" code={row.kind} />
          {row.place !== undefined && ` · ${row.place}`}
          {" · "}
          <WhenSaid edtf={row.edtf} />
          {page.basis !== undefined && <small> {page.basis}</small>}
        </p>
      )}
      {page.entered !== undefined && (
        <p className="says">
          <FormattedMessage id="ledger.enteredAs" values={{ words: page.entered }} />
        </p>
      )}
      {row && (
        <dl className="incident-facts">
          <div>
            <dt>
              <FormattedMessage id="ledger.head.grade" />
            </dt>
            <dd>
              <GradeMark row={row} />
            </dd>
          </div>
          <div>
            <dt>
              <FormattedMessage id="ledger.origins" />
            </dt>
            <dd className="incident-number">
              <Range min={row.origins.min} max={row.origins.max} />
            </dd>
          </div>
          <div>
            <dt>
              <FormattedMessage id="ledger.nearest" />
            </dt>
            <dd>
              {nearest.length === 0 ? (
                <FormattedMessage id="ledger.nearest.none" />
              ) : (
                <FormattedMessage id="ledger.depth" values={{ depth: Math.min(...nearest) }} />
              )}
            </dd>
          </div>
          <div>
            <dt>
              <FormattedMessage id="ledger.head.claims" />
            </dt>
            <dd>
              {intl.formatNumber(row.claims)}
              {row.denied > 0 && (
                <>
                  {", "}
                  <FormattedMessage id="ledger.denied" values={{ count: row.denied }} />
                </>
              )}
            </dd>
          </div>
        </dl>
      )}
      <div className="case-acts">
        {row && (
          <a
            className="button"
            href={hashOf({ page: "ledger", file, room: { at: "enter", incident: row.id } })}
          >
            <FormattedMessage id="ledger.enterHere" />
          </a>
        )}
        <button type="button" className="button" data-look="plain" onClick={print}>
          <FormattedMessage id="ledger.print" />
        </button>
        {row && <CompareWith file={file} incident={row.id} />}
      </div>
    </header>
  );
}

/** The others of the file, in the browser's own list. */
function CompareWith({ file, incident }: { readonly file: FolderId; readonly incident: string }) {
  const intl = useIntl();
  const lang = useLang();
  const cast = useAnswer({ type: "LedgerCast", case: file, lang });
  const others = cast?.type === "Here" ? cast.found.incidents.filter(({ id }) => id !== incident) : [];
  if (others.length === 0) return null;
  return (
    <select
      className="write compare-with"
      aria-label={intl.formatMessage({ id: "ledger.compare.with" })}
      value=""
      onChange={(event) =>
        go({ page: "ledger", file, room: { at: "compare", left: incident, right: event.target.value } })
      }
    >
      <option value="">{intl.formatMessage({ id: "ledger.compare.with" })}</option>
      {others.slice(0, MOST_TO_COMPARE).map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
const MOST_TO_COMPARE = 500;
