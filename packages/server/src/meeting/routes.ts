/**
 * A place where two devices leave each other sealed notes to enrol one of them. Each slot is written once; a meeting is
 * gone ten minutes after its offer. Who knows the 128-bit id may read and write: the new device has no session yet. But only
 * a signed-in device can begin one, so that strangers cannot fill the table.
 */
import { id, MeetingNote, type MeetingId, type MeetingSlot } from "@answerable/wire";
import { Hono } from "hono";
import * as v from "valibot";

import { readBody } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import type { Parts } from "../http/parts.ts";
import { sessionOf } from "../sign-in/session.ts";
import type { NoteFound } from "../store.ts";

const MEETING_MILLISECONDS = 10 * 60_000;
const WAIT_MILLISECONDS = 25_000;
/** A note put through another process is found within this. */
const LOOK_MILLISECONDS = 500;
const MOST_WAITING = 200;

const meetingId = id<MeetingId>();

export interface MeetingRoutes {
  readonly routes: Hono;
  readonly close: () => void;
}

export function meetingRoutes(parts: Parts): MeetingRoutes {
  const { store, now, timers } = parts;
  const routes = new Hono();
  /** Wakes whoever waits for a note of a meeting, without asking the store. */
  const wakers = new Map<string, Set<() => void>>();
  let waiting = 0;
  let isClosed = false;

  routes.put("/:meeting", async (c) => {
    const note = await readBody(c.req.raw, MeetingNote, 90_000);
    if (note instanceof Response) return note;
    if (note.meeting !== c.req.param("meeting")) return complain(422, "NotOfOnePiece");
    const begins = note.slot === "offer";
    if (begins && !(await sessionOf(parts, c.req.raw))) return complain(401, "NotSignedIn");
    const put = await store.putNote(note, { now: now(), until: now() + MEETING_MILLISECONDS, begins });
    switch (put) {
      case "put":
      case "there already":
        for (const wake of wakers.get(note.meeting) ?? []) wake();
        return new Response(null, { status: 204 });
      case "other bytes there":
        return complain(409, "SlotTaken");
      case "no such meeting":
        return complain(404, "NoMeeting");
      case "too many meetings":
        return complain(503, "Busy", { retryAfter: 60 });
    }
  });

  routes.get("/:meeting/:slot", async (c) => {
    const meeting = v.safeParse(meetingId, c.req.param("meeting"));
    const slot = v.safeParse(MeetingNote.entries.slot, c.req.param("slot"));
    if (!meeting.success || !slot.success) return complain(400, "Malformed");
    if (waiting >= MOST_WAITING) return complain(503, "Busy", { retryAfter: 2 });
    waiting += 1;
    try {
      const found = await awaited(meeting.output, slot.output, c.req.raw.signal);
      if (found.type === "Note") return answer(found.note);
      return found.type === "NotYet" ? new Response(null, { status: 204 }) : complain(404, "NoMeeting");
    } finally {
      waiting -= 1;
    }
  });

  async function awaited(meeting: MeetingId, slot: MeetingSlot, gone: AbortSignal): Promise<NoteFound> {
    const until = now() + WAIT_MILLISECONDS;
    for (;;) {
      const nudged = nudge(meeting);
      const found = await store.note(meeting, slot, now());
      if (found.type !== "NotYet" || now() >= until || gone.aborted || isClosed) {
        nudged.forget();
        return found;
      }
      await nudged.done;
    }
  }

  /** Resolves when a note of this meeting is put here, or after half a second. */
  function nudge(meeting: MeetingId): { readonly done: Promise<void>; readonly forget: () => void } {
    const all = wakers.get(meeting) ?? new Set();
    wakers.set(meeting, all);
    let forget = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      const forgetTimer = timers.later(LOOK_MILLISECONDS, () => forget());
      forget = () => {
        forgetTimer();
        all.delete(forget);
        if (all.size === 0 && wakers.get(meeting) === all) wakers.delete(meeting);
        resolve();
      };
      all.add(forget);
    });
    return { done, forget: () => forget() };
  }

  return {
    routes,
    close() {
      isClosed = true;
      for (const all of wakers.values()) for (const wake of all) wake();
    },
  };
}
