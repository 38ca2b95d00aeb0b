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
import { faultsOf } from "./read.ts";
import type { LedgerRefusal } from "./refusal.ts";
import { hiddenSignsIn } from "./signs.ts";
import { differentOrigin, standsAfter } from "./standings.ts";

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
  v.strictObject({ type: v.literal("OriginsHeldApart"), claim: claimId, with: v.array(claimId), reason }),
  /** What a person said of the origins of these is taken back: they are again as like as they look. */
  v.strictObject({ type: v.literal("OriginsReopened"), claim: claimId, with: v.array(claimId) }),
  /** What it rests on was put right by another: somebody looked again, and it stands. */
  v.strictObject({ type: v.literal("ClaimStands"), claim: claimId, after: claimId, reason }),
  /** Entered by a slip and taken out again, while nothing rests on it. */
  v.strictObject({ type: v.literal("ClaimStruck"), claim: claimId }),
]);
export type LedgerEvent = v.InferOutput<typeof LedgerEvent>;

export type EntryRefusal =
  | LedgerRefusal
  | { readonly type: "NoSuchClaim"; readonly claim: string }
  /** Others speak of it: it can be retracted, not struck. */
  | { readonly type: "ClaimInUse"; readonly claim: string };

/** A ledger with one more event. Total: what names nothing known leaves the ledger as it was. */
export function foldLedgerEvent(ledger: Ledger, event: LedgerEvent): Ledger {
  return foldLedgerEvents(ledger, [event]);
}

/** With many: rows that follow each other are put in at once, or twenty thousand would be copied twenty thousand times. */
export function foldLedgerEvents(ledger: Ledger, events: readonly LedgerEvent[]): Ledger {
  let folded = ledger;
  let waiting: Row[] = [];
  let relations: LedgerRelation[] = [];
  const settle = (): void => {
    if (waiting.length > 0) folded = withRows(folded, waiting);
    if (relations.length > 0) folded = { ...folded, relations: [...folded.relations, ...relations] };
    [waiting, relations] = [[], []];
  };
  for (const event of events) {
    if (event.type === "RelationSeen") {
      relations.push(event.relation);
      continue;
    }
    const part = partOf(event);
    if (typeof part !== "function") waiting.push(part);
    else {
      settle();
      folded = part(folded);
    }
  }
  settle();
  return folded;
}

type RowTable = Exclude<keyof Ledger, "heading" | "relations">;
interface Row {
  readonly table: RowTable;
  readonly row: { readonly id: string };
}

/** A row to put in, or something to do with what is there. */
function partOf(
  event: Exclude<LedgerEvent, { readonly type: "RelationSeen" }>,
): Row | ((ledger: Ledger) => Ledger) {
  switch (event.type) {
    case "SegmentCut":
      return { table: "segments", row: event.segment };
    case "AgentEntered":
      return { table: "agents", row: event.agent };
    case "PlaceEntered":
      return { table: "places", row: event.place };
    case "EvidenceEntered":
      return { table: "items", row: event.evidence };
    case "ChainDrawn":
      return { table: "chains", row: event.chain };
    case "ClaimEntered":
      return { table: "claims", row: event.claim };
    case "FigureRead":
      return { table: "figures", row: event.figure };
    case "IncidentOpened":
      return { table: "incidents", row: event.incident };
    case "AppealActSeen":
      return { table: "appealActs", row: event.act };
    case "LedgerHeaded":
      return (ledger) => ({ ...ledger, heading: { ...ledger.heading, ...event.heading } });
    case "ClaimRetracted":
      return (ledger) => changedClaim(ledger, event.claim, { retracted: { reason: event.reason } });
    case "ClaimDiscounted":
      return (ledger) => changedClaim(ledger, event.claim, { discounted: { reason: event.reason } });
    case "ClaimWorded":
      return (ledger) => {
        const claim = ledger.claims.find(({ id }) => id === event.claim);
        return changedClaim(ledger, event.claim, { printed: { ...claim?.printed, ...event.printed } });
      };
    case "IncidentWorded":
      return (ledger) => ({
        ...ledger,
        incidents: ledger.incidents.map((incident) =>
          incident.id === event.incident
            ? { ...incident, printed: { ...incident.printed, ...event.printed } }
            : incident,
        ),
      });
    case "ClaimHeldBack":
      return (ledger) =>
        changedClaim(ledger, event.claim, {
          publication: { level: "withhold", rules: ["HOLD"], note: event.reason },
        });
    case "ClaimCorrected":
      return (ledger) =>
        related(ledger, { type: "corrects", from: event.by, to: [event.claim], reason: event.reason });
    case "ClaimStands":
      return (ledger) =>
        related(ledger, { type: standsAfter, from: event.claim, to: [event.after], reason: event.reason });
    case "OriginsJoined":
      return (ledger) =>
        related(ledger, {
          type: "same-origin",
          from: event.claim,
          to: event.with,
          reason: event.reason,
        });
    case "OriginsHeldApart":
      return (ledger) =>
        related(ledger, { type: differentOrigin, from: event.claim, to: event.with, reason: event.reason });
    case "OriginsReopened":
      return (ledger) => reopened(ledger, event.claim, event.with);
    case "ClaimStruck":
      return (ledger) => (isInUse(ledger, event.claim) ? ledger : without(ledger, event.claim));
    case "IncidentJudged":
      return (ledger) => ({
        ...ledger,
        incidents: ledger.incidents.map((incident) =>
          incident.id === event.incident ? { ...incident, judgement: event.judgement } : incident,
        ),
      });
  }
}

/** An id entered again changes nothing: the first stands, and a correction is a new claim. */
function withRows(ledger: Ledger, added: readonly Row[]): Ledger {
  const grown: { [T in RowTable]?: readonly { readonly id: string }[] } = {};
  for (const table of new Set(added.map((row) => row.table))) {
    const known = new Set(ledger[table].map(({ id }) => id));
    const fresh = added.flatMap((one) => {
      if (one.table !== table || known.has(one.row.id)) return [];
      known.add(one.row.id);
      return [one.row];
    });
    if (fresh.length > 0) grown[table] = [...ledger[table], ...fresh];
  }
  return { ...ledger, ...(grown as Partial<Ledger>) }; // partOf gives each table rows of its own kind
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

function reopened(ledger: Ledger, claim: ClaimId, others: readonly ClaimId[]): Ledger {
  const relations = ledger.relations.flatMap((relation) => {
    if (relation.type !== "same-origin" && relation.type !== differentOrigin) return [relation];
    const to = relation.to.filter(
      (target) =>
        !(relation.from === claim && others.includes(target)) &&
        !(target === claim && others.includes(relation.from)),
    );
    return to.length === relation.to.length ? [relation] : to.length === 0 ? [] : [{ ...relation, to }];
  });
  return { ...ledger, relations };
}

function isInUse(ledger: Ledger, claim: ClaimId): boolean {
  return (
    ledger.relations.some(({ from, to }) => from !== claim && to.includes(claim)) ||
    ledger.claims.some(({ id, cause }) => id !== claim && cause?.includes(claim))
  );
}

/** A claim taken out with what it alone brought: its figure, its relations, its chain, and an incident that has no other. */
function without(ledger: Ledger, struck: ClaimId): Ledger {
  const claim = ledger.claims.find(({ id }) => id === struck);
  if (!claim) return ledger;
  const claims = ledger.claims.filter((one) => one !== claim);
  const incidents = ledger.incidents
    .map((incident) => ({ ...incident, claims: incident.claims.filter((id) => id !== struck) }))
    .filter(
      ({ id, claims: listed }) =>
        id !== claim.incident || listed.length > 0 || claims.some(({ incident }) => incident === id),
    );
  return {
    ...ledger,
    claims,
    incidents,
    figures: ledger.figures.filter(({ id }) => id !== claim.figure),
    relations: ledger.relations.filter(({ from }) => from !== struck),
    chains: ledger.chains.filter(({ id }) => id !== claim.chain || claims.some(({ chain }) => chain === id)),
  };
}

/** Whether an event may be entered: what it would break is told before it is sealed. */
export function enterInLedger(ledger: Ledger, event: LedgerEvent): Result<LedgerEvent, EntryRefusal> {
  const entered = enterAll(ledger, [event]);
  return entered.ok ? ok(event) : entered;
}

/** The ledger with all of them, or why not: each is judged on what stands when it comes, and all of them on how they stand together. */
export function enterAll(ledger: Ledger, events: readonly LedgerEvent[]): Result<Ledger, EntryRefusal> {
  let after = ledger;
  for (const event of events) {
    const tricked = hiddenSignsIn(event);
    if (tricked !== undefined) return err({ type: "HiddenSigns", table: event.type, at: 0, where: tricked });
    const impossible = claimRefusal(after, event);
    if (impossible) return err(impossible);
    after = foldLedgerEvent(after, event);
  }
  const faults = faultsOf(after);
  if (faults.length === 0) return ok(after);
  const known = new Set(faultsOf(ledger).map((fault) => JSON.stringify(fault)));
  const fresh = faults.find((fault) => !known.has(JSON.stringify(fault)));
  return fresh ? err(fresh) : ok(after);
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
  if (event.type === "ClaimStruck" && isInUse(ledger, event.claim)) {
    return { type: "ClaimInUse", claim: event.claim };
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
    case "ClaimStruck":
      return [event.claim];
    case "ClaimCorrected":
      return [event.claim, event.by];
    case "ClaimStands":
      return [event.claim, event.after];
    case "OriginsJoined":
    case "OriginsHeldApart":
    case "OriginsReopened":
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
