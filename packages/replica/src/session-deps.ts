/** What an unlocked office is made of: this machine, handed in, and what was unlocked; and what it can do. */
import type { Command } from "@answerable/casework";
import type { CaseReferred, DeskSecrets, OpenKeep, Random, ReferralNames } from "@answerable/seal";
import type { DeskId, EpochBox, FolderId, Team, TeamPush, Wire } from "@answerable/wire";

import type { Own } from "./at-rest.ts";
import type { DeskFiles } from "./attachments/desk-attachments.ts";
import type { CallBacks } from "./callbacks.ts";
import type { Drafts } from "./drafts.ts";
import type { Inbox } from "./inbox.ts";
import type { Incoming } from "./incoming/incoming.ts";
import type { NamesWorker } from "./likeness/reading-ahead.ts";
import type { Answer, Query, Status } from "./office.ts";
import type { TeamBook } from "./people/team-book.ts";
import type { Recorded } from "./record.ts";
import type { Slips } from "./slips.ts";
import type { Shelf } from "./store/of-desk.ts";
import type { DeskCopy } from "./sync/desk-copy.ts";
import type { Timers } from "./timers.ts";

/** Store, keeping and seal are this desk's part of them (store/of-desk.ts). */
export interface SessionDeps extends Shelf {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly now: () => number;
  readonly offsetMinutes: () => number;
  readonly random: Random;
  readonly timers: Timers;
  /** Starts a worker that reads names while cards come in; see likeness/reading-ahead.ts. */
  readonly namesWorker?: () => NamesWorker;
  readonly status: (changes: { readonly [K in keyof Status]?: Status[K] | undefined }) => void;
  readonly changed: (folder?: FolderId) => void;
  /** See watchers.ts. */
  readonly hurry: () => void;
  /** Whether this is the desk on the screen: only it keeps a line open for hints. */
  readonly isShown: () => boolean;
  /** The log says that this device's member sits at this desk no longer. */
  readonly unseated: () => void;
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

export interface Session {
  readonly keep: OpenKeep;
  readonly desk: DeskId;
  readonly teamAtHand: () => Team;
  /** The newest box of another desk, as the server has it, sound and for this device. */
  readonly boxOf: TeamBook["boxOf"];
  readonly copy: Pick<DeskCopy, "folder" | "whole" | "pullFolder" | "waitingIn">;
  readonly nameOf: TeamBook["nameOf"];
  readonly drafts: Drafts;
  readonly slips: Slips;
  readonly attachments: DeskFiles;
  readonly team: () => Promise<Team>;
  /** Of every desk at which its member sits. */
  readonly secrets: () => Promise<readonly DeskSecrets[]>;
  /** Of a case that comes to this desk from another. */
  readonly referralNames: (from: CaseReferred) => ReferralNames;
  readonly wire: Wire;
  /** A device was added by this one: the log and the boxes are as the server took them. */
  readonly taken: (push: TeamPush) => Promise<void>;
  readonly say: TeamBook["say"];
  /** Sends what waits, now; how much is left. Throws where the server cannot be reached. */
  readonly sendAll: () => Promise<number>;
  readonly do: (command: Command) => Promise<Recorded>;
  readonly takeDrop: Inbox["take"];
  readonly answer: <Q extends Query>(query: Q, patient: boolean) => Promise<Answer<Q>>;
  readonly callBacks: CallBacks;
  readonly poke: () => void;
  readonly sayOfList: Incoming["say"];
  readonly beginPass: () => void;
  readonly stopPass: () => void;
  readonly stop: () => void;
}
