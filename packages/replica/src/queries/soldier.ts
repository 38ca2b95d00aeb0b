/**
 * One soldier: every name ever heard, and all contacts, callers and cases behind him, drawn from cards. Who the callers
 * of other people's cases are is left out here, in the worker: it never reaches the screen.
 * See note: Another member of the family (casework/rights/right.ts).
 */
import {
  may,
  standAtCard,
  masked,
  momentOf,
  numberToText,
  type CaseCard,
  type CaseId,
} from "@answerable/casework";

import type {
  SoldierAnswer,
  SoldierCaller,
  SoldierCase,
  SoldierContact,
  SoldierSaid,
} from "../likeness/answers.ts";
import type { Likeness } from "../likeness/likeness.ts";
import type { Sight } from "../sight.ts";
import { alikeRows } from "./matches.ts";
import { lastContactOf, present } from "./roster.ts";

interface Behind {
  readonly case: CaseId;
  readonly card: CaseCard;
}

export function answerSoldier(likeness: Likeness, id: CaseId, sight: Sight): SoldierAnswer {
  const { roster, soldiers } = likeness;
  const row = roster.row(id);
  if (row === undefined || likeness.caseCard(row) === undefined) return { type: "Unknown" };
  const rows = soldiers.casesOf(row);
  const behind = rows.flatMap((one): Behind | readonly Behind[] => likeness.caseCard(one) ?? []);
  const byLatest = behind.toSorted((a, b) => latest(b.card) - latest(a.card));
  const all = (of: (card: CaseCard) => readonly string[]) => [
    ...new Set(byLatest.flatMap(({ card }) => of(card))),
  ];
  const idOf = (one: number) => likeness.caseCard(one)?.case;
  return {
    type: "Soldier",
    names: all((card) => card.names),
    births: all((card) => card.births),
    regions: all((card) => [...card.regions, ...card.towns]),
    units: [...new Set(byLatest.flatMap((one) => sight.unitsOf(one)))],
    callSigns: all((card) => card.callSigns),
    dogTags: all((card) => card.dogTags),
    cases: byLatest.map((one) => soldierCase(likeness, one)),
    contacts: contactsOf(behind),
    callers: byLatest.flatMap((one) => callersOf(one, sight)),
    links: saidOf(likeness, rows),
    conflicts: soldiers.conflictsOf(row).flatMap(({ a, b }) => {
      const [one, other] = [idOf(a), idOf(b)];
      return one && other ? [[one, other] as const] : [];
    }),
    alike: alikeRows(likeness, row),
  };
}

function soldierCase(likeness: Likeness, { case: id, card }: Behind): SoldierCase {
  return {
    case: id,
    number: card.number,
    name: card.names[0] ?? "",
    stage: card.stage,
    opened: card.opened,
    contacts: card.contacts.length,
    ...present({ lastContact: lastContactOf(card) }),
    grievances: card.grievances,
    isOwn: likeness.isOwn(card),
  };
}

function contactsOf(behind: readonly Behind[]): readonly SoldierContact[] {
  return behind
    .flatMap(({ case: id, card }) => card.contacts.map(([minute]) => ({ case: id, minute })))
    .toSorted((a, b) => b.minute - a.minute)
    .map(({ case: id, minute }) => ({ case: id, at: momentOf(minute * 60_000) }));
}

function callersOf({ case: id, card }: Behind, sight: Sight): readonly SoldierCaller[] {
  const isKnown = may("know callers", standAtCard(card, sight.looking()));
  const isHidden = sight.isHidden(id, card, "phone");
  return card.people.map((person, place): SoldierCaller => {
    const contacts = card.contacts.filter(([, , caller]) => caller === place).length;
    if (!isKnown) return { type: "Another", case: id, contacts };
    const { calledAs, relation } = person;
    const phones = isHidden ? person.phones.map(() => masked) : person.phones;
    return { type: "Known", case: id, calledAs, relation, phones, contacts };
  });
}

/** What people have said of these cases and any others, from both ends. */
function saidOf(likeness: Likeness, rows: readonly number[]): readonly SoldierSaid[] {
  const { roster, soldiers } = likeness;
  const inside = new Set(rows);
  const around = new Set([...rows, ...rows.flatMap((row) => soldiers.linkedWith(row))]);
  return [...around].flatMap((row) => {
    const known = likeness.caseCard(row);
    return (known?.card.links ?? []).flatMap(({ link, other, verdict }): readonly SoldierSaid[] => {
      const at = roster.row(other);
      if (!known || (!inside.has(row) && (at === undefined || !inside.has(at)))) return [];
      const number = at === undefined ? undefined : likeness.caseCard(at)?.card.number;
      return [
        {
          case: known.case,
          link,
          other,
          verdict,
          ...(number === undefined ? {} : { otherNumber: numberToText(number) }),
        },
      ];
    });
  });
}

function latest(card: CaseCard): number {
  return card.contacts.reduce((last, [minute]) => Math.max(last, minute), 0);
}
