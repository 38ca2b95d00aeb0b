/** The overview: how many came against a usual day, what they came with, who waits. A table stands beside every drawing. */
import {
  grievances,
  overviewPeriods,
  regionLabel,
  type CaseId,
  type OverviewAnswer,
  type OverviewPeriod,
} from "@answerable/casework";
import { useState } from "react";
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from "react-intl";

import { useAnswer, useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { Label, useLang } from "../../app/vocab.ts";
import { Chart } from "../../parts/Chart.tsx";
import type { WordId } from "../../words/words.ts";
import { Happening, NotYours } from "./Incidents.tsx";

/** From here on a coordinator should look: twice a usual hour. */
const MANY = 2;

export function Overview({ onDraftFor }: { readonly onDraftFor: (cases: readonly CaseId[]) => void }) {
  const intl = useIntl();
  const { print } = usePage();
  const now = useClock(60);
  const [period, setPeriod] = useState<OverviewPeriod>("today");
  const answer = useAnswer({ type: "Overview", period });
  const queue = useAnswer({ type: "Queue", count: 0 });
  const hourSaid = (from: string) => intl.formatTime(from, { hour: "2-digit", minute: "2-digit" });
  // Named by its noon: that is one day wherever the clock of this machine stands.
  const daySaid = (from: string) =>
    intl.formatDate(Date.parse(from) + 12 * 3_600_000, { day: "numeric", month: "short" });
  if (!answer) return <section className="overview" />;
  const { counters, times } = answer;
  return (
    <section className="overview" aria-labelledby="overview-title">
      <header className="due-top">
        <h1 id="overview-title">
          <FormattedMessage id="place.overview" />
        </h1>
        <div className="choices" role="group" aria-label={intl.formatMessage({ id: "overview.period" })}>
          {overviewPeriods.map((one) => (
            <button
              key={one}
              type="button"
              className="choice"
              aria-pressed={period === one}
              onClick={() => setPeriod(one)}
            >
              <FormattedMessage id={`overview.${one}`} />
            </button>
          ))}
        </div>
        <span className="on-paper">
          <FormattedDate value={now} dateStyle="long" timeStyle="short" />
        </span>
        <button type="button" className="button print-none" data-look="plain" onClick={print}>
          <FormattedMessage id="overview.print" />
        </button>
        <a className="button print-none" data-look="plain" href={hashOf({ page: "out", of: "overview" })}>
          <FormattedMessage id="out.link" />
        </a>
      </header>
      <dl className="overview-three">
        {(["contacts", "callers", "soldiers"] as const).map((one) => (
          <div key={one}>
            <dt>
              <FormattedMessage id={`count.${one}`} />
            </dt>
            <dd>
              <FormattedNumber value={counters[one]} />
            </dd>
          </div>
        ))}
        {times !== undefined && (
          <div data-loud={times >= MANY || undefined}>
            <dt>
              <FormattedMessage id="overview.pace" />
            </dt>
            <dd>
              <FormattedMessage
                id="overview.times"
                values={{ times: intl.formatNumber(times, { maximumFractionDigits: times < 3 ? 1 : 0 }) }}
              />
            </dd>
          </div>
        )}
      </dl>
      {times === undefined && (
        <p className="says">
          <FormattedMessage id="overview.noUsual" />
        </p>
      )}
      <p className="overview-waits">
        <FormattedMessage
          id="overview.waits"
          values={{
            urgent: answer.unacknowledged,
            now: queue?.counts.now ?? 0,
            total: queue?.total ?? 0,
          }}
        />{" "}
        {queue?.oldestDue && (
          <FormattedMessage id="queue.oldest" values={{ when: <When at={queue.oldestDue} now={now} /> }} />
        )}
      </p>
      <Drawn
        title={times === undefined ? "overview.hoursOnly" : "overview.hours"}
        labels={["overview.hour", "overview.came", "overview.usual"]}
        every={6}
        rows={answer.hours.map(({ from, count, usual }) => ({
          from,
          said: hourSaid(from),
          count,
          ...(times === undefined ? {} : { usual }),
        }))}
      />
      <Drawn
        title="overview.days"
        labels={["overview.day", "overview.came"]}
        every={7}
        rows={answer.days.map(({ from, count }) => ({ from, said: daySaid(from), count }))}
      />
      <div className="overview-tables">
        <Ranked
          title="overview.grievances"
          rows={answer.grievances.map(({ code, cases }) => [
            code,
            <>
              <b className="code">{code}</b> <Label of={grievances} code={code} />
            </>,
            cases,
          ])}
        />
        <Ranked
          title="overview.regions"
          rows={answer.regions.map(({ region, cases }) => [
            region,
            <RegionName key={region} region={region} />,
            cases,
          ])}
        />
        {!answer.isVeiled && (
          <Ranked title="overview.units" rows={answer.units.map(({ unit, cases }) => [unit, unit, cases])} />
        )}
      </div>
      <Clusters answer={answer} onDraftFor={onDraftFor} />
    </section>
  );
}

function RegionName({ region }: { readonly region: string }) {
  const lang = useLang();
  return /^[A-Z]{2}-/u.test(region) ? (regionLabel(region, lang) ?? region) : region;
}

interface DrawnGiven {
  readonly title: WordId;
  readonly every: number;
  readonly labels: readonly WordId[];
  readonly rows: readonly {
    readonly from: string;
    readonly said: string;
    readonly count: number;
    readonly usual?: number;
  }[];
}

function Drawn({ title, every, labels, rows }: DrawnGiven) {
  const intl = useIntl();
  const hasUsual = rows.some(({ usual }) => usual !== undefined);
  return (
    <div className="shift-part drawn">
      <h2>
        <FormattedMessage id={title} />
      </h2>
      <Chart label={intl.formatMessage({ id: title })} bars={rows} every={every} />
      <details className="drawn-table" open>
        <summary>
          <FormattedMessage id="overview.table" />
        </summary>
        {/* A browser without this scrolls it by the mouse alone. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="drawn-rows" tabIndex={0} role="region" aria-label={intl.formatMessage({ id: title })}>
          <table className="figures">
            <thead>
              <tr>
                {labels.slice(0, hasUsual ? 3 : 2).map((label) => (
                  <th key={label} scope="col">
                    <FormattedMessage id={label} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map((row) => (
                <tr key={row.from}>
                  <th scope="row">{row.said}</th>
                  <td>
                    <FormattedNumber value={row.count} />
                  </td>
                  {hasUsual && (
                    <td>
                      <FormattedNumber value={row.usual ?? 0} maximumFractionDigits={1} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

/** The most first, with a bar for the eye and the number for everybody. */
function Ranked({
  title,
  rows,
}: {
  readonly title: WordId;
  readonly rows: readonly (readonly [key: string, said: React.ReactNode, cases: number])[];
}) {
  const most = Math.max(1, ...rows.map(([, , cases]) => cases));
  return (
    <section className="shift-part">
      <h2>
        <FormattedMessage id={title} />
      </h2>
      {rows.length === 0 ? (
        <p className="says">
          <FormattedMessage id="overview.none" />
        </p>
      ) : (
        <table className="figures ranked">
          <tbody>
            {rows.map(([key, said, cases]) => (
              <tr key={key}>
                <th scope="row">{said}</th>
                <td>
                  <svg className="ranked-share" aria-hidden="true">
                    <rect width={`${(100 * cases) / most}%`} height="100%" />
                  </svg>
                  <FormattedNumber value={cases} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Clusters({
  answer,
  onDraftFor,
}: {
  readonly answer: OverviewAnswer;
  readonly onDraftFor: (cases: readonly CaseId[]) => void;
}) {
  return (
    <section className="shift-part" aria-labelledby="clusters-title">
      <h2 id="clusters-title">
        <FormattedMessage id="overview.clusters" />
      </h2>
      <p className="says">
        <FormattedMessage id="overview.clustersSay" />{" "}
        <a href={hashOf({ page: "incidents" })}>
          <FormattedMessage id="incidents.all" />
        </a>
      </p>
      {answer.isVeiled && <NotYours />}
      {answer.clusters.length === 0 && (
        <p className="says">
          <FormattedMessage id="overview.none" />
        </p>
      )}
      <ul className="clusters">
        {answer.clusters.map((cluster) => (
          <li key={`${cluster.week} ${cluster.grievance} ${cluster.cases[0] ?? ""}`}>
            <Happening of={cluster} />
            <p className="cluster-cases">
              {cluster.cases.slice(0, 12).map((id, at) => (
                <a key={id} href={hashOf({ page: "case", case: id })}>
                  <FormattedMessage id="overview.case" values={{ n: at + 1 }} />
                </a>
              ))}
            </p>
            <button type="button" className="button" onClick={() => onDraftFor(cluster.cases)}>
              <FormattedMessage id="overview.letters" values={{ count: cluster.cases.length }} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
