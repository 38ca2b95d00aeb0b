/** A ledger read for its screens: weighed once for each state of the folder, whatever is asked of it. */
import { regionOf } from "../../places/index.ts";
import type { Lang } from "../../words/vocabulary.ts";
import { heardAmong } from "../denial.ts";
import { spanOf, type TimeSpan } from "../edtf.ts";
import { weigh, type ClaimStanding, type IncidentStanding, type Standing } from "../grade.ts";
import type {
  Agent,
  Claim,
  ClaimId,
  Figure,
  Ledger,
  LedgerPlace,
  LedgerRelation,
  Wording,
} from "../model.ts";
import { isUsable, restingOn } from "../rests.ts";
import type { ShownAgent } from "./asked.ts";

export interface Reading {
  readonly ledger: Ledger;
  readonly standing: Standing;
  readonly claims: ReadonlyMap<string, ClaimStanding>;
  readonly incidents: ReadonlyMap<string, IncidentStanding>;
  readonly places: ReadonlyMap<string, LedgerPlace>;
  readonly resting: ReadonlyMap<ClaimId, readonly ClaimId[]>;
  /** Relations by the claim they begin with, and by the claims they speak of. */
  readonly from: ReadonlyMap<string, readonly LedgerRelation[]>;
  readonly about: ReadonlyMap<string, readonly LedgerRelation[]>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly regionOf: (place: string | undefined) => string | undefined;
  readonly spans: ReadonlyMap<string, TimeSpan>;
  /** Everything said in an incident, in every language it has, in small letters. */
  readonly wordsOf: (incident: IncidentStanding) => string;
}

const readings = new WeakMap<Ledger, Reading>();

export function readingOf(ledger: Ledger): Reading {
  const known = readings.get(ledger);
  if (known) return known;
  const reading = readingFor(ledger);
  readings.set(ledger, reading);
  return reading;
}

function readingFor(ledger: Ledger): Reading {
  const standing = weigh(ledger);
  const places = new Map<string, LedgerPlace>(ledger.places.map((place) => [place.id, place]));
  const regions = new Map<string, string | undefined>();
  const words = new Map<string, string>();
  const spans = new Map<string, TimeSpan>();
  for (const { id, incident } of standing.incidents) {
    const span = incident?.time && spanOf(incident.time.edtf);
    if (span) spans.set(id, span);
  }
  return {
    ledger,
    standing,
    places,
    spans,
    claims: new Map(standing.claims.map((claim) => [claim.claim.id, claim])),
    incidents: new Map(standing.incidents.map((incident) => [incident.id, incident])),
    resting: restingOn(ledger),
    from: gathered(ledger.relations, ({ from }) => [from]),
    about: gathered(ledger.relations, ({ to }) => to),
    figures: new Map(ledger.figures.map((figure) => [figure.id, figure])),
    regionOf(place) {
      if (place === undefined) return undefined;
      if (!regions.has(place)) regions.set(place, regionAt(place, places));
      return regions.get(place);
    },
    wordsOf(incident) {
      const known = words.get(incident.id);
      if (known !== undefined) return known;
      const filed = incident.incident;
      const said = [
        ...(filed ? everyWord(filed.label, filed.printed) : []),
        ...(filed?.place === undefined ? [] : placeWords(places.get(filed.place))),
        ...incident.claims.flatMap((claim) => everyWord(claim.text, claim.printed)),
      ];
      const all = said.join("\n").toLowerCase();
      words.set(incident.id, all);
      return all;
    },
  };
}

function gathered<T>(
  rows: readonly T[],
  keysOf: (row: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const there = found.get(key);
      if (there) there.push(row);
      else found.set(key, [row]);
    }
  return found;
}

/** The nearest place around it that is a region: by its own words, in any of its languages. */
function regionAt(place: string, places: ReadonlyMap<string, LedgerPlace>): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = place; at !== undefined && !seen.has(at); at = places.get(at)?.parent) {
    seen.add(at);
    const there = places.get(at);
    if (there?.level !== "region" && there?.level !== "city") continue;
    for (const words of placeWords(there)) {
      const region = regionOf(words);
      if (region !== undefined) return region;
    }
  }
  return undefined;
}

function placeWords(place: LedgerPlace | undefined): readonly string[] {
  return place ? everyWord(place.label, place.printed) : [];
}

function everyWord(label: string, printed: Wording | undefined): readonly string[] {
  return [label, printed?.ru, printed?.uk, printed?.en].filter(
    (one) => one !== undefined && one !== "",
  ) as string[]; // filtered
}

/** The claims of an incident that count towards its origins. */
export function heardIn({ claims }: IncidentStanding, reading: Reading): readonly Claim[] {
  return heardAmong(
    claims.filter(({ id }) => isUsable(reading.claims.get(id)?.soundness)),
    (id) => reading.claims.get(id)?.denials ?? [],
  );
}

/** As a person worded it for this language, or as it was entered. */
export function inLang(entered: string, printed: Wording | undefined, lang: Lang): string {
  return printed?.[lang] ?? entered;
}

export function agentShown(agent: Agent, lang: Lang): ShownAgent {
  return {
    id: agent.id,
    label: inLang(agent.label || agent.id, agent.printed, lang),
    type: agent.type,
    isPrivate: agent.private === true,
  };
}

/** Who said it first, and who passed it on. */
export function voiceLabels({ chain }: ClaimStanding, { standing }: Reading, lang: Lang): readonly string[] {
  if (!chain) return [];
  const { agents, items } = standing.standings.cast;
  const origin = chain.chain.origin;
  return [...(origin === undefined ? [] : [origin]), ...chain.restaters].map((id) => {
    const agent = agents.get(id);
    return agent ? agentShown(agent, lang).label : (items.get(id)?.label ?? items.get(id)?.kind ?? id);
  });
}
