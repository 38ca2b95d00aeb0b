/**
 * The words of the claims folder: who said what, through whom, who denies it, and what happened as far as that carries.
 *
 * Only what a person saw or decided stands here. Depth, copies, independence, grades and what is contested follow from
 * it (depth.ts, independence.ts, grade.ts) and are never read from a file. Shapes are open: a field this device does not
 * know is kept and exported again. Absent is `undefined`; `notStated` is an answer: the source was asked and is silent.
 */
import * as v from "valibot";

import type { Brand } from "../id.ts";

export type AgentId = Brand<string, "AgentId">;
export type ItemId = Brand<string, "ItemId">;
export type ChainId = Brand<string, "ChainId">;
export type ClaimId = Brand<string, "ClaimId">;
export type FigureId = Brand<string, "FigureId">;
export type IncidentId = Brand<string, "IncidentId">;
export type PlaceId = Brand<string, "PlaceId">;

export const notStated = "(not stated)";
export type NotStated = typeof notStated;

const longestWords = 200_000;
const words = v.pipe(v.string(), v.maxLength(longestWords));
const code = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** The cast makes the brand after the form was checked; signs.ts refuses the tricks that a form cannot see. */
function named<T extends Brand<string, string>>() {
  return v.pipe(
    v.string(),
    v.regex(/^\S{1,200}$/u),
    v.transform((text) => text as T),
  );
}
const agentId = named<AgentId>();
const itemId = named<ItemId>();
const chainId = named<ChainId>();
const claimId = named<ClaimId>();
const figureId = named<FigureId>();
const incidentId = named<IncidentId>();
const placeId = named<PlaceId>();

function list<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(v.array(schema), v.readonly());
}
function shape<const S extends v.ObjectEntries>(entries: S) {
  return v.pipe(v.looseObject(entries), v.readonly());
}
/** JSON's null, where the key is always written, is our absent. */
function maybe<const S extends v.GenericSchema>(schema: S) {
  return v.optional(
    v.pipe(
      v.nullable(schema),
      v.transform((value) => value ?? undefined),
    ),
  );
}
/** JSON's null, where the key may also be missing, is the source's silence; what was read once is read again the same. */
function orNotStated<const S extends v.GenericSchema>(schema: S) {
  return v.union([
    v.literal(notStated),
    v.pipe(
      v.nullable(schema),
      v.transform((value) => value ?? notStated),
    ),
  ]);
}

/** How it is printed where that may differ from how it was entered: a person's words, in the languages she has. */
export const Wording = shape({ ru: v.optional(words), uk: v.optional(words), en: v.optional(words) });
export type Wording = v.InferOutput<typeof Wording>;

const When = shape({ edtf: v.pipe(v.string(), v.maxLength(100)), basis: v.optional(words) });

/** What makes two speakers one: a household, a chat, a telephone call, an employer. A tie may also name the other agent. */
const Tie = v.union([
  code,
  shape({ kind: v.optional(code), with: v.optional(code), name: v.optional(code) }),
]);
const Ties = v.union([list(Tie), v.record(v.string(), v.union([code, list(code)]))]);

export const Agent = shape({
  id: agentId,
  type: code,
  label: v.optional(words, ""),
  role: v.optional(words),
  private: v.optional(v.boolean()),
  named: v.optional(v.boolean()),
  note: v.optional(words),
  sensitive: v.optional(code),
  printed: v.optional(Wording),
  dependsOn: v.optional(Ties),
  household: v.optional(code),
  chat: v.optional(code),
  employer: v.optional(code),
});
export type Agent = v.InferOutput<typeof Agent>;

export const LedgerPlace = shape({
  id: placeId,
  label: v.optional(words, ""),
  level: v.optional(code, "unknown"),
  parent: v.optional(placeId),
  sensitive: v.optional(code),
  publishAs: v.optional(orNotStated(placeId)),
  printed: v.optional(Wording),
});
export type LedgerPlace = v.InferOutput<typeof LedgerPlace>;

/** A recording, a letter, a post, an article: what carried the matter. `held`: the thing itself lies with us. */
export const EvidenceItem = shape({
  id: itemId,
  kind: v.optional(code, "unknown"),
  agent: maybe(agentId),
  held: v.optional(v.boolean()),
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{64}$/))),
  /** Hexadecimal; sealed with the rest: in the open it would tell whether we hold a picture. */
  perceptualHash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{8,256}$/))),
  text: v.optional(words),
  derivedFrom: v.optional(list(itemId)),
  derivation: v.optional(words),
  date: v.optional(When),
  label: v.optional(words),
  note: v.optional(words),
});
export type EvidenceItem = v.InferOutput<typeof EvidenceItem>;

export const Link = shape({
  from: v.pipe(v.string(), v.regex(/^\S{1,200}$/u)),
  to: v.pipe(v.string(), v.regex(/^\S{1,200}$/u)),
  mode: code,
  verbatim: v.optional(v.boolean()),
  channel: v.optional(words),
});
export type Link = v.InferOutput<typeof Link>;

/** How the matter came from the one who perceived or decided it to what we hold. No origin: nobody knows whose it is. */
export const Chain = shape({
  id: chainId,
  origin: maybe(agentId),
  /** "unknown" is said, not assumed: a narrator who does not tell how he knows. */
  perceives: v.optional(words, ""),
  restatedBy: v.optional(list(agentId)),
  links: v.optional(list(Link), []),
  inferred: v.optional(v.boolean()),
  note: v.optional(words),
});
export type Chain = v.InferOutput<typeof Chain>;

const Publication = shape({
  level: v.picklist(["public", "coarse", "withhold"]),
  rules: list(code),
  note: v.optional(words),
});

export const Claim = shape({
  id: claimId,
  type: v.optional(code, "event"),
  text: v.optional(words, ""),
  segments: v.optional(list(code)),
  chain: chainId,
  modality: v.optional(code, "asserted"),
  polarity: v.optional(code, "positive"),
  speaker: maybe(agentId),
  participants: v.optional(v.pipe(v.record(v.string(), orNotStated(agentId)), v.readonly())),
  time: v.optional(When),
  place: v.optional(v.union([placeId, list(placeId)])),
  figure: v.optional(figureId),
  incident: v.optional(incidentId),
  cause: v.optional(list(claimId)),
  tags: v.optional(list(code)),
  ambiguity: v.optional(words),
  publication: v.optional(Publication),
  printed: v.optional(Wording),
  /** A person's judgement, with the reason it was made for. */
  discounted: v.optional(shape({ reason: words })),
  retracted: v.optional(shape({ reason: words })),
});
export type Claim = v.InferOutput<typeof Claim>;

export const Figure = shape({
  id: figureId,
  quantity: v.optional(words, ""),
  unit: v.optional(code, "person"),
  lexical: v.optional(words, ""),
  min: maybe(v.pipe(v.number(), v.finite())),
  max: maybe(v.pipe(v.number(), v.finite())),
  best: v.optional(orNotStated(v.pipe(v.number(), v.finite()))),
  qualifier: v.optional(words),
  policy: v.optional(words),
  includes: v.optional(list(code)),
  dependsOn: v.optional(list(figureId)),
  partOf: v.optional(figureId),
  /** Every one of them is known by name: the floor that nobody can argue with. */
  namedFloor: v.optional(v.boolean()),
  claim: v.optional(claimId),
});
export type Figure = v.InferOutput<typeof Figure>;

export const LedgerRelation = shape({
  type: code,
  from: claimId,
  to: list(claimId),
  denialKind: v.optional(code),
  strength: v.optional(code),
  scope: v.optional(words),
  result: v.optional(code),
  reason: v.optional(words),
});
export type LedgerRelation = v.InferOutput<typeof LedgerRelation>;

export const Judgement = shape({
  type: v.picklist(["confirmed", "discounted", "unusable"]),
  reason: v.pipe(words, v.minLength(1)),
});
export type Judgement = v.InferOutput<typeof Judgement>;

export const Incident = shape({
  id: incidentId,
  label: v.optional(words, ""),
  kind: v.optional(code, "unknown"),
  time: v.optional(When),
  place: v.optional(placeId),
  claims: v.optional(list(claimId), []),
  /** In a person's words, why the independent origins are as many as computed. */
  why: v.optional(words),
  judgement: v.optional(Judgement),
  printed: v.optional(Wording),
});
export type Incident = v.InferOutput<typeof Incident>;

/** A sentence or fragment of a document, with its offsets. */
export const Segment = shape({ id: code, text: v.optional(words, ""), asserts: v.optional(v.boolean()) });
export type Segment = v.InferOutput<typeof Segment>;

export const AppealAct = shape({
  id: code,
  incident: v.optional(incidentId),
  addressee: v.optional(orNotStated(words)),
  claims: v.optional(list(claimId), []),
});
export type AppealAct = v.InferOutput<typeof AppealAct>;

/** Everything in one claims folder, in the order in which it was entered. */
export interface Ledger {
  /** What the file says about itself: its name, its rules in words, the document it takes apart. */
  readonly heading: Readonly<Record<string, unknown>>;
  readonly segments: readonly Segment[];
  readonly agents: readonly Agent[];
  readonly places: readonly LedgerPlace[];
  readonly items: readonly EvidenceItem[];
  readonly chains: readonly Chain[];
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly relations: readonly LedgerRelation[];
  readonly incidents: readonly Incident[];
  readonly appealActs: readonly AppealAct[];
}

export const emptyLedger: Ledger = {
  heading: {},
  segments: [],
  agents: [],
  places: [],
  items: [],
  chains: [],
  claims: [],
  figures: [],
  relations: [],
  incidents: [],
  appealActs: [],
};

/** Nothing but copying: the words pass through nobody's head. */
const mechanical = new Set(["recorded", "copied", "translated", "archived"]);

export function isCopying(link: Link): boolean {
  return mechanical.has(link.mode);
}
