/** The trace of the rules (independence.ts, grade.ts, denial.ts) over one incident, as steps that a screen can put into words. */
import type { Lang } from "../../words/vocabulary.ts";
import { isSpecific } from "../denial.ts";
import type { IncidentStanding } from "../grade.ts";
import { testimonyAmong, type ExplainedIndependence } from "../independence.ts";
import { isUsable } from "../rests.ts";
import type { GradeStep } from "./asked.ts";
import { heardIn, inLang, voiceLabels, type Reading } from "./reading.ts";

interface Around {
  readonly reading: Reading;
  readonly lang: Lang;
}

/** Joins are told until a person has enough of them. */
const MOST_JOINS = 12;

export function stepsOf(
  standing: IncidentStanding,
  explained: ExplainedIndependence,
  around: Around,
): readonly GradeStep[] {
  const { reading } = around;
  const usable = standing.claims.filter(({ id }) => isUsable(reading.claims.get(id)?.soundness));
  const fallen = standing.claims.length - usable.length;
  return [
    ...(fallen > 0 ? [{ rule: "Unusable", claims: fallen } as const] : []),
    { rule: "Ways", ways: explained.ways.length, claims: testimonyAmong(heardIn(standing, reading)).length },
    ...joins(standing, explained, around),
    ...explained.ways.flatMap((way): readonly GradeStep[] => {
      if (way.as === "counted") return [];
      return [
        { rule: way.as === "absorbed" ? "Carries" : "Unknown", who: whoBegins(standing, way.chain, around) },
      ];
    }),
    ...(explained.max === undefined ? [{ rule: "Uncounted" } as const] : []),
    { rule: "Origins", min: explained.min, max: explained.max },
    ...verdict(standing, explained, around),
  ];
}

function joins(
  standing: IncidentStanding,
  { because }: ExplainedIndependence,
  around: Around,
): readonly GradeStep[] {
  const seen = new Set<string>();
  return because.flatMap(({ why, isProved, left, right }) => {
    const key = `${left} ${right}`;
    // Proof comes first: what is proved need not be presumed as well.
    if (seen.has(key) || seen.size >= MOST_JOINS) return [];
    seen.add(key);
    const [a, b] = [whoBegins(standing, left, around), whoBegins(standing, right, around)];
    return [{ rule: "One", why, isProved, left: a, right: b } as const];
  });
}

function whoBegins(standing: IncidentStanding, chain: string, { reading, lang }: Around): string {
  const claim = standing.claims.find((one) => one.chain === chain);
  const found = claim && reading.claims.get(claim.id);
  return found ? voiceLabels(found, reading, lang).join(" → ") : chain;
}

function verdict(
  standing: IncidentStanding,
  { min }: ExplainedIndependence,
  { reading, lang }: Around,
): readonly GradeStep[] {
  const { grade, kind, incident } = standing;
  const judged: readonly GradeStep[] = incident?.judgement
    ? [{ rule: "Judged", judgement: incident.judgement.type, reason: incident.judgement.reason }]
    : [];
  const denials = standing.claims.flatMap((claim) => {
    const found = reading.claims.get(claim.id);
    return (found?.denials ?? []).map((denial) => {
      const by = reading.claims.get(denial.by)?.claim;
      return {
        denial,
        contests: found?.contested === true && denial.explicit && (min < 2 || isSpecific(denial)),
        claim: inLang(claim.text, claim.printed, lang),
        by: by ? inLang(by.text, by.printed, lang) : denial.by,
      };
    });
  });
  const told: readonly GradeStep[] = denials.map(({ denial: { kind: way }, contests, claim, by }) =>
    contests ? { rule: "Contested", claim, by, kind: way } : { rule: "DeniedOnly", by, kind: way },
  );
  switch (grade) {
    case "discounted":
    case "unusable":
      return judged.length > 0 ? judged : [{ rule: "NothingStands" }];
    case "contested":
      return [...told, ...judged];
    case "single":
      return [
        ...(kind === "hearsay" ? [] : [{ rule: "OwnKind", kind } as const]),
        { rule: min < 2 ? "FewerThanTwo" : "NoneNear" },
        ...told,
        ...judged,
      ];
    case "corroborated":
    case "confirmed":
      return [{ rule: "TwoAndOneNear" }, ...told, ...judged];
  }
}
