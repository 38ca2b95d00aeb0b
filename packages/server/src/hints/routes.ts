/** Server-sent events: one head a line, newest only. A slow reader gets fewer hints, not more memory. */
import type { DeskId, Head } from "@answerable/wire";
import { Hono } from "hono";

import { complain } from "../http/complaint.ts";
import type { Parts, Signed } from "../http/parts.ts";
import type { HintTimes } from "./hub.ts";

export interface HintRoutes {
  readonly routes: Hono<Signed>;
  /** Ends every line: the server stops. */
  readonly close: () => void;
}

export function hintRoutes(parts: Parts, times: HintTimes): HintRoutes {
  const routes = new Hono<Signed>();
  const open = new Set<() => void>();

  routes.get("/", async (c) => {
    const desks = await parts.roll.desksOf(c.get("device"));
    const heads = await parts.store.heads(desks);
    const line = openLine(parts, {
      desks,
      heads,
      times,
      ends: c.get("ends"),
      gone: (end) => open.delete(end),
    });
    if (!line) return complain(503, "Busy", { retryAfter: 5 });
    open.add(line.end);
    c.req.raw.signal.addEventListener("abort", line.end);
    return new Response(line.body, {
      headers: { "content-type": "text/event-stream", "x-accel-buffering": "no" },
    });
  });

  return {
    routes,
    close() {
      for (const end of open) end();
    },
  };
}

interface LineDeps {
  readonly desks: readonly DeskId[];
  readonly heads: readonly Head[];
  readonly times: HintTimes;
  /** When the session is over, in milliseconds since 1970. */
  readonly ends: number;
  readonly gone: (end: () => void) => void;
}

function openLine(parts: Parts, deps: LineDeps) {
  const encoder = new TextEncoder();
  const unsent = new Map<DeskId, Head>(deps.heads.map((head) => [head.desk, head]));
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isBeatDue = false;
  let forgetBeat: (() => void) | undefined;

  function send(): void {
    if (!controller || (controller.desiredSize ?? 0) <= 0) return;
    let text = isBeatDue ? ": beat\n\n" : "";
    for (const head of unsent.values()) text += `data: ${JSON.stringify(head)}\n\n`;
    isBeatDue = false;
    unsent.clear();
    if (text !== "") controller.enqueue(encoder.encode(text));
  }

  function beat(): void {
    if (parts.now() >= deps.ends) return end();
    isBeatDue = true;
    send();
    forgetBeat = parts.timers.later(deps.times.beat, beat);
  }

  const unlisten = parts.hints.listen(deps.desks, (heads) => {
    for (const head of heads) {
      const { place = 0, team = 0 } = unsent.get(head.desk) ?? {};
      const newest = Math.max(team, head.team ?? 0);
      const both = { desk: head.desk, place: Math.max(place, head.place) };
      unsent.set(head.desk, newest === 0 ? both : { ...both, team: newest });
    }
    send();
  });
  if (!unlisten) return undefined;
  forgetBeat = parts.timers.later(deps.times.beat, beat);

  function end(): void {
    unlisten?.();
    forgetBeat?.();
    deps.gone(end);
    const open = controller;
    controller = undefined;
    open?.close();
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      pull: send,
      cancel() {
        controller = undefined;
        end();
      },
    },
    { highWaterMark: 4 },
  );
  return { body, end };
}
