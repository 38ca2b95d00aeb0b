/** What these events do to a case. One that is opened again is not leaving. */
import type { Day } from "../day.ts";
import type { Stamp } from "../papers.ts";
import type { RetentionEvent } from "./event.ts";
import type { Leaving, RetentionRule } from "./rule.ts";

export interface Retention {
  readonly leaving?: Leaving & Stamp;
  readonly keptUntil?: Day;
  /** Its key is destroyed, or about to be. */
  readonly shredded?: Stamp & { readonly rule: RetentionRule; readonly day: Day };
}

export function foldRetentionEvent<R extends Retention>(known: R, event: RetentionEvent, stamp: Stamp): R {
  switch (event.type) {
    case "ExpiryProposed":
      return { ...known, leaving: { ...stamp, rule: event.rule } };
    case "ExpiryTakenBack":
      return withoutLeaving(known);
    case "CaseKept":
      return { ...withoutLeaving(known), keptUntil: event.until };
    case "CaseShredded":
      return known.shredded ? known : { ...known, shredded: { ...stamp, rule: event.rule, day: event.day } };
  }
}

export function withoutLeaving<R extends Retention>(known: R): R {
  const { leaving: _, ...rest } = known;
  return rest as R; // `leaving` is optional in every R
}
