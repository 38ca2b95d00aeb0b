/** One soldier and the reviewer's list on paper: the links of casework, and no comparing. */
import {
  isOwnCase,
  openSoldiers,
  type CaseCard,
  type CaseId,
  type MemberId,
  type Soldiers,
} from "@answerable/casework";
import type { MatchRow, ReviewAnswer, ReviewSide, RosterRow, SoldierAnswer } from "@answerable/replica";

export interface PaperRow {
  readonly row: RosterRow;
  readonly card: CaseCard;
}
type Strip = MatchRow["strip"];

const strip: Strip = {
  name: "same",
  patronymic: "blank",
  birth: "differs",
  region: "same",
  unit: "blank",
  phone: "blank",
  callSign: "blank",
  dogTag: "blank",
};
const reasons = [
  { field: "surname", level: "same" },
  { field: "given", level: "sounds" },
  { field: "birth", level: "oneOff" },
];

function soldiersOf(rows: readonly PaperRow[]): Soldiers {
  const soldiers = openSoldiers();
  const at = (id: CaseId) => rows.findIndex(({ row }) => row.case === id);
  for (const [place, { card }] of rows.entries())
    soldiers.put(
      place,
      card.links
        .map(({ other, verdict }) => ({ other: at(other), verdict }))
        .filter(({ other }) => other >= 0),
    );
  return soldiers;
}

export function paperReview(rows: readonly PaperRow[]): Omit<ReviewAnswer, "pass"> {
  const pairs = soldiersOf(rows)
    .doubtful()
    .flatMap(({ a, b, standing }) => {
      const [one, other] = [rows[a], rows[b]];
      if (!one || !other) return [];
      const from = standing === "conflict" ? ("conflict" as const) : ("unsure" as const);
      return [{ a: sideOf(one), b: sideOf(other), from, strip, reasons, proposed: "possibly" as const }];
    });
  return { pairs, total: pairs.length };
}

function sideOf({ row, card }: PaperRow): ReviewSide {
  const { names, births, regions, units, callSigns, dogTags, grievances, stage } = card;
  return {
    case: row.case,
    number: row.number,
    names,
    births,
    regions,
    units,
    callSigns,
    dogTags,
    stage,
    contacts: row.contacts,
    callers: row.callers,
    cases: 1,
    ...(row.lastContact ? { lastContact: row.lastContact } : {}),
    ...(card.service ? { service: card.service } : {}),
    grievances,
  };
}

export function paperSoldier(rows: readonly PaperRow[], id: CaseId, me: MemberId): SoldierAnswer {
  const place = rows.findIndex(({ row }) => row.case === id);
  if (place < 0) return { type: "Unknown" };
  const his = soldiersOf(rows)
    .casesOf(place)
    .flatMap((one) => rows[one] ?? []);
  const all = (of: (card: CaseCard) => readonly string[]) => [
    ...new Set(his.flatMap(({ card }) => of(card))),
  ];
  return {
    type: "Soldier",
    names: all((card) => card.names),
    births: all((card) => card.births),
    regions: all((card) => card.regions),
    units: all((card) => card.units),
    callSigns: all((card) => card.callSigns),
    dogTags: all((card) => card.dogTags),
    cases: his.map(({ row, card }) => ({
      case: row.case,
      number: row.number,
      name: row.name,
      stage: row.stage,
      opened: row.opened,
      contacts: row.contacts,
      ...(row.lastContact ? { lastContact: row.lastContact } : {}),
      grievances: row.grievances,
      isOwn: isOwnCase(card, me),
    })),
    contacts: his.flatMap(({ row }) => (row.lastContact ? [{ case: row.case, at: row.lastContact }] : [])),
    callers: his.flatMap(({ row, card }) =>
      card.people.map((person) =>
        isOwnCase(card, me)
          ? { type: "Known" as const, case: row.case, contacts: 1, ...person }
          : { type: "Another" as const, case: row.case, contacts: 1 },
      ),
    ),
    links: his.flatMap(({ row, card }) =>
      card.links.map(({ link, other, verdict }) => ({ case: row.case, link, other, verdict })),
    ),
    conflicts: [],
    alike: [],
  };
}
