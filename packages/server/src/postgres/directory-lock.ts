/**
 * One server process to a data directory. The lock is a file that names its owner by pid and birth; an owner that is no
 * more leaves a stale lock, which the next one takes over by itself.
 */
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { birthOf } from "./processes.ts";

export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
}

export interface DirectoryLock {
  readonly release: () => Promise<void>;
}

const NAME = "owner.lock";

export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, NAME);
  const mine = `${process.pid}\n${(await birthOf(process.pid)) ?? ""}\n`;
  const mark = `${process.pid}-${process.hrtime.bigint()}`;
  const draft = join(directory, `${NAME}.${mark}`);
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    for (let tries = 0; tries < 20; tries += 1) {
      // link, because it makes the file with its words in it or fails: nobody ever reads half a lock.
      if (await linked(draft, path)) return { release: () => released(path, mine) };
      const words = await readFile(path, "utf8").catch(() => undefined);
      if (words === undefined) continue;
      const owner = await ownerOf(words);
      if (owner !== undefined) throw inUse(directory, owner);
      await putAside(path, words, `${path}.stale-${mark}`);
    }
    throw inUse(directory, undefined);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The pid of a living owner. The same process may not lock twice either: two stores in it would fight as two processes do. */
async function ownerOf(words: string): Promise<number | undefined> {
  const [pidText = "", birth = ""] = words.split("\n");
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid < 1) return undefined;
  return (await birthOf(pid)) === birth ? pid : undefined;
}

async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EEXIST") return false;
      throw cause;
    },
  );
}

/** Moves a stale lock away. If another process was quicker and what moved is its fresh lock, that is put back. */
async function putAside(path: string, stale: string, aside: string): Promise<void> {
  const isMoved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  const moved = await readFile(aside, "utf8");
  if (moved !== stale) await linked(aside, path);
  await rm(aside, { force: true });
}

async function released(path: string, mine: string): Promise<void> {
  const words = await readFile(path, "utf8").catch(() => undefined);
  if (words === mine) await rm(path, { force: true });
}

function inUse(directory: string, pid: number | undefined): DirectoryInUse {
  const who = pid === undefined ? "another server process" : `another server process (pid ${pid})`;
  return new DirectoryInUse(
    `The data directory ${directory} is in use by ${who}. Stop that one first, or give this one its own DATA_DIR.`,
  );
}
