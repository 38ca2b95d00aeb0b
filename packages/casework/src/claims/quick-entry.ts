/**
 * One claim with all that it brings: who said it, through whom it came, where it stands, its figure, what it denies or puts right. What a
 * person fills in at the desk becomes the entries of a ledger here; whether they can stand is judged when they are entered (event.ts).
 */
import type { CaseId, NewId, PersonId } from "../id.ts";
import type { Brand } from "../id.ts";
import { regionLabel } from "../places/index.ts";
import type { Cast, ChainStanding } from "./depth.ts";
import type { LedgerEvent } from "./event.ts";
import { readFigure } from "./figure.ts";
import type {
  Agent,
  AgentId,
  ChainId,
  Claim,
  ClaimId,
  FigureId,
  IncidentId,
  ItemId,
  Link,
  PlaceId,
} from "./model.ts";

export interface Voice {
  /** Known to the ledger already, or to be known by it. */
  readonly id?: string;
  readonly label: string;
  readonly type: string;
  readonly isPrivate: boolean;
  readonly role?: string;
  /** Voices of one household are asked about: "same origin?" */
  readonly household?: string;
}

export interface QuickEntry {
  readonly text: string;
  readonly type: string;
  /** The source's own words. */
  readonly isVerbatim: boolean;
  readonly edtf?: string;
  /** ISO 3166-2. */
  readonly region?: string;
  /** undefined: nobody knows whose it is. */
  readonly origin: Voice | undefined;
  readonly perceives: string;
  /** Who passed it on, in the order in which it reached us. */
  readonly through: readonly Voice[];
  readonly source: {
    /** The same press text may carry many claims. */
    readonly id?: string;
    readonly kind: string;
    readonly label?: string;
    readonly text?: string;
    readonly edtf?: string;
  };
  /** The sentence taken out of the source. */
  readonly sentence?: string;
  readonly incident: { readonly id: string } | { readonly label: string; readonly kind: string } | undefined;
  readonly figure?: {
    readonly quantity: string;
    readonly unit: string;
    readonly words: string;
    readonly min?: number;
    readonly max?: number;
    readonly isNamedFloor: boolean;
  };
  readonly denies?: { readonly claim: string; readonly kind: string };
  readonly corrects?: { readonly claim: string; readonly reason: string };
}

export interface QuickEntries {
  readonly claim: ClaimId;
  readonly incident: string | undefined;
  readonly source: string;
  readonly entries: readonly LedgerEvent[];
}

/** Kinds of loss are counted by what they include, so that killed never meets killed and wounded. */
const losses = new Set(["killed", "wounded", "missing", "detained"]);

export function entriesOfQuick(entry: QuickEntry, newId: NewId): QuickEntries {
  const fresh = <T extends Brand<string, string>>(kind: string) =>
    `${kind}:${newId<Brand<string, "Row">>()}` as unknown as T; // the prefix tells the tables apart
  const voices = [...(entry.origin ? [entry.origin] : []), ...entry.through].map((voice) => ({
    ...voice,
    id: (voice.id ?? fresh<AgentId>("ag")) as AgentId, // an id of the ledger, or just made
  }));
  const item = (entry.source.id ?? fresh<ItemId>("it")) as ItemId; // likewise
  const chain = fresh<ChainId>("ch");
  const claim = fresh<ClaimId>("C");
  const incident = incidentOf(entry, fresh);
  const last = voices.at(-1);
  const place = entry.region === undefined ? undefined : (`pl:${entry.region}` as PlaceId); // as above
  const figure = entry.figure && { ...entry.figure, id: fresh<FigureId>("F") };
  const segment = entry.sentence === undefined ? undefined : fresh<Brand<string, "Segment">>("S");
  const links: readonly Link[] = [
    ...voices.slice(1).map((voice, at): Link => ({ from: voices[at]?.id ?? "", to: voice.id, mode: "told" })),
    ...(last ? [{ from: last.id, to: item, mode: entry.origin ? "stated" : "reported" }] : []),
  ];
  const said: Claim = {
    id: claim,
    type: entry.type,
    text: entry.text,
    chain,
    modality: entry.isVerbatim ? "quoted" : "asserted",
    polarity: entry.type === "denial" ? "negative" : "positive",
    ...(voices[0] && { speaker: voices[0].id }),
    ...(entry.edtf !== undefined && { time: { edtf: entry.edtf } }),
    ...(place && { place }),
    ...(figure && { figure: figure.id }),
    ...(incident && { incident: incident.id }),
    ...(segment && { segments: [segment] }),
  };
  const { source, denies, corrects } = entry;
  return {
    claim,
    incident: incident?.id,
    source: item,
    entries: [
      ...voices.map((voice): LedgerEvent => ({ type: "AgentEntered", agent: agentOf(voice) })),
      ...(place && entry.region !== undefined ? [placeEntered(place, entry.region)] : []),
      {
        type: "EvidenceEntered",
        evidence: {
          id: item,
          kind: source.kind,
          held: source.text !== undefined && source.text !== "",
          ...(last && { agent: last.id }),
          ...(source.label !== undefined && source.label !== "" && { label: source.label }),
          ...(source.text !== undefined && source.text !== "" && { text: source.text }),
          ...(source.edtf !== undefined && { date: { edtf: source.edtf } }),
        },
      },
      ...(segment && entry.sentence !== undefined
        ? [{ type: "SegmentCut", segment: { id: segment, text: entry.sentence, asserts: true } } as const]
        : []),
      {
        type: "ChainDrawn",
        chain: {
          id: chain,
          ...(entry.origin && voices[0] && { origin: voices[0].id }),
          perceives: entry.perceives,
          links: [...links],
        },
      },
      ...(incident?.opened ? [incident.opened(place, entry.edtf)] : []),
      ...(figure ? [figureRead(figure, claim)] : []),
      { type: "ClaimEntered", claim: said },
      ...(denies
        ? [
            {
              type: "RelationSeen",
              relation: {
                type: "denies",
                from: claim,
                to: [denies.claim as ClaimId], // named by the ledger
                denialKind: denies.kind,
              },
            } as const,
          ]
        : []),
      ...(corrects
        ? [
            {
              type: "ClaimCorrected",
              claim: corrects.claim as ClaimId, // named by the ledger
              by: claim,
              reason: corrects.reason,
            } as const,
          ]
        : []),
    ],
  };
}

function agentOf({ id, label, type, isPrivate, role, household }: Voice & { readonly id: AgentId }): Agent {
  return {
    id,
    type,
    label,
    private: isPrivate,
    ...(role !== undefined && { role }),
    ...(household !== undefined && { household }),
  };
}

function placeEntered(id: PlaceId, region: string): LedgerEvent {
  const words = {
    ru: regionLabel(region, "ru") ?? region,
    uk: regionLabel(region, "uk") ?? region,
    en: regionLabel(region, "en") ?? region,
  };
  return {
    type: "PlaceEntered",
    place: { id, label: words.en, level: "region", publishAs: id, printed: words },
  };
}

interface Opening {
  readonly id: IncidentId;
  readonly opened?: (place: PlaceId | undefined, edtf: string | undefined) => LedgerEvent;
}

function incidentOf(
  { incident }: QuickEntry,
  fresh: <T extends Brand<string, string>>(kind: string) => T,
): Opening | undefined {
  if (!incident) return undefined;
  if ("id" in incident) return { id: incident.id as IncidentId }; // named by the ledger
  const id = fresh<IncidentId>("I");
  return {
    id,
    opened: (place, edtf) => ({
      type: "IncidentOpened",
      incident: {
        id,
        label: incident.label,
        kind: incident.kind,
        claims: [],
        ...(place && { place }),
        ...(edtf !== undefined && { time: { edtf } }),
      },
    }),
  };
}

function figureRead(
  {
    id,
    quantity,
    unit,
    words,
    min,
    max,
    isNamedFloor,
  }: NonNullable<QuickEntry["figure"]> & { readonly id: FigureId },
  claim: ClaimId,
): LedgerEvent {
  const isLoss = losses.has(unit);
  return {
    type: "FigureRead",
    figure: {
      id,
      quantity,
      unit: isLoss ? "person" : unit,
      lexical: words,
      min,
      max,
      policy: readFigure(words).policy,
      ...(isLoss && { includes: [unit] }),
      ...(isNamedFloor && { namedFloor: true }),
      claim,
    },
  };
}

const caseTie = "case:";

/** Told to us in confidence: in a call, or by somebody of a case, wherever she stands in the chain. It is her circle's to agree to print it. */
export function isFromCircle(
  { chain: { origin, links } }: Pick<ChainStanding, "chain">,
  { agents, items }: Cast,
): boolean {
  return [origin, ...links.flatMap(({ from, to }) => [from, to])].some((id) => {
    if (id === undefined) return false;
    return agents.get(id)?.household?.startsWith(caseTie) === true || items.get(id)?.kind === "call";
  });
}

/** Everybody in a case is one household until a person says otherwise, and the soldier is one whoever calls about him. */
export function voicesOfCase(of: {
  readonly case: CaseId;
  readonly caller?: { readonly person: PersonId; readonly label: string; readonly role: string };
  readonly soldier: { readonly label: string; readonly role: string };
}): { readonly caller?: Voice; readonly soldier: Voice } {
  const household = `${caseTie}${of.case}`;
  const shared = { type: "person", isPrivate: true, household } as const;
  return {
    soldier: { ...shared, id: `ag:soldier:${of.case}`, ...of.soldier },
    ...(of.caller && {
      caller: {
        ...shared,
        id: `ag:caller:${of.caller.person}`,
        label: of.caller.label,
        role: of.caller.role,
      },
    }),
  };
}
