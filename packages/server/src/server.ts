/**
 * The server as a function from request to response: no socket, no clock and no store of its own, so that a journey plugs
 * a device straight into it. It keeps what is sealed, in order, for those whom the team log names; it can read none of it.
 */
import { Hono } from "hono";

import { blobRoutes, deskBlobRoutes } from "./blobs/routes.ts";
import { textOf } from "./bytes.ts";
import { deskDropRoutes, dropRoutes, openDropGroups, workRoutes } from "./drops/routes.ts";
import { openSecrets } from "./drops/secrets.ts";
import { hintTimes, openHints, type HintTimes } from "./hints/hub.ts";
import { hintRoutes } from "./hints/routes.ts";
import { openAdmission } from "./http/admission.ts";
import { declaredBytes } from "./http/body.ts";
import { complain } from "./http/complaint.ts";
import { withSecurity } from "./http/headers.ts";
import type { Parts } from "./http/parts.ts";
import { serveFile, type StaticFiles } from "./http/static-files.ts";
import { leaseRoutes } from "./leases/routes.ts";
import { factsOf, silentLog, type Log } from "./log-line.ts";
import { openGroupCommit } from "./log/group-commit.ts";
import { logRoutes } from "./log/routes.ts";
import { deskMailRoutes, mailRoutes } from "./mailbox/routes.ts";
import { noMeasures, type Measures, type UnderWay } from "./measures.ts";
import { meetingRoutes } from "./meeting/routes.ts";
import { openRecord, publicationRoutes } from "./publications/routes.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { atDesk, shownSession, signedIn } from "./sign-in/session.ts";
import { openTokens, type Tokens } from "./sign-in/tokens.ts";
import { StoreUnavailable, type Store } from "./store.ts";
import { openRoll } from "./team/roll.ts";
import { teamRoutes } from "./team/routes.ts";
import { realTimers, type Timers } from "./timers.ts";
import { timestampRoutes, type AskAuthority } from "./timestamps/routes.ts";
import { openCheckpoints } from "./tree/checkpoints.ts";
import { treeRoutes } from "./tree/routes.ts";
import { openWitnessing, type AskWitness } from "./tree/witnessing.ts";

export interface ServerDeps {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly log?: Log;
  readonly measures?: Measures;
  /** Without it nobody can found a helpline here. */
  readonly foundingSecret?: string;
  /** The built desk. Without it only /api answers. */
  readonly files?: StaticFiles;
  /** Asks an authority for time stamps (RFC 3161). Without it nothing is stamped. */
  readonly askAuthority?: AskAuthority;
  /** Asks the witness for its line under a checkpoint. */
  readonly askWitness?: AskWitness;
  readonly timers?: Timers;
  readonly hints?: Partial<HintTimes>;
  /** How much may be under way at once. */
  readonly most?: {
    readonly requests?: number;
    readonly bodyBytes?: number;
    readonly waitingPushes?: number;
  };
}

export interface Server {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly underWay: () => UnderWay;
  /** From now on /ready says 503, so that a proxy sends new requests elsewhere. Everything is answered as before. */
  readonly retire: () => void;
  /** Ends the lines of hints, lets what is being written finish. Does not close the store. */
  readonly close: () => Promise<void>;
}

export function openServer(deps: ServerDeps): Server {
  const { store, now, random, log = silentLog, timers = realTimers, most = {} } = deps;
  const { measures = noMeasures } = deps;
  let isRetiring = false;
  const times = { ...hintTimes, ...deps.hints };
  const pushes = openGroupCommit({
    append: store.append,
    ...(most.waitingPushes === undefined ? {} : { mostWaiting: most.waitingPushes }),
  });
  const hints = openHints({ store, timers, times });
  const roll = openRoll({ store, now });
  const admission = openAdmission({ requests: most.requests ?? 1_500, bytes: most.bodyBytes ?? 96_000_000 });

  let opened: Promise<Tokens> | undefined;
  function tokens(): Promise<Tokens> {
    opened ??= store.secret("session", random(32)).then((secret) => openTokens({ secret, now, random }));
    // A store that was away when first asked must be asked again.
    opened.catch(() => (opened = undefined));
    return opened;
  }

  const parts: Parts = {
    store,
    roll,
    tokens,
    pushes,
    hints,
    now,
    timers,
    log,
    foundingSecret: deps.foundingSecret,
  };
  const secrets = openSecrets({ store, now, random });
  const groups = openDropGroups(store);
  const hinting = hintRoutes(parts, times);
  const meetings = meetingRoutes(parts);
  const { files } = deps;

  const app = new Hono();
  app.route("/api/sign-in", signInRoutes(parts));
  app.route("/api/team", teamRoutes(parts));
  app.route("/api/meetings", meetings.routes);
  app.route("/api/work", workRoutes(secrets));
  app.route("/api/drops", dropRoutes({ ...parts, secrets, groups }));
  app.route("/api/mail", mailRoutes({ ...parts, secrets, random }));
  app.route("/api/blobs", blobRoutes({ ...parts, secrets, random }));
  app.use("/api/hints", signedIn(parts));
  app.route("/api/hints", hinting.routes);
  app.use("/api/publications", signedIn(parts));
  app.route("/api/publications", publicationRoutes(parts));
  app.use("/api/timestamps", signedIn(parts));
  app.route("/api/timestamps", timestampRoutes(deps.askAuthority));
  app.use("/api/desks/*", signedIn(parts));
  app.use("/api/desks/:desk/*", atDesk(parts));
  app.route("/api/desks", logRoutes(parts));
  const cosigned = deps.askWitness && openWitnessing({ ask: deps.askWitness, now });
  const checkpoints = async () =>
    openCheckpoints({ store, key: await secrets.note(), ...(cosigned ? { cosigned } : {}) });
  app.get("/api/note-key", async (c) => c.json({ key: textOf((await secrets.note()).publicKey) }));
  app.route("/api/desks", treeRoutes(checkpoints));
  app.route("/api/desks", deskDropRoutes(parts));
  app.route("/api/desks", deskMailRoutes(parts));
  app.route("/api/desks", deskBlobRoutes(parts));
  app.route("/api/desks", leaseRoutes(parts));
  app.get("/health", (c) => c.json({ type: "Alive" }));
  app.get("/ready", async (c) => {
    if (isRetiring) return complain(503, "Stopping", { retryAfter: 2 });
    await store.ready();
    return c.json({ type: "Ready" });
  });
  const record = openRecord(parts);
  app.notFound(async (c) => {
    const found = (files && serveFile(files, c.req.raw)) ?? (await record.serve(c.req.raw));
    if (found) return found;
    return isKnownPath(c.req.path) ? complain(405, "WrongMethod") : complain(404, "NotFound");
  });
  app.onError((cause, c) => {
    const facts = { ...factsOf(cause), method: c.req.method };
    if (cause instanceof StoreUnavailable) {
      log.warn("store unavailable", facts);
      return complain(503, "StoreUnavailable", { retryAfter: 2 });
    }
    log.error("a request failed", facts);
    return complain(500, "Broken");
  });

  return {
    async fetch(request) {
      const started = now();
      const isKnown = (await shownSession(parts, request).catch(() => undefined)) !== undefined;
      const leave = admission.enter(heldBytes(request), isKnown);
      if (!leave) {
        measures.turnedAway();
        return withSecurity(complain(503, "Busy", { retryAfter: 2 }));
      }
      try {
        const response = withSecurity(await app.fetch(request));
        const milliseconds = now() - started;
        const { pathname } = new URL(request.url);
        const facts = { method: methodOf(request), route: templateOf(pathname), status: response.status };
        measures.answered({ ...facts, seconds: milliseconds / 1000 });
        // What went well is not written down: when which desk works is nobody's business.
        if (response.status >= 400 || milliseconds >= SLOW) log.info("answered", { ...facts, milliseconds });
        return response;
      } finally {
        leave();
      }
    },
    underWay: admission.underWay,
    retire() {
      isRetiring = true;
    },
    async close() {
      hinting.close();
      meetings.close();
      hints.close();
      await Promise.all([pushes.idle(), groups.idle()]);
    },
  };
}

/** What a body that does not say its length is counted as, and a file that is kept as it comes, a mebibyte at a time. */
const UNDECLARED_BYTES = 1_100_000;

function heldBytes(request: Request): number {
  const declared = declaredBytes(request) ?? UNDECLARED_BYTES;
  return request.method === "PATCH" ? Math.min(declared, UNDECLARED_BYTES) : declared;
}

/** Milliseconds after which an answer is worth a line. */
const SLOW = 2_000;

/** Every path that means something, in the order of requests.ts. A log line names one of these and never the path itself. */
const templates: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/sign-in\/challenge$/, "/api/sign-in/challenge"],
  [/^\/api\/sign-in$/, "/api/sign-in"],
  [/^\/api\/team$/, "/api/team"],
  [/^\/api\/desks\/[^/]+\/box$/, "/api/desks/:desk/box"],
  [/^\/api\/desks\/[^/]+\/pushes$/, "/api/desks/:desk/pushes"],
  [/^\/api\/desks\/[^/]+\/head$/, "/api/desks/:desk/head"],
  [/^\/api\/desks\/[^/]+\/log$/, "/api/desks/:desk/log"],
  [/^\/api\/desks\/[^/]+\/cards$/, "/api/desks/:desk/cards"],
  [/^\/api\/desks\/[^/]+\/folders\/[^/]+$/, "/api/desks/:desk/folders/:folder"],
  [/^\/api\/desks\/[^/]+\/binders$/, "/api/desks/:desk/binders"],
  [/^\/api\/desks\/[^/]+\/binders\/[^/]+$/, "/api/desks/:desk/binders/:n"],
  [/^\/api\/hints$/, "/api/hints"],
  [/^\/api\/meetings\/[^/]+$/, "/api/meetings/:meeting"],
  [/^\/api\/meetings\/[^/]+\/[^/]+$/, "/api/meetings/:meeting/:slot"],
  [/^\/api\/work$/, "/api/work"],
  [/^\/api\/drops\/[^/]+\/[^/]+$/, "/api/drops/:desk/:drop"],
  [/^\/api\/mail\/[^/]+\/challenge$/, "/api/mail/:desk/challenge"],
  [/^\/api\/mail\/[^/]+$/, "/api/mail/:desk"],
  [/^\/api\/blobs\/[^/]+$/, "/api/blobs/:desk"],
  [/^\/api\/blobs\/[^/]+\/[^/]+$/, "/api/blobs/:desk/:blob"],
  [/^\/api\/desks\/[^/]+\/drops$/, "/api/desks/:desk/drops"],
  [/^\/api\/desks\/[^/]+\/mail$/, "/api/desks/:desk/mail"],
  [/^\/api\/desks\/[^/]+\/blobs\/[^/]+$/, "/api/desks/:desk/blobs/:blob"],
  [/^\/api\/desks\/[^/]+\/leases\/[^/]+$/, "/api/desks/:desk/leases/:token"],
  [/^\/api\/publications$/, "/api/publications"],
  [/^\/api\/timestamps$/, "/api/timestamps"],
  [/^\/api\/note-key$/, "/api/note-key"],
  [/^\/health$/, "/health"],
  [/^\/ready$/, "/ready"],
];

function templateOf(path: string): string {
  return (
    templates.find(([pattern]) => pattern.test(path))?.[1] ?? (path.startsWith("/api/") ? "/api/*" : "/*")
  );
}

function isKnownPath(path: string): boolean {
  return templates.some(([pattern]) => pattern.test(path));
}

const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]);

/** A method is free text too. */
function methodOf(request: Request): string {
  return methods.has(request.method) ? request.method : "OTHER";
}
