/** The figures of a release on a page: one bar a row, and the same numbers as a table. A hidden number is drawn as hidden. */
import type { ReactNode } from "react";

import type { PrintedCell, PrintedTable } from "../release.ts";
import { inLang, type Say, type WordId } from "./say.ts";
import { fileName, pathTo, type Leaf } from "./site.ts";
import { Wide } from "./wide.tsx";

export function Figures({ leaf, table }: { readonly leaf: Leaf; readonly table: PrintedTable }): ReactNode {
  const { say } = leaf;
  return (
    <section>
      <h3>{titleOf(table, say)}</h3>
      {table.dimensions.length === 1 && table.roundedTo === undefined && <Bars leaf={leaf} table={table} />}
      {table.dimensions.length === 1 && table.roundedTo === undefined ? (
        <details>
          <summary>{say("table.asTable")}</summary>
          <Numbers leaf={leaf} table={table} />
        </details>
      ) : (
        <Numbers leaf={leaf} table={table} />
      )}
      {table.cells.some(({ value }) => value === undefined) && (
        <p className="meta">{say("table.hiddenWhy")}</p>
      )}
      <p className="meta">
        <a href={pathTo({ depth: 1 }, `data/${fileName(table.name)}.csv`)}>{say("table.download")}</a>
      </p>
    </section>
  );
}

function titleOf({ dimensions, period, roundedTo }: PrintedTable, say: Say): string {
  const span = say.span(period.from, lastDay(period.to));
  if (roundedTo !== undefined)
    return `${say("table.total")}, ${span} (${say("table.rounded", { to: roundedTo })})`;
  const said = dimensions.map((one) => (isDimension(one) ? say(`dimension.${one}`) : one)).join(" × ");
  return `${say("table.by", { dimensions: said })}, ${span}`;
}

/** Periods end before their last day named; a reader takes the last day itself. */
function lastDay(to: string): string {
  return new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function isDimension(name: string): name is "region" | "grievance" | "service" {
  return ["region", "grievance", "service"].includes(name);
}

export function codeIn(leaf: Leaf, dimension: string, code: string): string {
  const words = leaf.site.codes[dimension]?.[code];
  return words === undefined ? code : inLang(words, leaf.say.lang).text;
}

function valueOf(cell: PrintedCell | undefined, say: Say): string {
  return cell?.value === undefined ? "•" : say.number(cell.value);
}

const height = 26;
const left = 250;
const width = 640;

function Bars({ leaf, table }: { readonly leaf: Leaf; readonly table: PrintedTable }): ReactNode {
  const { say } = leaf;
  const rows = table.cells
    .flatMap((cell) => {
      const [held] = cell.held;
      return held && (cell.value ?? 1) > 0 ? [{ cell, label: codeIn(leaf, ...held) }] : [];
    })
    .toSorted((a, b) => (b.cell.value ?? -1) - (a.cell.value ?? -1));
  const most = Math.max(1, ...rows.map(({ cell }) => cell.value ?? 0));
  if (rows.length === 0) return null;
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${rows.length * height}`} aria-hidden="true">
      {rows.map(({ cell, label }, at) => {
        const long = ((width - left - 60) * (cell.value ?? 0)) / most;
        const y = at * height;
        return (
          <g key={cell.id}>
            <text x={left - 10} y={y + 17} textAnchor="end">
              {short(label)}
            </text>
            {cell.value === undefined ? (
              <rect className="none" x={left} y={y + 5} width={34} height={height - 11} rx={2} />
            ) : (
              <rect className="bar" x={left} y={y + 5} width={long.toFixed(1)} height={height - 11} rx={2} />
            )}
            <text className="soft" x={left + (cell.value === undefined ? 42 : long + 8)} y={y + 17}>
              {cell.value === undefined ? say("table.hidden") : say.number(cell.value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function short(label: string): string {
  return label.length > 34 ? `${label.slice(0, 33)}…` : label;
}

function Numbers({ leaf, table }: { readonly leaf: Leaf; readonly table: PrintedTable }): ReactNode {
  const { say } = leaf;
  const [rows, columns] = table.dimensions;
  const at = (held: PrintedCell["held"]): PrintedCell | undefined =>
    table.cells.find(
      (cell) =>
        cell.held.length === held.length &&
        held.every(([dimension, code]) =>
          cell.held.some(([one, other]) => one === dimension && other === code),
        ),
    );
  const codesOf = (dimension: string): readonly string[] => [
    ...new Set(
      table.cells.flatMap(({ held }) => held.flatMap(([one, code]) => (one === dimension ? [code] : []))),
    ),
  ];
  const across = columns === undefined ? [] : codesOf(columns);
  const head = (dimension: string): string => {
    const id: WordId | undefined = isDimension(dimension) ? `dimension.${dimension}` : undefined;
    return id === undefined ? dimension : say(id);
  };
  return (
    <Wide name={titleOf(table, say)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{table.roundedTo === undefined ? head(rows) : ""}</th>
            {across.map((code) => (
              <th key={code} scope="col">
                {codeIn(leaf, columns ?? "", code)}
              </th>
            ))}
            <th scope="col">{say(columns === undefined ? "table.cases" : "table.total")}</th>
          </tr>
        </thead>
        <tbody>
          {codesOf(rows).map((code) => (
            <tr key={code}>
              <th scope="row">{codeIn(leaf, rows, code)}</th>
              {across.map((other) => (
                <td key={other}>
                  {valueOf(
                    at([
                      [rows, code],
                      [columns ?? "", other],
                    ]),
                    say,
                  )}
                </td>
              ))}
              <td>{valueOf(at([[rows, code]]), say)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{say("table.total")}</th>
            {across.map((other) => (
              <td key={other}>{valueOf(at([[columns ?? "", other]]), say)}</td>
            ))}
            <td>{valueOf(at([]), say)}</td>
          </tr>
        </tbody>
      </table>
    </Wide>
  );
}
