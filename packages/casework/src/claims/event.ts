/**
 * What can happen in a claims folder. Past tense, never changed once released. Nothing is deleted: a claim is retracted,
 * corrected by another or discounted, and everything that rests on it hears of it when the ledger is weighed.
 */
import * as v from "valibot";

import { err, ok, type Result } from "../result.ts";
import {
  Agent,
  AppealAct,
  Chain,
  Claim,
  EvidenceItem,
  Figure,
  Incident,
  Judgement,
  LedgerPlace,
  LedgerRelation,
  Segment,
  Wording,
  type ClaimId,
  type IncidentId,
  type Ledger,
} from "./model.ts";
import { siftLedger } from "./read.ts";
import type { LedgerRefusal } from "./refusal.ts";
import { hiddenSignsIn } from "./signs.ts";
import { ledgerToFile } from "./write.ts";

const reason = v.pipe(v.string(), v.minLength(1), v.maxLength(200_000));
const claimId = v.pipe(
  v.string(),
  v.regex(/^\S{1,200}$/u),
  v.transform((text) => text as ClaimId), // makes the brand
);
const incidentId = v.pipe(
  v.string(),
  v.regex(/^\S{1,200}$/u),
  v.transform((text) => text as IncidentId), // makes the brand
);

export const LedgerEvent = v.variant("type", [
  v.strictObject({ type: v.literal("LedgerHeaded"), heading: v.record(v.string(), v.unknown()) }),
  v.strictObject({ type: v.literal("SegmentCut"), segment: Segment }),
  v.strictObject({ type: v.literal("AgentEntered"), agent: Agent }),
  v.strictObject({ type: v.literal("PlaceEntered"), place: LedgerPlace }),
  v.strictObject({ type: v.literal("EvidenceEntered"), evidence: EvidenceItem }),
  v.strictObject({ type: v.literal("ChainDrawn"), chain: Chain }),
  v.strictObject({ type: v.literal("ClaimEntered"), claim: Claim }),
  v.strictObject({ type: v.literal("FigureRead"), figure: Figure }),
  v.strictObject({ type: v.literal("RelationSeen"), relation: LedgerRelation }),
  v.strictObject({ type: v.literal("IncidentOpened"), incident: Incident }),
  v.strictObject({ type: v.literal("AppealActSeen"), act: AppealAct }),
  v.strictObject({ type: v.literal("ClaimRetracted"), claim: claimId, reason }),
  v.strictObject({ type: v.literal("ClaimDiscounted"), claim: claimId, reason }),
  v.strictObject({ type: v.literal("ClaimCorrected"), claim: claimId, by: claimId, reason }),
  v.strictObject({ type: v.literal("OriginsJoined"), claim: claimId, with: v.array(claimId), reason }),
  /** The words for print, in the languages that are named; what was said stays as it was said. */
  v.strictObject({ type: v.literal("ClaimWorded"), claim: claimId, printed: Wording }),
  v.strictObject({ type: v.literal("IncidentWorded"), incident: incidentId, printed: Wording }),
  v.strictObject({ type: v.literal("ClaimHeldBack"), claim: claimId, reason }),
  v.strictObject({ type: v.literal("IncidentJudged"), incident: incidentId, judgement: Judgement }),
]);
export type LedgerEvent = v.InferOutput<typeof LedgerEvent>;

export type EntryRefusal = LedgerRefusal | { readonly type: "NoSuchClaim"; readonly claim: string };

/** A ledger with one more event. Total: what names nothing known leaves the ledger as it was. */
export function foldLedgerEvent(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.type) {
    case "LedgerHeaded":
      return { ...ledger, heading: { ...ledger.heading, ...event.heading } };
    case "SegmentCut":
      return { ...ledger, segments: withRow(ledger.segments, event.segment) };
    case "AgentEntered":
      return { ...ledger, agents: withRow(ledger.agents, event.agent) };
    case "PlaceEntered":
      return { ...ledger, places: withRow(ledger.places, event.place) };
    case "EvidenceEntered":
      return { ...ledger, items: withRow(ledger.items, event.evidence) };
    case "ChainDrawn":
      return { ...ledger, chains: withRow(ledger.chains, event.chain) };
    case "ClaimEntered":
      return { ...ledger, claims: withRow(ledger.claims, event.claim) };
    case "FigureRead":
      return { ...ledger, figures: withRow(ledger.figures, event.figure) };
    case "IncidentOpened":
      return { ...ledger, incidents: withRow(ledger.incidents, event.incident) };
    case "AppealActSeen":
      return { ...ledger, appealActs: withRow(ledger.appealActs, event.act) };
    case "RelationSeen":
      return { ...ledger, relations: [...ledger.relations, event.relation] };
    case "ClaimRetracted":
      return changedClaim(ledger, event.claim, { retracted: { reason: event.reason } });
    case "ClaimDiscounted":
      return changedClaim(ledger, event.claim, { discounted: { reason: event.reason } });
    case "ClaimWorded": {
      const claim = ledger.claims.find(({ id }) => id === event.claim);
      return changedClaim(ledger, event.claim, { printed: { ...claim?.printed, ...event.printed } });
    }
    case "IncidentWorded":
      return {
        ...ledger,
        incidents: ledger.incidents.map((incident) =>
          incident.id === event.incident
            ? { ...incident, printed: { ...incident.printed, ...event.printed } }
            : incident,
        ),
      };
    case "ClaimHeldBack":
      return changedClaim(ledger, event.claim, {
        publication: { level: "withhold", rules: ["HOLD"], note: event.reason },
      });
    case "ClaimCorrected":
      return related(ledger, { type: "corrects", from: event.by, to: [event.claim], reason: event.reason });
    case "OriginsJoined":
      return related(ledger, {
        type: "same-origin",
        from: event.claim,
        to: event.with,
        reason: event.reason,
      });
    case "IncidentJudged":
      return {
        ...ledger,
        incidents: ledger.incidents.map((incident) =>
          incident.id === event.incident ? { ...incident, judgement: event.judgement } : incident,
        ),
      };
  }
}

/** An id entered again changes nothing: the first stands, and a correction is a new claim. */
function withRow<T extends { readonly id: string }>(rows: readonly T[], row: T): readonly T[] {
  return rows.some(({ id }) => id === row.id) ? rows : [...rows, row];
}

function changedClaim(
  ledger: Ledger,
  claim: ClaimId,
  change: Pick<Claim, "retracted" | "discounted" | "printed" | "publication">,
): Ledger {
  return { ...ledger, claims: ledger.claims.map((one) => (one.id === claim ? { ...one, ...change } : one)) };
}

function related(ledger: Ledger, relation: LedgerRelation): Ledger {
  const known = new Set(ledger.claims.map(({ id }) => id));
  if (![relation.from, ...relation.to].every((id) => known.has(id)) || relation.to.includes(relation.from))
    return ledger;
  return { ...ledger, relations: [...ledger.relations, relation] };
}

/** A whole ledger as the events that enter it: how a file comes into a folder. */
export function eventsOfLedger(ledger: Ledger): readonly LedgerEvent[] {
  return [
    { type: "LedgerHeaded", heading: ledger.heading },
    ...ledger.segments.map((segment): LedgerEvent => ({ type: "SegmentCut", segment })),
    ...ledger.agents.map((agent): LedgerEvent => ({ type: "AgentEntered", agent })),
    ...ledger.places.map((place): LedgerEvent => ({ type: "PlaceEntered", place })),
    ...ledger.items.map((evidence): LedgerEvent => ({ type: "EvidenceEntered", evidence })),
    ...ledger.chains.map((chain): LedgerEvent => ({ type: "ChainDrawn", chain })),
    ...ledger.claims.map((claim): LedgerEvent => ({ type: "ClaimEntered", claim })),
    ...ledger.figures.map((figure): LedgerEvent => ({ type: "FigureRead", figure })),
    ...ledger.relations.map((relation): LedgerEvent => ({ type: "RelationSeen", relation })),
    ...ledger.incidents.map((incident): LedgerEvent => ({ type: "IncidentOpened", incident })),
    ...ledger.appealActs.map((act): LedgerEvent => ({ type: "AppealActSeen", act })),
  ];
}

/** Whether an event may be entered: what it would break is told before it is sealed. */
export function enterInLedger(ledger: Ledger, event: LedgerEvent): Result<LedgerEvent, EntryRefusal> {
  const tricked = hiddenSignsIn(event);
  if (tricked !== undefined) return err({ type: "HiddenSigns", table: event.type, at: 0, where: tricked });
  const impossible = claimRefusal(ledger, event);
  if (impossible) return err(impossible);
  const before = siftLedger(ledgerToFile(ledger)).refusals;
  const after = siftLedger(ledgerToFile(foldLedgerEvent(ledger, event))).refusals;
  const fresh = after.find(
    (refusal) => !before.some((known) => JSON.stringify(known) === JSON.stringify(refusal)),
  );
  return fresh ? err(fresh) : ok(event);
}

function claimRefusal(ledger: Ledger, event: LedgerEvent): EntryRefusal | undefined {
  const named = claimsNamedBy(event);
  for (const claim of named) {
    if (!ledger.claims.some(({ id }) => id === claim)) return { type: "NoSuchClaim", claim };
  }
  if (
    event.type === "ClaimRetracted" &&
    ledger.claims.some(({ id, retracted }) => id === event.claim && retracted)
  ) {
    return { type: "RetractionOfRetraction", claim: event.claim };
  }
  if (event.type === "ClaimCorrected" && event.by === event.claim) {
    return { type: "CircularCorrection", claim: event.claim };
  }
  if (event.type === "RelationSeen" && event.relation.to.includes(event.relation.from)) {
    return { type: "ClaimDeniesItself", claim: event.relation.from, relation: event.relation.type };
  }
  return undefined;
}

function claimsNamedBy(event: LedgerEvent): readonly ClaimId[] {
  switch (event.type) {
    case "ClaimRetracted":
    case "ClaimDiscounted":
    case "ClaimWorded":
    case "ClaimHeldBack":
      return [event.claim];
    case "ClaimCorrected":
      return [event.claim, event.by];
    case "OriginsJoined":
      return [event.claim, ...event.with];
    case "RelationSeen":
      return [event.relation.from, ...event.relation.to];
    case "LedgerHeaded":
    case "SegmentCut":
    case "AgentEntered":
    case "PlaceEntered":
    case "EvidenceEntered":
    case "ChainDrawn":
    case "ClaimEntered":
    case "FigureRead":
    case "IncidentOpened":
    case "AppealActSeen":
    case "IncidentJudged":
    case "IncidentWorded":
      return [];
  }
}
