/**
 * Other processes, looked at from outside: whether one lives, what it runs, and when it began. A pid alone says little: after a crash
 * or a restart of the machine the same number may be somebody else.
 */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The words of its command line. undefined: no such process, or one that has ended and was not yet collected. */
export async function commandLine(pid: number): Promise<readonly string[] | undefined> {
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return text === "" ? undefined : text.split("\0").filter((word) => word !== "");
  }
  const text = await run("ps", ["-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
  return text === "" ? undefined : text.split(" ");
}

export async function isAlive(pid: number): Promise<boolean> {
  return (await commandLine(pid)) !== undefined;
}

/** Which run of which machine, and when in it this process began: two processes of one pid differ in this. */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name in brackets may hold spaces; the start time is the twentieth word after it.
    const words = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
    return words[0] === "Z" || words[19] === undefined ? undefined : `${boot.trim()} ${words[19]}`;
  }
  return run("ps", ["-o", "lstart=", "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim() || undefined,
    () => undefined,
  );
}

/** Sends a signal. false: there was nobody to send it to. */
export function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Patience, by a timer and not by a clock: nobody can set it back. */
export interface Patience {
  readonly isOver: () => boolean;
  readonly forget: () => void;
}

export function patienceOf(milliseconds: number): Patience {
  let isOver = milliseconds <= 0;
  const timer = setTimeout(() => {
    isOver = true;
  }, milliseconds);
  timer.unref();
  return { isOver: () => isOver, forget: () => clearTimeout(timer) };
}
