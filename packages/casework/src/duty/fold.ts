/**
 * What happened in a shift, in the order of the log. A laptop's clock may be set back between two of them: neither the hand-over nor
 * the next beginning is then dated before what it follows, for `isOnShift` knows them by their moments.
 */
import { LAST_MOMENT, momentOf, type Moment } from "../day.ts";
import type { HandOverId, SwitchId } from "../id.ts";
import type { Stamp } from "../papers.ts";
import type { DutyEvent, DutyEventOf } from "./event.ts";

export interface HandOver extends Stamp, Omit<DutyEventOf<"ShiftHandedOver">, "type" | "handOver"> {
  readonly id: HandOverId;
  /** Who has read it and goes on from there. */
  readonly taken?: Stamp;
}

export interface SurgeTurn extends Stamp {
  readonly id: SwitchId;
  readonly isOn: boolean;
  readonly reason: string;
  readonly setsAside: readonly SwitchId[];
}

/** What a shift holds besides its papers. */
export interface ShiftDay {
  /** The last beginning; undefined: calls were taken without one. */
  readonly begun?: Stamp & { readonly isLead: boolean };
  readonly handOvers: readonly HandOver[];
  readonly turns: readonly SurgeTurn[];
}

export function foldDutyEvent<S extends ShiftDay>(shift: S, event: DutyEvent, stamp: Stamp): S {
  switch (event.type) {
    case "ShiftBegun": {
      const last = shift.handOvers.at(-1);
      const at = last === undefined || stamp.at > last.at ? stamp.at : justAfter(last.at);
      return { ...shift, begun: { ...stamp, at, isLead: event.isLead } };
    }
    case "ShiftHandedOver": {
      const { type: _, handOver: id, ...told } = event;
      if (shift.handOvers.some((one) => one.id === id)) return shift;
      const at = shift.begun === undefined || stamp.at > shift.begun.at ? stamp.at : shift.begun.at;
      return { ...shift, handOvers: [...shift.handOvers, { ...told, ...stamp, at, id }] };
    }
    case "HandOverTaken":
      return {
        ...shift,
        handOvers: shift.handOvers.map((one) =>
          one.id === event.handOver && one.taken === undefined ? { ...one, taken: stamp } : one,
        ),
      };
    case "SurgeSwitched": {
      const { type: _, switch: id, ...told } = event;
      if (shift.turns.some((one) => one.id === id)) return shift;
      return { ...shift, turns: [...shift.turns, { ...told, ...stamp, id }] };
    }
  }
}

function justAfter(moment: Moment): Moment {
  return momentOf(Math.min(Date.parse(moment) + 1, LAST_MOMENT));
}
