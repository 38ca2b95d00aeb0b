/** What was retracted, put right by another, held back or struck from the ledger is said nowhere in what is printed next. */
import {
  foldLedgerEvents,
  readLedger,
  weigh,
  type ClaimId,
  type Day,
  type Ledger,
  type LedgerEvent,
} from "@answerable/casework";
import article from "@answerable/casework/article.json" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";

import { entriesOf, mattersIn } from "./entries.ts";
import { mattersOf, publicClaimsOf } from "./record.ts";
import { judgeClaims } from "./rules.ts";

const read = readLedger(article);
if (!read.ok) throw new Error("the article is refused");
const mark = (id: string) => `¶${id}¶`;
/** Every claim says its own name, so that it is found wherever it is said. */
const ledger: Ledger = {
  ...read.value,
  claims: read.value.claims.map((claim) => ({
    ...claim,
    text: mark(claim.id),
    printed: { en: mark(claim.id) },
  })),
};
const all = ledger.claims.map(({ id }) => id);

const marksIn = (thing: unknown): readonly string[] => JSON.stringify(thing).match(/¶[^¶]*¶/gu) ?? [];

function printed(of: Ledger) {
  const standing = weigh(of);
  const context = { on: "2022-12-05" as Day, takenOut: new Set<string>(), consented: new Set<string>(all) };
  const judged = judgeClaims(publicClaimsOf(of, standing), context);
  return { entries: entriesOf(judged), matters: mattersIn(mattersOf(of, standing), judged) };
}

const claim = fc.constantFrom<ClaimId>(...all);
const reason = "сказал, что ошибся";
type TakingBack = Extract<
  LedgerEvent,
  { readonly type: "ClaimRetracted" | "ClaimCorrected" | "ClaimHeldBack" | "ClaimStruck" }
>;
const anyTakingBack: fc.Arbitrary<TakingBack> = fc.oneof(
  claim.map((id): TakingBack => ({ type: "ClaimRetracted", claim: id, reason })),
  fc.tuple(claim, claim).map(([id, by]): TakingBack => ({ type: "ClaimCorrected", claim: id, by, reason })),
  claim.map((id): TakingBack => ({ type: "ClaimHeldBack", claim: id, reason })),
  claim.map((id): TakingBack => ({ type: "ClaimStruck", claim: id })),
);

test("no claim that was taken back is printed, nor one that rests on it", () => {
  const before = marksIn(printed(ledger));
  let gone = 0;
  fc.assert(
    fc.property(fc.array(anyTakingBack, { minLength: 1, maxLength: 5 }), (events) => {
      const now = foldLedgerEvents(ledger, events);
      const text = marksIn(printed(now));
      const resting = now.relations.filter(({ type }) => type === "restates" || type === "elaborates");
      for (const event of events) {
        if (event.type === "ClaimCorrected" && event.by === event.claim) continue;
        const isThere = (one: unknown) => now.claims.some(({ id }) => id === one);
        // What others speak of is not struck; a correction that was struck corrects nothing.
        if (event.type === "ClaimStruck" && isThere(event.claim)) continue;
        if (event.type === "ClaimCorrected" && !isThere(event.by)) continue;
        expect(text).not.toContain(mark(event.claim));
        if (before.includes(mark(event.claim))) gone += 1;
        if (event.type !== "ClaimRetracted") continue;
        for (const { from, to } of resting)
          if (to.includes(event.claim)) expect(text).not.toContain(mark(from));
      }
    }),
    { numRuns: 60, seed: 5 },
  );
  expect(gone).toBeGreaterThan(60);
});

test("what rests on what was put right is printed nowhere until somebody says that it stands", () => {
  const before = marksIn(printed(ledger));
  const standing = weigh(ledger);
  let held = 0;
  for (const target of all) {
    const by = all.find((one) => one !== target) ?? target;
    const after = foldLedgerEvents(ledger, [{ type: "ClaimCorrected", claim: target, by, reason }]);
    const due = weigh(after).claims.flatMap(({ claim: { id }, soundness }) =>
      soundness.type === "RestsOnCorrected" ? [{ id, by: soundness.by }] : [],
    );
    const marks = marksIn(printed(after));
    for (const { id } of due) expect(marks).not.toContain(mark(id));
    const gone = due.filter(({ id }) => before.includes(mark(id)));
    if (gone.length === 0) continue;
    held += gone.length;
    const looked = due.map((one): LedgerEvent => ({
      type: "ClaimStands",
      claim: one.id,
      after: one.by,
      reason,
    }));
    const now = foldLedgerEvents(after, looked);
    expect(weigh(now).claims.filter(({ soundness }) => soundness.type === "RestsOnCorrected")).toEqual([]);
    // Whatever another rule does not keep back is printed again.
    const kept = judgeAgain(now);
    for (const { id } of gone) if (kept.has(id)) expect(marksIn(printed(now))).toContain(mark(id));
  }
  expect(held).toBeGreaterThan(0);
  expect(standing.claims.filter(({ soundness }) => soundness.type === "RestsOnCorrected")).toEqual([]);
});

function judgeAgain(of: Ledger): ReadonlySet<string> {
  const context = { on: "2022-12-05" as Day, takenOut: new Set<string>(), consented: new Set<string>(all) };
  const judged = judgeClaims(publicClaimsOf(of, weigh(of)), context);
  return new Set(judged.filter(({ level }) => level !== "withhold").map(({ claim: { id } }) => id));
}

test("a claim whose way to us was lost is not printed: nobody can say whether it was told in confidence", () => {
  const [first] = printed(ledger).entries;
  const lost = {
    ...ledger,
    chains: ledger.chains.filter(
      ({ id }) => id !== ledger.claims.find((one) => one.id === first?.claim)?.chain,
    ),
  };
  expect(marksIn(printed(lost))).not.toContain(mark(first?.claim ?? ""));
  expect(marksIn(printed(ledger))).toContain(mark(first?.claim ?? ""));
});
