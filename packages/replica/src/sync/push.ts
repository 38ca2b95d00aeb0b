/**
 * Stations 5 and 6: seals what waits in the outbox and pushes it, compare-and-set, oldest first.
 *
 * A lost answer is retried with the very same bytes, as long as this program lives; after a restart they are sealed anew
 * under the same id, and the server, which knows that id with other bytes, says so (IdTaken): then what it has is pulled
 * and stands. Behind: someone was quicker; the folder is pulled, folded again with ours on top, sealed again.
 */
import { Damaged, TooLarge } from "@answerable/seal";
import { utf8, WireRefusal, type FolderId, type Push, type SheetId, type Wire } from "@answerable/wire";

import type { Quarantined } from "../office.ts";
import { absorb } from "./absorb.ts";
import type { Closing } from "./closing.ts";
import type { FolderCopy, Folders } from "./folders.ts";
import type { Outbox, Waiting } from "./outbox.ts";
import { writeCard, writeSheet } from "./payload.ts";
import type { SeenLog } from "./proofs.ts";
import type { Turns } from "./turns.ts";

export interface PusherDeps {
  readonly wire: Pick<Wire, "push">;
  readonly closing: Closing;
  readonly outbox: Outbox;
  readonly folders: Folders;
  readonly turns: Turns;
  readonly seen: () => number;
  /** What this device tells the others of the server's log. */
  readonly seenLog: () => SeenLog | undefined;
  /** Pulls what the server has of the folder beyond what is here. */
  readonly pullFolder: (folder: FolderId) => Promise<FolderCopy>;
  /** Takes the folder whole from the server, where this device's copy may be damaged. */
  readonly mendFolder: (folder: FolderId) => Promise<FolderCopy>;
  readonly settled: (push: Push, place: number) => Promise<void>;
}

export interface Pusher {
  /** Until the outbox is empty or holds only what cannot go, or lines of lists that go next time. Throws Unreachable and the refusals that concern the whole line. */
  pushAll(): Promise<void>;
  /** How many sheets the server has placed since this began. */
  readonly sent: () => number;
  readonly stuck: () => readonly Quarantined[];
  /** Nothing of this folder will ever go. */
  readonly shredded: (folder: FolderId) => void;
}

interface Attempt {
  readonly push: Push;
  readonly key: NonNullable<FolderCopy["key"]>;
}

/** Lines of lists that go out before the line looks for what is new. */
const MOST_LINES = 100;
/** Lines on their way at once: each lies in a folder of its own and waits for no other. A browser speaks to a server over six lines. */
const LINES_TOGETHER = 6;
/** More rounds than a busy folder needs; then the next push of the line tries again. */
const MOST_ROUNDS = 20;

export function openPusher(deps: PusherDeps): Pusher {
  const { closing, outbox, folders } = deps;
  const attempts = new Map<SheetId, Attempt>();
  const stuck = new Map<FolderId, Quarantined>();
  const mended = new Set<FolderId>();
  let sent = 0;

  /** A folder that has sheets has a key: under a new one nobody could ever read what the server would gladly take. */
  const isKeyLost = (copy: FolderCopy) => !copy.key && copy.number > 0;

  const copyOf = (folder: FolderId) => deps.turns(folder, () => folders.get(folder));

  /** undefined: it waits no longer. */
  async function sealed({ id, folder }: Waiting): Promise<Attempt | undefined> {
    const before = attempts.get(id);
    if (before) return before;
    if (isKeyLost(await copyOf(folder))) await mendOnce(folder, "key");
    const copy = await copyOf(folder);
    if (isKeyLost(copy)) throw new Stuck("key");
    const unsent = (await outbox.read(folder)).find((one) => one.id === id);
    if (!unsent) return undefined;
    const key = copy.key ?? closing.newKey(unsent.folder);
    const number = copy.number + 1;
    const { at, events, upon } = unsent;
    const sheet = await key.pen.seal({
      id: unsent.id,
      number,
      prev: copy.last,
      seen: deps.seen(),
      payload: writeSheet({ at, name: closing.name, events, upon, seen: deps.seenLog() }),
    });
    const arrived = [
      {
        id: unsent.id,
        number,
        by: closing.member,
        device: closing.device,
        at,
        ...(upon === undefined ? {} : { upon }),
        events,
        unknown: 0,
      },
    ];
    const { card } = absorb(unsent.folder, copy.placed, { arrived, unsent: [] });
    if (!card) throw new Error("a sheet that makes no folder");
    const payload = utf8(writeCard(closing.member, closing.name, card));
    const attempt = {
      key,
      push: { sheet, card: closing.sealCard(unsent.folder, number, payload), key: key.wrapped },
    };
    attempts.set(unsent.id, attempt);
    return attempt;
  }

  /** true: this sheet is done with, the next of the folder may go. */
  async function round(unsent: Waiting): Promise<boolean> {
    const attempt = await sealed(unsent);
    if (!attempt) return true;
    const answer = await pushed(attempt.push);
    switch (answer.type) {
      case "Placed":
        attempts.delete(unsent.id);
        await deps.turns(unsent.folder, () =>
          folders.settle(unsent.folder, { key: attempt.key, sheet: attempt.push.sheet, place: answer.place }),
        );
        await deps.settled(attempt.push, answer.place);
        sent += 1;
        return true;
      case "Behind":
      case "IdTaken": {
        attempts.delete(unsent.id);
        const copy = await deps.pullFolder(unsent.folder);
        if (!outbox.of(unsent.folder).some(({ id }) => id === unsent.id)) return true; // it was there
        if (answer.type === "IdTaken") throw new Stuck("refused");
        if (answer.number >= copy.number) return false;
        // The server has less than it once gave us: nothing can be put on top of what it does not have. Unless what is
        // here beyond it was never a sheet.
        if (copy.damaged.length === 0) throw new Stuck("rollback");
        await mendOnce(unsent.folder, "rollback");
        return false;
      }
      case "WrongPrev":
        attempts.delete(unsent.id);
        await mendOnce(unsent.folder, "chain");
        return false;
      case "OldEpoch":
        // The desk was rotated meanwhile. What was sealed under the key before is sealed anew; the words stay.
        attempts.delete(unsent.id);
        if (attempt.push.sheet.epoch === closing.epoch()) throw answer.problem;
        return false;
      case "Refused":
        attempts.delete(unsent.id);
        throw new Stuck("refused");
    }
  }

  /** Once: if it is as before after that, people must look. */
  async function mendOnce(folder: FolderId, what: Stuck["what"]): Promise<void> {
    if (mended.has(folder)) throw new Stuck(what);
    mended.add(folder);
    await deps.mendFolder(folder);
  }

  async function pushed(push: Push) {
    try {
      return await deps.wire.push(push);
    } catch (problem) {
      if (!(problem instanceof WireRefusal)) throw problem;
      if (problem.reason === "IdTaken") return { type: "IdTaken" } as const;
      if (problem.reason === "WrongEpoch") return { type: "OldEpoch", problem } as const;
      if (problem.reason === "WrongPrev") return { type: "WrongPrev" } as const;
      if (
        problem.status === 400 ||
        problem.status === 409 ||
        problem.status === 413 ||
        problem.status === 422
      ) {
        return { type: "Refused" } as const;
      }
      throw problem;
    }
  }

  async function pushFolder(folder: FolderId): Promise<void> {
    for (let rounds = 0; rounds < MOST_ROUNDS;) {
      const [unsent] = outbox.of(folder);
      if (!unsent) {
        stuck.delete(folder);
        return;
      }
      rounds = (await round(unsent)) ? 0 : rounds + 1;
    }
  }

  return {
    async pushAll() {
      let refusal: WireRefusal | undefined;
      async function tryFolder(folder: FolderId): Promise<void> {
        try {
          await pushFolder(folder);
          stuck.delete(folder);
        } catch (problem) {
          const what = whyStuck(problem);
          if (what !== undefined) stuck.set(folder, { folder, what });
          else if (problem instanceof WireRefusal && problem.status === 500) refusal ??= problem;
          else throw problem;
        }
      }
      const { own, lines } = inTurn(outbox.all, (folder) => stuck.has(folder));
      for (const folder of own) await tryFolder(folder);
      for (let at = 0; at < lines.length; at += LINES_TOGETHER) {
        const tries = await Promise.allSettled(lines.slice(at, at + LINES_TOGETHER).map(tryFolder));
        const failed = tries.find((one) => one.status === "rejected");
        if (failed) throw failed.reason;
      }
      // One folder that the server stumbles over must not hold up the others.
      if (refusal) throw refusal;
    },
    sent: () => sent,
    shredded: (folder: FolderId) => void stuck.delete(folder),
    stuck: () => [...stuck.values()],
  };
}

/**
 * What people wrote goes before the lines of a list, and of these only so many at once: a call waits for no spreadsheet, nor what others
 * wrote. Lines that cannot go are tried after those that were not tried yet.
 */
function inTurn(
  waiting: () => Iterable<Waiting>,
  isStuck: (folder: FolderId) => boolean,
): { readonly own: readonly FolderId[]; readonly lines: readonly FolderId[] } {
  const own = new Set<FolderId>();
  for (const { folder, isOfList } of waiting()) if (!isOfList) own.add(folder);
  const tried = new Set<FolderId>();
  const untried = new Set<FolderId>();
  for (const { folder } of waiting()) {
    if (own.has(folder)) continue;
    if (isStuck(folder)) tried.add(folder);
    else untried.add(folder);
    if (untried.size === MOST_LINES) break;
  }
  return { own: [...own], lines: [...untried, ...tried].slice(0, MOST_LINES) };
}

function whyStuck(problem: unknown): Stuck["what"] | undefined {
  if (problem instanceof Stuck) return problem.what;
  if (problem instanceof TooLarge) return "refused";
  return problem instanceof Damaged ? "sheet" : undefined;
}

/** This folder cannot go on; the others can. */
class Stuck extends Error {
  override readonly name = "Stuck";
  readonly what: "chain" | "rollback" | "refused" | "key" | "sheet";
  constructor(what: Stuck["what"]) {
    super(`a folder is stuck: ${what}`);
    this.what = what;
  }
}
