/**
 * The private cluster on disk: made once, by initdb, beside its final place and then moved there, so that a half-made one
 * is never taken for a whole one. Reachable through a socket in a directory that only its user can enter; no port.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chown, mkdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { makeDirectory } from "../make-directory.ts";
import type { Binaries } from "./binaries.ts";
import { barrierTo, give, type User } from "./unprivileged.ts";

const run = promisify(execFile);

export interface Cluster {
  /** By its real path: a process that serves it is known by that. */
  readonly directory: string;
  /** PGDATA. */
  readonly data: string;
  readonly socket: string;
  readonly log: string;
  readonly user: User | undefined;
}

export const PORT = 5432;
export const DATABASE_USER = "answerable";
export const environment = { LC_ALL: "C", PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC" };

export async function layOut(wanted: string, user: User | undefined): Promise<Cluster> {
  await makeDirectory(wanted, 0o700);
  const directory = await realpath(wanted);
  if (user) {
    const barrier = await barrierTo(directory, user);
    if (barrier !== undefined) {
      throw new Error(
        `PostgreSQL does not run as root, so it runs as ${user.name}, who may not enter ${barrier}. ` +
          "Put DATA_DIR where that user can go (for example under /var/lib), or start the server as an ordinary user.",
      );
    }
    await give(directory, user);
  }
  const socket = await socketDirectory(directory, user);
  return { directory, data: join(directory, "cluster"), socket, log: join(directory, "postgres.log"), user };
}

/** The major version that made it. undefined: there is none yet. */
export async function majorOf(cluster: Pick<Cluster, "data">): Promise<number | undefined> {
  const text = await readFile(join(cluster.data, "PG_VERSION"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

export async function makeCluster(cluster: Cluster, binaries: Binaries): Promise<void> {
  const half = `${cluster.data}.half`;
  await rm(half, { recursive: true, force: true });
  const options = ["-U", DATABASE_USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--data-checksums"];
  const identity = cluster.user ? { uid: cluster.user.uid, gid: cluster.user.gid } : {};
  await run(join(binaries.directory, "initdb"), ["-D", half, ...options], {
    env: environment,
    cwd: "/",
    ...identity,
  }).catch((cause: Error & { readonly stderr?: string }) => {
    const lines = (cause.stderr ?? "").trim().split("\n");
    // The first that names a fault; what comes after follows from it, and the last only says that it tidies up.
    const said = lines.find((line) => fault.test(line))?.replace(fault, "") ?? lines.at(-1) ?? "";
    throw new Error(`PostgreSQL could not make its files in ${half}: ${said}`, { cause });
  });
  await rename(half, cluster.data);
}

const fault = /^.*\b(?:error|FATAL|PANIC): +/u;

/** A unix socket's path may have 107 bytes. Where the data directory's is too long, a short one stands under /tmp, closed to others. */
async function socketDirectory(directory: string, user: User | undefined): Promise<string> {
  const near = join(directory, "socket");
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  if (Buffer.byteLength(near) <= 85) return closedDirectory(near, owner, user);
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 16);
  return closedDirectory(join(tmpdir(), `answerable-${name}`), owner, user);
}

async function closedDirectory(path: string, owner: number, user: User | undefined): Promise<string> {
  await mkdir(path, { mode: 0o700 }).then(
    () => (user ? chown(path, user.uid, user.gid) : undefined),
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EEXIST") throw cause;
    },
  );
  const { uid, mode } = await stat(path);
  // In /tmp anyone could have made it first, to sit between us and the database.
  if (uid !== owner || (mode & 0o077) !== 0)
    throw new Error(`${path} must belong to the database's user alone; it does not.`);
  return path;
}

export function postgresArguments(cluster: Cluster): readonly string[] {
  const settings: Record<string, string> = {
    listen_addresses: "",
    port: String(PORT),
    unix_socket_directories: `"${cluster.socket}"`,
    unix_socket_permissions: "0700",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    max_connections: "100",
    shared_buffers: "128MB",
    jit: "off",
    logging_collector: "off",
    log_destination: "stderr",
    // What the database says of itself goes to a file; what it was asked must not: no statement, no parameter, no key in a detail.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_min_duration_statement: "-1",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_error_verbosity: "terse",
  };
  return [
    "-D",
    cluster.data,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}
