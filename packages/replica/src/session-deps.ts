/** What an unlocked office is made of: this machine, handed in, and what was unlocked. */
import type { OpenKeep, Random } from "@answerable/seal";
import type { EpochBox, FolderId, Team } from "@answerable/wire";

import type { Own } from "./at-rest.ts";
import type { Status } from "./office.ts";
import type { Keeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";
import type { Timers } from "./timers.ts";

export interface SessionDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly now: () => number;
  readonly offsetMinutes: () => number;
  readonly random: Random;
  readonly timers: Timers;
  readonly status: (changes: { readonly [K in keyof Status]?: Status[K] | undefined }) => void;
  readonly changed: (folder?: FolderId) => void;
  /** See watchers.ts. */
  readonly hurry: () => void;
  /** The log says that this device is lost: whoever holds it is to have nothing. */
  readonly lost: () => void;
}

export interface Unlocked {
  readonly keep: OpenKeep;
  readonly team: Team;
  readonly box: EpochBox;
  readonly own: Own;
  /** What the server must be shown before it knows this device. */
  readonly beforeSignIn?: () => Promise<void>;
}
