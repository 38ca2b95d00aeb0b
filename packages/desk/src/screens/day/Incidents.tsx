/** What a rule proposes as one happening, and what people have gathered. A proposal does nothing until somebody signs it. */
import { grievances, type Cluster, type Proposed, type Refusal } from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedDate, FormattedMessage } from "react-intl";

import { useAnswer, usePage } from "../../app/desk.tsx";
import { go, hashOf } from "../../app/route.ts";
import { Label } from "../../app/vocab.ts";
import { Refused } from "../../parts/Refused.tsx";

const asked = { type: "GatheredIncidents" } as const;

export function Incidents() {
  const { office } = usePage();
  const answer = useAnswer(asked);
  const [refusal, setRefusal] = useState<Refusal | OfficeRefusal>();
  if (!answer) return <section className="overview" />;
  async function gather({ incident, ...cluster }: Proposed): Promise<void> {
    const done = await office.do({ type: "GatherIncident", case: incident, cluster });
    if (done.ok) go({ page: "incident", incident: done.value.folder });
    else setRefusal(done.refusal);
  }
  return (
    <section className="overview" aria-labelledby="incidents-title">
      <header className="due-top">
        <h1 id="incidents-title">
          <FormattedMessage id="incidents.title" />
        </h1>
      </header>
      {refusal && <Refused refusal={refusal} />}
      {answer.isVeiled && <NotYours />}
      <section className="shift-part" aria-labelledby="incidents-proposed">
        <h2 id="incidents-proposed">
          <FormattedMessage id="incidents.proposed" />
        </h2>
        <p className="says">
          <FormattedMessage id={answer.proposals.length === 0 ? "incidents.none" : "incidents.proposedSay"} />
        </p>
        <ul className="clusters">
          {answer.proposals.map((cluster) => (
            <li key={`${cluster.week} ${cluster.grievance} ${cluster.cases[0] ?? ""}`}>
              <Happening of={cluster} />
              <p className="cluster-cases">
                {cluster.cases.slice(0, 12).map((id, at) => (
                  <a key={id} href={hashOf({ page: "case", case: id })}>
                    <FormattedMessage id="overview.case" values={{ n: at + 1 }} />
                  </a>
                ))}
              </p>
              {!answer.isVeiled && (
                <button type="button" className="button" onClick={() => void gather(cluster)}>
                  <FormattedMessage id="incidents.gather" />
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="shift-part" aria-labelledby="incidents-standing">
        <h2 id="incidents-standing">
          <FormattedMessage id="incidents.standing" />
        </h2>
        {answer.incidents.length === 0 && (
          <p className="says">
            <FormattedMessage id="incidents.noneYet" />
          </p>
        )}
        <ul className="clusters">
          {answer.incidents.map((one) => (
            <li key={one.incident}>
              <a href={hashOf({ page: "incident", incident: one.incident })}>
                <Happening of={one} />
              </a>
              {one.isTakenBack && (
                <small>
                  <FormattedMessage id="incidents.back" />
                </small>
              )}
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}

/** The unit stands as dots and nothing can be gathered: for whom, and who can. */
export function NotYours() {
  return (
    <p className="says">
      <FormattedMessage id="incidents.notYours" />
    </p>
  );
}

export function Happening({ of }: { readonly of: Cluster }) {
  return (
    <span>
      <bdi className="name">{of.unit}</bdi> · <b className="code">{of.grievance}</b>{" "}
      <Label of={grievances} code={of.grievance} /> ·{" "}
      <FormattedMessage
        id="overview.weekOf"
        values={{
          day: <FormattedDate key="day" value={of.week} day="numeric" month="short" timeZone="UTC" />,
        }}
      />{" "}
      · <FormattedMessage id="incidents.count" values={{ count: of.cases.length }} />
    </span>
  );
}
