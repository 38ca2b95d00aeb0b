/**
 * The worded half of a release: entries, the matters they belong to, what was corrected since the last release, and who
 * answers. An entry holds nothing that a page may not print: the day is left out where a unit or a fine place is spoken of.
 */
import type { Answering, Day } from "@answerable/casework";

import type { Matter, Provenance, Words } from "./record.ts";
import type { Judged, RuleId } from "./rules.ts";

export interface Entry {
  readonly claim: string;
  readonly type: string;
  readonly words: Words;
  readonly places: readonly Words[];
  readonly rules: readonly RuleId[];
  readonly denies: readonly string[];
  readonly deniedBy: readonly string[];
  readonly attributed: boolean;
  readonly mayHeadline: boolean;
  readonly provenance: Provenance;
}

/** What changed in print: never the words that were taken out. */
export interface Correction {
  readonly on: Day;
  readonly claim: string;
  readonly type: "Reworded" | "Regraded" | "Withdrawn";
}

/** Letters to one office. Fewer than k letters to an office: it is counted among the others. */
export type OfficeLine = Omit<Answering, "authority" | "office"> & { readonly office: string | undefined };

export function entriesOf(judged: readonly Judged[]): readonly Entry[] {
  return judged
    .filter(({ level }) => level !== "withhold")
    .map(({ claim, level, rules, mayHeadline }) => {
      const { time, ...provenance } = claim.provenance;
      return {
        claim: claim.id,
        type: claim.type,
        words: claim.words,
        places: claim.places.flatMap(({ printed }) => printed ?? []),
        rules,
        denies: claim.denies,
        deniedBy: claim.deniedBy,
        attributed: claim.attribution !== "unattributed" && claim.attribution !== "unknown-origin",
        mayHeadline,
        provenance: { ...provenance, ...(time !== undefined && level === "public" && { time }) },
      };
    });
}

/** Matters of which something is printed; a matter all of whose entries are coarse says no day either. */
export function mattersIn(matters: readonly Matter[], judged: readonly Judged[]): readonly Matter[] {
  return matters.flatMap((matter) => {
    const all = judged.filter(({ claim }) => claim.provenance.incident === matter.incident);
    const own = all.filter(({ level }) => level !== "withhold");
    if (own.length === 0) return [];
    const held = all.some(({ level, rules }) => level === "withhold" && rules.includes("HOLD"));
    const { time: _unprinted, ...undated } = matter;
    const said = own.some(({ rules }) => rules.includes("UNIT")) ? undated : matter;
    return [held ? { ...said, withheld: true } : said];
  });
}

interface Printed {
  readonly entries: readonly Entry[];
  readonly corrections: readonly Correction[];
}

export function correctionsSince(
  before: Printed | undefined,
  { entries, on }: { readonly entries: readonly Entry[]; readonly on: Day },
): readonly Correction[] {
  if (!before) return [];
  const now = new Map(entries.map((entry) => [entry.claim, entry]));
  const fresh = before.entries.flatMap((entry): Correction[] => {
    const { claim } = entry;
    const next = now.get(claim);
    if (!next) return [{ on, claim, type: "Withdrawn" }];
    if (JSON.stringify(next.words) !== JSON.stringify(entry.words)) return [{ on, claim, type: "Reworded" }];
    if (next.provenance.grade !== entry.provenance.grade) return [{ on, claim, type: "Regraded" }];
    return [];
  });
  return [...fresh, ...before.corrections];
}

export function officeLines(all: readonly Answering[], k: number): readonly OfficeLine[] {
  const shown = all.filter(({ sent }) => sent >= k);
  const rest = all.filter(({ sent }) => sent < k);
  const sum = (of: (line: Answering) => number): number => rest.reduce((total, line) => total + of(line), 0);
  const others = {
    office: undefined,
    sent: sum(({ sent }) => sent),
    onTime: sum(({ onTime }) => onTime),
    late: sum(({ late }) => late),
    silent: sum(({ silent }) => silent),
    formal: sum(({ formal }) => formal),
    waiting: sum(({ waiting }) => waiting),
    days: undefined,
  };
  return [...shown.map(({ authority: _code, ...line }) => line), ...(others.sent >= k ? [others] : [])];
}
