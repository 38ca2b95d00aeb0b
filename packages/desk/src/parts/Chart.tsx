/**
 * Bars over time, and a line of what is usual. Drawn on a canvas in the colours of the page; what it shows stands in a
 * table beside it, so that nobody has to read the drawing.
 */
import { useEffect, useRef } from "react";
import type uPlot from "uplot";

import "uplot/dist/uPlot.min.css";

export interface ChartGiven {
  readonly label: string;
  readonly counts: readonly number[];
  readonly usual?: readonly number[];
  /** What stands under each bar. */
  readonly said: readonly string[];
}

const HEIGHT = 220;

export function Chart({ label, counts, usual, said }: ChartGiven) {
  const place = useRef<HTMLDivElement>(null);
  const data = JSON.stringify([said, counts, usual ?? []]);
  useEffect(() => {
    const here = place.current;
    if (!here) return undefined;
    let plot: uPlot | undefined;
    let isGone = false;
    const draw = async () => {
      const { default: UPlot } = await import("uplot");
      if (isGone) return;
      const [words, bars, line] = JSON.parse(data) as [string[], number[], number[]]; // as written above
      const xs = bars.map((_, n) => n);
      plot?.destroy();
      plot = new UPlot(
        optionsOf({
          UPlot,
          width: here.clientWidth,
          colours: coloursOf(here),
          words,
          hasUsual: line.length > 0,
        }),
        line.length > 0 ? [xs, bars, line] : [xs, bars],
        here,
      );
    };
    void draw();
    const resized = new ResizeObserver(() => plot?.setSize({ width: here.clientWidth, height: HEIGHT }));
    resized.observe(here);
    const looked = new MutationObserver(() => void draw());
    looked.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => {
      isGone = true;
      resized.disconnect();
      looked.disconnect();
      plot?.destroy();
    };
  }, [data]);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}

interface Colours {
  readonly ink: string;
  readonly soft: string;
  readonly hair: string;
  readonly accent: string;
}

function coloursOf(at: HTMLElement): Colours {
  const style = getComputedStyle(at);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return { ink: of("--ink"), soft: of("--soft"), hair: of("--hair"), accent: of("--accent") };
}

function optionsOf(given: {
  readonly UPlot: typeof uPlot;
  readonly width: number;
  readonly colours: Colours;
  readonly words: readonly string[];
  readonly hasUsual: boolean;
}): uPlot.Options {
  const { UPlot, width, colours, words, hasUsual } = given;
  const axis = { stroke: colours.soft, grid: { stroke: colours.hair, width: 1 }, ticks: { show: false } };
  const bars = UPlot.paths.bars?.({ size: [0.7, 60] });
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_, low, high) => [low - 0.6, high + 0.6] },
      y: { range: (_, __, high) => [0, Math.max(4, high * 1.1)] },
    },
    axes: [
      {
        ...axis,
        values: (_, splits) => splits.map((n) => words[n] ?? ""),
        space: 60,
        incrs: [1, 2, 3, 4, 6, 7, 12],
      },
      { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000] },
    ],
    series: [
      {},
      {
        stroke: colours.accent,
        fill: colours.accent,
        ...(bars ? { paths: bars } : {}),
        points: { show: false },
      },
      ...(hasUsual ? [{ stroke: colours.ink, width: 2, dash: [6, 4], points: { show: false } }] : []),
    ],
  };
}
