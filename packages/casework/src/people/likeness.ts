/**
 * How alike two parts of a name are in one role, as a level (for words) and as bits of evidence (for weighing). A cliff, not a slope:
 * what a bad line can do to a word costs little, what it cannot do says that these are two men.
 */
import { farness } from "./distance.ts";
import { givenNames } from "./given/classes.ts";
import type { Part } from "./part.ts";

export type PartLevel = "same" | "sounds" | "near" | "short" | "initial" | "form" | "differs" | "absent";
export interface PartLikeness {
  readonly level: PartLevel;
  readonly bits: number;
}

/** How large a share of soldiers bears it; a roster gives its own, better than the coarse table. */
export interface Shares {
  readonly surname: (stem: string) => number;
  readonly given: (cls: number) => number;
}

const absent: PartLikeness = { level: "absent", bits: 0 };
const losses: readonly (readonly [far: number, bits: number])[] = [
  [0, 0],
  [0.25, 0.7],
  [0.5, 1.8],
  [0.8, 3.6],
  [1, 5.5],
  [1.25, 10],
  [1.6, 18],
  [2, 24],
];

const fineness = 100;
const lossTable = Float64Array.from({ length: 2 * fineness + 1 }, (_, at) => interpolated(at / fineness));

function interpolated(far: number): number {
  const next = losses.findIndex(([edge]) => far <= edge);
  if (next <= 0) return next === 0 ? 0 : 24;
  const [toFar, toBits] = losses[next] ?? [2, 24];
  const [fromFar, fromBits] = losses[next - 1] ?? [0, 0];
  return fromBits + ((far - fromFar) / (toFar - fromFar)) * (toBits - fromBits);
}

/** Bits lost for being so far apart: little up to what a bad line does, then everything. */
export function lossOf(far: number): number {
  return far >= 2 ? 24 : (lossTable[Math.round(far * fineness)] ?? 24);
}

function weightOf(share: number, least: number, greatest: number): number {
  return Math.max(least, Math.min(greatest, -Math.log2(share)));
}

function levelOf(far: number): PartLevel {
  if (far === 0) return "same";
  if (far <= 0.35) return "sounds";
  return far <= 1 ? "near" : "differs";
}

export function surnameLikeness(a: Part | undefined, b: Part | undefined, shares: Shares): PartLikeness {
  if (!a || !b) return absent;
  const far = surnameFarness(a, b);
  const weight = weightOf(
    Math.max(shares.surname(a.stems[0] ?? a.text), shares.surname(b.stems[0] ?? b.text)),
    6.5,
    13,
  );
  const level = levelOf(far);
  return {
    level: level === "same" && a.forms[0] !== b.forms[0] ? "form" : level,
    bits: Math.max(-11, weight - lossOf(far)),
  };
}

export function surnameFarness(a: Part, b: Part): number {
  let best = stemsFarness(a.stems, b.stems);
  if (best > 0.3 && (a.halves.length > 0 || b.halves.length > 0))
    for (const x of a.halves.length > 0 ? a.halves : [a])
      for (const y of b.halves.length > 0 ? b.halves : [b])
        best = Math.min(best, 0.2 + stemsFarness(x.stems, y.stems));
  return best;
}

function stemsFarness(a: readonly string[], b: readonly string[]): number {
  let best = 2;
  for (const x of a)
    for (const y of b) {
      if (x === y) return 0;
      const far = farness(x, y, best);
      if (far < best) best = far;
    }
  return best;
}

function formsFarness(a: Part, b: Part): number {
  return Math.min(stemsFarness(a.forms, b.forms), 0.05 + stemsFarness(a.stems, b.stems));
}

function givenLikeness(a: Part | undefined, b: Part | undefined, shares: Shares): PartLikeness {
  if (!a || !b) return absent;
  if (a.initial || b.initial) return initialLikeness(a, b, 2.2);
  const shared = sharedClass(a, b);
  const apart = formsFarness(a, b);
  if (shared) {
    const weight = weightOf(shares.given(shared.cls), 3.3, 11);
    const far = Math.min(shared.far, apart);
    const loss = Math.min(
      lossOf(apart),
      lossOf(Math.min(1, far)) * 0.7 + (shared.short ? 0.9 : apart > 0 ? 0.25 : 0) + shared.ambiguous,
    );
    const level =
      shared.short && apart > 0.3 ? "short" : far <= 0.35 ? (apart === 0 ? "same" : "sounds") : "near";
    return { level, bits: weight - loss };
  }
  const known = isKnown(a) && isKnown(b);
  const weight = Math.max(ownWeight(a, shares), ownWeight(b, shares));
  const inside = known ? 2 : halvesFarness(a, b);
  const far = Math.min(apart + (known ? 0.55 : 0), inside);
  return { level: levelOf(far), bits: Math.max(-12, weight - 1.2 * lossOf(far)) };
}

function ownWeight(part: Part, shares: Shares): number {
  const hit = part.given[0];
  return hit ? weightOf(shares.given(hit.cls), 3.3, 11) : 9;
}

function isKnown(part: Part): boolean {
  return part.given.some((hit) => hit.far === 0 && hit.kind !== "oblique");
}

/** Магомед-Али is called Магомед, or Али, by half of those who call. */
function halvesFarness(a: Part, b: Part): number {
  let best = 2;
  for (const x of a.halves) best = Math.min(best, 0.6 + stemsFarness(x.forms, b.forms));
  for (const y of b.halves) best = Math.min(best, 0.6 + stemsFarness(a.forms, y.forms));
  const x = a.forms[0] ?? "";
  const y = b.forms[0] ?? "";
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length > 4 && long.startsWith(short)) best = Math.min(best, 0.75);
  return best;
}

function sharedClass(
  a: Part,
  b: Part,
):
  | { readonly cls: number; readonly far: number; readonly short: boolean; readonly ambiguous: number }
  | undefined {
  let best: { cls: number; far: number; short: boolean; ambiguous: number } | undefined;
  for (const x of a.given)
    for (const y of b.given) {
      if (x.cls !== y.cls) continue;
      const far = x.far + y.far;
      if (best && best.far <= far) continue;
      const ambiguous =
        (x.kind === "short" ? 0.25 * (a.given.length - 1) : 0) +
        (y.kind === "short" ? 0.25 * (b.given.length - 1) : 0);
      best = {
        cls: x.cls,
        far,
        short: x.kind === "short" || y.kind === "short",
        ambiguous: Math.min(1, ambiguous),
      };
    }
  return best;
}

export function patronymicLikeness(a: Part | undefined, b: Part | undefined, shares: Shares): PartLikeness {
  if (!a || !b) return absent;
  if (a.initial || b.initial) return initialLikeness(a, b, 2.2);
  const apart = Math.min(
    a.fatherStem && b.fatherStem ? farness(a.fatherStem, b.fatherStem) * 0.95 : 2,
    stemsFarness(a.forms, b.forms),
  );
  let shared: { cls: number; far: number } | undefined;
  for (const x of a.fathers)
    for (const y of b.fathers)
      if (x.cls === y.cls && (!shared || x.far + y.far < shared.far))
        shared = { cls: x.cls, far: x.far + y.far };
  if (shared) {
    const weight = weightOf(shares.given(shared.cls), 3.3, 11);
    const far = Math.min(shared.far, apart);
    return {
      level: far <= 0.35 ? (apart === 0 ? "same" : "sounds") : "near",
      bits: weight - Math.min(lossOf(apart), 0.2 + lossOf(Math.min(1, far)) * 0.7),
    };
  }
  const known = a.fathers.some((hit) => hit.far === 0) && b.fathers.some((hit) => hit.far === 0);
  const father = a.fathers[0] ?? b.fathers[0];
  const weight = father ? weightOf(shares.given(father.cls), 3.3, 11) : 9;
  const far = apart + (known ? 0.5 : 0.1);
  return { level: levelOf(far), bits: Math.max(-10, weight - 1.2 * lossOf(far)) };
}

const heads: Readonly<Record<string, string>> = { я: "а", е: "и", ю: "у", о: "а" };
/** The first sound of a form, as an initial would write it. */
export function headOf(form: string): string {
  const head = form.charAt(0);
  return heads[head] ?? head;
}

function initialLikeness(a: Part, b: Part, bits: number): PartLikeness {
  const fits = headsOf(a).some((head) => headsOf(b).includes(head));
  return fits ? { level: "initial", bits } : { level: "differs", bits: -7 };
}

function headsOf(part: Part): readonly string[] {
  const heads = part.forms.map(headOf);
  if (part.initial) return part.text === "h" ? [...heads, "г"] : heads;
  const { classes } = givenNames();
  for (const hit of part.given)
    if (hit.far === 0)
      heads.push(headOf((classes[hit.cls]?.canonical ?? "").toLowerCase().replace(/[эё]/u, "е")));
  return heads;
}

/** Compares parts role by role; the memoised one is for a search or a pass, in which the same words meet again and again. */
export interface Comparer {
  readonly surname: (a: Part | undefined, b: Part | undefined) => PartLikeness;
  readonly given: (a: Part | undefined, b: Part | undefined) => PartLikeness;
  readonly patronymic: (a: Part | undefined, b: Part | undefined) => PartLikeness;
}

export function comparerOf(shares: Shares): Comparer {
  return {
    surname: (a, b) => surnameLikeness(a, b, shares),
    given: (a, b) => givenLikeness(a, b, shares),
    patronymic: (a, b) => patronymicLikeness(a, b, shares),
  };
}

const mostRemembered = 100_000;

export function rememberingComparer(shares: Shares): Comparer {
  const memo = (compute: (a: Part, b: Part, shares: Shares) => PartLikeness): Comparer["surname"] => {
    let known = new Map<Part, Map<Part, PartLikeness>>();
    let count = 0;
    return (a, b) => {
      if (!a || !b) return absent;
      let row = known.get(a);
      if (!row) known.set(a, (row = new Map()));
      let like = row.get(b);
      if (!like) {
        if (count > mostRemembered) {
          known = new Map([[a, (row = new Map())]]);
          count = 0;
        }
        like = compute(a, b, shares);
        row.set(b, like);
        count += 1;
      }
      return like;
    };
  };
  return { surname: memo(surnameLikeness), given: memo(givenLikeness), patronymic: memo(patronymicLikeness) };
}
