/**
 * Who may do what at a desk, as data: a deed, the duties that may, the conditions that must all hold. Nothing is allowed that no
 * row allows; a row with one condition more never allows more.
 *
 * What these rows hold, programs hold: whoever sits at a desk has its key. They keep an honest colleague from seeing by the way what
 * she does not need, and leave a line where she asks. See SECURITY.md, "Who may what".
 *
 * Note: Another member of the family. Families fall apart over these calls: a wife need not learn from the desk that the mother has
 * called, and one relative may be the very person another hides from. Of a case that is not hers a member learns that another
 * member of the family has called, and never who: no name, no telephone, no relation, no summary (a summary says "his wife").
 */
import type { FactId } from "../id.ts";
import type { Code, factFields } from "../words/vocabularies.ts";

/** As the team log names them. */
export const duties = ["coordinator", "operator", "reviewer", "lawyer", "press", "trustee"] as const;
export type Duty = (typeof duties)[number];

/** What an enemy, or a prosecutor, would look for: where he serves, and how his people are reached. */
export const hotFields = ["unit", "phone"] as const;
export type HotField = (typeof hotFields)[number];

const hotFacts: Readonly<Record<HotField, readonly Code<typeof factFields>[]>> = {
  unit: ["unit"],
  phone: ["phone", "messenger", "email"],
};

export function hotFieldOf(field: Code<typeof factFields>): HotField | undefined {
  return hotFields.find((hot) => hotFacts[hot].includes(field));
}

/** see: without asking. ask: masked until asked for, and a line stays in the folder. */
export type Deed =
  | `see ${HotField}`
  | `ask ${HotField}`
  | "know callers"
  | "work"
  | "gather"
  | "give out"
  | "bring in"
  | "take lists out"
  | "allow lists out"
  | "confirm expiry";

/** own: she owns the case or took a call in it. open: it is not closed. within: so many hours since she last spoke with them. */
export type Condition = "own" | "open" | { readonly within: number };

export interface Right {
  readonly may: readonly Deed[];
  readonly duties: readonly Duty[];
  readonly when: readonly Condition[];
}

/** Where somebody stands to a case. */
export interface Stand {
  readonly duties: readonly Duty[];
  readonly isOwn: boolean;
  readonly isOpen: boolean;
  /** Since the last contact that she took in it. undefined: she took none. */
  readonly hours: number | undefined;
}

const A_DAY = 24;
const atTheDesk = ["coordinator", "operator", "reviewer", "lawyer"] as const;

export const rights: readonly Right[] = [
  { may: ["work"], duties: atTheDesk, when: [] },
  // What she heard herself this shift cannot be hidden from her.
  { may: ["see unit", "see phone"], duties: atTheDesk, when: ["own", "open", { within: A_DAY }] },
  { may: ["ask unit", "ask phone"], duties: ["operator"], when: ["open"] },
  { may: ["ask unit", "ask phone"], duties: ["coordinator", "reviewer", "lawyer"], when: [] },
  { may: ["know callers"], duties: atTheDesk, when: ["own"] },
  // What is gathered is gathered by its unit: whoever may gather sees it beside the cases, without a line.
  { may: ["gather"], duties: ["coordinator", "reviewer", "lawyer"], when: [] },
  // A whole case for a court, with nothing masked in it.
  { may: ["give out"], duties: ["coordinator", "lawyer"], when: [] },
  { may: ["bring in"], duties: ["coordinator"], when: [] },
  // Many families on one sheet: what is masked at the desk is masked there too.
  { may: ["take lists out"], duties: ["coordinator", "reviewer", "lawyer"], when: [] },
  { may: ["allow lists out"], duties: ["coordinator", "reviewer"], when: [] },
  // Also enforced by the signed list: the server and every device take it from nobody else.
  { may: ["confirm expiry"], duties: ["reviewer", "coordinator"], when: [] },
];

export function may(deed: Deed, stand: Stand, by: readonly Right[] = rights): boolean {
  return by.some(
    (right) =>
      right.may.includes(deed) &&
      right.duties.some((duty) => stand.duties.includes(duty)) &&
      right.when.every((condition) => holds(condition, stand)),
  );
}

/** Of no case in particular. */
export function mayHere(deed: Deed, roles: readonly Duty[]): boolean {
  return may(deed, { duties: dutiesOf(roles), isOwn: false, isOpen: true, hours: undefined });
}

function holds(condition: Condition, stand: Stand): boolean {
  if (condition === "own") return stand.isOwn;
  if (condition === "open") return stand.isOpen;
  return stand.hours !== undefined && stand.hours < condition.within;
}

/** A seat that was given without a duty is a volunteer's. */
export function dutiesOf(roles: readonly Duty[]): readonly Duty[] {
  return roles.length === 0 ? ["operator"] : roles;
}

/** What is masked, and whether she may ask. */
export interface Veil {
  readonly field: HotField;
  readonly mayAsk: boolean;
  /** The facts under it. */
  readonly facts: readonly FactId[];
}
