/**
 * From the JSON of a legal pack to a Pack that the desk may count with, or to the problems that forbid it.
 * Nothing is guessed: a reference that leads nowhere, a calendar that does not add up or a rule without source,
 * level or effective dates is an error. Unknown fields are not read, and said.
 */
import * as v from "valibot";

import { err, ok, type Result } from "../../result.ts";
import { calendarProblems } from "./calendar-check.ts";
import { lift } from "./lift.ts";
import type { Pack } from "./pack.ts";
import type { JsonPath, Problem } from "./problem.ts";
import { referenceProblems } from "./references.ts";
import { ruleProblems } from "./rule-check.ts";
import { type PackFile, packFile } from "./shape.ts";
import { signatureOf, type VerifySignature } from "./signature.ts";
import { templateProblems } from "./template-check.ts";

export interface LoadedPack {
  readonly pack: Pack;
  readonly warnings: readonly Problem[];
}

export function loadPack(json: unknown): Result<LoadedPack, readonly Problem[]> {
  const shaped = readShape(json);
  if (!shaped.file) return err(shaped.problems);
  const problems = [
    ...shaped.problems,
    ...calendarProblems(shaped.file),
    ...ruleProblems(shaped.file),
    ...referenceProblems(shaped.file),
    ...templateProblems(shaped.file),
  ];
  if (problems.some((problem) => problem.weight === "error")) return err(problems);
  return ok({ pack: lift(shaped.file), warnings: problems });
}

/** Like loadPack, and refuses a pack whose signature is missing or does not hold. */
export async function loadSignedPack(
  json: unknown,
  verify: VerifySignature,
): Promise<Result<LoadedPack, readonly Problem[]>> {
  const loaded = loadPack(json);
  if (!loaded.ok) return loaded;
  const signature = await signatureOf(json, verify);
  if (signature === "holds") return loaded;
  const what = signature === "missing" ? "the pack is not signed" : "the signature does not fit the pack";
  return err([{ weight: "error", path: ["pack", "signature"], what }]);
}

interface Shaped {
  readonly file: PackFile | undefined;
  readonly problems: readonly Problem[];
}

function readShape(json: unknown): Shaped {
  const first = v.safeParse(packFile, json);
  if (first.success) return { file: first.output, problems: [] };
  const problems = first.issues.flatMap((issue) => problemsIn(issue));
  if (problems.some(({ weight }) => weight === "error")) return { file: undefined, problems };
  const again = v.safeParse(
    packFile,
    without(
      json,
      problems.map(({ path }) => path),
    ),
  );
  return { file: again.success ? again.output : undefined, problems };
}

function problemsIn(issue: v.BaseIssue<unknown>): readonly Problem[] {
  const path: JsonPath = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  if (issue.type === "strict_object" && issue.expected === "never") {
    return [{ weight: "warning", path, what: `unknown field "${String(path.at(-1))}": it is not read` }];
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return [{ weight: "error", path, what: `"${String(path.at(-1))}" is missing` }];
  }
  return [
    {
      weight: "error",
      path,
      what: issue.received === "undefined" ? `${issue.message}, nothing stands here` : issue.message,
    },
  ];
}

/** A copy of the JSON without the values at these paths. */
function without(json: unknown, paths: readonly JsonPath[]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(json));
  for (const path of paths) {
    let holder: unknown = copy;
    for (const part of path.slice(0, -1)) holder = isHolder(holder) ? holder[String(part)] : undefined;
    if (isHolder(holder)) delete holder[String(path.at(-1))];
  }
  return copy;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
