/**
 * Pushes that wait together are written together: one or two writers take everything that waits, up to 64, as one
 * transaction, and each push is answered after that commit. No timer: a lone push goes at once.
 * Two writers, because while one waits for the disk the other can fill the next group.
 */
import type { Push } from "@answerable/wire";
import { StoreUnavailable, type Appended } from "../store.ts";

export interface GroupCommitDeps {
  readonly append: (pushes: readonly Push[]) => Promise<readonly Appended[]>;
  readonly writers?: number;
  readonly most?: number;
  /** Bytes of one group, so that 64 long letters do not become one statement of 64 MB. */
  readonly mostBytes?: number;
  /** Above this many waiting, a push is turned away before it costs anything: the device keeps it. */
  readonly mostWaiting?: number;
}

export interface GroupCommit {
  /** undefined: too many are waiting. */
  readonly push: (push: Push) => Promise<Appended> | undefined;
  /** Resolves when nothing waits and nothing is being written. */
  readonly idle: () => Promise<void>;
}

interface Waiting {
  readonly push: Push;
  readonly bytes: number;
  readonly resolve: (answer: Appended) => void;
  readonly reject: (cause: unknown) => void;
}

export function openGroupCommit(deps: GroupCommitDeps): GroupCommit {
  const { append, writers = 2, most = 64, mostBytes = 8_000_000, mostWaiting = 1024 } = deps;
  const waiting: Waiting[] = [];
  let writing = 0;
  let idlers: (() => void)[] = [];

  function nextGroup(): readonly Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const each of waiting.slice(0, most)) {
      bytes += each.bytes;
      if (count > 0 && bytes > mostBytes) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function write(): Promise<void> {
    writing += 1;
    while (waiting.length > 0) {
      const group = nextGroup();
      try {
        const answers = await append(group.map((each) => each.push));
        group.forEach((each, n) => settle(each, answers[n]));
      } catch (cause) {
        for (const each of group) each.reject(cause);
      }
    }
    writing -= 1;
    if (writing === 0) {
      for (const idler of idlers) idler();
      idlers = [];
    }
  }

  return {
    push(push) {
      if (waiting.length >= mostWaiting) return undefined;
      return new Promise<Appended>((resolve, reject) => {
        const bytes = push.sheet.body.length + push.card.body.length;
        waiting.push({ push, bytes, resolve, reject });
        // A microtask later, so that what arrived in the same turn goes along.
        if (writing < writers) queueMicrotask(() => writing < writers && waiting.length > 0 && void write());
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

function settle(each: Waiting, answer: Appended | undefined): void {
  if (answer) each.resolve(answer);
  else each.reject(new StoreUnavailable("the store answered fewer pushes than it was given"));
}
