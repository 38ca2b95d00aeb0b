/**
 * PostgreSQL refuses to run as root, so as root we run it as somebody who may do nothing else. That user must be able to
 * walk to the binaries and to the data; a home directory closed to others stands in the way, and is said so.
 */
import { chown, lchown, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** undefined: we are not root, and run it as ourselves. */
export async function unprivilegedUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = usersOf(await readFile("/etc/passwd", "utf8").catch(() => ""));
  const user = ["postgres", "nobody"].map((name) => users.find((each) => each.name === name)).find(Boolean);
  if (user) return user;
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody to run it as. " +
      "Start the server as an ordinary user, or set DATABASE_URL.",
  );
}

function usersOf(passwd: string): readonly User[] {
  return passwd.split("\n").flatMap((line) => {
    const [name = "", , uid = "", gid = ""] = line.split(":");
    const user = { name, uid: Number(uid), gid: Number(gid) };
    return name !== "" && user.uid > 0 && Number.isSafeInteger(user.gid) ? [user] : [];
  });
}

/** The first directory on the way to `path` that the user may not enter. */
export async function barrierTo(path: string, user: User): Promise<string | undefined> {
  const way: string[] = [];
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    way.unshift(at);
    if (at === dirname(at)) break;
  }
  for (const directory of way) {
    const { mode, uid, gid } = await stat(directory);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return directory;
  }
  return undefined;
}

/** Gives a tree to the user, if it is not already theirs. */
export async function give(directory: string, user: User): Promise<void> {
  const own = await stat(directory);
  if (own.uid === user.uid) return;
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  // The directory last: were we stopped half way, the next start would do it all again.
  await chown(directory, user.uid, user.gid);
}
