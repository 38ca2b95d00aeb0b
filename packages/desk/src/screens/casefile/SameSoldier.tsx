/** Which other cases are this soldier's, who said so, and the way to all of him. */
import { numberToText, type Case } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { reasonsInWords } from "../same/reasons.ts";
import type { DeedsOf } from "./Deeds.tsx";
import { Said } from "./Said.tsx";

export function SameSoldier({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const intl = useIntl();
  const answer = useAnswer({ type: "Soldier", case: file.id });
  const soldier = answer?.type === "Soldier" ? answer : undefined;
  const others = soldier?.cases.filter((one) => one.case !== file.id) ?? [];
  if (others.length === 0 && file.links.length === 0 && (soldier?.alike.length ?? 0) === 0) return null;
  return (
    <section aria-labelledby="same-title">
      <header className="part-head">
        <h2 id="same-title">
          <FormattedMessage id="same.title" />
        </h2>
        <a href={hashOf({ page: "soldier", case: file.id })}>
          <FormattedMessage
            id="same.all"
            values={{ cases: soldier?.cases.length ?? 1, alike: soldier?.alike.length ?? 0 }}
          />
        </a>
      </header>
      <ul className="same-links">
        {others.map((one) => (
          <li key={one.case}>
            <a href={hashOf({ page: "case", case: one.case })}>
              <span className="number">{numberToText(one.number)}</span>{" "}
              <bdi className="name">{one.name}</bdi>
            </a>
          </li>
        ))}
        {file.links.map((link) => (
          <li key={link.id} data-gone={link.retracted !== undefined || undefined}>
            <p>
              <FormattedMessage
                id="event.SoldierLinked"
                values={{
                  verdict: link.verdict,
                  other: <OtherCase key="other" case={link.other} />,
                }}
              />
              {link.why !== "" && `: ${link.why}`}
            </p>
            {link.strip.length > 0 && <p className="says">{reasonsInWords(link.strip, intl)}</p>}
            <small>
              <Said stamp={link} />
              {link.retracted && (
                <>
                  {" · "}
                  <FormattedMessage id="same.takenBack" /> · <Said stamp={link.retracted} />
                </>
              )}
            </small>
            {!link.retracted && (
              <button
                type="button"
                className="button small"
                data-look="plain"
                onClick={() =>
                  void deeds.run({ type: "RetractLink", case: file.id, link: link.id, reason: "" })
                }
              >
                <FormattedMessage id="same.retract" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Its number where its card is here. */
export function OtherCase({ case: id }: { readonly case: Case["id"] }) {
  const answer = useAnswer({ type: "Soldier", case: id });
  const number = answer?.type === "Soldier" ? answer.cases.find((one) => one.case === id)?.number : undefined;
  return (
    <a href={hashOf({ page: "case", case: id })}>
      {number === undefined ? (
        <FormattedMessage id="same.other" />
      ) : (
        <span className="number">{numberToText(number)}</span>
      )}
    </a>
  );
}
