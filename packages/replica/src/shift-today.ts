/** The folder of a member's shift: one a day on this device, kept so that a device opened again goes on with it. */
import type { Day } from "@answerable/casework";
import type { Random } from "@answerable/seal";
import { idFrom, type FolderId } from "@answerable/wire";

import { readShift, shiftChange, type Own } from "./at-rest.ts";
import type { Shelf } from "./store/of-desk.ts";

export async function openShiftToday(
  { store, keeping, seal, random }: Shelf & { readonly random: Random },
  first: Own["shift"],
): Promise<(day: Day) => Promise<FolderId>> {
  let shift = (await readShift(store, seal)) ?? first;
  return async (day) => {
    if (shift?.day === day) return shift.id as FolderId; // as it was made earlier that day
    const id = idFrom<FolderId>(random(16));
    shift = { day, id };
    await keeping.keep([shiftChange(seal, shift)]);
    return id;
  };
}
