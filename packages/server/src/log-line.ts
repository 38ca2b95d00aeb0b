/**
 * What the server may say about itself: an event's name and facts from this list, and nothing else. There is no place in a
 * line for an address, an agent, a query, a header or a body, so none can slip in.
 */
export interface Facts {
  readonly method?: string;
  /** The route's template, never the path. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** A code: SQLSTATE, errno, or the name of an error's class. Never its message: messages quote what was asked. */
  readonly code?: string;
  /** Where in our code: file and line. */
  readonly where?: string;
  readonly count?: number;
  readonly pid?: number;
  readonly version?: string;
  readonly port?: number;
}

export interface Log {
  readonly info: (event: string, facts?: Facts) => void;
  readonly warn: (event: string, facts?: Facts) => void;
  readonly error: (event: string, facts?: Facts) => void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What may be told of a thrown thing. */
export function factsOf(cause: unknown): Facts {
  if (!(cause instanceof Error)) return { code: typeof cause };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
  const where = /\/(packages\/[^\s)]+:\d+)|\/src\/([^\s)]+:\d+)/.exec(
    cause.stack?.split("\n").slice(1).join("\n") ?? "",
  );
  const at = where?.[1] ?? where?.[2];
  return at === undefined ? { code } : { code, where: at };
}
