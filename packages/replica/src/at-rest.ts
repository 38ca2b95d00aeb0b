/**
 * What a device has of the helpline besides folders: its locked keep, the signed team log, the box with the desk's keys
 * (sealed to this device), and under its own key how its member calls herself.
 */
import { LockedKeep, openFromStore, sealForStore, type OpenKeep, type Random } from "@answerable/seal";
import {
  EpochBox,
  fromText,
  fromUtf8,
  id,
  TeamStatement,
  toText,
  utf8,
  type Charter,
  type DeskId,
} from "@answerable/wire";
import * as v from "valibot";

import type { Change, Store } from "./store/store.ts";

export interface AtRest {
  readonly keep: LockedKeep;
  readonly statements: readonly TeamStatement[];
  readonly boxes: readonly EpochBox[];
}

const Shift = v.object({ day: v.string(), id: v.string() });
type Shift = v.InferOutput<typeof Shift>;

export const Own = v.object({
  name: v.string(),
  deviceName: v.string(),
  /** Of the first desk, as it was kept before a device knew several. */
  shift: v.optional(Shift),
  /** The desk that this device began with; and the one that was shown last. Missing: there is one. */
  first: v.optional(id<DeskId>()),
  at: v.optional(id<DeskId>()),
});
export type Own = v.InferOutput<typeof Own>;

/** undefined: no helpline on this device. Throws where something lies there and is not what it should be. */
export async function readAtRest(store: Store): Promise<AtRest | undefined> {
  const keep = await store.get("keep", "keep");
  if (keep === undefined) return undefined;
  const statements: TeamStatement[] = [];
  const boxes: EpochBox[] = [];
  for await (const page of store.list("team")) {
    for (const { key, text } of page) {
      if (key.startsWith("box/")) boxes.push(v.parse(EpochBox, JSON.parse(text)));
      else statements.push(v.parse(TeamStatement, JSON.parse(text)));
    }
  }
  return { keep: v.parse(LockedKeep, JSON.parse(keep)), statements, boxes };
}

export async function boxAtRest(store: Store, desk: DeskId): Promise<EpochBox | undefined> {
  const text = await store.get("team", `box/${desk}`);
  return text === undefined ? undefined : v.parse(EpochBox, JSON.parse(text));
}

export function teamChanges(
  statements: readonly TeamStatement[],
  boxes: readonly EpochBox[],
): readonly Change[] {
  return [
    ...statements.map((statement): Change => ({
      drawer: "team",
      key: `log/${String(statement.number).padStart(7, "0")}`,
      text: JSON.stringify(statement),
    })),
    ...boxes.map((box): Change => ({ drawer: "team", key: `box/${box.desk}`, text: JSON.stringify(box) })),
  ];
}

/** The keep goes last: a device with a keep has all the rest. */
export function keepChange(keep: LockedKeep): Change {
  return { drawer: "keep", key: "keep", text: JSON.stringify(keep) };
}

export function charterOf(statements: readonly TeamStatement[]): Charter | undefined {
  const act = statements[0]?.act;
  return act?.type === "Founded" ? act.charter : undefined;
}

export interface StoreSeal {
  readonly to: (kind: string, id: string, text: string) => string;
  readonly from: (kind: string, id: string, sealed: string) => string;
}

/** Sealing for this device alone. */
export function storeSeal(keep: Pick<OpenKeep, "storeKey">, random: Random): StoreSeal {
  return {
    to: (kind, name, text) =>
      toText(sealForStore(keep.storeKey, { kind, id: name, bytes: utf8(text) }, random)),
    from: (kind, name, sealed) =>
      fromUtf8(openFromStore(keep.storeKey, { kind, id: name, sealed: fromText(sealed) })),
  };
}

export function ownChange(seal: StoreSeal, own: Own): Change {
  return { drawer: "own", key: "own", text: seal.to("own", "own", JSON.stringify(own)) };
}

export async function readOwn(store: Store, seal: StoreSeal): Promise<Own> {
  const text = await store.get("own", "own");
  return text === undefined
    ? { name: "", deviceName: "" }
    : v.parse(Own, JSON.parse(seal.from("own", "own", text)));
}

/** Which folder is today's shift at a desk. */
export function shiftChange(seal: StoreSeal, shift: Shift): Change {
  return { drawer: "own", key: "shift", text: seal.to("own", "shift", JSON.stringify(shift)) };
}

export async function readShift(store: Store, seal: StoreSeal): Promise<Shift | undefined> {
  const text = await store.get("own", "shift");
  return text === undefined ? undefined : v.parse(Shift, JSON.parse(seal.from("own", "shift", text)));
}

/** The secret with which a founding is shown, kept until the server has taken it; without one: it has. */
export function foundingChange(seal: StoreSeal, secret?: string): Change {
  const change = { drawer: "own", key: "founding" } as const;
  return secret === undefined ? change : { ...change, text: seal.to("own", "founding", secret) };
}

/** undefined: nothing is left to be shown. */
export async function readFoundingSecret(store: Store, seal: StoreSeal): Promise<string | undefined> {
  const text = await store.get("own", "founding");
  return text === undefined ? undefined : seal.from("own", "founding", text);
}
