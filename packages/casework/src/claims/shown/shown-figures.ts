/** The figures of some claims, each kind of count with its four lines: never mixed, never added, the empty ones in their place. */
import type { Lang } from "../../words/vocabulary.ts";
import { countedBy, figureLines, type FigureLine } from "../figure-lines.ts";
import type { Claim, Figure } from "../model.ts";
import type { ShownFigures } from "./asked.ts";
import type { Reading } from "./reading.ts";

const order: readonly FigureLine[] = ["named floor", "reported range", "conceded", "external estimate"];

export function figuresShown(
  claims: readonly Claim[],
  { reading }: { readonly reading: Reading; readonly lang: Lang },
): readonly ShownFigures[] {
  const { ledger, standing } = reading;
  const wanted = new Set<string>(claims.flatMap(({ figure }) => figure ?? []));
  if (wanted.size === 0) return [];
  const groups = new Map<string, Figure[]>();
  for (const figure of ledger.figures) {
    if (!wanted.has(figure.id)) continue;
    const key = `${figure.quantity} ${countedBy(figure)}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map((figures) => {
    const drawn = figureLines(figures, { ledger, standing });
    const words = new Map<string, string>(figures.map((figure) => [figure.id, figure.lexical]));
    return {
      quantity: figures[0]?.quantity ?? "",
      counted: figures[0] ? countedBy(figures[0]) : "",
      lines: order.flatMap((line) => {
        const found = drawn.find((one) => one.line === line);
        return found
          ? [
              {
                line,
                min: found.min,
                max: found.max,
                words: found.figures.flatMap((id) => words.get(id) ?? []),
              },
            ]
          : [];
      }),
      wordsOnly: figures
        .filter(({ min, max }) => min === undefined && max === undefined)
        .map(({ lexical }) => lexical),
    };
  });
}
