/**
 * One call of the practice helpline, as a volunteer would have typed it, and what the desk did about it afterwards.
 * Every private person in these files is invented, and so is every telephone number (code 998 is given to no operator).
 * Officials stand only as the seed article names them; its facts, places and dates are carried over, its words are not.
 */
import type { Command, Draft, DraftPhone } from "@answerable/casework";

/** When it came in: on a day of the article, or some hours before now, so that today's lists have something in them. */
export type When = { readonly on: string } | { readonly hoursAgo: number };

/** A command on this call's case, without the case: `hoursLater` after the call. */
export type Step = { readonly hoursLater: number } & (
  | { readonly do: "acknowledge" }
  | { readonly do: "own" }
  | { readonly do: "note"; readonly text: string }
  | { readonly do: "stage"; readonly stage: StageOf<"MoveStage">; readonly reason: string }
  | { readonly do: "close"; readonly outcome: OutcomeOf; readonly reason: string }
  | { readonly do: "finishTasks"; readonly result: string }
);
type StageOf<T extends Command["type"]> =
  Extract<Command, { type: T }> extends { stage: infer S } ? S : never;
type OutcomeOf = Extract<Command, { type: "SetOutcome" }> extends { outcome: infer O } ? O : never;

export interface Call {
  /** A second call about the same soldier names the key of the first. */
  readonly key: string;
  readonly into?: string;
  readonly when: When;
  readonly minutes: number;
  /** A case about several men at once. */
  readonly isGroup?: true;
  readonly draft: Partial<Draft>;
  /** A promise falls due this many hours after the call. */
  readonly promise?: { readonly what: string; readonly inHours: number };
  readonly after?: readonly Step[];
}

/** A number that is not to be told who called. */
export function phone(raw: string, safeHours = ""): DraftPhone {
  return { raw, safeHours, mayLeaveMessage: "no", maySayWhoWeAre: "no" };
}
