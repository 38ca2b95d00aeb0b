/**
 * A directory with all that lead to it. Node's own recursive mkdir never ends where a file system takes no folders and says "not there"
 * of one whose parent is there, as /proc does: it makes the parent, which is there, and tries again, deaf to every signal.
 */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** What leads to it may be entered by others: as root, the database's user must be able to walk to it. */
export async function makeDirectory(path: string, mode: number): Promise<void> {
  const failed = await failureOf(path, mode);
  if (failed === undefined || (failed.code === "EEXIST" && (await isDirectory(path)))) return;
  const parent = dirname(path);
  if (failed.code !== "ENOENT" || parent === path) throw failed;
  if (await isDirectory(parent))
    throw new Error(`${path} cannot be made: no folder can be made in ${parent}.`, { cause: failed });
  await makeDirectory(parent, 0o755);
  await makeDirectory(path, mode);
}

function failureOf(path: string, mode: number): Promise<NodeJS.ErrnoException | undefined> {
  return mkdir(path, { mode }).then(
    () => undefined,
    (cause: NodeJS.ErrnoException) => cause,
  );
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
