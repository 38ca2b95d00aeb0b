/**
 * Note: A number taken out. Whoever asks us not to ring a number must not be rung because two sheets came in one order and not in the
 * other. What counts is what its author had before her: each sheet says upon which sheet of the folder it was written. A statement
 * written without having seen the withdrawal does not bring the number back, whether it comes before or after; one written by somebody who had
 * seen it does, because she meant it. Who withdraws and had not seen a statement of the same number takes that one out as well.
 *
 * Sheets from before this was said tell nothing of what was seen, and are taken at their word: theirs come after all that lies before them.
 */
import { hasSeen, type Sheet } from "../event.ts";
import type { FactId } from "../id.ts";
import { factsStanding, type Fact, type Papers, type Stamp } from "../papers.ts";
import { hotFieldOf } from "../rights/right.ts";
import { phoneKey } from "./caller.ts";

/** That the number of this fact was withdrawn, and in which sheet. */
export interface TakenOut extends Pick<Sheet, "number" | "device"> {
  readonly fact: FactId;
  readonly withdrawn: Stamp & { readonly reason: string };
}

export type Reach = Pick<Fact, "field" | "value">;

/** A telephone, a messenger, an address: how somebody is reached. */
export function isReach({ field }: Pick<Fact, "field">): boolean {
  return hotFieldOf(field) === "phone";
}

export function isOneNumber(a: Reach, b: Reach): boolean {
  return phoneKey(a.value) === phoneKey(b.value);
}

/** After the events of a sheet: of a withdrawal and a statement that had not seen each other the withdrawal holds. */
export function withTakenOut<P extends Papers>(papers: P, sheet: Sheet): P {
  const now = takenOutIn(papers, sheet);
  const before = papers.takenOut.filter((out) => !hasSeen(sheet, out));
  // What was seen is named by the withdrawal itself: see wholeNumber (facts.ts).
  const sweeping = sheet.upon === undefined ? [] : now;
  const takenOut = now.length === 0 ? papers.takenOut : [...papers.takenOut, ...now];
  if (before.length === 0 && sweeping.length === 0)
    return takenOut === papers.takenOut ? papers : { ...papers, takenOut };
  const byKey = (outs: readonly TakenOut[]) =>
    new Map(
      outs.flatMap((out) =>
        papers.facts.filter(({ id }) => id === out.fact).map(({ value }) => [phoneKey(value), out]),
      ),
    );
  const [unseen, swept] = [byKey(before), byKey(sweeping)];
  const going = new Map<FactId, Fact["withdrawn"]>();
  for (const fact of papers.facts) {
    if (!isReach(fact)) continue;
    const key = phoneKey(fact.value);
    const isOut = fact.withdrawn !== undefined && (unseen.has(key) || swept.has(key));
    const by = isOut ? fact : (fact.sheet === sheet.id ? unseen : swept).get(key);
    if (by) going.set(fact.id, by.withdrawn);
  }
  // What is said of a number goes with it: her hours, and whether a message may be left.
  for (const { id, of } of papers.facts) {
    const withdrawn = of && going.get(of);
    if (withdrawn) going.set(id, withdrawn);
  }
  const facts = papers.facts.map((fact) => {
    const withdrawn = fact.withdrawn ?? going.get(fact.id);
    return withdrawn === undefined || fact.withdrawn ? fact : { ...fact, withdrawn };
  });
  return { ...papers, takenOut, facts: factsStanding(facts) };
}

function takenOutIn(papers: Papers, sheet: Sheet): readonly TakenOut[] {
  const { id, by, at, number, device } = sheet;
  return sheet.events.flatMap((event) =>
    event.type === "FactWithdrawn" && papers.facts.some((fact) => fact.id === event.fact && isReach(fact))
      ? [{ fact: event.fact, number, device, withdrawn: { by, at, sheet: id, reason: event.reason } }]
      : [],
  );
}
