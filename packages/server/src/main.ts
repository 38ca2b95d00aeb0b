/**
 * The server's composition root: the one place that reads the environment, the clock and the machine's randomness. It holds
 * no state: everything lies in the database, so that it may be killed at any moment and run as often as needed.
 */
import { webcrypto } from "node:crypto";
import { join } from "node:path";

import closeWithGrace from "close-with-grace";
import pino from "pino";

import { readConfig, type Config } from "./config.ts";
import { openForm } from "./form/pages.ts";
import { openStaticFiles } from "./http/static-files.ts";
import { listen } from "./listen.ts";
import { factsOf, type Log } from "./log-line.ts";
import { openPrometheus } from "./measures.ts";
import { pinoLog } from "./pino-log.ts";
import { openDatabase } from "./postgres/database.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import { postgresStore } from "./postgres/postgres-store.ts";
import { pause } from "./postgres/processes.ts";
import { openServer } from "./server.ts";
import { authorityAt } from "./timestamps/routes.ts";
import { witnessAt } from "./tree/witnessing.ts";
import { whyNotStarted } from "./why-not-started.ts";

const patiently = ["SIGHUP", "SIGINT", "SIGTERM"] as const;
type Signal = (typeof patiently)[number];

const told = toldToStop();
const read = await readConfig(process.env);
if (read.type === "Problems") {
  fail(["The server cannot start:", ...read.problems.map((problem) => `  - ${problem}`)]);
} else {
  const log = pinoLog(pino.destination({ dest: 2, sync: false, minLength: 0 }));
  await run(read.config, log).catch((cause: unknown) => fail([whyNotStarted(cause)]));
}

async function run(config: Config, log: Log): Promise<void> {
  const { database: wanted } = config;
  /** What closes each thing that is open, in the order of opening: a start that fails leaves nothing open that would keep it alive. */
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const files =
      config.staticDirectory === undefined ? undefined : await openStaticFiles(config.staticDirectory);
    const form = config.form && (await openForm(config.form.directory, config.form));
    const postgres =
      wanted.type === "Ours"
        ? await openPostgres({
            directory: join(wanted.directory, "postgres"),
            log,
            binaries: wanted.binaries,
          })
        : undefined;
    if (postgres) opened.push(postgres.close);
    const url = wanted.type === "Ours" ? (postgres?.url ?? "") : wanted.url;
    const database = await openDatabase(url, { log });
    opened.push(database.close);
    const store = postgresStore(database);
    opened.push(store.close);
    const prometheus = config.metrics && openPrometheus({ ofProcess: true });
    const server = openServer({
      store,
      now: () => Date.now(),
      random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes)),
      log,
      ...(prometheus ? { measures: prometheus } : {}),
      ...(config.foundingSecret === undefined ? {} : { foundingSecret: config.foundingSecret }),
      ...(config.timestampUrl === undefined
        ? {}
        : { askAuthority: authorityAt(config.timestampUrl, (request) => fetch(request)) }),
      ...(config.witnessUrl === undefined
        ? {}
        : { askWitness: witnessAt(config.witnessUrl, (request) => fetch(request)) }),
      ...(files || form ? { files: new Map([...(files ?? []), ...(form ?? [])]) } : {}),
    });
    opened.push(server.close);
    prometheus?.watch({ underWay: server.underWay, connections: database.connections });
    const watched = prometheus && config.metrics && (await listen(prometheus, config.metrics));
    if (watched) {
      opened.push(() => watched.close(0));
      log.info("figures for Prometheus", { port: watched.port });
    }
    const listening = await listen(server, config);
    opened.push(async () => {
      // The lines that stay open end with the server; what is asked is still answered.
      const closing = listening.close(5_000);
      await server.close();
      await closing;
    });
    log.info("listening", { port: listening.port, pid: process.pid });

    const quiet = { error: () => undefined };
    const drain = config.drainSeconds * 1000;
    let signal: Signal | undefined;
    const options = { delay: 30_000 + drain, logger: quiet, skip: [...patiently] };
    const closing = closeWithGrace(options, async ({ err }) => {
      if (err) log.error("stopped by an error", factsOf(err));
      log.info("stopping", signal === undefined ? {} : { code: signal });
      server.retire();
      // A proxy that asks /ready must have seen it before the door closes. After an error there is nothing to wait for.
      if (!err) await pause(drain);
      await closeAll();
    });
    void told.then((heard) => {
      signal = heard;
      return closing.close();
    });
  } catch (cause) {
    await closeAll();
    throw cause;
  }
}

/**
 * Heard from the first moment on, and acted upon once what was begun can be closed: or our PostgreSQL would go on alone. Said twice (a
 * terminal tells every process of its own, and whoever started us tells us again) it is said once.
 */
function toldToStop(): Promise<Signal> {
  return new Promise((done) => {
    for (const signal of patiently) process.on(signal, () => done(signal));
  });
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = 1;
}
