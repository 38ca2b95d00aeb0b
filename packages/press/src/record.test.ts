import { readLedger, voicesOfCase, weigh, type CaseId, type Day, type PersonId } from "@answerable/casework";
import { expect, test } from "vitest";

import { publicClaimsOf } from "./record.ts";
import { judgeClaims } from "./rules.ts";

const { soldier } = voicesOfCase({
  case: "case-of-nobody" as CaseId, // invented
  caller: { person: "person-of-nobody" as PersonId, label: "wife, case 7", role: "wife" }, // invented
  soldier: { label: "soldier of case 7", role: "soldier" },
});
const agents = [
  { ...soldier, private: true },
  { id: "ag:stranger", label: "a caller", type: "person", private: true },
  { id: "ag:paper", label: "a newspaper", type: "outlet", private: false },
];

/** One claim, told by the first and passed on by the rest. */
function judged(
  voices: readonly string[],
  { kind, agreed = [] }: { readonly kind: string; readonly agreed?: readonly string[] },
) {
  const [origin] = voices;
  const path = [...voices, "it:1"];
  const read = readLedger({
    agents,
    items: [{ id: "it:1", kind, held: true }],
    chains: [
      {
        id: "ch:1",
        origin,
        perceives: "did",
        links: path.slice(1).map((to, at) => ({ from: path[at], to, mode: "told" })),
      },
    ],
    claims: [
      {
        id: "C1",
        type: "event",
        text: "sent untrained",
        chain: "ch:1",
        modality: "asserted",
        polarity: "positive",
      },
    ],
    relations: [],
    incidents: [],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const claims = publicClaimsOf(read.value, weigh(read.value));
  const context = { on: "2022-12-05" as Day, takenOut: new Set<string>(), consented: new Set(agreed) };
  const [one] = judgeClaims(claims, context);
  return { level: one?.level, rules: one?.rules ?? [] };
}

test("what a family told us is not printed before its circle agreed, and is when it did", () => {
  expect(judged([soldier.id ?? ""], { kind: "letter" })).toMatchObject({ level: "withhold" });
  expect(judged([soldier.id ?? ""], { kind: "letter" }).rules).toContain("CONSENT");
  expect(judged([soldier.id ?? ""], { kind: "letter", agreed: ["C1"] }).rules).not.toContain("CONSENT");
});

test("the circle is asked wherever somebody of a case stands in the chain, and for every call", () => {
  expect(judged([soldier.id ?? "", "ag:paper"], { kind: "news-article" }).rules).toContain("CONSENT");
  expect(judged(["ag:stranger", soldier.id ?? ""], { kind: "social-post" }).rules).toContain("CONSENT");
  expect(judged(["ag:stranger"], { kind: "call" }).rules).toContain("CONSENT");
});

test("what a newspaper printed of its own is nobody's circle's", () => {
  expect(judged(["ag:paper"], { kind: "news-article" }).rules).not.toContain("CONSENT");
});
