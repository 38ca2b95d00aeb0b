/** Two incidents side by side, line by line, and what both of them rest on: two stories through one mouth are not two. */
import type { FolderId, IncidentPageAnswer } from "@answerable/casework";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import type { WordId } from "../../words/words.ts";
import { CodeWord, GradeMark, Range } from "./Codes.tsx";
import { WhenSaid } from "./WhenSaid.tsx";

const MOST = 50;

interface Given {
  readonly file: FolderId;
  readonly left: string;
  readonly right: string;
}

export function Compare({ file, left, right }: Given) {
  const lang = useLang();
  const asked = { type: "IncidentPage", case: file, lang, most: MOST } as const;
  const a = useAnswer({ ...asked, incident: left });
  const b = useAnswer({ ...asked, incident: right });
  if (!a || !b) return null;
  if (a.type !== "Here" || b.type !== "Here")
    return (
      <p className="empty large">
        <FormattedMessage id="ledger.file.Unknown" />
      </p>
    );
  return <Beside file={file} name={a.name} pages={[a.found, b.found]} />;
}

function Beside({
  file,
  name,
  pages,
}: {
  readonly file: FolderId;
  readonly name: string;
  readonly pages: readonly [IncidentPageAnswer, IncidentPageAnswer];
}) {
  const intl = useIntl();
  const row = (id: WordId, shown: (page: IncidentPageAnswer) => ReactNode) => (
    <tr>
      <th scope="row">
        <FormattedMessage id={id} />
      </th>
      {pages.map((page, at) => (
        <td key={at}>{shown(page) ?? "—"}</td>
      ))}
    </tr>
  );
  const [a, b] = pages;
  const inBoth = a.voices.filter(({ id }) => b.voices.some((other) => other.id === id));
  return (
    <article className="case compare-incidents">
      <header className="case-head">
        <p className="incident-way">
          <a href={hashOf({ page: "ledger", file, room: { at: "list" } })}>{name}</a>
        </p>
        <h1>
          <FormattedMessage id="ledger.compare" />
        </h1>
        <p className={inBoth.length > 0 ? "claim-note" : "says"} data-heavy={inBoth.length > 0 || undefined}>
          <FormattedMessage
            id="ledger.compare.shared"
            values={{ count: inBoth.length, who: intl.formatList(inBoth.map(({ label }) => label)) }}
          />
        </p>
      </header>
      <table className="beside compare">
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="ledger.head.incident" />
            </th>
            {pages.map(({ row: of }) => (
              <th key={of?.id} scope="col" aria-label={of?.label ?? ""}>
                <a href={hashOf({ page: "ledger", file, room: { at: "incident", incident: of?.id ?? "" } })}>
                  <span className="name">{of?.label}</span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row("ledger.filter.kind", ({ row: of }) => of && <CodeWord of="kind" code={of.kind} />)}
          {row("ledger.enter.when", ({ row: of }) => of && <WhenSaid edtf={of.edtf} />)}
          {row("filter.region", ({ row: of }) => of?.place)}
          {row("ledger.head.grade", ({ row: of }) => of && <GradeMark row={of} />)}
          {row("ledger.origins", ({ row: of }) => of && <Range min={of.origins.min} max={of.origins.max} />)}
          {row("ledger.compare.voices", ({ voices }) => (
            <ul>
              {voices.map(({ id, label }) => (
                <li key={id}>
                  {label}
                  {inBoth.some((one) => one.id === id) && (
                    <b>
                      {" · "}
                      <FormattedMessage id="ledger.compare.inBoth" />
                    </b>
                  )}
                </li>
              ))}
            </ul>
          ))}
          {row("ledger.figures.range", ({ figures }) => (
            <ul>
              {figures.flatMap(({ quantity, counted, lines, wordsOnly }) => [
                ...lines.map(({ line, min, max }) => (
                  <li key={`${quantity} ${line}`}>
                    {quantity} (<CodeWord of="unit" code={counted} />
                    ), <FormattedMessage id={`ledger.line.${line}`} />:{" "}
                    <b>
                      <Range min={min} max={max} />
                    </b>
                  </li>
                )),
                ...wordsOnly.map((words) => (
                  <li key={`${quantity} ${words}`}>
                    {quantity}: “{words}”
                  </li>
                )),
              ])}
            </ul>
          ))}
          {row("ledger.head.claims", ({ claims }) => (
            <ul>
              {claims.map(({ id, text, isContested }) => (
                <li key={id}>
                  {text}
                  {isContested && (
                    <b>
                      {" · "}
                      <FormattedMessage id="ledger.grade.contested" />
                    </b>
                  )}
                </li>
              ))}
            </ul>
          ))}
          {row("ledger.filter.denied", ({ claims }) => (
            <ul>
              {[
                ...new Map(claims.flatMap(({ denials }) => denials.map((one) => [one.claim, one]))).values(),
              ].map(({ claim, by, text }) => (
                <li key={claim}>
                  {by}: {text}
                </li>
              ))}
            </ul>
          ))}
        </tbody>
      </table>
    </article>
  );
}
