/**
 * The figures of a release on a page: each row its words, a bar and the number, so that it reads without styles, on a telephone and
 * aloud. A hidden number is drawn as hidden. Of two dimensions the front page shows each by itself; the whole table has a page.
 */
import type { ReactNode } from "react";

import type { PrintedCell, PrintedTable } from "../release.ts";
import { keyOf, type TableCell } from "../table.ts";
import { inLang, type Say } from "./say.ts";
import { fileName, pathTo, type Leaf } from "./site.ts";
import { Wide } from "./wide.tsx";

interface Of {
  readonly leaf: Leaf;
  readonly table: PrintedTable;
}

/** Rows shown on the front page; all of them stand on the page of figures. */
const most = 10;

export function Figures({ leaf, table }: Of): ReactNode {
  const { say } = leaf;
  const total = table.cells.find(({ held }) => held.length === 0);
  return (
    <section>
      <h3>{titleOf(table, say)}</h3>
      <p className="meta">
        {say("table.total")}: <strong>{valueOf(total, say)}</strong>
        {table.roundedTo !== undefined && ` (${say("table.rounded", { to: table.roundedTo })})`}
      </p>
      {table.roundedTo === undefined &&
        table.dimensions.map((dimension) => (
          <Bars key={dimension} leaf={leaf} table={table} dimension={dimension} />
        ))}
      <p className="meta">
        {table.roundedTo === undefined && (
          <>
            {table.cells.some(({ value }) => value === undefined) && `${say("table.hiddenWhy")} · `}
            <a href={`figures.html#${fileName(table.name)}`}>{say("table.whole")}</a>
            {" · "}
          </>
        )}
        <a href={pathTo({ depth: 1 }, `data/${fileName(table.name)}.csv`)}>{say("table.download")}</a>
      </p>
    </section>
  );
}

export function FullTables({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { say, release } = leaf;
  return (
    <>
      <h1>{say("figures.title")}</h1>
      <p className="lead">{say("figures.lead")}</p>
      {release.tables.length === 0 && <p>{say("home.noFigures")}</p>}
      {release.tables.map((table) => (
        <section key={table.name} id={fileName(table.name)}>
          <h2>{titleOf(table, say)}</h2>
          <p className="meta">{`• ${say("table.hiddenWhy")}`}</p>
          <Numbers leaf={leaf} table={table} />
          <p className="meta">
            <a href={pathTo({ depth: 1 }, `data/${fileName(table.name)}.csv`)}>{say("table.download")}</a>
          </p>
        </section>
      ))}
    </>
  );
}

function titleOf({ dimensions, period, roundedTo }: PrintedTable, say: Say): string {
  const span = say.span(period.from, lastDay(period.to));
  if (roundedTo !== undefined) return `${say("table.total")}, ${span}`;
  const said = say.list(dimensions.map((one) => dimensionIn(one, say)));
  return `${say("table.by", { dimensions: said })}, ${span}`;
}

/** Periods end before their last day named; a reader takes the last day itself. */
function lastDay(to: string): string {
  return new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function dimensionIn(name: string, say: Say): string {
  return isDimension(name) ? say(`dimension.${name}`) : name;
}

/** The same at the head of a column. */
function columnIn(name: string, say: Say): string {
  return isDimension(name) ? say(`column.${name}`) : name;
}

function isDimension(name: string): name is "region" | "grievance" | "service" {
  return ["region", "grievance", "service"].includes(name);
}

function codeIn(leaf: Leaf, dimension: string, code: string): string {
  const words = leaf.site.codes[dimension]?.[code];
  return words === undefined ? code : inLang(words, leaf.say.lang).text;
}

function valueOf(cell: PrintedCell | undefined, say: Say): string {
  return cell?.value === undefined ? say("table.hidden") : say.number(cell.value);
}

function Bars({ leaf, table, dimension }: Of & { readonly dimension: string }): ReactNode {
  const { say } = leaf;
  const rows = table.cells
    .flatMap((cell) => {
      const [held] = cell.held;
      return cell.held.length === 1 && held?.[0] === dimension && cell.value !== 0
        ? [{ cell, label: codeIn(leaf, ...held) }]
        : [];
    })
    .toSorted((a, b) => (b.cell.value ?? -1) - (a.cell.value ?? -1));
  const longest = Math.max(1, ...rows.map(({ cell }) => cell.value ?? 0));
  if (rows.length === 0) return null;
  const hidden = rows.filter(({ cell }) => cell.value === undefined).length;
  const known = rows.filter(({ cell }) => cell.value !== undefined);
  const shown = known.length === most + 1 ? known : known.slice(0, most);
  const rest = rows.length - hidden - shown.length;
  return (
    <table className="bars">
      {table.dimensions.length > 1 && (
        <caption>{say("table.by", { dimensions: dimensionIn(dimension, say) })}</caption>
      )}
      <thead className="unseen">
        <tr>
          <th scope="col">{columnIn(dimension, say)}</th>
          <th scope="col">{say("table.cases")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ cell, label }) => (
          <tr key={cell.id}>
            <th scope="row">{label}</th>
            <td>
              <Bar parts={[["bar", (cell.value ?? 0) / longest]]} />
              {valueOf(cell, say)}
            </td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {say("table.more", { count: rest })}
            </th>
          </tr>
        )}
        {hidden > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {say("table.hiddenRows", { count: hidden })}
            </th>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type Look = "bar" | "late" | "silent" | "none";
/** For a page without its styles; with them the style has the last word. */
export const paintOf = {
  bar: { fill: "#0b5563" },
  late: { fill: "#8a8378" },
  silent: { fill: "#1c1a17" },
  none: { fill: "none", stroke: "#5a5348", vectorEffect: "non-scaling-stroke" },
} as const;

/** Parts of one bar, each a share of its whole length. It says nothing that the words beside it do not say. */
export function Bar({
  parts,
}: {
  readonly parts: readonly (readonly [look: Look, share: number])[];
}): ReactNode {
  return (
    <svg
      className="chart"
      viewBox="0 0 100 10"
      width="100%"
      height={16}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map(([look, share], at) => {
        const x = parts.slice(0, at).reduce((sum, [, before]) => sum + before, 0) * 100;
        const gap = parts.length > 1 ? 0.4 : 0;
        return share > 0 ? (
          <rect
            key={look}
            className={look}
            {...paintOf[look]}
            x={x.toFixed(1)}
            y={1}
            width={Math.max(0.6, share * 100 - gap).toFixed(1)}
            height={8}
          />
        ) : null;
      })}
    </svg>
  );
}

function Numbers({ leaf, table }: Of): ReactNode {
  const { say } = leaf;
  const [rows, columns] = table.dimensions;
  const byKey = new Map(table.cells.map((cell) => [keyOf(cell.held), cell]));
  const at = (held: TableCell["held"]): PrintedCell | undefined => byKey.get(keyOf(held));
  // Nobody at all is said once, beneath: a column or a row of noughts is left out.
  const codesOf = (dimension: string): readonly string[] => [
    ...new Set(
      table.cells.flatMap(({ held, value }) => {
        const [only] = held;
        return held.length === 1 && only?.[0] === dimension && value !== 0 ? [only[1]] : [];
      }),
    ),
  ];
  const across = columns === undefined ? [] : codesOf(columns);
  const held = (code: string): TableCell["held"] => [[rows, code]];
  const told = (code: string): boolean =>
    [held(code), ...across.map((other): TableCell["held"] => [...held(code), [columns ?? "", other]])].some(
      (of) => at(of)?.value !== undefined,
    );
  const all = codesOf(rows);
  const down = all.filter(told);
  const untold = all.length - down.length;
  const value = (held: TableCell["held"]): string => {
    const cell = at(held);
    return cell?.value === undefined ? "•" : say.number(cell.value);
  };
  return (
    <Wide name={titleOf(table, say)} broad={across.length > 5}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columnIn(rows, say)}</th>
            {across.map((code) => (
              <th key={code} scope="col">
                {codeIn(leaf, columns ?? "", code)}
              </th>
            ))}
            <th scope="col">{say(columns === undefined ? "table.cases" : "table.total")}</th>
          </tr>
        </thead>
        <tbody>
          {down.map((code) => (
            <tr key={code}>
              <th scope="row">{codeIn(leaf, rows, code)}</th>
              {across.map((other) => (
                <td key={other}>
                  {value([
                    [rows, code],
                    [columns ?? "", other],
                  ])}
                </td>
              ))}
              <td>{value([[rows, code]])}</td>
            </tr>
          ))}
          {untold > 0 && (
            <tr>
              <th scope="row" colSpan={across.length + 2}>
                {say("table.hiddenRows", { count: untold })}
              </th>
            </tr>
          )}
          <tr className="total">
            <th scope="row">{say("table.total")}</th>
            {across.map((other) => (
              <td key={other}>{value([[columns ?? "", other]])}</td>
            ))}
            <td>{value([])}</td>
          </tr>
        </tbody>
      </table>
    </Wide>
  );
}
