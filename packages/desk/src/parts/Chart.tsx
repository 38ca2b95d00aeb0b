/**
 * Bars over time, with the usual count as a line across each of them. Lengths are shares of the width and colours are those
 * of the page, so that a telephone, the dark and a sheet of paper each have it right without drawing it again. The figures
 * stand above their bars where there is room, and in a table beside it, so that nobody has to read the drawing.
 */
import { FormattedNumber } from "react-intl";

interface ChartGiven {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** From the last bar back, each how many-th has its name beneath: hours of six, days of seven. */
  readonly every: number;
}

interface Bar {
  readonly from: string;
  /** What stands under it. */
  readonly said: string;
  readonly count: number;
  readonly usual?: number;
}

const TOP = 20;
const FLOOR = 188;
const HEIGHT = 214;

export function Chart({ label, bars, every }: ChartGiven) {
  const steps = stepsTo(Math.max(0, ...bars.flatMap(({ count, usual = 0 }) => [count, usual])));
  const highest = steps.at(-1) ?? 1;
  const slot = 100 / Math.max(1, bars.length);
  const across = (at: number) => `${(at * slot).toFixed(3)}%`;
  const above = (count: number) => FLOOR - (count / highest) * (FLOOR - TOP);
  return (
    <div className="chart" role="img" aria-label={label}>
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        {steps.map((step) => (
          <g key={step} className="chart-step" data-floor={step === 0 || undefined}>
            <line x1="0" x2="100%" y1={above(step)} y2={above(step)} />
            <text x="-6" y={above(step)} dy="0.32em">
              <FormattedNumber value={step} />
            </text>
          </g>
        ))}
        {bars.map(({ from, said, count, usual }, at) => (
          <g key={from}>
            <rect
              className="chart-bar"
              x={across(at + 0.14)}
              width={across(0.72)}
              y={above(count)}
              height={FLOOR - above(count)}
            />
            {usual !== undefined && (
              <line
                className="chart-usual"
                x1={across(at)}
                x2={across(at + 1)}
                y1={above(usual)}
                y2={above(usual)}
              />
            )}
            {count > 0 && (
              <text className="chart-count" x={across(at + 0.5)} y={above(Math.max(count, usual ?? 0)) - 5}>
                {count}
              </text>
            )}
            {(bars.length - 1 - at) % every === 0 && (
              <text
                className="chart-name"
                data-last={at === bars.length - 1 || undefined}
                x={across(at === bars.length - 1 ? bars.length : at + 0.5)}
                y={FLOOR + 18}
              >
                {said}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Nought, and three to five round figures of which the last is not below the highest bar. */
function stepsTo(highest: number): readonly number[] {
  const rough = Math.max(1, highest / 4);
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= rough) ?? rough;
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
