/** Something large that is made once: whole when it is first asked for, or beforehand a step at a time, so that nobody waits for it. */
export interface InSteps<T> {
  readonly whole: () => T;
  /** false: there is nothing left to make. */
  readonly step: () => boolean;
}

export function inSteps<T>(make: () => Generator<undefined, T>): InSteps<T> {
  let steps: Generator<undefined, T> | undefined;
  let made: { readonly of: T } | undefined;
  function step(): boolean {
    if (made) return false;
    steps ??= make();
    const next = steps.next();
    if (next.done === true) made = { of: next.value };
    return !made;
  }
  return {
    step,
    whole() {
      while (!made) step();
      return made.of;
    },
  };
}
