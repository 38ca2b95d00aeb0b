/** The four lines of figures, never mixed and never added, each with its range drawn on one scale; and what was said without a number. */
import type { FigureLine, ShownFigures } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { CodeWord, Range } from "./Codes.tsx";

const order: readonly FigureLine[] = ["named floor", "reported range", "conceded", "external estimate"];

export function Figures({ figures }: { readonly figures: readonly ShownFigures[] }) {
  return (
    <section aria-labelledby="incident-figures" className="part">
      <h2 id="incident-figures">
        <FormattedMessage id="ledger.figures" />
      </h2>
      {figures.map((one) => (
        <OneCount key={`${one.quantity} ${one.counted}`} figures={one} />
      ))}
    </section>
  );
}

function OneCount({ figures }: { readonly figures: ShownFigures }) {
  const intl = useIntl();
  const ends = figures.lines.flatMap(({ min, max }) => [min ?? 0, max ?? (min ?? 0) * 1.5]);
  const top = Math.max(1, ...ends);
  return (
    <table className="figure-lines">
      <caption>
        {figures.quantity} (<CodeWord of="unit" code={figures.counted} />)
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">
            <FormattedMessage id="ledger.figures.line" />
          </th>
          <th scope="col">
            <FormattedMessage id="ledger.figures.range" />
          </th>
          <th scope="col">
            <FormattedMessage id="ledger.figures.words" />
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.lines.length > 0 &&
          order.map((name) => {
            const line = figures.lines.find((one) => one.line === name);
            return (
              <tr key={name} data-empty={!line || undefined}>
                <th scope="row">
                  <FormattedMessage id={`ledger.line.${name}`} />
                </th>
                <td className="figure-range">
                  {line ? (
                    <>
                      <b>
                        <Range min={line.min} max={line.max} />
                      </b>
                      <RangeBar min={line.min ?? 0} max={line.max} top={top} />
                    </>
                  ) : (
                    <FormattedMessage id="ledger.figures.nobody" />
                  )}
                </td>
                <td>{line && intl.formatList(line.words.map((words) => `“${words}”`))}</td>
              </tr>
            );
          })}
        {figures.wordsOnly.length > 0 && (
          <tr>
            <th scope="row">
              <FormattedMessage id="ledger.figures.wordsOnly" />
            </th>
            <td colSpan={2}>{intl.formatList(figures.wordsOnly.map((words) => `“${words}”`))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** From the least to the most; open above ends in an arrow. */
function RangeBar({
  min,
  max,
  top,
}: {
  readonly min: number;
  readonly max: number | undefined;
  readonly top: number;
}) {
  const from = (min / top) * 196;
  const to = max === undefined ? 196 : (max / top) * 196;
  return (
    <svg className="range-bar" viewBox="0 0 200 14" aria-hidden="true">
      <path className="range-axis" d="M0 13.5h200M.5 9v5M199.5 9v5" />
      <rect x={Math.min(from, 193)} y="2" width={Math.max(3, to - from)} height="7" />
      {max === undefined && <path className="range-open" d="m194 0 5 5.5-5 5.5" />}
    </svg>
  );
}
