/** What is known of a list that goes out. The first answer stands; one's own is none. */
import type { OutListId } from "../id.ts";
import type { Stamp } from "../papers.ts";
import type { OutgoingEvent, OutgoingEventOf } from "./event.ts";

export interface OutListPaper
  extends Stamp, Readonly<Omit<OutgoingEventOf<"OutListAsked">, "type" | "list">> {
  readonly id: OutListId;
  readonly answer?: Stamp & { readonly isAllowed: boolean; readonly reason: string };
  readonly taken: readonly (Stamp & Readonly<Omit<OutgoingEventOf<"OutListTaken">, "type" | "list">>)[];
}

export interface OutLists {
  readonly outLists: readonly OutListPaper[];
}

export function foldOutgoingEvent<S extends OutLists>(shift: S, event: OutgoingEvent, stamp: Stamp): S {
  const changed = (change: (paper: OutListPaper) => OutListPaper): S => ({
    ...shift,
    outLists: shift.outLists.map((one) => (one.id === event.list ? change(one) : one)),
  });
  switch (event.type) {
    case "OutListAsked": {
      const { type: _, list: id, ...told } = event;
      if (shift.outLists.some((one) => one.id === id)) return shift;
      return { ...shift, outLists: [...shift.outLists, { ...told, ...stamp, id, taken: [] }] };
    }
    case "OutListAnswered": {
      const { type: _, list: __, ...told } = event;
      return changed((one) =>
        one.answer !== undefined || one.by === stamp.by ? one : { ...one, answer: { ...told, ...stamp } },
      );
    }
    case "OutListTaken": {
      const { type: _, list: __, ...told } = event;
      return changed((one) => ({ ...one, taken: [...one.taken, { ...told, ...stamp }] }));
    }
  }
}
