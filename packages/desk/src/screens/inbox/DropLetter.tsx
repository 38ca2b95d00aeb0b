/** One letter whole, in the family's own words, with the cases that are like it beside, and what can be done with it. */
import {
  isCode,
  labelOf,
  relations,
  services,
  sources,
  type CaseId,
  type Report,
} from "@answerable/casework";
import type { DropAnswer, MatchRow } from "@answerable/replica";
import { FormattedMessage, useIntl } from "react-intl";

import { hashOf } from "../../app/route.ts";
import { consentScopes, useLang } from "../../app/vocab.ts";
import { Words } from "../../parts/Words.tsx";
import type { WordId } from "../../words/words.ts";
import { DayOf } from "../casefile/LetterHappened.tsx";
import { reasonsInWords } from "../same/reasons.ts";
import { Strip } from "../same/Strip.tsx";
import type { Sorting } from "./useSorting.ts";

interface Given {
  readonly letter: Exclude<DropAnswer, { readonly type: "Unknown" }>;
  readonly sorting: Sorting;
  readonly onBack: () => void;
}

export function DropLetter({ letter, sorting, onBack }: Given) {
  const { row } = letter;
  const isAside = letter.asides.length > 0;
  return (
    <article className="drop" aria-labelledby="drop-title">
      <button type="button" className="button drop-back" data-look="plain" onClick={onBack}>
        <FormattedMessage id="inbox.back" />
      </button>
      <header>
        <h2 id="drop-title" className="drop-name">
          {letter.type === "Open" ? (
            row.name === "" ? (
              <FormattedMessage id="roster.noName" />
            ) : (
              <bdi>{row.name}</bdi>
            )
          ) : (
            <FormattedMessage id={`inbox.state.${row.state}`} />
          )}
        </h2>
        <p className="says">
          <FormattedMessage id="inbox.filed" values={{ day: <DayOf key="day" day={row.day} /> }} />
          {letter.type === "Open" && (
            <>
              {" · "}
              <FormattedMessage
                id="inbox.code"
                values={{
                  receipt: (
                    <b key="receipt" className="number">
                      {letter.locator}
                    </b>
                  ),
                }}
              />
            </>
          )}
          {row.about !== undefined && (
            <>
              {" · "}
              <FormattedMessage id="inbox.about" values={{ about: row.about }} />
            </>
          )}
        </p>
      </header>
      {letter.type === "Closed" ? (
        <p className="says drop-closed">
          <FormattedMessage
            id={row.state === "sealed" ? "inbox.opening.one" : `inbox.why.${whyOf(row.state)}`}
          />
        </p>
      ) : (
        <div className="drop-columns">
          <Told report={letter.report} />
          <Beside letter={letter} sorting={sorting} />
        </div>
      )}
      <div className="case-acts review-acts drop-acts">
        {letter.type === "Open" && !isAside && (
          <button
            type="button"
            className="button"
            data-look="seal"
            onClick={() => void sorting.take(row.drop)}
          >
            <FormattedMessage id="inbox.takeNew" /> <kbd>t</kbd>
          </button>
        )}
        {isAside ? (
          <button type="button" className="button" onClick={() => void sorting.bringBack([row.drop])}>
            <FormattedMessage id="inbox.bringBack" /> <kbd>b</kbd>
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void sorting.setAside([row.drop])}>
            <FormattedMessage id="inbox.setAside" /> <kbd>s</kbd>
          </button>
        )}
      </div>
    </article>
  );
}

function whyOf(state: string): "damaged" | "noKey" | "unreadable" {
  return state === "noKey" || state === "unreadable" ? state : "damaged";
}

const questions: readonly (readonly [keyof Report, WordId])[] = [
  ["birth", "inbox.ask.birth"],
  ["region", "inbox.ask.region"],
  ["service", "inbox.ask.service"],
  ["unit", "inbox.ask.unit"],
  ["lastContact", "inbox.ask.lastContact"],
  ["source", "inbox.ask.source"],
  ["relation", "inbox.ask.relation"],
  ["callerName", "inbox.ask.callerName"],
  ["phone", "inbox.ask.phone"],
  ["safeHours", "inbox.ask.safeHours"],
];

function Told({ report }: { readonly report: Report }) {
  const intl = useIntl();
  const lang = useLang();
  const shown = (name: string, text: string): string => {
    if (name === "service" && isCode(services, text)) return labelOf(services, text, lang);
    if (name === "source" && isCode(sources, text)) return labelOf(sources, text, lang);
    if (name === "relation" && isCode(relations, text)) return labelOf(relations, text, lang);
    return text;
  };
  const told = questions.flatMap(([name, id]) => {
    const text = report[name];
    return typeof text === "string" && text.trim() !== "" ? [{ id, text: shown(name, text) }] : [];
  });
  const scopes = report.consent.filter((one): one is keyof typeof consentScopes =>
    isCode(consentScopes, one),
  );
  return (
    <div className="drop-told">
      {report.danger !== "unknown" && (
        <p className="drop-danger">
          <b>
            <FormattedMessage id={`inbox.danger.${report.danger}`} />
          </b>
        </p>
      )}
      <div className="drop-story said-words">
        <Words text={report.story} />
      </div>
      <dl className="drop-facts">
        {told.map(({ id, text }) => (
          <div key={id}>
            <dt>
              <FormattedMessage id={id} />
            </dt>
            <dd>
              <bdi>
                <Words text={text} />
              </bdi>
            </dd>
          </div>
        ))}
        {scopes.length > 0 && (
          <div>
            <dt>
              <FormattedMessage id="inbox.ask.consent" />
            </dt>
            <dd>{intl.formatList(scopes.map((scope) => labelOf(consentScopes, scope, lang)))}</dd>
          </div>
        )}
      </dl>
      {report.mayBeCalled === "no" && (
        <p className="says">
          <FormattedMessage id="inbox.noCall" />
        </p>
      )}
      {report.files.length > 0 && (
        <p className="says">
          <FormattedMessage
            id="inbox.filesNamed"
            values={{ names: intl.formatList(report.files.map((file) => file.name || file.kind)) }}
          />
        </p>
      )}
    </div>
  );
}

function Beside({
  letter,
  sorting,
}: {
  readonly letter: Extract<DropAnswer, { readonly type: "Open" }>;
  readonly sorting: Sorting;
}) {
  const { drop } = letter.row;
  const { family, taken } = letter;
  return (
    <aside className="drop-beside" aria-labelledby="drop-beside-title">
      <h3 id="drop-beside-title">
        <FormattedMessage id="matches.title" values={{ count: letter.matches.length }} />
      </h3>
      {taken && (
        <p className="sealed-line">
          <CaseLink id="inbox.takenInto" to={taken} />
        </p>
      )}
      {family && !taken && (
        <p className="sealed-line">
          <CaseLink id="inbox.family" to={family} />
          <button type="button" className="button" onClick={() => void sorting.take(drop, family.case)}>
            <FormattedMessage id="inbox.takeHere" /> <kbd>f</kbd>
          </button>
        </p>
      )}
      {letter.matches.length === 0 && (
        <p className="empty">
          <FormattedMessage id="matches.none" />
        </p>
      )}
      <ol>
        {letter.matches.map((row, at) => (
          <Match key={row.case} row={row} at={at + 1} onTake={() => void sorting.take(drop, row.case)} />
        ))}
      </ol>
    </aside>
  );
}

function CaseLink({
  id,
  to,
}: {
  readonly id: "inbox.takenInto" | "inbox.family";
  readonly to: { readonly case: CaseId; readonly number: string };
}) {
  return (
    <FormattedMessage
      id={id}
      values={{
        number: (
          <a key="number" className="number" href={hashOf({ page: "case", case: to.case })}>
            {to.number}
          </a>
        ),
      }}
    />
  );
}

function Match({
  row,
  at,
  onTake,
}: {
  readonly row: MatchRow;
  readonly at: number;
  readonly onTake: () => void;
}) {
  const intl = useIntl();
  const reasons = reasonsInWords(row.reasons, intl);
  return (
    <li className="match" data-proposed={row.proposed}>
      <p className="match-name">
        <a href={hashOf({ page: "case", case: row.case })}>
          <bdi className="name">{row.name === "" ? <FormattedMessage id="roster.noName" /> : row.name}</bdi>
        </a>
        {row.birthYear !== undefined && <span>{row.birthYear}</span>}
      </p>
      <p className="says">
        {[row.region, intl.formatMessage({ id: "roster.contacts" }, { count: row.contacts })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="says">
        <b>
          <FormattedMessage id={`match.proposed.${row.proposed}`} />
        </b>
        {reasons !== "" && `: ${reasons}`}
      </p>
      <Strip strip={row.strip} />
      <button type="button" className="button" onClick={onTake}>
        <FormattedMessage id="inbox.takeHere" /> <kbd>{at}</kbd>
      </button>
    </li>
  );
}
