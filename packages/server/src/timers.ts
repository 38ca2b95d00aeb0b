/** Time that passes, as an argument: tests move it by hand. */
export interface Timers {
  /** Calls once, after so many milliseconds. Returns what forgets it. */
  readonly later: (milliseconds: number, call: () => void) => () => void;
}

export const realTimers: Timers = {
  later(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
