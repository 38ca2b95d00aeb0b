/**
 * A letter that goes in circles. 59-FZ art. 8(6): a complaint must not be sent to the body complained of. And a letter
 * that comes back to a body it has already been through answers no one, whatever each cover letter says.
 */
import type { AppealFacts } from "./facts.ts";

/** The bodies of the circle, from the first to its return; undefined: no circle. */
export function loopIn(facts: AppealFacts, above: readonly string[]): readonly string[] | undefined {
  const path = [...above, facts.addressee];
  for (const { child } of facts.forwarded) {
    const to = child.addressee;
    if (facts.complainedOf.includes(to)) return [...path, to];
    const before = path.indexOf(to);
    if (before >= 0) return [...path.slice(before), to];
    const complainedOf = [...facts.complainedOf, ...child.complainedOf];
    const further = loopIn({ ...child, complainedOf }, path);
    if (further) return further;
  }
  return undefined;
}
