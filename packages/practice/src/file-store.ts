/**
 * A device's drawers as one journal file: each write is one appended line, on the disk before it is answered. What lies
 * there is sealed already. At opening the journal is read, a line cut by a crash is left out, and what remains is written
 * anew beside it and moved into its place.
 */
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

import { StoreFull, drawers, memoryStore, type Change, type Store } from "@answerable/replica";

export async function fileStore(directory: string): Promise<Store> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "drawers.jsonl");
  const inMemory = memoryStore();
  for (const changes of await writesIn(path)) await inMemory.write(changes);
  let journal = await compacted(path, inMemory);
  let last: Promise<void> = Promise.resolve();

  /** One after the other: the order of the lines is the order of the writes. */
  function inTurn(go: () => Promise<void>): Promise<void> {
    const done = last.then(go);
    last = done.catch(() => undefined);
    return done;
  }

  return {
    get: (drawer, key) => inMemory.get(drawer, key),
    list: (drawer, prefix) => inMemory.list(drawer, prefix),
    write: (changes) =>
      inTurn(async () => {
        try {
          await journal.appendFile(`${JSON.stringify(changes)}\n`);
          await journal.datasync();
        } catch (cause) {
          if (isNoRoom(cause)) throw new StoreFull({ cause });
          throw cause;
        }
        await inMemory.write(changes);
      }),
    wipe: () =>
      inTurn(async () => {
        await inMemory.wipe();
        await journal.close();
        journal = await compacted(path, inMemory);
      }),
    close: () => void inTurn(() => journal.close()),
  };
}

async function writesIn(path: string): Promise<readonly (readonly Change[])[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as readonly Change[]); // written by this very file
}

async function compacted(path: string, store: Store) {
  const fresh = `${path}.fresh`;
  const file = await open(fresh, "w", 0o600);
  for (const drawer of drawers) {
    for await (const page of store.list(drawer)) {
      const changes: readonly Change[] = page.map(({ key, text }) => ({ drawer, key, text }));
      await file.appendFile(`${JSON.stringify(changes)}\n`);
    }
  }
  await file.sync();
  await file.close();
  await rename(fresh, path);
  return open(path, "a", 0o600);
}

function isNoRoom(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
}
