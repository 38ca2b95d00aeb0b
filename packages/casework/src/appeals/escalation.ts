/** The next lawful step: the pack's edges that fit what happened to a letter. An offer, never an order. */
import type { Day } from "../day.ts";
import { deadlineOf } from "./deadline.ts";
import { type AnswerKind, type AppealFacts, authorityOfAddressee } from "./facts.ts";
import type { Authority, Escalation, Pack } from "./pack/pack.ts";
import type { Standing } from "./standing.ts";

export interface Offer {
  readonly edge: Escalation;
  /** undefined: no new letter; watch the body that it was forwarded to. */
  readonly route: string | undefined;
  /** The very authority, where the edge leads to the one above. undefined: the route's own. */
  readonly authority: string | undefined;
  /** The last safe day of the family for this step, where the day the violation became known is known. */
  readonly fileBy: Day | undefined;
}

interface Given {
  readonly facts: AppealFacts;
  readonly standing: Standing;
  readonly pack: Pack;
}

export function offersOf({ facts, standing, pack }: Given): readonly Offer[] {
  return pack.escalations.flatMap((edge): readonly Offer[] => {
    if (edge.from.length > 0 && !edge.from.includes(facts.route)) return [];
    if (edge.ground !== undefined && edge.ground !== facts.ground) return [];
    if (!edge.on.some((happening) => hasHappened(happening, facts, standing))) return [];
    const addressee =
      pack.authorities.get(authorityOfAddressee(facts.addressee)) ??
      pack.authorities.get(pack.routes.get(facts.route)?.to ?? "");
    const above: Authority | undefined = pack.authorities.get(addressee?.parent ?? "");
    if (edge.atParent && !above) return [];
    return [
      {
        edge,
        route: edge.to,
        authority: edge.atParent ? above?.id : undefined,
        fileBy: fileByOf(edge, facts, pack),
      },
    ];
  });
}

function fileByOf(edge: Escalation, facts: AppealFacts, pack: Pack): Day | undefined {
  const rule = pack.rules.get(edge.before ?? "");
  const known = rule && facts.known[rule.trigger];
  if (!rule || !known) return undefined;
  const found = deadlineOf(pack, { rule: rule.id, on: known.on, region: facts.region });
  return found.ok ? found.value.fileBy : undefined;
}

const formal: readonly AnswerKind[] = ["formal", "partial", "promise"];
const refusing: readonly AnswerKind[] = ["refusal", "denial", "notCompetent", "secret"];

function hasHappened(happening: string, facts: AppealFacts, standing: Standing): boolean {
  const [event = "", rule] = happening.split(":");
  const isLate = (clock: Standing["clocks"][number]) => clock.state === "late" || clock.state === "metLate";
  switch (event) {
    case "forwarded":
      return facts.forwarded.length > 0;
    case "forward-missing":
      return standing.overlays.includes("forward-late");
    case "overdue":
      return rule === undefined
        ? standing.overlays.includes("answer-late")
        : standing.clocks.some((clock) => clock.rule === rule && isLate(clock));
    case "formal-answer":
      return facts.answers.some(({ kind }) => formal.includes(kind));
    case "refusal":
      return facts.answers.some(({ kind }) => refusing.includes(kind));
    default:
      return false; // "exhausted" is for the desk to say
  }
}
