/** What happened in a shift. */
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
    case "ShiftBegun":
      return { ...shift, begun: { ...stamp, isLead: event.isLead } };
    case "ShiftHandedOver": {
      const { type: _, handOver: id, ...told } = event;
      if (shift.handOvers.some((one) => one.id === id)) return shift;
      return { ...shift, handOvers: [...shift.handOvers, { ...told, ...stamp, id }] };
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
