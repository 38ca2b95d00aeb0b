/**
 * Why a server, or a command beside it, could not begin: one sentence for whoever keeps the machine, which says what to set. Messages
 * of the machine are passed on only where nothing else is known.
 */
import pg from "pg";

import { DirectoryInUse } from "./postgres/directory-lock.ts";
import { StoreUnavailable } from "./store.ts";

export function whyNotStarted(cause: unknown): string {
  return cause instanceof DirectoryInUse ? cause.message : `The server cannot start: ${reasonOf(cause)}`;
}

/** The same without who says it. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "for a reason it does not know.";
  if (cause instanceof pg.DatabaseError)
    return `the database refuses: ${cause.message}. Is DATABASE_URL right?`;
  const { code = "", syscall, path, address, port } = factsOf(cause);
  if (cause instanceof StoreUnavailable || syscall === "connect")
    return "the database does not answer. Is DATABASE_URL right, and is it running?";
  if (syscall === "listen" || syscall === "getaddrinfo") return whyNotListening(code, address, port);
  if (path !== undefined && code !== "") return `${path} cannot be made or used (${disk.get(code) ?? code}).`;
  return cause.message;
}

function whyNotListening(code: string, address: string | undefined, port: number | undefined): string {
  const which = port === undefined ? "the port" : `port ${port}`;
  if (code === "EADDRINUSE") return `${which} is taken. Set another PORT (or METRICS_PORT).`;
  if (code === "EACCES") return `${which} is not for an ordinary user. Set a PORT above 1023.`;
  return `${address ?? "HOST"} is no address of this machine. Set another HOST (or METRICS_HOST).`;
}

const disk: ReadonlyMap<string, string> = new Map([
  ["EACCES", "this user may not write there"],
  ["EPERM", "this user may not write there"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk is full for this user"],
  ["ENOTDIR", "something on the way to it is no directory"],
  ["EEXIST", "a file of that name is in its place"],
  ["ENOENT", "it is not there, or the folder for it is not"],
]);

interface MachineFacts {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** What Node says of a failed call of the machine's, beside its message. */
function factsOf(cause: Error): MachineFacts {
  const text = (name: string): string | undefined => {
    const said: unknown = Reflect.get(cause, name);
    return typeof said === "string" ? said : undefined;
  };
  const port: unknown = Reflect.get(cause, "port");
  const [code, syscall, path, address] = ["code", "syscall", "path", "address"].map(text);
  return {
    ...(code === undefined ? {} : { code }),
    ...(syscall === undefined ? {} : { syscall }),
    ...(path === undefined ? {} : { path }),
    ...(address === undefined ? {} : { address }),
    ...(typeof port === "number" ? { port } : {}),
  };
}
