/**
 * The publication rules as an engine: what may be said of a claim, how coarsely, and by which rule, with a trace that the
 * two reviewers read. Nothing is public by default: this only says what could be; release.ts asks two people.
 *
 * 2 private persons by role only, minors never · 3 place = region, never unit × place × date · 4 fourteen days where men
 * are at risk, and the circle's consent · 5 no wording that cannot be recovered · 6 attribution from one telling on, an
 * unattributed number is no headline · 7 no contested claim without its denial, no denial without its claim · 8 a
 * relative can take it out, and what was taken back or put right is out, with what rests on it until somebody looked again · 9 what it may cost is shown.
 */
import { daysBetween, type Day } from "@answerable/casework";

import type { Provenance, Words } from "./record.ts";

export interface PublicPlace {
  readonly id: string;
  readonly level: string;
  readonly label: string;
  readonly publishAs?: string;
  /** The place that is printed for it. */
  readonly printed?: Words;
  readonly sensitive?: string;
}

export interface PublicAgent {
  readonly id: string;
  readonly type: string;
  readonly private?: boolean;
  readonly label: string;
  readonly minor?: boolean;
}

/** What the rules need to know of a claim; the desk fills it from the weighed ledger. */
export interface PublicClaim {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  /** What is printed: a person's public wording, else the text. */
  readonly words: Words;
  readonly provenance: Provenance;
  readonly modality: string;
  readonly tags: readonly string[];
  readonly hearsayDepth: number;
  readonly attribution: "unattributed" | "identified-origin" | "inferred-origin" | "unknown-origin";
  readonly contested: boolean;
  /** The wording cannot be recovered, or harms: a person's judgement. */
  readonly held: boolean;
  /** Retracted, resting on what was retracted, or put right by another claim. */
  readonly takenBack: boolean;
  /** What it rests on was put right, and nobody has said that it stands after that. */
  readonly again: boolean;
  readonly hasFigure: boolean;
  readonly places: readonly PublicPlace[];
  readonly participants: readonly PublicAgent[];
  readonly deniedBy: readonly string[];
  readonly denies: readonly string[];
  /** The last day it speaks of, where that is known. */
  readonly lastDay?: Day;
  /** Told to us in confidence: only with the circle's consent. */
  readonly fromCircle?: boolean;
}

export interface RuleContext {
  readonly on: Day;
  readonly takenOut: ReadonlySet<string>;
  readonly consented: ReadonlySet<string>;
}

export type RuleId =
  | "HOLD"
  | "OUT"
  | "BACK"
  | "AGAIN"
  | "DELAY"
  | "CONSENT"
  | "MINOR"
  | "NAME"
  | "PARITY"
  | "COARSE"
  | "UNIT"
  | "ATTR"
  | "DENIAL"
  | "PRIV"
  | "NUM"
  | "OK";

export interface TraceLine {
  readonly rule: RuleId;
  /** Which of the published rules, 1 to 9. */
  readonly number: number;
  readonly why: string;
}

export interface Judged {
  readonly claim: PublicClaim;
  readonly level: "public" | "coarse" | "withhold";
  readonly rules: readonly RuleId[];
  readonly trace: readonly TraceLine[];
  readonly mayHeadline: boolean;
  /** Where the claim is printed as from: never finer than this. undefined: no place is printed. */
  readonly places: readonly string[];
  /** What publishing it may be prosecuted as; shown at the button. */
  readonly exposure: readonly string[];
}

const delayDays = 14;
const fine = new Set(["city", "building", "locality", "street", "settlement", "unknown"]);
const atRisk = new Set([
  "unit-position",
  "deployment",
  "sent-to-front",
  "refusal",
  "detained",
  "friendly-fire",
]);
const exposures: Readonly<Record<string, string>> = {
  losses: "speaks of losses",
  "unit-position": "speaks of where a unit is",
  "friendly-fire": "speaks of fire from their own side",
  command: "accuses commanders",
  refusal: "speaks of refusal",
};
/** The rules by which a claim is not printed at all. */
export const withholding: ReadonlySet<RuleId> = new Set<RuleId>([
  "HOLD",
  "OUT",
  "BACK",
  "AGAIN",
  "DELAY",
  "CONSENT",
  "MINOR",
  "NAME",
  "PARITY",
]);
const coarsening = new Set<RuleId>(["COARSE", "UNIT"]);

/** Judges claims together, so that no denial stands alone and no contested claim without its denial. */
export function judgeClaims(claims: readonly PublicClaim[], context: RuleContext): readonly Judged[] {
  const judged = new Map(claims.map((claim) => [claim.id, judge(traceOf(claim, context), claim)]));
  for (let changed = true; changed;) {
    changed = false;
    for (const { claim, level, trace } of judged.values()) {
      if (level === "withhold") continue;
      const isOut = (id: string): boolean => (judged.get(id)?.level ?? "withhold") === "withhold";
      const alone = claim.contested && claim.deniedBy.length > 0 && claim.deniedBy.every(isOut);
      const orphan = claim.denies.length > 0 && claim.denies.every(isOut);
      if (!alone && !orphan) continue;
      const why = alone ? "its denial may not be printed" : "what it denies may not be printed";
      judged.set(claim.id, judge([...trace, { rule: "PARITY", number: 7, why }], claim));
      changed = true;
    }
  }
  return [...judged.values()];
}

function judge(trace: readonly TraceLine[], claim: PublicClaim): Judged {
  const rules = trace.map(({ rule }) => rule);
  return {
    claim,
    level: rules.some((rule) => withholding.has(rule))
      ? "withhold"
      : rules.some((rule) => coarsening.has(rule))
        ? "coarse"
        : "public",
    rules: rules.length > 0 ? rules : ["OK"],
    trace: trace.length > 0 ? trace : [{ rule: "OK", number: 1, why: "no rule speaks against it" }],
    mayHeadline: !(claim.attribution === "unattributed" && claim.hasFigure) && !claim.contested,
    places: [...new Set(claim.places.flatMap(({ publishAs }) => publishAs ?? []))],
    exposure: claim.tags.flatMap((tag) => exposures[tag] ?? []),
  };
}

function traceOf(claim: PublicClaim, { on, takenOut, consented }: RuleContext): readonly TraceLine[] {
  const trace: TraceLine[] = [];
  const add = (when: boolean, line: TraceLine): void => void (when && trace.push(line));
  const fineplace = claim.places.some(
    ({ id, level, publishAs }) => fine.has(level) || (publishAs !== undefined && publishAs !== id),
  );
  const risky = claim.tags.some((tag) => atRisk.has(tag));
  const front = claim.places.some(({ sensitive }) => sensitive === "front-position");
  const unattributed =
    claim.attribution === "unattributed" && (claim.type === "quantity" || claim.modality === "quoted");
  const named = claim.participants.find(
    (agent) =>
      agent.private === true &&
      agent.type === "person" &&
      agent.label !== "" &&
      Object.values(claim.words).some((words) => words.includes(agent.label)),
  );
  add(claim.held, { rule: "HOLD", number: 5, why: "the wording cannot be recovered or would harm" });
  add(takenOut.has(claim.id), { rule: "OUT", number: 8, why: "a relative took it out" });
  add(claim.takenBack, { rule: "BACK", number: 8, why: "it was taken back, or put right by another" });
  add(claim.again, {
    rule: "AGAIN",
    number: 8,
    why: "what it rests on was put right: to be looked at again",
  });
  add(risky && claim.lastDay !== undefined && daysBetween(claim.lastDay, on) < delayDays, {
    rule: "DELAY",
    number: 4,
    why: `men may be at risk: not before ${delayDays} days`,
  });
  add(claim.fromCircle === true && !consented.has(claim.id), {
    rule: "CONSENT",
    number: 4,
    why: "the circle has not agreed",
  });
  add(
    claim.participants.some(({ minor }) => minor === true),
    { rule: "MINOR", number: 2, why: "a minor is concerned" },
  );
  add(named !== undefined, { rule: "NAME", number: 2, why: `the text names ${named?.id}` });
  // Geography that is public anyway and about nobody keeps its place.
  add(fineplace && claim.type !== "background", { rule: "COARSE", number: 3, why: "place only as region" });
  add(claim.tags.includes("unit-position") || front, {
    rule: "UNIT",
    number: 3,
    why: "no unit with its place",
  });
  add(claim.hearsayDepth >= 1 || unattributed, {
    rule: "ATTR",
    number: 6,
    why:
      claim.hearsayDepth >= 1
        ? `${claim.hearsayDepth} tellings from its origin`
        : "nobody is named as its source",
  });
  add(claim.contested, { rule: "DENIAL", number: 7, why: `denied by ${claim.deniedBy.join(", ")}` });
  add(
    claim.participants.some((agent) => agent.private === true && agent.type === "person"),
    { rule: "PRIV", number: 2, why: "a private person: role only" },
  );
  add(claim.hasFigure, { rule: "NUM", number: 6, why: "as a range, with its words" });
  return trace;
}
