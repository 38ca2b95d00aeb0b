/** Why there is no release: the rule in plain words, and where it is the words themselves, what they would tell, with the place to mend it. */
import type { Objection, PrepareRefusal } from "@answerable/press";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Here } from "./standing.ts";
import { Wording } from "./Wording.tsx";
import { printedIn } from "./words-in.ts";

export type Why = PrepareRefusal | Objection | { readonly type: "Broken" };

export function Stopped({
  why,
  here,
  onChanged,
}: {
  readonly why: Why;
  readonly here: Here;
  readonly onChanged: () => void;
}) {
  const intl = useIntl();
  return (
    <section className="stopped" role="alert">
      <p className="wrong">
        <span>
          <FormattedMessage id={`publish.stopped.${why.type}`} values={valuesOf(why, intl.formatList)} />
        </span>
      </p>
      {why.type === "WordsTellTooMuch" && (
        <ul className="telling">
          {why.tellTales.map((tale) => (
            <Telling
              key={`${tale.of} ${tale.lang} ${tale.what} ${tale.found}`}
              tale={tale}
              here={here}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type TellTale = Extract<Why, { readonly type: "WordsTellTooMuch" }>["tellTales"][number];

function Telling({
  tale,
  here,
  onChanged,
}: {
  readonly tale: TellTale;
  readonly here: Here;
  readonly onChanged: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const { ledger } = here.file;
  const claim = ledger.claims.find(({ id }) => id === tale.of);
  const incident = ledger.incidents.find(({ id }) => id === tale.of);
  const printed = claim?.printed ?? incident?.printed;
  const words = printed ? printedIn(printed) : { [tale.lang]: claim?.text ?? incident?.label ?? "" };
  return (
    <li>
      <p>
        <span className="code">{tale.of}</span>{" "}
        <FormattedMessage
          id={`publish.tells.${idOf(tale.what)}`}
          values={{
            found: (
              <mark>
                <bdi>{tale.found}</bdi>
              </mark>
            ),
          }}
        />
      </p>
      {(claim ?? incident) && (
        <button
          type="button"
          className="button small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <FormattedMessage id="publish.mend" />
        </button>
      )}
      {isOpen && (
        <Wording
          here={here}
          words={words}
          {...(claim ? { claim: claim.id } : incident ? { incident: incident.id } : {})}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

function idOf(
  what: TellTale["what"],
): "name" | "telephone" | "address" | "place" | "datedUnit" | "hiddenSigns" {
  if (what === "dated unit") return "datedUnit";
  return what === "hidden signs" ? "hiddenSigns" : what;
}

type Values = Readonly<Record<string, string | number>>;

function valuesOf(why: Why, list: (words: readonly string[]) => string): Values {
  switch (why.type) {
    case "PeriodNotWholeWeeks":
    case "PeriodNotOver":
    case "UnitCounted":
      return { table: why.table };
    case "TooSoon":
      return { table: why.table, on: why.lastOn };
    case "PeriodsAcross":
      return { table: why.table, other: why.other };
    case "TablesInCircle":
      return { dimensions: list(why.dimensions) };
    case "WordsTellTooMuch":
      return { count: why.tellTales.length };
    case "GivenAwayBefore":
      return { count: why.breaches.length };
    case "EarlierUnreadable":
      return { number: why.number };
    case "GivenAway":
      return { count: why.numbers };
    case "Withdrawn":
      return { claims: list(why.claims), count: why.claims.length, cases: why.cases };
    case "Unreadable":
    case "OtherPages":
    case "OutOfTurn":
    case "Broken":
      return {};
  }
}
