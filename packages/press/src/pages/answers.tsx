/** Who answers and who does not: all letters in one sentence, each office a bar with its words, and the same as a table. */
import type { ReactNode } from "react";

import type { OfficeLine } from "../entries.ts";
import type { Say } from "./say.ts";
import type { Leaf } from "./site.ts";
import { Bar, paintOf } from "./tables.tsx";
import { Wide } from "./wide.tsx";

export function Answers({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  const columns = ["sent", "onTime", "late", "formal", "silent", "waiting"] as const;
  return (
    <>
      <h1>{say("answers.title")}</h1>
      <p className="lead">{say("answers.lead")}</p>
      {release.offices.length === 0 ? (
        <p>{say("answers.empty")}</p>
      ) : (
        <>
          <AllLetters leaf={leaf} />
          <Balance leaf={leaf} />
          <h2>{say("answers.table")}</h2>
          <Wide name={say("answers.title")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("answers.office")}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {say(`answers.${column}`)}
                    </th>
                  ))}
                  <th scope="col">{say("answers.days")}</th>
                </tr>
              </thead>
              <tbody>
                {release.offices.map((line) => (
                  <tr key={line.office ?? ""}>
                    <th scope="row">{line.office ?? say("answers.others")}</th>
                    {columns.map((column) => (
                      <td key={column}>{say.number(line[column])}</td>
                    ))}
                    <td>{daysIn(line, say)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          <p className="meta">{say("answers.formalWhy")}</p>
          <p className="meta">{say("answers.daysWhy")}</p>
        </>
      )}
    </>
  );
}

/** Of all that is printed about offices: no number here that a reader could not add up. */
export function AllLetters({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  const sum = (of: (line: OfficeLine) => number): number =>
    release.offices.reduce((total, line) => total + of(line), 0);
  return (
    <p className="sum">
      {say("answers.all", {
        sent: sum(({ sent }) => sent),
        answered: sum(({ onTime, late }) => onTime + late),
        silent: sum(({ silent }) => silent),
        waiting: sum(({ waiting }) => waiting),
      })}
    </p>
  );
}

const fates = [
  ["onTime", "bar"],
  ["late", "late"],
  ["silent", "silent"],
  ["waiting", "none"],
] as const;

/** Each office one bar of all its letters: answered in time, late, silence, still running. The words beneath say the same. */
function Balance({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  return (
    <>
      <ul className="key" aria-hidden="true">
        {fates.map(([fate, look]) => (
          <li key={fate}>
            <svg viewBox="0 0 12 12" width={12} height={12}>
              <rect className={look} {...paintOf[look]} width={12} height={12} />
            </svg>{" "}
            {say(`answers.${fate}`)}
          </li>
        ))}
      </ul>
      {release.offices.map((line) => (
        <section className="office" key={line.office ?? ""}>
          <h2>{line.office ?? say("answers.others")}</h2>
          <Bar parts={fates.map(([fate, look]) => [look, line[fate] / Math.max(1, line.sent)] as const)} />
          <p className="meta">
            {say("answers.line", {
              sent: line.sent,
              onTime: line.onTime,
              late: line.late,
              silent: line.silent,
              formal: line.formal,
              waiting: line.waiting,
            })}
            {line.days && ` ${say("answers.days")}: ${daysIn(line, say)}.`}
          </p>
        </section>
      ))}
    </>
  );
}

function daysIn({ days }: OfficeLine, say: Say): string {
  if (!days) return "–";
  const [least, most] = days;
  return least === most ? say.number(least) : say("answers.daysRange", { least, most });
}
