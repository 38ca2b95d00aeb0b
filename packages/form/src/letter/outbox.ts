/** What was sealed and could not go: tried again when the line is back, every half minute, and when the page is opened again. */
import type { Letterbox, ProofOfFiling } from "@answerable/wire";

import { postLetter, type SealedLetter } from "./post.ts";
import type { Queue } from "./queue.ts";
import { isPassing } from "./say-why.ts";

export interface OutboxDeps {
  readonly box: Letterbox;
  readonly queue: Queue;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly sent: (letter: SealedLetter, proof: ProofOfFiling) => void;
}

const PAUSE = 30_000;

export interface Outbox {
  /** Tries now; and again, until nothing waits. */
  readonly go: () => void;
}

export function openOutbox({ box, queue, wait, sent }: OutboxDeps): Outbox {
  let isGoing = false;

  async function round(): Promise<boolean> {
    let isLeft = false;
    for (const letter of await queue.all()) {
      try {
        const proof = await postLetter(box, letter);
        await queue.remove(letter);
        sent(letter, proof);
      } catch (cause) {
        // What the server will never take (its key is too old) stays too: it is the family's, not ours to throw away.
        isLeft ||= isPassing(cause);
      }
    }
    return isLeft;
  }

  async function rounds(): Promise<void> {
    while (await round()) await wait(PAUSE);
  }

  return {
    go() {
      if (isGoing) return;
      isGoing = true;
      void rounds().finally(() => (isGoing = false));
    },
  };
}
