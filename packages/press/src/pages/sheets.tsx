/** The other pages: the week in figures, how we count, what was corrected, what can be downloaded. */
import { daysBetween } from "@answerable/casework";
import type { ReactNode } from "react";

import type { PrintedTable } from "../release.ts";
import { AllLetters } from "./answers.tsx";
import { inOrder, Matters } from "./chronicle.tsx";
import { inLang, type WordId } from "./say.ts";
import { dossierPath, fileName, pathTo, type Leaf } from "./site.ts";
import { Figures } from "./tables.tsx";

export function Home({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  return (
    <>
      <h1>{say("home.title")}</h1>
      <p className="lead">{say("home.lead")}</p>
      <h2>{say("home.figures", { weeks: weeksOf(release.tables) })}</h2>
      {release.tables.length === 0 && <p>{say("home.noFigures")}</p>}
      {release.tables.map((table) => (
        <Figures key={table.name} leaf={leaf} table={table} />
      ))}
      {release.offices.length > 0 && (
        <>
          <h2>{say("answers.title")}</h2>
          <AllLetters leaf={leaf} />
          <a className="more" href="answers.html">
            {say("answers.more")}
          </a>
        </>
      )}
      <h2>{say("home.latest")}</h2>
      {release.matters.length === 0 && <p>{say("chronicle.empty")}</p>}
      <Matters leaf={leaf} matters={inOrder(release.matters).slice(0, 4)} heading="h3" />
      <a className="more" href="chronicle.html">
        {say("home.all")}
      </a>
      <Withheld leaf={leaf} />
    </>
  );
}

/** How many weeks they all count; 0: they count different times, and each says its own. */
function weeksOf(tables: readonly PrintedTable[]): number {
  const spans = new Set(tables.map(({ period }) => daysBetween(period.from, period.to) / 7));
  const [weeks] = spans;
  return spans.size === 1 ? (weeks ?? 0) : 0;
}

function Withheld({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  const rules = Object.entries(release.withheld);
  if (rules.length === 0) return null;
  return (
    <section className="note">
      <h2>{say("home.withheld")}</h2>
      <p>{say("home.withheldCount", { count: rules.reduce((sum, [, count]) => sum + count, 0) })}:</p>
      <ul>
        {rules.map(([rule, count]) => (
          <li key={rule}>
            {isRule(rule) ? say(`rule.${rule}`) : rule}
            {` (${say.number(count)})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

const withholding = ["HOLD", "OUT", "BACK", "AGAIN", "DELAY", "CONSENT", "MINOR", "NAME", "PARITY"] as const;
function isRule(rule: string): rule is (typeof withholding)[number] {
  return withholding.some((one) => one === rule);
}

export function Method({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say } = leaf;
  const grades = ["confirmed", "corroborated", "single", "contested", "discounted", "unusable"] as const;
  const parts: readonly (readonly [WordId, readonly WordId[]])[] = [
    ["method.counting", ["method.k", "method.audit", "method.numbers"]],
    ["method.said", ["method.origins", "method.denials"]],
    ["method.safety", ["method.people", "method.two"]],
  ];
  return (
    <>
      <h1>{say("method.title")}</h1>
      {parts.map(([head, paragraphs]) => (
        <section key={head}>
          <h2>{say(head)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{say(paragraph)}</p>
          ))}
        </section>
      ))}
      <h2>{say("method.grades")}</h2>
      <dl className="facts">
        {grades.map((grade) => (
          <div key={grade} className="grade">
            <dt>
              <span className={`chip ${grade}`}>{say(`grade.${grade}`)}</span>
            </dt>
            <dd>{say(`gradeWhy.${grade}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function Corrections({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  return (
    <>
      <h1>{say("corrections.title")}</h1>
      <p className="lead">{say("corrections.lead")}</p>
      {release.corrections.length === 0 ? (
        <p>{say("corrections.empty")}</p>
      ) : (
        <ul>
          {release.corrections.map(({ on, claim, type }) => (
            <li key={`${on} ${claim} ${type}`}>
              {say.day(on)}: <Corrected leaf={leaf} claim={claim} />
              {say(`corrections.${type}`, { claim })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is still printed is named and led to. */
function Corrected({ leaf, claim }: { readonly leaf: Leaf; readonly claim: string }): ReactNode {
  const { say, release } = leaf;
  const entry = release.entries.find((one) => one.claim === claim);
  const matter = release.matters.find(({ incident }) => incident === entry?.provenance.incident);
  if (!matter) return null;
  const title = inLang(matter.title, say.lang);
  const dossier = pathTo({ depth: 1 }, dossierPath(say.lang, matter.incident));
  return (
    <>
      <a href={`${dossier}#${claim}`} lang={title.lang}>
        {title.text}
      </a>
      {" — "}
    </>
  );
}

export function Downloads({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  const root = (path: string): string => pathTo({ depth: 1 }, path);
  const columns = ["table", "from", "to", "codes", "cases"] as const;
  return (
    <div itemScope itemType="https://schema.org/Dataset">
      <h1 itemProp="name">{say("downloads.title")}</h1>
      <p className="lead" itemProp="description">
        {say("downloads.lead")}
      </p>
      <h2>{say("downloads.files")}</h2>
      <ul>
        {release.tables.map(({ name }) => (
          <li key={name}>
            <a href={root(`data/${fileName(name)}.csv`)}>{`${name}.csv`}</a>
          </li>
        ))}
        <li>
          <a href={root("data/figures-hxl.csv")}>{say("downloads.hxl")}</a>
        </li>
        <li>
          <a href={root("data/entries.json")}>{say("downloads.entries")}</a>
        </li>
        <li>
          <a href="feed.atom">{say("downloads.feed")}</a>
        </li>
        <li>
          <a href="feed.json">{say("downloads.json")}</a>
        </li>
        <li>
          <a href={root("mirror.zip")}>{say("downloads.mirror")}</a>
        </li>
      </ul>
      <p className="meta">{say("downloads.verify")}</p>
      <h2>{say("downloads.dictionary")}</h2>
      <table className="dictionary">
        <thead>
          <tr>
            <th scope="col">{say("downloads.column")}</th>
            <th scope="col">{say("downloads.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column}>
              <th scope="row">
                <code>{column === "codes" ? "region, grievance, service" : column}</code>
              </th>
              <td>{say(`downloads.col.${column}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
