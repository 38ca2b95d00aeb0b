/** Anything that may happen in a claims file, for properties. */
import fc from "fast-check";

import type { Day } from "../../day.ts";
import type { DeviceId, FolderId } from "../../id.ts";
import type { RecordEvent, ReleaseSignature } from "../event.ts";

const anyWords = fc.constantFrom("", "Ноябрь", "<script>", "\u202eтут");
const hash = fc.constantFrom("a".repeat(43), "b".repeat(43));
/** Entries of a ledger, one of a kind that this release does not know. */
const entries: readonly Readonly<Record<string, unknown>>[] = [
  { type: "AgentEntered", agent: { id: "ag:a", type: "group", label: "relatives" } },
  { type: "ChainDrawn", chain: { id: "ch:a", origin: "ag:a", perceives: "saw" } },
  { type: "ClaimEntered", claim: { id: "C1", chain: "ch:a", text: "they asked" } },
  { type: "ClaimRetracted", claim: "C1", reason: "said again otherwise" },
  { type: "OfTomorrow", thing: 1 },
];
const releaseNumber = fc.integer({ min: 1, max: 3 });
const releaseSignature = fc.constant<ReleaseSignature>({
  device: "d".repeat(22) as DeviceId,
  key: "k".repeat(43),
  signature: "s".repeat(86),
});
export const anyRecordEvent: fc.Arbitrary<RecordEvent> = fc.oneof(
  fc.record({
    type: fc.constant<"ClaimsFileOpened">("ClaimsFileOpened"),
    claimsFile: fc.constant("file".padEnd(22, "_") as FolderId),
    name: anyWords,
  }),
  fc.record({
    type: fc.constant<"EnteredInLedger">("EnteredInLedger"),
    entries: fc.array(fc.constantFrom(...entries), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant<"ReleaseProposed">("ReleaseProposed"),
    number: releaseNumber,
    on: fc.constant("2022-12-05" as Day),
    text: fc.constant<string[]>(["{}"]),
    manifest: hash,
    signature: releaseSignature,
  }),
  fc.record({
    type: fc.constant<"ReleaseSigned">("ReleaseSigned"),
    number: releaseNumber,
    manifest: hash,
    signature: releaseSignature,
  }),
  fc.record({ type: fc.constant<"ReleasePublished">("ReleasePublished"), number: releaseNumber }),
  fc.record({
    type: fc.constant<"PrintWished">("PrintWished"),
    claims: fc.constant<string[]>(["C1"]),
    wish: fc.constantFrom("agreed" as const, "out" as const, "none" as const),
    reason: anyWords,
  }),
  fc.record({
    type: fc.constant<"ReleaseDropped">("ReleaseDropped"),
    number: releaseNumber,
    reason: anyWords,
  }),
);
