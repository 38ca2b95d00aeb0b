/**
 * The reviewer's list: pairs said both ways, pairs nobody was sure of, and what the last pass proposes, side by side.
 * What has been settled since a pass is gone from the list without another pass.
 */
import { countersOf, type CaseCard, type CaseId } from "@answerable/casework";

import type { ReviewAnswer, ReviewPair, ReviewQuery, ReviewSide } from "../likeness/answers.ts";
import type { Likeness } from "../likeness/likeness.ts";
import type { Pass } from "../likeness/pass.ts";
import { seenOf } from "../likeness/strip.ts";
import type { Sight } from "../sight.ts";
import { compare } from "./matches.ts";
import { lastContactOf, present } from "./roster.ts";

interface Listed {
  readonly a: number;
  readonly b: number;
  readonly from: ReviewPair["from"];
}

export interface Reviewing {
  readonly likeness: Likeness;
  readonly pass: Pass;
  readonly sight: Pick<Sight, "unitsOf">;
}

export function answerReview({ likeness, pass, sight }: Reviewing, query: ReviewQuery): ReviewAnswer {
  const said = likeness.soldiers
    .doubtful()
    .map(({ a, b, standing }): Listed => ({ a, b, from: standing === "conflict" ? "conflict" : "unsure" }))
    .toSorted((x, y) => Number(x.from === "unsure") - Number(y.from === "unsure") || y.b - x.b);
  const listed = [...said, ...pass.proposals().map(({ a, b }): Listed => ({ a, b, from: "pass" }))];
  const pairs = listed
    .slice(query.from, query.from + Math.min(query.count, 100))
    .flatMap((pair) => pairOf({ likeness, sight }, pair) ?? []);
  return { pairs, total: listed.length, pass: pass.progress() };
}

type AtReview = Pick<Reviewing, "likeness" | "sight">;

function pairOf(at: AtReview, { a, b, from }: Listed): ReviewPair | undefined {
  const { likeness } = at;
  const one = likeness.caseCard(a);
  const other = likeness.caseCard(b);
  if (!one || !other) return undefined;
  const query = {
    soldierName: "",
    callSign: one.card.callSigns[0] ?? "",
    dogTag: one.card.dogTags[0] ?? "",
  };
  const compared = compare(likeness, b, { asked: likeness.reportOf(a, one.card), query });
  const sides = { a: sideOf(at, a, one), b: sideOf(at, b, other) };
  if (compared)
    return {
      ...sides,
      from,
      strip: compared.strip,
      reasons: seenOf(compared.weighed, compared.strip, false),
      proposed: compared.proposed,
    };
  // A person has said so: it is shown, however unlike they are.
  return from === "pass" ? undefined : { ...sides, from, strip: blank, reasons: [], proposed: "possibly" };
}

const blank: ReviewPair["strip"] = {
  name: "blank",
  patronymic: "blank",
  birth: "blank",
  region: "blank",
  unit: "blank",
  phone: "blank",
  callSign: "blank",
  dogTag: "blank",
};

function sideOf(
  { likeness, sight }: AtReview,
  row: number,
  { case: id, card }: { readonly case: CaseId; readonly card: CaseCard },
): ReviewSide {
  const { names, births, regions, towns, callSigns, dogTags, grievances, stage } = card;
  return {
    case: id,
    number: card.number,
    names,
    births,
    regions: [...regions, ...towns],
    units: sight.unitsOf({ case: id, card }),
    callSigns,
    dogTags,
    stage,
    ...present({ service: card.service, lastContact: lastContactOf(card) }),
    contacts: card.contacts.length,
    callers: countersOf([card]).callers,
    cases: likeness.soldiers.casesOf(row).length,
    grievances,
  };
}
