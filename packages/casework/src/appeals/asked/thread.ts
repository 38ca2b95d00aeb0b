/** The letters of a case: each with its clocks, how each date was found, and what may be done next. */
import type { Case } from "../../case.ts";
import { factsOf, type Appeal } from "../appeal.ts";
import { dateOfStanding } from "../board/board.ts";
import { type Clock, zoneOf } from "../clock.ts";
import { offersOf } from "../escalation.ts";
import type { AppealFacts, DispatchedBy } from "../facts.ts";
import { channelGuard } from "../letter/guards.ts";
import { inLang, type Pack } from "../pack/pack.ts";
import { type Standing, standingOf } from "../standing.ts";
import { traceInWords } from "../trace-words.ts";
import { traceOf } from "../trace.ts";
import type { ClockTold, NextStep, ThreadAnswer, ThreadLetter, ThreadQuery } from "./asked.ts";
import type { AppealsOffice } from "./office.ts";
import { officeName, routeName } from "./words.ts";

const ways: readonly DispatchedBy[] = ["post", "hand", "reception", "portal", "fax"];

interface Placed {
  readonly appeal: Appeal;
  readonly depth: number;
  readonly facts: AppealFacts;
  readonly standing: Standing;
}

export async function answerThread(office: AppealsOffice, query: ThreadQuery): Promise<ThreadAnswer> {
  const known = await office.file(query.case);
  if (!known) return { type: "NotHere" };
  const roots = known.appeals.filter(
    ({ parent }) => parent === undefined || !known.appeals.some(({ id }) => id === parent),
  );
  return {
    type: "Here",
    letters: roots.flatMap((root) =>
      standingsDown(office, known, root).map((one) => told(office, one, query)),
    ),
  };
}

/** A letter and those it was forwarded into, as they stand together. Empty: its pack is not here, or its dates cannot be. */
export function standingsDown(office: AppealsOffice, known: Case, root: Appeal): readonly Placed[] {
  const pack = office.packs.get(root.pack);
  if (!pack) return [];
  const facts = factsOf(root, known.appeals);
  const found = standingOf(facts, pack, office.dayIn(zoneOf(facts, pack)));
  return found.ok ? down(known, { appeal: root, depth: 0, facts, standing: found.value }) : [];
}

function down(known: Case, one: Placed): readonly Placed[] {
  const children = one.appeal.forwarded.flatMap(({ child }) =>
    known.appeals.filter(({ id }) => id === child),
  );
  return [
    one,
    ...children.flatMap((appeal, at) => {
      const [standing, forwarding] = [one.standing.children[at], one.facts.forwarded[at]];
      if (!standing || !forwarding) return [];
      return down(known, { appeal, depth: one.depth + 1, facts: forwarding.child, standing });
    }),
  ];
}

function told(office: AppealsOffice, one: Placed, { lang }: ThreadQuery): ThreadLetter {
  const { appeal, standing, facts, depth } = one;
  const pack = office.packs.get(appeal.pack);
  return {
    appeal,
    depth,
    routeName: routeName(pack, appeal.route, lang),
    stage: standing.stage,
    overlays: standing.overlays,
    date: dateOfStanding(standing, office.today),
    clocks: pack ? standing.clocks.map((clock) => clockTold(pack, clock, lang)) : [],
    next: pack ? nextSteps({ pack, facts, standing }, lang) : [],
    closedWays: pack
      ? ways.filter((way) => channelGuard({ route: appeal.route, pack }, way, office.today) !== undefined)
      : [],
    loop: standing.loop,
    uncounted: standing.uncounted.map((refusal) => refusal.rule),
  };
}

function clockTold(pack: Pack, clock: Clock, lang: ThreadQuery["lang"]): ClockTold {
  const { deadline, trigger, state } = clock;
  const rule = pack.rules.get(clock.rule);
  const isLate = state === "late" || state === "metLate";
  const { overdueFrom, fileBy, mayFrom, latest } = deadline;
  const [kind, day] =
    fileBy !== undefined
      ? (["fileBy", fileBy] as const)
      : mayFrom !== undefined
        ? (["mayFrom", mayFrom] as const)
        : isLate && overdueFrom !== undefined
          ? (["overdueFrom", overdueFrom] as const)
          : state === "perhapsLate" && overdueFrom !== undefined
            ? (["perhapsFrom", overdueFrom] as const)
            : (["due", latest] as const);
  return {
    rule: clock.rule,
    role: clock.role,
    says: rule === undefined ? clock.rule : inLang(rule.says, lang),
    level: deadline.level,
    state,
    proof: trigger.proof,
    day,
    kind,
    isProvisional: deadline.isProvisional,
    isExtended: deadline.extended !== undefined,
    badNotices: clock.badNotices,
    trace: traceInWords(traceOf(pack, deadline, trigger.proof), lang),
  };
}

function nextSteps(
  given: { readonly pack: Pack; readonly facts: AppealFacts; readonly standing: Standing },
  lang: ThreadQuery["lang"],
): readonly NextStep[] {
  const { pack } = given;
  return offersOf(given).flatMap(({ edge, route, authority, fileBy }): readonly NextStep[] => {
    const to = route === undefined ? undefined : pack.routes.get(route);
    if (!to) return [];
    const at = authority ?? to.to;
    const template = [...pack.templates.values()].find((one) => one.route?.includes(to.id));
    return [
      {
        why: edge.on[0] ?? "",
        route: to.id,
        name: routeName(pack, to.id, lang),
        authority: at,
        office: officeName(pack, at, "ru"),
        template: template?.id,
        note: edge.note === undefined ? undefined : inLang(edge.note, lang),
        fileBy,
      },
    ];
  });
}
