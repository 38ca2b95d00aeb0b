/**
 * A member's shift: the calls of a day that belong to no case (information, support, silence). They are counted like any
 * other, and what was said in them is kept.
 */
import type { Day } from "./day.ts";
import { nothingSorted, type Sorted } from "./drops/aside.ts";
import type { ShiftDay } from "./duty/fold.ts";
import type { EventOf } from "./event.ts";
import type { MemberId, ShiftId } from "./id.ts";
import type { ListPaper } from "./incoming/fold.ts";
import type { OutLists } from "./outgoing/fold.ts";
import type { Papers } from "./papers.ts";

export interface Shift extends Papers, Sorted, ShiftDay, OutLists {
  readonly type: "Shift";
  readonly id: ShiftId;
  readonly member: MemberId;
  readonly day: Day;
  /** Lists that came in; each has a folder of its own. */
  readonly lists: readonly ListPaper[];
}

export function openedShift(papers: Papers, event: EventOf<"ShiftOpened">): Shift {
  const { member, day } = event;
  const nothing = { handOvers: [], turns: [], lists: [], outLists: [] };
  return { ...papers, ...nothingSorted, ...nothing, type: "Shift", member, day };
}
