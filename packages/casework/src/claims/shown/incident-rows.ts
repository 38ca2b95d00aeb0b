/** The list of incidents: filtered, counted by what one may filter by, and a window of it. */
import type { Day } from "../../day.ts";
import { regionLabel } from "../../places/index.ts";
import type { Lang } from "../../words/vocabulary.ts";
import { mayMeet } from "../edtf.ts";
import type { IncidentStanding } from "../grade.ts";
import { isToBeLookedAt } from "../rests.ts";
import type { CountedCode, IncidentFilter, IncidentRow, IncidentsAnswer, LedgerQuery } from "./asked.ts";
import { inLang, type Reading } from "./reading.ts";

type Asked = Extract<LedgerQuery, { readonly type: "Incidents" }>;

export function answerIncidents(reading: Reading, asked: Asked): IncidentsAnswer {
  const { standing, ledger, spans } = reading;
  const { region: _, ...elsewhere } = asked.filter;
  const around = standing.incidents.filter((incident) => isFound(incident, elsewhere, reading));
  const { region } = asked.filter;
  const found =
    region === undefined ? around : around.filter((one) => reading.regionOf(one.incident?.place) === region);
  const ordered = asked.order === "entered" ? found : inTime(found, reading);
  const inIncident = new Set(standing.incidents.flatMap(({ claims }) => claims.map(({ id }) => id)));
  const days = found.flatMap(({ id }) => {
    const span = spans.get(id);
    return [span?.from, span?.to].filter((day): day is Day => day !== undefined);
  });
  return {
    from: asked.from,
    rows: ordered
      .slice(asked.from, asked.from + asked.count)
      .map((incident) => rowOf(incident, reading, asked.lang)),
    total: found.length,
    all: standing.incidents.length,
    again: standing.incidents.filter((incident) => againIn(incident, reading) > 0).length,
    claims: ledger.claims.length,
    loose: ledger.claims.length - inIncident.size,
    looseAgain: ledger.claims.filter(({ id }) => !inIncident.has(id) && isDue(id, reading)).length,
    kinds: counted(standing.incidents.flatMap(({ incident }) => incident?.kind.split("+") ?? [])),
    grades: counted(standing.incidents.map(({ grade }) => grade)),
    regions: counted(around.flatMap(({ incident }) => reading.regionOf(incident?.place) ?? [])).map(
      (one) => ({
        ...one,
        label: regionLabel(one.id, asked.lang) ?? one.id,
      }),
    ),
    days: daysAround(days),
  };
}

function daysAround(days: readonly Day[]): IncidentsAnswer["days"] {
  const [any] = days;
  if (any === undefined) return undefined;
  let [first, last] = [any, any];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}

/** By the first day it may have been; what nobody can date comes last. */
function inTime(found: readonly IncidentStanding[], { spans }: Reading): readonly IncidentStanding[] {
  const key = ({ id }: IncidentStanding) => spans.get(id)?.from ?? spans.get(id)?.to ?? "9999";
  return found.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function counted(codes: readonly string[]): readonly CountedCode[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).toSorted((a, b) => b.count - a.count);
}

function isFound(standing: IncidentStanding, filter: IncidentFilter, reading: Reading): boolean {
  const { incident, grade, id } = standing;
  if (filter.grade !== undefined && grade !== filter.grade) return false;
  if (filter.kind !== undefined && !incident?.kind.split("+").includes(filter.kind)) return false;
  if (filter.denied !== undefined && deniedIn(standing, reading) > 0 !== filter.denied) return false;
  if (filter.again === true && againIn(standing, reading) === 0) return false;
  if (filter.from !== undefined || filter.to !== undefined) {
    const span = reading.spans.get(id);
    if (!span || !mayMeet(span, { from: filter.from, to: filter.to })) return false;
  }
  const wanted = filter.text?.toLowerCase().split(/\s+/u).filter(Boolean) ?? [];
  if (wanted.length === 0) return true;
  const words = reading.wordsOf(standing);
  return wanted.every((word) => words.includes(word));
}

function deniedIn({ claims }: IncidentStanding, reading: Reading): number {
  return claims.filter(({ id }) => (reading.claims.get(id)?.denials.length ?? 0) > 0).length;
}

function againIn({ claims }: IncidentStanding, reading: Reading): number {
  return claims.filter(({ id }) => isDue(id, reading)).length;
}

function isDue(claim: string, reading: Reading): boolean {
  const soundness = reading.claims.get(claim)?.soundness;
  return soundness !== undefined && isToBeLookedAt(soundness);
}

export function rowOf(standing: IncidentStanding, reading: Reading, lang: Lang): IncidentRow {
  const { id, incident, grade, kind, independence, claims } = standing;
  const place = incident?.place === undefined ? undefined : reading.places.get(incident.place);
  return {
    id,
    label: incident ? inLang(incident.label || id, incident.printed, lang) : id,
    kind: incident?.kind ?? "unknown",
    edtf: incident?.time?.edtf,
    span: reading.spans.get(id),
    place: place && inLang(place.label, place.printed, lang),
    region: reading.regionOf(incident?.place),
    grade,
    standing: kind,
    origins: independence,
    claims: claims.length,
    denied: deniedIn(standing, reading),
    again: againIn(standing, reading),
  };
}
