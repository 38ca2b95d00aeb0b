/**
 * The built shell in the browser's caches, so that the desk opens without a network. A tab goes on with the shell that it
 * was opened with: what a newer one replaced is kept until no tab is left that was there before it.
 */
export interface ShellDeps {
  readonly caches: Pick<CacheStorage, "open" | "keys" | "delete" | "match">;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The tabs that are open now, by the names that the browser gives them. */
  readonly tabs: () => Promise<readonly string[]>;
  readonly origin: string;
  readonly version: string;
  readonly files: readonly string[];
}

export interface Shell {
  readonly install: () => Promise<void>;
  /** This shell is now the one that new tabs get. */
  readonly begin: () => Promise<void>;
  /** undefined: none of the shell's business. */
  readonly answer: (request: Request) => Promise<Response> | undefined;
  /** Lets older shells go that nobody uses. */
  readonly forgetOlder: () => Promise<void>;
}

const SHELL = "shell-";
const ASSETS = "/assets/";
/** Under this name lies who was there before this shell. */
const BEFORE = "/tabs-before";

export function openShell(deps: ShellDeps): Shell {
  const { caches, version, files, origin } = deps;
  const own = `${SHELL}${version}`;

  async function fromShell(request: Request): Promise<Response> {
    const kept = await (await caches.open(own)).match(request.mode === "navigate" ? "/" : request);
    return kept ?? deps.fetch(request);
  }

  /** Names of built files hold what is in them: of whichever shell one is, it is the right one. */
  async function fromAny(request: Request): Promise<Response> {
    return (await caches.match(request)) ?? deps.fetch(request);
  }

  async function tabsBefore(): Promise<readonly string[]> {
    const kept = await (await caches.open(own)).match(BEFORE);
    return kept ? ((await kept.json()) as readonly string[]) : []; // written in `begin`
  }

  async function forgetOlder(): Promise<void> {
    const older = (await caches.keys()).filter((name) => name.startsWith(SHELL) && name !== own);
    if (older.length === 0) return;
    const [before, now] = await Promise.all([tabsBefore(), deps.tabs()]);
    if (before.some((tab) => now.includes(tab))) return;
    await Promise.all(older.map((name) => caches.delete(name)));
  }

  return {
    async install() {
      await (await caches.open(own)).addAll([...files]);
    },
    async begin() {
      const cache = await caches.open(own);
      await cache.put(BEFORE, Response.json(await deps.tabs()));
      await forgetOlder();
    },
    answer(request) {
      const { origin: from, pathname } = new URL(request.url);
      if (request.method !== "GET" || from !== origin || pathname.startsWith("/api")) return undefined;
      if (request.mode === "navigate") return pathname === "/" ? fromShell(request) : undefined;
      if (files.includes(pathname)) return fromShell(request);
      return pathname.startsWith(ASSETS) ? fromAny(request) : undefined;
    },
    forgetOlder,
  };
}
