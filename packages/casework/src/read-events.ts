/**
 * The events of an opened sheet. Old shapes are lifted; what this release cannot read (a newer kind, a newer code) is
 * counted and stays sealed in its sheet for a newer device.
 */
import * as v from "valibot";

import { Event } from "./event.ts";
import { lifted } from "./older.ts";

export interface ReadEvents {
  readonly events: readonly Event[];
  readonly unknown: number;
}

export function readEvents(raw: readonly unknown[]): ReadEvents {
  const events = raw.flatMap((one) => {
    const read = v.safeParse(Event, lifted(one));
    return read.success ? [read.output] : [];
  });
  return { events, unknown: raw.length - events.length };
}
