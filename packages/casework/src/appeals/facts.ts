/**
 * What happened to a letter, as plain facts: all that a clock runs on. Appeal events fold into these; dates never do,
 * they are derived. Facts that cannot be (answered before it was sent, a day that has not come) are refused, not mended.
 */
import type { Day, Moment } from "../day.ts";
import { err, ok, type Result } from "../result.ts";
import { daysLater } from "./day-number.ts";

/** Proved: a stamp, a registration number on paper, a portal receipt, tracked post. Told: someone said so. */
export type Proof = "proved" | "told" | "estimated";

export interface Dated {
  readonly on: Day;
  readonly proof: Proof;
  /** The moment, where it is known and a term runs in hours. */
  readonly at?: Moment;
}

export type DispatchedBy = "post" | "hand" | "reception" | "portal" | "fax";

export const answerKinds = [
  "substantive",
  "partial",
  "formal",
  "acknowledgement",
  "forwardNotice",
  "refusal",
  "denial",
  "notCompetent",
  "secret",
  "promise",
] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface Answer {
  readonly kind: AnswerKind;
  /** The date on the letter. */
  readonly dated: Day | undefined;
  readonly received: Day;
}

export interface ExtensionNotice {
  /** The date of the notice: whether it came in time is judged by it. */
  readonly dated: Day;
  /** The new date, if the notice names one. */
  readonly until: Day | undefined;
}

export interface Forwarding {
  readonly on: Day;
  readonly proof: Proof;
  /** Whether nothing of the letter was left for the first body to answer. */
  readonly isWhole: boolean;
  /** The letter as it lives on at the receiver: its own route, its own clock from its own registration. */
  readonly child: AppealFacts;
}

export interface AppealFacts {
  /** A route of the pack: to which kind of body, under which rules. */
  readonly route: string;
  readonly ground: string | undefined;
  /** The very body written to: an authority of the pack, or the desk's own id where the pack names only a kind. */
  readonly addressee: string;
  readonly complainedOf: readonly string[];
  /** Where the body sits, if elsewhere than the pack says: its region, for holidays, and its time zone. */
  readonly region: string | undefined;
  readonly zone: string | undefined;
  readonly isSigned: boolean;
  readonly dispatched: (Dated & { readonly by: DispatchedBy }) | undefined;
  readonly received: Dated | undefined;
  readonly registered: (Dated & { readonly number: string }) | undefined;
  readonly forwarded: readonly Forwarding[];
  readonly extended: readonly ExtensionNotice[];
  readonly answers: readonly Answer[];
  /** Triggers other than the letter's own course: violation.known, act.known, last-news. */
  readonly known: Readonly<Record<string, Dated>>;
  readonly closed: Day | undefined;
}

export function newAppeal(route: string, addressee: string): AppealFacts {
  return {
    route,
    addressee,
    ground: undefined,
    complainedOf: [],
    region: undefined,
    zone: undefined,
    isSigned: false,
    dispatched: undefined,
    received: undefined,
    registered: undefined,
    forwarded: [],
    extended: [],
    answers: [],
    known: {},
    closed: undefined,
  };
}

const course = ["dispatched", "received", "registered"] as const;

export type Happening = "dispatched" | "received" | "registered" | "forwarded" | "extended" | "answered";

export type FactsRefusal =
  | {
      readonly type: "BeforeItCouldBe";
      readonly what: Happening;
      readonly on: Day;
      readonly before: Happening;
      readonly beforeOn: Day;
    }
  | { readonly type: "InTheFuture"; readonly what: Happening; readonly on: Day; readonly today: Day }
  | { readonly type: "AnswerDatedAfterItCame"; readonly dated: Day; readonly received: Day };

/** The first thing about these facts that cannot be. Estimated days are ours, and bind nobody. */
export function checkFacts(facts: AppealFacts, today: Day): Result<AppealFacts, FactsRefusal> {
  // An office to the east may already write tomorrow.
  const tomorrow = daysLater(today, 1);
  let last: { readonly what: Happening; readonly on: Day } | undefined;
  for (const what of course) {
    const happened = facts[what];
    if (!happened || happened.proof === "estimated") continue;
    const refusal = refusalOf({ what, on: happened.on }, last, { today, tomorrow });
    if (refusal) return err(refusal);
    last = { what, on: happened.on };
  }
  // An answer may come before we learn of the registration, but not before the letter was sent or came in.
  const arrived = arrivalOf(facts);
  for (const { on } of facts.forwarded) {
    const refusal = refusalOf({ what: "forwarded", on }, arrived, { today, tomorrow });
    if (refusal) return err(refusal);
  }
  for (const { dated } of facts.extended) {
    const refusal = refusalOf({ what: "extended", on: dated }, arrived, { today, tomorrow });
    if (refusal) return err(refusal);
  }
  for (const { dated, received } of facts.answers) {
    const refusal = refusalOf({ what: "answered", on: dated ?? received }, arrived, { today, tomorrow });
    if (refusal) return err(refusal);
  }
  for (const { dated, received } of facts.answers) {
    if (dated !== undefined && received < dated)
      return err({ type: "AnswerDatedAfterItCame", dated, received });
    if (received > tomorrow) return err({ type: "InTheFuture", what: "answered", on: received, today });
  }
  for (const { on, child } of facts.forwarded) {
    for (const what of ["received", "registered"] as const) {
      const there = child[what];
      if (there && there.proof !== "estimated" && there.on < on) {
        return err({ type: "BeforeItCouldBe", what, on: there.on, before: "forwarded", beforeOn: on });
      }
    }
    const checked = checkFacts(child, today);
    if (!checked.ok) return checked;
  }
  return ok(facts);
}

function arrivalOf({ received, dispatched }: AppealFacts): Happened | undefined {
  if (received) return received.proof === "estimated" ? undefined : { what: "received", on: received.on };
  return dispatched && dispatched.proof !== "estimated"
    ? { what: "dispatched", on: dispatched.on }
    : undefined;
}

interface Happened {
  readonly what: Happening;
  readonly on: Day;
}

function refusalOf(
  { what, on }: Happened,
  last: Happened | undefined,
  { today, tomorrow }: { readonly today: Day; readonly tomorrow: Day },
): FactsRefusal | undefined {
  if (on > tomorrow) return { type: "InTheFuture", what, on, today };
  if (last && on < last.on)
    return { type: "BeforeItCouldBe", what, on, before: last.what, beforeOn: last.on };
  return undefined;
}

/** Whether an answer of this kind ends the wait. A promise or an acknowledgement does not; a bad answer does. */
export function endsTheWait(kind: AnswerKind): boolean {
  switch (kind) {
    case "substantive":
    case "partial":
    case "formal":
    case "refusal":
    case "denial":
    case "notCompetent":
    case "secret":
      return true;
    case "acknowledgement":
    case "forwardNotice":
    case "promise":
      return false;
  }
}

/** The pack's authority of an addressee. */
export function authorityOfAddressee(addressee: string): string {
  const hash = addressee.indexOf("#");
  return hash < 0 ? addressee : addressee.slice(0, hash);
}
