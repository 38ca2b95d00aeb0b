/** Time that passes, as an argument: tests move it by hand. */
export interface Timers {
  /** Calls once, after so many milliseconds. Returns what forgets it. */
  later(milliseconds: number, call: () => void): () => void;
}
