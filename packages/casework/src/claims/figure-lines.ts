/**
 * Four lines of figures, never mixed and never added: the floor of those known by name, the reported range, what the
 * responsible side concedes, and what an outside estimate says. Killed is not killed and wounded: every kind of loss has
 * its own four lines.
 */
import type { Standing } from "./grade.ts";
import type { Figure, FigureId, Ledger } from "./model.ts";
import { isUsable } from "./rests.ts";

export type FigureLine = "named floor" | "reported range" | "conceded" | "external estimate";

export interface DrawnLine {
  readonly line: FigureLine;
  /** What is counted: the unit and, where it is a loss, exactly which. */
  readonly counted: string;
  readonly min: number | undefined;
  /** undefined: open above. */
  readonly max: number | undefined;
  readonly figures: readonly FigureId[];
}

/** Who answers for the men: what these say about losses is a concession, not a report. */
const responsible = new Set([
  "institution",
  "institution-class",
  "official",
  "armed-force",
  "military-unit",
  "unit",
]);
const outside = new Set(["official-estimate", "external-estimate", "study"]);

export function countedBy(figure: Figure): string {
  const includes = [...(figure.includes ?? [])].sort();
  return includes.length > 0 ? includes.join("+") : figure.unit;
}

/** The lines of some figures: of an incident, or of everything that is counted in one way. */
export function figureLines(
  figures: readonly Figure[],
  given: { readonly ledger: Ledger; readonly standing: Standing },
): readonly DrawnLine[] {
  const claims = new Map(given.standing.claims.map((standing) => [standing.claim.id, standing]));
  const owner = new Map(
    given.ledger.claims.flatMap((claim) =>
      claim.figure === undefined ? [] : [[claim.figure, claim.id] as const],
    ),
  );
  const drawn = new Map<string, DrawnLine>();
  for (const figure of figures) {
    const claim = claims.get(figure.claim ?? owner.get(figure.id) ?? ("" as never)); // no claim: finds nothing
    if (figure.min === undefined && figure.max === undefined) continue;
    if (claim && !isUsable(claim.soundness)) continue;
    const line = lineOf(figure, claim?.chain?.chain.origin, given);
    const counted = countedBy(figure);
    const key = `${line} ${figure.quantity} ${counted}`;
    const known = drawn.get(key);
    drawn.set(
      key,
      known
        ? widened(known, figure)
        : { line, counted, min: figure.min, max: figure.max, figures: [figure.id] },
    );
  }
  return [...drawn.values()];
}

function lineOf(
  figure: Figure,
  origin: string | undefined,
  { standing, ledger }: { readonly ledger: Ledger; readonly standing: Standing },
): FigureLine {
  if (figure.namedFloor) return "named floor";
  const agent = origin === undefined ? undefined : standing.standings.cast.agents.get(origin);
  if (agent && responsible.has(agent.type)) return "conceded";
  const items = ledger.items.filter((item) => agent !== undefined && item.agent === agent.id);
  if (agent?.type === "state" || items.some((item) => outside.has(item.kind))) return "external estimate";
  return "reported range";
}

/** Two figures of one line: the range that holds both. A sum is never made. */
function widened(line: DrawnLine, figure: Figure): DrawnLine {
  return {
    ...line,
    min: line.min === undefined || figure.min === undefined ? undefined : Math.min(line.min, figure.min),
    max: line.max === undefined || figure.max === undefined ? undefined : Math.max(line.max, figure.max),
    figures: [...line.figures, figure.id],
  };
}
