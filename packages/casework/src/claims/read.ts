/**
 * From a file of claims to a ledger. Total: any value gives a ledger of what can stand and the refusals of what cannot.
 * `readLedger` takes a file whole or not at all (the desk); `siftLedger` goes on with what is left (the researcher).
 * Derived fields are dropped unread: depths, copies, origins, grades and statistics are ours to compute.
 */
import * as v from "valibot";

import { err, ok, type Result } from "../result.ts";
import { nodesOnCircles } from "./circles.ts";
import {
  Agent,
  AppealAct,
  Chain,
  Claim,
  EvidenceItem,
  Figure,
  Incident,
  LedgerPlace,
  LedgerRelation,
  Segment,
  type Ledger,
} from "./model.ts";
import type { LedgerRefusal } from "./refusal.ts";
import { hiddenSignsIn, lookOf } from "./signs.ts";

export interface Sifted {
  readonly ledger: Ledger;
  readonly refusals: readonly LedgerRefusal[];
}

export function readLedger(raw: unknown): Result<Ledger, readonly LedgerRefusal[]> {
  const { ledger, refusals } = siftLedger(raw);
  return refusals.length === 0 ? ok(ledger) : err(refusals);
}

/** What follows from the rest, by table. */
const derived: Readonly<Record<string, readonly string[]>> = {
  chains: ["hearsayDepth", "copies", "broken", "depthIsMinimum"],
  claims: [
    "hearsayDepth",
    "copies",
    "chainBroken",
    "depthIsMinimum",
    "originKey",
    "contested",
    "attribution",
    "admiralty",
    "grade",
    "independentOrigins",
  ],
  incidents: ["origins", "independentOrigins", "grade", "contested"],
};
const tables = [
  "segments",
  "agents",
  "places",
  "items",
  "chains",
  "claims",
  "figures",
  "relations",
  "incidents",
  "appealActs",
] as const;
const computedTables = ["stats", "translationIssues"];

type Raw = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function siftLedger(raw: unknown): Sifted {
  const refusals: LedgerRefusal[] = [];
  const refuse = (refusal: LedgerRefusal): void => void refusals.push(refusal);
  if (!isRecord(raw)) {
    refuse({ type: "NotALedger", why: "not an object with tables" });
    return { ledger: withTables({}, () => []), refusals };
  }
  const heading = Object.fromEntries(
    Object.entries(raw).filter(([key]) => !isTable(key) && !computedTables.includes(key)),
  );
  function rows<const S extends v.GenericSchema>(table: string, schema: S): readonly v.InferOutput<S>[] {
    const given = isRecord(raw) ? raw[table] : undefined;
    if (given === undefined) return [];
    if (!Array.isArray(given)) {
      refuse({ type: "NotALedger", why: `${table} is not a list` });
      return [];
    }
    return given.flatMap((row: unknown, at) => readRow({ table, at, row, schema }, refuse));
  }
  return { ledger: soundParts(withTables(heading, rows), refuse), refusals };
}

function isTable(key: string): boolean {
  return tables.some((table) => table === key);
}

type Rows = <const S extends v.GenericSchema>(table: string, schema: S) => readonly v.InferOutput<S>[];

function withTables(heading: Raw, rows: Rows): Ledger {
  return {
    heading,
    segments: rows("segments", Segment),
    agents: rows("agents", Agent),
    places: rows("places", LedgerPlace),
    items: rows("items", EvidenceItem),
    chains: rows("chains", Chain),
    claims: rows("claims", Claim),
    figures: rows("figures", Figure),
    relations: rows("relations", LedgerRelation),
    incidents: rows("incidents", Incident),
    appealActs: rows("appealActs", AppealAct),
  };
}

type Refuse = (refusal: LedgerRefusal) => void;

function readRow<const S extends v.GenericSchema>(
  given: { readonly table: string; readonly at: number; readonly row: unknown; readonly schema: S },
  refuse: Refuse,
): readonly v.InferOutput<S>[] {
  const { table, at, row, schema } = given;
  if (!isRecord(row)) {
    refuse({ type: "NotReadable", table, at, where: "" });
    return [];
  }
  const tricked = hiddenSignsIn(row);
  if (tricked !== undefined) {
    refuse({ type: "HiddenSigns", table, at, where: tricked });
    return [];
  }
  const kept: Record<string, unknown> = Object.fromEntries(
    Object.entries(row).filter(([key]) => !derived[table]?.includes(key)),
  );
  if (table === "incidents" && isRecord(row["independentOrigins"]) && "why" in row["independentOrigins"]) {
    kept["why"] = row["independentOrigins"]["why"];
  }
  const read = v.safeParse(schema, kept);
  if (read.success) return [read.output];
  const issue = read.issues[0];
  refuse({
    type: "NotReadable",
    table,
    at,
    ...(typeof row["id"] === "string" && { id: row["id"] }),
    where: v.getDotPath(issue) ?? "",
  });
  return [];
}

/** What contradicts itself in a ledger whose shapes were read already. */
export function faultsOf(ledger: Ledger): readonly LedgerRefusal[] {
  const faults: LedgerRefusal[] = [];
  soundParts(ledger, (fault) => void faults.push(fault));
  return faults;
}

/** Leaves out what contradicts itself. What rested on it stays, and finds itself resting on nothing. */
function soundParts(ledger: Ledger, refuse: Refuse): Ledger {
  const unique = <T extends { readonly id: string }>(table: string, rows: readonly T[]): readonly T[] => {
    const seen = new Set<string>();
    return rows.filter((row) => {
      const look = lookOf(row.id);
      if (seen.has(look)) refuse({ type: "IdTwice", table, id: row.id });
      const first = !seen.has(look);
      seen.add(look);
      return first;
    });
  };
  const agents = unique("agents", ledger.agents);
  const claims = unique("claims", ledger.claims);
  const sound: Ledger = {
    ...ledger,
    agents,
    places: unique("places", ledger.places),
    items: withoutCircularItems(unique("items", ledger.items), refuse),
    chains: withoutCircularChains(unique("chains", ledger.chains), refuse),
    claims,
    figures: unique("figures", ledger.figures).filter((figure) => isUpright(figure, refuse)),
    relations: soundRelations(ledger.relations, refuse),
    incidents: unique("incidents", ledger.incidents),
  };
  nameTheMissing(sound, refuse);
  return sound;
}

function isUpright(figure: Figure, refuse: Refuse): boolean {
  const { min, max } = figure;
  if (min === undefined || max === undefined || min <= max) return true;
  refuse({ type: "FigureUpsideDown", figure: figure.id, min, max });
  return false;
}

function withoutCircularItems(items: readonly EvidenceItem[], refuse: Refuse): readonly EvidenceItem[] {
  const circles = nodesOnCircles(new Map(items.map((item) => [item.id, item.derivedFrom ?? []])));
  return items.map((item) => {
    if (!circles.has(item.id)) return item;
    refuse({ type: "CircularDerivation", item: item.id });
    const { derivedFrom: _, ...alone } = item;
    return alone;
  });
}

/** A matter that comes back to where it was has no way to us: the chain is left out. */
function withoutCircularChains(chains: readonly Chain[], refuse: Refuse): readonly Chain[] {
  return chains.filter((chain) => {
    const next = new Map<string, string[]>();
    for (const link of chain.links) next.set(link.from, [...(next.get(link.from) ?? []), link.to]);
    const [through] = nodesOnCircles(next);
    if (through !== undefined) refuse({ type: "CircularChain", chain: chain.id, through });
    return through === undefined;
  });
}

function soundRelations(relations: readonly LedgerRelation[], refuse: Refuse): readonly LedgerRelation[] {
  const retracting = new Set<string>(relations.filter(isRetraction).map((relation) => relation.from));
  const corrections = new Map<string, string[]>();
  for (const relation of relations.filter(isCorrection)) {
    corrections.set(relation.from, [...(corrections.get(relation.from) ?? []), ...relation.to]);
  }
  const circles = nodesOnCircles(corrections);
  for (const claim of circles)
    if (!corrections.get(claim)?.includes(claim)) refuse({ type: "CircularCorrection", claim });
  return relations.flatMap((relation) => {
    if (isCorrection(relation) && circles.has(relation.from) && !relation.to.includes(relation.from))
      return [];
    const to = relation.to.filter((target) => {
      if (target === relation.from) {
        refuse({ type: "ClaimDeniesItself", claim: target, relation: relation.type });
        return false;
      }
      if (isRetraction(relation) && retracting.has(target)) {
        refuse({ type: "RetractionOfRetraction", claim: target });
        return false;
      }
      return true;
    });
    return to.length > 0 ? [{ ...relation, to }] : [];
  });
}

export function isRetraction(relation: LedgerRelation): boolean {
  return relation.type === "retracts" || relation.type === "withdraws";
}

export function isCorrection(relation: LedgerRelation): boolean {
  return relation.type === "corrects" || relation.type === "supersedes";
}

/** Names that stand for nobody. They are told, and the rest is computed without them. */
function nameTheMissing(ledger: Ledger, refuse: Refuse): void {
  const chains = new Set<string>(ledger.chains.map((chain) => chain.id));
  const claims = new Set<string>(ledger.claims.map((claim) => claim.id));
  const nodes = new Set<string>([...ledger.agents, ...ledger.items].map((one) => one.id));
  const missing = (table: string, id: string, names: string): void =>
    refuse({ type: "NobodyOfThatName", table, id, names });
  for (const chain of ledger.chains) {
    const named = [
      chain.origin,
      ...(chain.restatedBy ?? []),
      ...chain.links.flatMap((link) => [link.from, link.to]),
    ];
    for (const name of new Set(named)) {
      if (name !== undefined && !nodes.has(name)) missing("chains", chain.id, name);
    }
  }
  for (const claim of ledger.claims) if (!chains.has(claim.chain)) missing("claims", claim.id, claim.chain);
  for (const relation of ledger.relations) {
    for (const name of [relation.from, ...relation.to]) {
      if (!claims.has(name)) missing("relations", relation.from, name);
    }
  }
  for (const incident of ledger.incidents) {
    for (const name of incident.claims) if (!claims.has(name)) missing("incidents", incident.id, name);
  }
}
