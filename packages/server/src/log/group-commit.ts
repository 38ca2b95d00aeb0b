/**
 * Pushes that wait together are written together: a few writers take what waits, up to 64, as one transaction each, and each
 * push is answered after its commit. No timer: a lone push goes at once.
 *
 * No two writers hold pushes of one desk: they would only wait for each other at its row. So the commits of different
 * desks reach the disk together, and a busy desk makes large groups. Letters are shared: most of their work needs no desk's row.
 */
import type { DeskId, Push } from "@answerable/wire";

import { StoreUnavailable, type Appended } from "../store.ts";

export interface GroupCommitDeps extends GroupBounds {
  readonly append: (pushes: readonly Push[]) => Promise<readonly Appended[]>;
}

export interface GroupsDeps<One, Answer> extends GroupBounds {
  readonly append: (group: readonly One[]) => Promise<readonly Answer[]>;
  readonly deskOf: (one: One) => DeskId;
  readonly bytesOf: (one: One) => number;
  /** Several writers may hold what belongs to one desk: they wait for each other only at the end, and not for long. */
  readonly isShared?: boolean;
}

export interface GroupBounds {
  readonly writers?: number;
  readonly most?: number;
  /** Bytes of one group, so that 64 long letters do not become one statement of 64 MB. */
  readonly mostBytes?: number;
  /** Above this many waiting, a push is turned away before it costs anything: the device keeps it. */
  readonly mostWaiting?: number;
  /** The same for one desk: a desk that storms must leave room for the others. A quarter of `mostWaiting`, if not given. */
  readonly mostOfDesk?: number;
}

export type GroupCommit = Groups<Push, Appended>;

export interface Groups<One, Answer> {
  /** undefined: too many are waiting, in all or of this desk. */
  readonly push: (one: One) => Promise<Answer> | undefined;
  /** Resolves when nothing waits and nothing is being written. */
  readonly idle: () => Promise<void>;
}

interface Waiting<One, Answer> {
  readonly one: One;
  readonly bytes: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: unknown) => void;
}

export function openGroupCommit(deps: GroupCommitDeps): GroupCommit {
  const bytesOf = ({ sheet, card }: Push) => sheet.body.length + card.body.length;
  return openGroups({ ...deps, deskOf: (push: Push) => push.sheet.desk, bytesOf });
}

/** The same for anything that is kept by desk. */
export function openGroups<One, Answer>(deps: GroupsDeps<One, Answer>): Groups<One, Answer> {
  const { append, deskOf, bytesOf, isShared = false } = deps;
  const { writers = 4, most = 64, mostBytes = 8_000_000, mostWaiting = 1024 } = deps;
  const { mostOfDesk = Math.ceil(mostWaiting / 4) } = deps;
  let waiting: Waiting<One, Answer>[] = [];
  const waitingOf = new Map<DeskId, number>();
  const busy = new Set<DeskId>();
  let writing = 0;
  let idlers: (() => void)[] = [];

  function count(desk: DeskId, more: 1 | -1): void {
    const now = (waitingOf.get(desk) ?? 0) + more;
    if (now === 0) waitingOf.delete(desk);
    else waitingOf.set(desk, now);
  }

  /** The longest waiting of the desks that nobody is writing. */
  function nextGroup(): readonly Waiting<One, Answer>[] {
    const group: Waiting<One, Answer>[] = [];
    let bytes = 0;
    for (const each of waiting) {
      if (group.length === most || (group.length > 0 && bytes + each.bytes > mostBytes)) break;
      if (busy.has(deskOf(each.one))) continue;
      bytes += each.bytes;
      group.push(each);
    }
    const taken = new Set(group);
    waiting = waiting.filter((each) => !taken.has(each));
    for (const { one } of group) count(deskOf(one), -1);
    return group;
  }

  async function write(): Promise<void> {
    writing += 1;
    for (let group = nextGroup(); group.length > 0; group = nextGroup()) {
      const desks = new Set(group.map((each) => deskOf(each.one)));
      if (!isShared) for (const desk of desks) busy.add(desk);
      try {
        const answers = await append(group.map((each) => each.one));
        group.forEach((each, n) => settle(each, answers[n]));
      } catch (cause) {
        for (const each of group) each.reject(cause);
      }
      for (const desk of desks) busy.delete(desk);
    }
    writing -= 1;
    if (writing === 0 && waiting.length === 0) {
      for (const idler of idlers) idler();
      idlers = [];
    }
  }

  return {
    push(one) {
      const desk = deskOf(one);
      if (waiting.length >= mostWaiting || (waitingOf.get(desk) ?? 0) >= mostOfDesk) return undefined;
      return new Promise<Answer>((resolve, reject) => {
        count(desk, 1);
        waiting.push({ one, bytes: bytesOf(one), resolve, reject });
        // After this turn of the event loop, so that what came in with it on other sockets goes along.
        if (writing < writers) setImmediate(() => writing < writers && waiting.length > 0 && void write());
      });
    },
    idle() {
      if (writing === 0 && waiting.length === 0) return Promise.resolve();
      return new Promise<void>((resolve) => {
        idlers.push(resolve);
      });
    },
  };
}

function settle<One, Answer>(each: Waiting<One, Answer>, answer: Answer | undefined): void {
  if (answer !== undefined) each.resolve(answer);
  else each.reject(new StoreUnavailable("the store answered fewer pushes than it was given"));
}
