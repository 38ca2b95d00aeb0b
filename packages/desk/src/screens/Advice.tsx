/** All advice cards as a booklet: a page for each grievance, in the order of their codes, with a list of contents. */
import { codesOf, grievances } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { Label, useLang } from "../app/vocab.ts";
import { Card } from "./advice/Card.tsx";

export function Advice() {
  const lang = useLang();
  const { print } = usePage();
  const answer = useAnswer({ type: "Advice", lang });
  const pages = answer
    ? codesOf(grievances).flatMap((code) => {
        const card = answer.cards.find((one) => one.grievances.includes(code));
        return card ? [{ code, card }] : [];
      })
    : [];
  return (
    <section className="booklet" aria-labelledby="booklet-title">
      <header className="booklet-front">
        <div className="due-top">
          <h1 id="booklet-title">
            <FormattedMessage id="advice.booklet.title" />
          </h1>
          <button type="button" className="button print-none" data-look="plain" onClick={print}>
            <FormattedMessage id="advice.print" />
          </button>
        </div>
        <p className="says">
          <FormattedMessage id="advice.booklet.says" />{" "}
          {answer && <FormattedMessage id="advice.version" values={{ version: answer.pack.version }} />}
        </p>
        <ol className="booklet-contents">
          {pages.map(({ code, card }) => (
            <li key={code}>
              <a href={`#advice-page-${code}`} onClick={(event) => turnTo(event, code)}>
                <b className="code">{code}</b>{" "}
                <span>
                  <Label of={grievances} code={code} />
                </span>{" "}
                {card.kind === "lawyer" && (
                  <small>
                    <FormattedMessage id="advice.toLawyer" />
                  </small>
                )}
              </a>
            </li>
          ))}
        </ol>
      </header>
      {answer &&
        pages.map(({ code, card }) => (
          <section key={code} id={`advice-page-${code}`} className="booklet-page" tabIndex={-1}>
            <h2>
              <b className="code">{code}</b> <Label of={grievances} code={code} />
            </h2>
            <p className="booklet-card">{card.title}</p>
            <Card card={card} version={answer.pack.version} />
          </section>
        ))}
    </section>
  );
}

/** The address says where one is at the desk: it is not for pages of a booklet. */
function turnTo(event: React.MouseEvent, code: string): void {
  event.preventDefault();
  const page = document.getElementById(`advice-page-${code}`);
  page?.scrollIntoView({ block: "start" });
  page?.focus();
}
