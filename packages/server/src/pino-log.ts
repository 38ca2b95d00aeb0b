/**
 * The log of a running server: one JSON line for each event, made by pino from the facts that log-line.ts allows. Picked
 * one by one: whatever else an object carries stays out. No host name and no serializers of pino's own, which know addresses.
 */
import pino, { type DestinationStream } from "pino";

import type { Facts, Log } from "./log-line.ts";

export function pinoLog(destination: DestinationStream): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: {} }, destination);
  return {
    info: (event, facts) => logger.info(picked(facts), event),
    warn: (event, facts) => logger.warn(picked(facts), event),
    error: (event, facts) => logger.error(picked(facts), event),
  };
}

function picked(facts: Facts = {}): Facts {
  const { method, route, status, milliseconds, code, where, count, pid, version, port } = facts;
  // What is undefined pino leaves out, as JSON does; the cast says so to a stricter compiler.
  return { method, route, status, milliseconds, code, where, count, pid, version, port } as Facts;
}
