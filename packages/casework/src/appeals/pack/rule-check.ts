/** What a rule must say before anything is counted by it: source, level, effective dates, and a term that makes sense. */
import type { JsonPath, Problem } from "./problem.ts";
import type { PackFile } from "./shape.ts";

type RuleFile = PackFile["rules"][number];

export function ruleProblems(file: PackFile): readonly Problem[] {
  const isDraft = file.pack.schema === "answerable.legal-pack/0.1";
  return [
    ...file.rules.flatMap((rule, index) => problemsOf(rule, ["rules", index], isDraft)),
    ...overlaps(file),
  ];
}

function problemsOf(rule: RuleFile, path: JsonPath, isDraft: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  const error = (inside: JsonPath, what: string) =>
    problems.push({ weight: "error", path: [...path, ...inside], what });

  if (!rule.effective) {
    problems.push({
      weight: isDraft ? "warning" : "error",
      path,
      what: `${rule.id}: effective dates are missing${isDraft ? "; taken as always in force" : ""}`,
    });
  }
  if (!rule.source && !isDraft)
    error([], `${rule.id}: the source is missing (the full title and article, as a letter cites it)`);
  if (!rule.duty && !rule.effect) error([], `${rule.id}: neither a duty nor an effect is told`);
  const { from, to } = rule.effective ?? { from: null, to: null };
  if (from !== null && to !== null && to < from)
    error(["effective", "to"], `${rule.id} ceases before it begins`);
  if (!rule.term) {
    if (rule.extension) error(["extension"], `${rule.id} has no term that could be extended`);
    if (rule.interpretations)
      error(["interpretations"], `${rule.id} has no term that could be read in several ways`);
    return problems;
  }
  if (!rule.trigger) error([], `${rule.id} has a term but no trigger`);
  if (!rule.by) error([], `${rule.id} has a term, but who owes it is not told`);
  if (rule.term.unit === "hour" && rule.term.start !== "moment")
    error(["term", "start"], "hours run from the moment: start is moment");
  if (rule.term.start === "moment" && rule.term.unit !== "hour")
    error(["term", "start"], "only hours run from a moment");
  if (rule.extension) {
    const ways = (["max", "to", "totalMax"] as const).filter((way) => rule.extension?.[way]);
    if (ways.length !== 1)
      error(
        ["extension"],
        "an extension says one of: max (so much more), to (so much in all), totalMax (no more than so much in all)",
      );
  }
  return problems;
}

/** Two versions of one rule in force on the same day would make the law a matter of luck. */
function overlaps(file: PackFile): readonly Problem[] {
  const problems: Problem[] = [];
  file.rules.forEach((rule, index) => {
    for (const other of file.rules.slice(0, index)) {
      if (rule.versionOf === undefined || other.versionOf !== rule.versionOf) continue;
      const begins = rule.effective?.from ?? "";
      const otherBegins = other.effective?.from ?? "";
      const ends = rule.effective?.to ?? "9999";
      const otherEnds = other.effective?.to ?? "9999";
      if (begins <= otherEnds && otherBegins <= ends) {
        problems.push({
          weight: "error",
          path: ["rules", index, "effective"],
          what: `${rule.id} and ${other.id} are versions of ${rule.versionOf}, and both in force at once`,
        });
      }
    }
  });
  return problems;
}
