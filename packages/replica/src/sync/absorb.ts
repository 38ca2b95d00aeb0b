/**
 * Stations 3 and 10 of a call: the device that recorded and the device that heard run this same function.
 * Sheets that the server has placed are folded in the order of their numbers; the device's own unsent ones lie on top,
 * in the order they were written, and are folded again whenever something arrives beneath them.
 */
import { cardOf, foldSheet, type Card, type Folder, type FolderId, type Sheet } from "@answerable/casework";

export interface Absorbed {
  /** What every device that has the same sheets has. */
  readonly placed: Folder | undefined;
  /** The same with this device's unsent sheets on top: what the screen shows. */
  readonly present: Folder | undefined;
  readonly card: Card | undefined;
}

export function absorb(
  id: FolderId,
  before: Folder | undefined,
  sheets: { readonly arrived: readonly Sheet[]; readonly unsent: readonly Sheet[] },
): Absorbed {
  const placed = folded(id, before, sheets.arrived);
  const present = folded(id, placed, sheets.unsent);
  return { placed, present, card: present && cardOf(present) };
}

function folded(id: FolderId, folder: Folder | undefined, sheets: readonly Sheet[]): Folder | undefined {
  return sheets.reduce<Folder | undefined>((soFar, sheet) => foldSheet(soFar, id, sheet), folder);
}
