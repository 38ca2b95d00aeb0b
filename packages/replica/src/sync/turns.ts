/** One at a time for each name, in the order asked: two that fold the same folder at once would fold a sheet twice. */
export interface Turns {
  <T>(name: string, go: () => Promise<T>): Promise<T>;
}

export function openTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (name, go) => {
    const before = last.get(name);
    const mine = before ? before.then(go, go) : go();
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(name, settled);
    try {
      return await mine;
    } finally {
      if (last.get(name) === settled) last.delete(name);
    }
  };
}

/** However often asked while one runs, there is one more after it: a pull asked for during a pull must see what came since. */
export function onceAtATime(go: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = go().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(begin, begin);
    return next;
  };
  function begin(): Promise<void> {
    next = undefined;
    return start();
  }
}
