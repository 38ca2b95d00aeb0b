/**
 * What a database's no means. Some failures pass by themselves and the same request with the same ids may be tried again on
 * another connection: every write here finds itself if its first try was committed. The rest of the machine's failures are
 * said to the device as "not now"; what is left is a bug and is thrown as it came.
 */
import pg from "pg";

import { StoreUnavailable } from "../store.ts";
import { patienceOf, type Patience } from "./processes.ts";

/** The connection broke, or gave no answer in time: nothing is known about what happened to the statement. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

/** serialization, deadlock, connection, restart, too many connections, a standby that was promoted */
const passing = /^(?:40001|40P01|08...|57P0[123]|53300|25006)$/;
/** disk full, out of memory or another resource, input/output, operator's intervention, lock timeout */
const unavailable = /^(?:53...|58...|57...|55P03|XX00[12])$/;
/** After these the connection is of no more use. */
const breaking = /^(?:08...|57P0[123]|25006)$/;

function stateOf(cause: unknown): string | undefined {
  return cause instanceof pg.DatabaseError ? cause.code : undefined;
}

export function isPassing(cause: unknown): boolean {
  return cause instanceof ConnectionLost || passing.test(stateOf(cause) ?? "");
}

export function breaksConnection(cause: unknown): boolean {
  return !(cause instanceof pg.DatabaseError) || breaking.test(cause.code ?? "");
}

export function isUniqueViolation(cause: unknown): boolean {
  return stateOf(cause) === "23505";
}

export interface Retry {
  /** Milliseconds from the first failure after which a passing one is passed on. */
  readonly patience: number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Tries again while the failure is a passing one and patience lasts. Throws StoreUnavailable for what the machine cannot do now. */
export async function retrying<T>(retry: Retry, go: () => Promise<T>): Promise<T> {
  let patience: Patience | undefined;
  try {
    for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
      try {
        return await go();
      } catch (cause) {
        if (!isPassing(cause) && !unavailable.test(stateOf(cause) ?? "")) throw cause;
        patience ??= patienceOf(retry.patience);
        if (!isPassing(cause) || patience.isOver()) {
          throw new StoreUnavailable(`the database cannot answer: ${stateOf(cause) ?? "connection"}`, {
            cause,
          });
        }
        await retry.pause(wait);
      }
    }
  } finally {
    patience?.forget();
  }
}
