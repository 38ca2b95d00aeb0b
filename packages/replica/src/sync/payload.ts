/**
 * What lies inside a sheet and inside a card before sealing: UTF-8 JSON.
 *   sheet {"v":1,"at":moment,"name":how the writer calls herself,"events":[…],"upon":n,"seen":{"note":checkpoint,"key":who signed it}}
 *   card  {"v":1,"by":member,"name":…,"card":{…}}
 * Who wrote a sheet is told by its signature, never by the payload; the name is only how to show that member.
 */
import {
  cardToPayload,
  momentFrom,
  readEvents,
  type Card,
  type Event,
  type MemberId,
  type Moment,
} from "@answerable/casework";
import { fromUtf8, utf8 } from "@answerable/wire";

import { readSeenLog, type SeenLog } from "./proofs.ts";

export interface SheetPayload {
  readonly at: Moment;
  readonly name: string;
  readonly events: readonly Event[];
  /** Events of kinds that this device does not know; they stay sealed in the sheet. */
  readonly unknown: number;
  /** The newest sheet of the folder that the writer had when she wrote it; sheets of before do not say. */
  readonly upon?: number;
  /** What the writer's device had seen of the server's log. */
  readonly seen?: SeenLog;
}

export function writeSheet(sheet: {
  readonly at: Moment;
  readonly name: string;
  readonly events: readonly Event[];
  readonly upon: number | undefined;
  readonly seen: SeenLog | undefined;
}): Uint8Array {
  const { at, name, events, upon, seen } = sheet;
  return utf8(JSON.stringify({ v: 1, at, name, events, upon, seen }));
}

/** Throws on what is no sheet of ours. */
export function readSheet(bytes: Uint8Array): SheetPayload {
  const raw: unknown = JSON.parse(fromUtf8(bytes));
  if (!isRecord(raw) || raw["v"] !== 1 || !Array.isArray(raw["events"])) throw new Error("not a sheet");
  const at = typeof raw["at"] === "string" ? momentFrom(raw["at"]) : undefined;
  if (at === undefined) throw new Error("a sheet without a time");
  const name = typeof raw["name"] === "string" ? raw["name"] : "";
  const seen = readSeenLog(raw["seen"]);
  const upon = raw["upon"];
  const isNumber = typeof upon === "number" && Number.isSafeInteger(upon) && upon >= 0;
  return {
    at,
    name,
    ...readEvents(raw["events"]),
    ...(isNumber ? { upon } : {}),
    ...(seen ? { seen } : {}),
  };
}

export interface CardPayload {
  readonly by: MemberId;
  readonly name: string;
  /** As casework's cardToPayload wrote it; its readCard reads it. */
  readonly card: unknown;
}

export function writeCard(by: MemberId, name: string, card: Card): string {
  return JSON.stringify({ v: 1, by, name, card: cardToPayload(card) });
}

/**
 * Looks at the outline only: two hundred thousand of these are read on a first day, and each was sealed by a member of
 * the desk. Whoever shows one reads it through casework's readCard. Throws on what is no card.
 */
export function readCardPayload(raw: unknown): CardPayload {
  if (!isRecord(raw) || raw["v"] !== 1 || !isRecord(raw["card"])) throw new Error("not a card");
  const name = typeof raw["name"] === "string" ? raw["name"] : "";
  return { by: String(raw["by"]) as MemberId, name, card: raw["card"] }; // an id that names nobody shows as nobody
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
