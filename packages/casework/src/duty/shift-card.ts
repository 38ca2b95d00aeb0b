/** What of a shift the card carries: who is on, what was handed over and not taken yet, and which way the surge switch points. */
import { listIn, momentIn, textIn, wholeIn } from "../card-reading.ts";
import type { Moment } from "../day.ts";
import type { HandOverId, MemberId, SwitchId } from "../id.ts";
import type { ShiftDay } from "./fold.ts";

export interface CardHandOver {
  readonly id: HandOverId;
  readonly at: Moment;
  readonly news: string;
  readonly contacts: number;
  readonly urgent: number;
  readonly promises: number;
  readonly taken?: { readonly by: MemberId; readonly at: Moment };
}

export interface CardTurn {
  readonly id: SwitchId;
  readonly by: MemberId;
  readonly at: Moment;
  readonly isOn: boolean;
  readonly reason: string;
  readonly setsAside: readonly SwitchId[];
}

export interface ShiftDayCard {
  readonly begun?: Moment;
  readonly isLead: boolean;
  /** The newest two. */
  readonly handOvers: readonly CardHandOver[];
  readonly turns: readonly CardTurn[];
}

const newsLength = 500;

/** Begun, and not handed over since. */
export function isOnShift({
  begun,
  handOvers,
}: {
  readonly begun?: { readonly at: Moment } | Moment;
  readonly handOvers: readonly { readonly at: Moment }[];
}): boolean {
  if (begun === undefined) return false;
  const at = typeof begun === "string" ? begun : begun.at;
  const last = handOvers.at(-1);
  return last === undefined || last.at < at;
}

export function shiftDayCard({ begun, handOvers, turns }: ShiftDay): ShiftDayCard {
  return {
    ...(begun === undefined ? {} : { begun: begun.at }),
    isLead: begun?.isLead ?? false,
    handOvers: handOvers.slice(-2).map(({ id, at, news, contacts, urgent, promises, taken }) => ({
      id,
      at,
      news: news.length <= newsLength ? news : `${news.slice(0, newsLength).replace(/\p{Surrogate}$/u, "")}…`,
      contacts,
      urgent: urgent.length,
      promises: promises.length,
      ...(taken === undefined ? {} : { taken: { by: taken.by, at: taken.at } }),
    })),
    turns: turns.map(({ id, by, at, isOn, reason, setsAside }) => ({
      id,
      by,
      at,
      isOn,
      reason: reason.slice(0, newsLength).replace(/\p{Surrogate}$/u, ""),
      setsAside,
    })),
  };
}

export function shiftDayToPayload(card: ShiftDayCard): Readonly<Record<string, unknown>> {
  return {
    bg: card.begun && Date.parse(card.begun),
    ld: card.isLead ? 1 : undefined,
    ho: card.handOvers.map((one) => [
      one.id,
      Date.parse(one.at),
      one.news,
      one.contacts,
      one.urgent,
      one.promises,
      ...(one.taken ? [one.taken.by, Date.parse(one.taken.at)] : []),
    ]),
    sw: card.turns.map((one) => [
      one.id,
      one.by,
      Date.parse(one.at),
      one.isOn ? 1 : 0,
      one.reason,
      ...one.setsAside,
    ]),
  };
}

export function readShiftDay(read: Readonly<Record<string, unknown>>): ShiftDayCard {
  const begun = momentIn(read["bg"]);
  return {
    ...(begun === undefined ? {} : { begun }),
    isLead: read["ld"] === 1,
    handOvers: listIn(read["ho"]).flatMap(handOverRead),
    turns: listIn(read["sw"]).flatMap(turnRead),
  };
}

function handOverRead(read: unknown): readonly CardHandOver[] {
  const [id, when, news, contacts, urgent, promises, by, taken] = listIn(read);
  const at = momentIn(when);
  if (typeof id !== "string" || at === undefined) return [];
  const takenAt = momentIn(taken);
  return [
    {
      id: id as HandOverId, // as the desk wrote them; a wrong one names nothing
      at,
      news: textIn(news),
      contacts: wholeIn(contacts) ?? 0,
      urgent: wholeIn(urgent) ?? 0,
      promises: wholeIn(promises) ?? 0,
      ...(typeof by === "string" && takenAt !== undefined
        ? { taken: { by: by as MemberId, at: takenAt } } // as above
        : {}),
    },
  ];
}

function turnRead(read: unknown): readonly CardTurn[] {
  const [id, by, when, isOn, reason, ...setsAside] = listIn(read);
  const at = momentIn(when);
  if (typeof id !== "string" || typeof by !== "string" || at === undefined) return [];
  return [
    {
      id: id as SwitchId, // as above
      by: by as MemberId, // as above
      at,
      isOn: isOn === 1,
      reason: textIn(reason),
      setsAside: setsAside.filter((one): one is SwitchId => typeof one === "string"),
    },
  ];
}
