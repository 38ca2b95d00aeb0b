/** What the routes are made of: the parts every one of them is given, and what is known of a request by then. */
import type { DeskId, DeviceId } from "@answerable/wire";
import type { Context, Env } from "hono";

import type { Hints } from "../hints/hub.ts";
import type { Log } from "../log-line.ts";
import type { GroupCommit } from "../log/group-commit.ts";
import type { Tokens } from "../sign-in/tokens.ts";
import type { Store } from "../store.ts";
import type { Roll } from "../team/roll.ts";
import type { Timers } from "../timers.ts";

export interface Parts {
  readonly store: Store;
  readonly roll: Roll;
  readonly tokens: () => Promise<Tokens>;
  readonly pushes: GroupCommit;
  readonly hints: Hints;
  readonly now: () => number;
  readonly timers: Timers;
  readonly log: Log;
  readonly foundingSecret: string | undefined;
}

export interface Signed extends Env {
  readonly Variables: { readonly device: DeviceId; readonly ends: number };
}
export interface AtDesk extends Env {
  readonly Variables: { readonly device: DeviceId; readonly ends: number; readonly desk: DeskId };
}

/** A whole number from 0 in the query. undefined: not one. */
export function wholeNumber(c: Context, name: string): number | undefined {
  const text = c.req.query(name);
  if (text === undefined || !/^[0-9]{1,16}$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}
