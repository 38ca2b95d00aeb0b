/**
 * What is counted while the server works, for whoever watches it: how many answers of which route, how long they took, how much is
 * under way. Sums over all desks and people: no desk, member, address or path has a label here, and there is no place for one.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** A request that was answered: its route's template, its method from a fixed list, its status. */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What lies on the server at this moment. */
export interface UnderWay {
  readonly requests: number;
  /** Of the bodies that are being taken in. */
  readonly bytes: number;
}

export interface Connections {
  readonly open: number;
  readonly idle: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

export interface Measures {
  readonly answered: (request: Answered) => void;
  /** Turned away at the door with 503, before it cost anything. */
  readonly turnedAway: () => void;
}

export const noMeasures: Measures = { answered: () => undefined, turnedAway: () => undefined };

export interface Prometheus extends Measures {
  /** Asked when the figures are read. */
  readonly watch: (now: {
    readonly underWay: () => UnderWay;
    readonly connections: () => Connections;
  }) => void;
  /** Prometheus' text format, version 0.0.4. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A line that is held open until there is news says nothing about how quick the server is. */
const HELD_OPEN: ReadonlySet<string> = new Set(["/api/hints", "/api/meetings/:meeting/:slot"]);

/** `ofProcess`: the processor, memory and event loop of this process too, which an observer keeps running. */
export function openPrometheus({ ofProcess }: { readonly ofProcess: boolean }): Prometheus {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) {
    collectDefaultMetrics({ register: registry });
    // They are named like counters and are none; promtool says so. The same stand once more by kind, without "total".
    for (const each of ["handles", "requests", "resources"])
      registry.removeSingleMetric(`nodejs_active_${each}_total`);
  }
  const requests = new Counter({
    name: "answerable_requests_total",
    help: "Requests answered, by the route's template",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "answerable_request_seconds",
    help: "Seconds until the answer, without lines that are held open on purpose",
    labelNames: ["route"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers,
  });
  const turned = new Counter({
    name: "answerable_turned_away_total",
    help: "Requests turned away at the door because too many were under way",
    registers,
  });

  return {
    answered({ method, route, status, seconds: took }) {
      requests.inc({ method, route, status });
      if (!HELD_OPEN.has(route)) seconds.observe({ route }, took);
    },
    turnedAway: () => turned.inc(),
    watch({ underWay, connections }) {
      const gauge = (name: string, help: string, read: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(read());
          },
        });
      gauge("answerable_requests_under_way", "Requests under way", () => underWay().requests);
      gauge("answerable_body_bytes_under_way", "Bytes of bodies under way", () => underWay().bytes);
      gauge("answerable_database_connections", "Open connections to the database", () => connections().open);
      gauge("answerable_database_idle", "Of them idle", () => connections().idle);
      gauge("answerable_database_waiting", "Statements that wait for one", () => connections().waiting);
    },
    async fetch(request) {
      if (new URL(request.url).pathname !== "/metrics") return new Response("", { status: 404 });
      return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
    },
  };
}
