/**
 * Which way the surge switch points. Each turn names those it knew of; where two coordinators turned it without knowing of
 * each other, on wins: what it hides can be asked later, what is asked in a storm costs a caller who waits.
 * A turn stays when the coordinator who made it is one no more: nobody's leaving turns the switch.
 */
import type { Moment } from "../day.ts";
import type { MemberId, SwitchId } from "../id.ts";
import type { CardTurn } from "./shift-card.ts";

export interface Surge {
  readonly isOn: boolean;
  readonly since?: Moment;
  readonly by?: MemberId;
  readonly reason: string;
  /** The turns that stand: a new one names them. */
  readonly standing: readonly SwitchId[];
}

/** `mayTurn`: who was ever a coordinator, as the team log says. A turn by anybody else turns nothing. */
export function surgeOf(turns: Iterable<CardTurn>, mayTurn: (member: MemberId) => boolean): Surge {
  const known = [...turns].filter((turn) => mayTurn(turn.by));
  const aside = new Set(known.flatMap((turn) => turn.setsAside.filter((id) => id !== turn.id)));
  const standing = known.filter((turn) => !aside.has(turn.id));
  const on = standing.filter((turn) => turn.isOn).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  return {
    isOn: on !== undefined,
    ...(on === undefined ? {} : { since: on.at, by: on.by }),
    reason: on?.reason ?? "",
    standing: standing.map(({ id }) => id),
  };
}
