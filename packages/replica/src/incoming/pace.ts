/** Long work in a worker that others speak to: a little at a time, and many things on their way to the disk at once. */
export interface PaceDeps {
  readonly pause: () => Promise<void>;
  readonly now: () => number;
  /** Screens that watch the work. */
  readonly changed: () => void;
}

/** Milliseconds of work between two breaths, and between two words to the screens. */
const BREATH = 12;
const TELL = 250;
/** What is on its way to the disk at once: one write takes it all, and the next is put down meanwhile. */
const TOGETHER = 64;

/** Breathes when it is time, tells when it is time; false when `goesOn` says no. */
export function openBreath(deps: PaceDeps, goesOn: () => boolean): () => Promise<boolean> {
  let began = deps.now();
  let told = began;
  return async () => {
    if (deps.now() - began >= BREATH) {
      if (deps.now() - told >= TELL) {
        deps.changed();
        told = deps.now();
      }
      await deps.pause();
      began = deps.now();
    }
    return goesOn();
  };
}

/** In order, none waiting for the one before; false: stopped, and what had begun is done. */
export async function eachOf<T>(
  things: readonly T[],
  breathe: () => Promise<boolean>,
  put: (thing: T) => Promise<void>,
): Promise<boolean> {
  let before: Promise<unknown> = Promise.resolve();
  let isWhole = true;
  for (let from = 0; from < things.length && isWhole; from += TOGETHER) {
    const going: Promise<void>[] = [];
    for (const thing of things.slice(from, from + TOGETHER)) {
      going.push(put(thing));
      isWhole = await breathe();
      if (!isWhole) break;
    }
    const these = Promise.all(going);
    await before;
    before = these;
  }
  await before;
  return isWhole;
}
