/**
 * The few cards of a roster that are asked for by what they are: cases with letters to authorities, shifts, lists, incidents, cases that
 * came to their end. Must stay true: each is here as its newest card says, and a question costs as much as there are of them, however
 * many cards the roster holds.
 */
import type { Card, CaseOnBoard, FolderId, IncidentFront, ShiftAt } from "@answerable/casework";

interface IncidentAt {
  readonly folder: FolderId;
  readonly card: IncidentFront;
}

export interface ByKind {
  /** `card`: undefined for one of a newer release, or of a case that is gone; its folder may hold lines of lists all the same. */
  readonly put: (
    row: number,
    of: { readonly folder: FolderId; readonly card: Card | undefined; readonly hasLines: boolean },
  ) => void;
  /** Cases with letters to authorities. The same object while its card is the same. */
  readonly withAppeals: () => Iterable<CaseOnBoard>;
  /** Shifts that were begun, handed over, or turned the surge switch. */
  readonly shifts: () => Iterable<ShiftAt>;
  readonly listShifts: () => Iterable<ShiftAt>; // of lists that came in or go out
  readonly fromLists: () => readonly number[]; // rows of cases that hold lines of lists
  readonly tombstones: () => Iterable<number>; // rows of cases whose keys were destroyed
  /** Incidents, also those taken back. */
  readonly incidents: () => Iterable<IncidentAt>;
}

export function openByKind(): ByKind {
  const appeals = new Map<number, CaseOnBoard>();
  const shifts = new Map<number, ShiftAt>();
  const listShifts = new Map<number, ShiftAt>();
  const fromLists = new Set<number>();
  const tombstones = new Set<number>();
  const incidents = new Map<number, IncidentAt>();

  return {
    put(row, { folder, card, hasLines }) {
      const board = onBoard(folder, card);
      if (board) appeals.set(row, board);
      else appeals.delete(row);
      if (hasLines) fromLists.add(row);
      else fromLists.delete(row);
      // A folder stays what it is: what follows is only ever said anew.
      if (card?.type === "Shift" && (card.begun !== undefined || card.turns.length > 0))
        shifts.set(row, { folder, card });
      if (card?.type === "Shift" && card.lists.length + card.outLists.length > 0)
        listShifts.set(row, { folder, card });
      if (card?.type === "Tombstone") tombstones.add(row);
      if (card?.type === "Incident") incidents.set(row, { folder, card });
    },
    withAppeals: () => appeals.values(),
    shifts: () => shifts.values(),
    listShifts: () => listShifts.values(),
    fromLists: () => [...fromLists].toSorted((a, b) => a - b),
    tombstones: () => tombstones,
    incidents: () => incidents.values(),
  };
}

function onBoard(folder: FolderId, card: Card | undefined): CaseOnBoard | undefined {
  if (card?.type !== "Case" || card.appeals.length === 0) return undefined;
  const { number, names, owner, regions, appeals } = card;
  const [name = ""] = names;
  const [region] = regions;
  return {
    case: folder,
    number,
    name,
    appeals,
    ...(owner === undefined ? {} : { owner }),
    ...(region === undefined ? {} : { region }),
  };
}
