/**
 * From a weighed ledger to what the publication rules need to know, and to what a page may say of where a claim comes
 * from. Private persons pass as their role; places as the place that a person chose to print. Nothing is decided here.
 */
import {
  isFromCircle,
  isHeld,
  isTakenBack,
  isToBeLookedAt,
  notStated,
  publicNameOf,
  type Agent,
  type ClaimStanding,
  type EvidenceItem,
  type Grade,
  type IncidentStanding,
  langs,
  type Label,
  type Lang,
  type Ledger,
  type LedgerPlace,
  type LedgerStanding,
  type Wording,
} from "@answerable/casework";

import type { PublicAgent, PublicClaim, PublicPlace } from "./rules.ts";

/** Words by language; a page takes its own, else the first there is. */
export type Words = Partial<Label>;

/** Where a claim comes from and how it stands, in words that may be printed. */
export interface Provenance {
  readonly incident?: string;
  /** EDTF. */
  readonly time?: string;
  readonly origin?: Words;
  /** Who passed it on, in order. */
  readonly through: readonly Words[];
  readonly depth: number;
  readonly grade: Grade;
  readonly figure?: {
    readonly words: Words;
    readonly unit: string;
    readonly min?: number;
    readonly max?: number;
  };
}

export interface Matter {
  readonly incident: string;
  readonly kind: string;
  readonly title: Words;
  readonly time?: string;
  readonly places: readonly Words[];
  /** Independent origins: proved at least, at most; undefined: nobody can say. */
  readonly origins: { readonly min: number; readonly max?: number };
  readonly grade: Grade;
  readonly contested: boolean;
  /** Something said in it came damaged or would hurt (HOLD): that much is told, never what or how much. What a family took out is not told here. */
  readonly withheld?: true;
}

/** The language in which a ledger was entered, as its document says. */
function langOf(ledger: Ledger): Lang {
  const document: unknown = ledger.heading["document"];
  const said: unknown =
    typeof document === "object" && document !== null && "lang" in document ? document.lang : undefined;
  return langs.find((lang) => lang === said) ?? "ru";
}

export function publicClaimsOf(ledger: Ledger, standing: LedgerStanding): readonly PublicClaim[] {
  const cast: Cast = {
    lang: langOf(ledger),
    agents: new Map(ledger.agents.map((agent) => [agent.id as string, agent])),
    items: new Map(ledger.items.map((item) => [item.id as string, item])),
    places: new Map(ledger.places.map((place) => [place.id as string, place])),
    figures: new Map(ledger.figures.map((figure) => [figure.id as string, figure])),
    incidents: new Map(
      standing.incidents.flatMap(({ id, claims }) =>
        claims.map((claim) => [claim.id as string, id as string]),
      ),
    ),
  };
  const denies = new Map<string, readonly string[]>();
  for (const { claim, denials } of standing.claims) {
    for (const { by } of denials) denies.set(by, [...(denies.get(by) ?? []), claim.id]);
  }
  return standing.claims.map((one) => publicClaim(one, { cast, denies }));
}

export function mattersOf(ledger: Ledger, standing: LedgerStanding): readonly Matter[] {
  const lang = langOf(ledger);
  const places = new Map(ledger.places.map((place) => [place.id as string, place]));
  return standing.incidents.flatMap((one) => matterOf(one, { places, lang }) ?? []);
}

/** Persons who may stand by name: in office or speaking in public, as the ledger names them. */
export function officialsOf(ledger: Ledger): readonly string[] {
  return ledger.agents.flatMap(({ type, label, printed, private: isPrivate }) =>
    isPrivate === false && persons.has(type)
      ? [label, ...langs.flatMap((lang) => printed?.[lang] ?? [])].flatMap((said) => said.split(",")[0] ?? [])
      : [],
  );
}

const persons = new Set(["person", "official"]);

interface Cast {
  readonly lang: Lang;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly items: ReadonlyMap<string, EvidenceItem>;
  readonly places: ReadonlyMap<string, LedgerPlace>;
  readonly figures: ReadonlyMap<string, Ledger["figures"][number]>;
  readonly incidents: ReadonlyMap<string, string>;
}

function publicClaim(
  { claim, chain, contested, grade, denials, soundness }: ClaimStanding,
  { cast, denies }: { readonly cast: Cast; readonly denies: ReadonlyMap<string, readonly string[]> },
): PublicClaim {
  const places = [claim.place ?? []].flat().flatMap((id) => cast.places.get(id) ?? []);
  const people = Object.values(claim.participants ?? {}).flatMap((id) =>
    id === notStated ? [] : (cast.agents.get(id) ?? []),
  );
  const figure = claim.figure === undefined ? undefined : cast.figures.get(claim.figure);
  const incident = claim.incident ?? cast.incidents.get(claim.id);
  const origin = agentOf(chain?.chain.origin, cast);
  return {
    id: claim.id,
    type: claim.type,
    text: claim.text,
    words: wordsOf(claim.printed) ?? { [cast.lang]: claim.text },
    modality: claim.modality,
    tags: claim.tags ?? [],
    hearsayDepth: chain?.hearsayDepth ?? 0,
    attribution: chain?.attribution ?? "unknown-origin",
    contested,
    // Without a chain nobody can say who said it, nor whether it was told in confidence.
    held: isHeld(claim) || chain === undefined,
    takenBack: isTakenBack(soundness),
    again: isToBeLookedAt(soundness),
    fromCircle: chain !== undefined && isFromCircle(chain, cast),
    hasFigure: claim.figure !== undefined,
    places: places.map((place) => publicPlace(place, cast)),
    participants: people.map(publicAgent),
    deniedBy: denials.map(({ by }) => by),
    denies: denies.get(claim.id) ?? [],
    provenance: {
      ...(incident !== undefined && { incident }),
      ...(claim.time && { time: claim.time.edtf }),
      ...(origin && { origin: agentWords(origin, cast.lang) }),
      through: (chain?.restaters ?? []).flatMap((id) => {
        const agent = agentOf(id, cast);
        return agent ? [agentWords(agent, cast.lang)] : [];
      }),
      depth: chain?.hearsayDepth ?? 0,
      grade,
      ...(figure && {
        figure: {
          words: { [cast.lang]: figure.lexical },
          unit: figure.unit,
          ...(figure.min !== undefined && { min: figure.min }),
          ...(figure.max !== undefined && { max: figure.max }),
        },
      }),
    },
  };
}

function agentOf(id: string | undefined, cast: Cast): Agent | undefined {
  return id === undefined ? undefined : cast.agents.get(id);
}

function publicPlace(place: LedgerPlace, { places, lang }: Pick<Cast, "places" | "lang">): PublicPlace {
  const { id, level, sensitive, label } = place;
  const as = place.publishAs === notStated ? undefined : place.publishAs;
  const printed = as === undefined ? undefined : places.get(as);
  return {
    id,
    level,
    label,
    ...(as !== undefined && { publishAs: as }),
    ...(printed && { printed: placeWords(printed, lang) }),
    ...(sensitive !== undefined && { sensitive }),
  };
}

function publicAgent(agent: Agent): PublicAgent {
  const { id, type, label } = agent;
  return {
    id,
    type,
    label,
    ...(agent.private !== undefined && { private: agent.private }),
    ...(agent["minor"] === true && { minor: true }),
  };
}

function agentWords(agent: Agent, lang: Lang): Words {
  return wordsOf(agent.printed) ?? { [lang]: publicNameOf(agent) };
}

function placeWords({ printed, label }: LedgerPlace, lang: Lang): Words {
  return wordsOf(printed) ?? { [lang]: label };
}

function wordsOf(printed: Wording | undefined): Words | undefined {
  const said = langs.flatMap((lang) => (printed?.[lang] ? [[lang, printed[lang]] as const] : []));
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

function matterOf(
  { id, incident, independence, grade, contested }: IncidentStanding,
  { places, lang }: Pick<Cast, "places" | "lang">,
): Matter | undefined {
  if (!incident) return undefined;
  const place = incident.place === undefined ? undefined : places.get(incident.place);
  const as = place?.publishAs;
  const printed = as === undefined || as === notStated ? undefined : places.get(as);
  return {
    incident: id,
    kind: incident.kind,
    title: wordsOf(incident.printed) ?? { [lang]: incident.label },
    ...(incident.time && { time: incident.time.edtf }),
    places: printed ? [placeWords(printed, lang)] : [],
    origins: { min: independence.min, ...(independence.max !== undefined && { max: independence.max }) },
    grade,
    contested: contested.length > 0,
  };
}
