/**
 * "Same origin?": what only looks like one source, incident by incident, for a person to decide; and what was decided, which can be
 * taken back. What is proved is not asked.
 */
import type { Lang } from "../../words/vocabulary.ts";
import type { IncidentStanding } from "../grade.ts";
import { explainIndependence } from "../independence.ts";
import type { Claim } from "../model.ts";
import type { OneBecauseOf } from "../presumed.ts";
import { differentOrigin } from "../standings.ts";
import type { OriginSide, SameOriginRow, SameOriginsAnswer } from "./asked.ts";
import { heardIn, inLang, voiceLabels, type Reading } from "./reading.ts";

interface Around {
  readonly reading: Reading;
  readonly lang: Lang;
}

/** A reviewer's day. The rest comes up as these are decided. */
const MOST = 500;

export function sameOrigins(reading: Reading, lang: Lang): SameOriginsAnswer {
  const around = { reading, lang };
  const open: SameOriginRow[] = [];
  for (const incident of reading.standing.incidents) {
    if (open.length >= MOST) break;
    open.push(...openIn(incident, around));
  }
  return { open: open.slice(0, MOST), decided: decided(around) };
}

function openIn(incident: IncidentStanding, around: Around): readonly SameOriginRow[] {
  const { reading } = around;
  const usable = heardIn(incident, reading);
  const { because, ways } = explainIndependence(usable, reading.standing.standings);
  const proved = new Map<string, number>(ways.map((way) => [way.chain, way.proved]));
  const pairs = new Map<string, { left: string; right: string; why: OneBecauseOf[] }>();
  for (const { isProved, left, right, why } of because) {
    if (isProved || proved.get(left) === proved.get(right)) continue;
    const key = [left, right].sort().join(" ");
    const known = pairs.get(key) ?? { left, right, why: [] };
    pairs.set(key, { ...known, why: [...new Set([...known.why, why])] });
  }
  return [...pairs.values()].flatMap(({ left, right, why }) => {
    const [a, b] = [sideOf(left, usable, around), sideOf(right, usable, around)];
    return a && b ? [{ ...headOf(incident, around), left: a, right: b, because: why }] : [];
  });
}

function headOf({ id, incident }: IncidentStanding, { lang }: Around) {
  return { incident: id, label: incident ? inLang(incident.label || id, incident.printed, lang) : id };
}

/** The first claim that came this way stands for it. */
function sideOf(chain: string, claims: readonly Claim[], around: Around): OriginSide | undefined {
  const claim = claims.find((one) => one.chain === chain);
  return claim && sideFor(claim.id, around);
}

function sideFor(claim: string, { reading, lang }: Around): OriginSide | undefined {
  const found = reading.claims.get(claim);
  return (
    found && {
      claim,
      text: inLang(found.claim.text, found.claim.printed, lang),
      voices: voiceLabels(found, reading, lang),
    }
  );
}

function decided(around: Around): readonly SameOriginRow[] {
  const { reading } = around;
  const incidentOf = new Map<string, IncidentStanding>(
    reading.standing.incidents.flatMap((incident) =>
      incident.claims.map(({ id }) => [id, incident] as const),
    ),
  );
  return reading.ledger.relations
    .filter(({ type }) => type === "same-origin" || type === differentOrigin)
    .flatMap((relation) =>
      relation.to.flatMap((to): readonly SameOriginRow[] => {
        const [left, right] = [sideFor(relation.from, around), sideFor(to, around)];
        const incident = incidentOf.get(relation.from);
        if (!left || !right) return [];
        return [
          {
            ...(incident ? headOf(incident, around) : { incident: "", label: "" }),
            left,
            right,
            because: [],
            decided: {
              isSame: relation.type === "same-origin",
              reason: relation.reason ?? relation.scope ?? "",
            },
          },
        ];
      }),
    );
}
