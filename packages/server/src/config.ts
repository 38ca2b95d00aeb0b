/**
 * What the environment says, checked at start with every problem at once: nobody should mend one line, start again, and be
 * told of the next.
 *
 *   PORT, HOST              where to listen (8080, 127.0.0.1)
 *   DATA_DIR                where our own PostgreSQL lies (./data)
 *   PG_BIN                  the bin directory of the PostgreSQL to run there
 *   DATABASE_URL            another PostgreSQL instead; then DATA_DIR and PG_BIN mean nothing
 *   STATIC_DIR              the built desk
 *   FORM_DIR                the built pages for families, served as /write and /reply
 *   FORM_CHARTER            the helpline's fingerprint, written into those pages; without it the link must carry it
 *   FORM_DESK               the desk that reads letters, where there are several
 *   FORM_TELEPHONE, FORM_ONION, FORM_EXIT   the number shown, the address for Tor, where "leave quickly" goes (https)
 *   TIMESTAMP_URL           an authority for time stamps (RFC 3161): sees one salted hash a day and device; without it nothing is stamped
 *   METRICS_PORT            where figures for Prometheus are served, on 127.0.0.1 or METRICS_HOST; without it they are not
 *   DRAIN_SECONDS           how long /ready says 503 before a stopping server closes its door (0; 5 behind a proxy)
 *   WITNESS_URL             a witness that is asked for its line under every checkpoint (see docs/witness.md)
 *   FOUNDING_SECRET_FILE    a file that holds the founding secret (at least 20 symbols); without it nobody can found
 */
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

import type { FormSetting } from "./form/pages.ts";

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly database:
    | { readonly type: "Ours"; readonly directory: string; readonly binaries?: string }
    | { readonly type: "Given"; readonly url: string };
  readonly staticDirectory: string | undefined;
  readonly foundingSecret: string | undefined;
  readonly timestampUrl: string | undefined;
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  readonly drainSeconds: number;
  readonly witnessUrl: string | undefined;
  readonly form: (FormSetting & { readonly directory: string }) | undefined;
}

export type ConfigRead =
  | { readonly type: "Config"; readonly config: Config }
  | { readonly type: "Problems"; readonly problems: readonly string[] };

export async function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ConfigRead> {
  const problems: string[] = [];
  const given = (name: string): string | undefined => environment[name]?.trim() || undefined;

  const whole = (name: string, most: number): number | undefined => {
    const text = given(name);
    if (text === undefined) return undefined;
    if (!/^[0-9]{1,5}$/.test(text) || Number(text) > most)
      problems.push(`${name} must be a whole number from 0 to ${most}.`);
    return Number(text);
  };
  const port = whole("PORT", 65_535) ?? 8080;

  const url = given("DATABASE_URL");
  if (url !== undefined && !/^postgres(?:ql)?:\/\//.test(url)) {
    problems.push("DATABASE_URL must begin with postgres:// or postgresql://.");
  } else if (url !== undefined && !URL.canParse(url.replace("@/", "@socket/"), "postgres://base")) {
    problems.push(
      "DATABASE_URL is no address. Signs like / and @ in a name or a password are written %2F and %40.",
    );
  }
  const binaries = given("PG_BIN");
  if (url === undefined && binaries !== undefined && !(await isDirectory(binaries))) {
    problems.push(`PG_BIN is ${binaries}, which is no directory.`);
  }
  const staticDirectory = given("STATIC_DIR");
  if (staticDirectory !== undefined && !(await hasPage(staticDirectory, "index.html"))) {
    problems.push(
      `STATIC_DIR is ${staticDirectory}, and there is no index.html. Has the desk been built (npm run build)?`,
    );
  }
  const timestampUrl = given("TIMESTAMP_URL");
  if (timestampUrl !== undefined && !/^https?:\/\/[^\s"<>]{3,300}$/.test(timestampUrl))
    problems.push("TIMESTAMP_URL must begin with http:// or https://.");
  const metricsPort = whole("METRICS_PORT", 65_535);
  const metricsHost = given("METRICS_HOST") ?? "127.0.0.1";
  if (metricsPort === undefined && given("METRICS_HOST") !== undefined)
    problems.push("METRICS_HOST means nothing without METRICS_PORT.");
  if (metricsPort === port && port !== 0)
    problems.push("METRICS_PORT must be another than PORT: the figures are not for everybody.");
  const drainSeconds = whole("DRAIN_SECONDS", 300) ?? 0;
  const witnessUrl = given("WITNESS_URL");
  if (witnessUrl !== undefined && !/^https?:\/\/[^\s"<>]{3,300}$/.test(witnessUrl))
    problems.push("WITNESS_URL must begin with http:// or https://.");
  const secretFile = given("FOUNDING_SECRET_FILE");
  const foundingSecret = secretFile === undefined ? undefined : await secretIn(secretFile);
  if (secretFile !== undefined && foundingSecret === undefined) {
    problems.push(
      `FOUNDING_SECRET_FILE is ${secretFile}, which must be a readable file of 20 to 200 symbols without spaces.`,
    );
  }

  const form = await formIn(given, problems);
  if (problems.length > 0) return { type: "Problems", problems };
  const directory = resolve(given("DATA_DIR") ?? "data");
  const ours = { type: "Ours" as const, directory, ...(binaries === undefined ? {} : { binaries }) };
  const database = url === undefined ? ours : { type: "Given" as const, url };
  return {
    type: "Config",
    config: {
      host: given("HOST") ?? "127.0.0.1",
      port,
      database,
      staticDirectory,
      foundingSecret,
      timestampUrl,
      metrics: metricsPort === undefined ? undefined : { host: metricsHost, port: metricsPort },
      drainSeconds,
      witnessUrl,
      form,
    },
  };
}

async function formIn(
  given: (name: string) => string | undefined,
  problems: string[],
): Promise<Config["form"]> {
  const directory = given("FORM_DIR");
  if (directory !== undefined && !(await hasPage(directory, "write.html"))) {
    problems.push(
      `FORM_DIR is ${directory}, and there is no write.html. Have the pages been built (npm run build)?`,
    );
  }
  const setting = {
    charter: given("FORM_CHARTER"),
    desk: given("FORM_DESK"),
    telephone: given("FORM_TELEPHONE"),
    onion: given("FORM_ONION"),
    exit: given("FORM_EXIT"),
  };
  const shapes = [
    ["FORM_CHARTER", setting.charter, /^[A-Za-z0-9_-]{43}$/, "the helpline's fingerprint, 43 symbols"],
    ["FORM_DESK", setting.desk, /^[A-Za-z0-9_-]{22}$/, "the id of a desk, 22 symbols"],
    ["FORM_TELEPHONE", setting.telephone, /^[+0-9 ()-]{3,30}$/, "a telephone number"],
    ["FORM_ONION", setting.onion, /^http:\/\/[a-z2-7]{56}\.onion$/, "an address of Tor: http://….onion"],
    ["FORM_EXIT", setting.exit, /^https:\/\/[^\s"<>]{3,200}$/, "an address that begins with https://"],
  ] as const;
  for (const [name, text, shape, what] of shapes) {
    if (text !== undefined && !shape.test(text)) problems.push(`${name} must be ${what}.`);
    if (text !== undefined && directory === undefined)
      problems.push(`${name} means nothing without FORM_DIR, the built pages for families.`);
  }
  return directory === undefined ? undefined : { directory, ...setting };
}

function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function hasPage(directory: string, page: string): Promise<boolean> {
  return stat(join(directory, page)).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function secretIn(path: string): Promise<string | undefined> {
  const text = (await readFile(path, "utf8").catch(() => "")).trim();
  return /^[\x21-\x7e]{20,200}$/.test(text) ? text : undefined;
}
