/** Letters that agree in one thing: in a surge a unit, a region or one text passed from hand to hand brings hundreds. */
import type { SoldierReport } from "@answerable/casework/people";

import { wordsOf } from "../roster/words-of.ts";
import type { GroupBy, InboxGroup } from "./answers.ts";
import type { OpenLetter } from "./letters.ts";

export type Keys = Readonly<Partial<Record<GroupBy, string>>>;

/** Fewer words say too little to be one text. */
const LEAST_WORDS = 8;
const LEAST: Readonly<Record<GroupBy, number>> = { unit: 2, region: 2, text: 2 };
const MOST_GROUPS = 40;

export function keysOf({ report }: Pick<OpenLetter, "report">, read: SoldierReport): Keys {
  const { unit, region } = read;
  const text = textKey(report.story, [report.soldierName, report.callerName]);
  const unitKey = unit && (unit.codes[0] ?? (isNamed(unit) ? JSON.stringify(unit) : undefined));
  return {
    ...(unitKey === undefined ? {} : { unit: unitKey }),
    ...(region === undefined ? {} : { region }),
    ...(text === undefined ? {} : { text }),
  };
}

function isNamed(unit: NonNullable<SoldierReport["unit"]>): boolean {
  return unit.mentions.length > 0 || unit.named !== undefined;
}

/** What was written without the names and figures in which copies of one text differ. */
function textKey(story: string, names: readonly string[]): string | undefined {
  const own = new Set(names.flatMap(wordsOf));
  const words = wordsOf(story).filter((word) => !own.has(word) && !/\d/u.test(word));
  return words.length < LEAST_WORDS ? undefined : words.join(" ").slice(0, 2_000);
}

export function groupsOf(
  letters: Iterable<{ readonly letter: OpenLetter; readonly keys: Keys }>,
): readonly InboxGroup[] {
  const counts = new Map<string, { by: GroupBy; key: string; label: string; count: number }>();
  for (const { letter, keys } of letters) {
    const labels: Readonly<Record<GroupBy, string>> = {
      unit: letter.report.unit,
      region: letter.report.region,
      text: letter.report.story,
    };
    for (const by of ["unit", "region", "text"] as const) {
      const key = keys[by];
      if (key === undefined) continue;
      const name = `${by}\n${key}`;
      const before = counts.get(name);
      if (before) before.count += 1;
      else counts.set(name, { by, key, label: oneLine(labels[by], 120), count: 1 });
    }
  }
  return [...counts.values()]
    .filter(({ by, count }) => count >= LEAST[by])
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_GROUPS);
}

/** Cut between symbols. */
export function oneLine(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/gu, " ")
    .trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/\p{Surrogate}$/u, "")}…`;
}
