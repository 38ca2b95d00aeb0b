import { describe, expect, test } from "vitest";

import { openWire } from "./http.ts";
import { idFrom, type DeskId, type DeviceId, type MeetingId } from "./ids.ts";
import { Unreachable, WireRefusal } from "./reach.ts";
import type { MeetingNote } from "./requests.ts";

const desk = idFrom<DeskId>(new Uint8Array(16));
const meeting = idFrom<MeetingId>(new Uint8Array(16));

/** A server that answers once with this, and remembers what it was asked. */
function answering(answer: Response | Error, token?: string) {
  const asked: Request[] = [];
  const wire = openWire({
    origin: "https://desk.example.org",
    token: () => token,
    fetch: async (request) => {
      asked.push(request);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { wire, asked };
}

async function all<T>(lines: AsyncGenerator<T>): Promise<readonly T[]> {
  const read: T[] = [];
  for await (const line of lines) read.push(line);
  return read;
}

describe("the device's end of the wire", () => {
  test("holds no line that never ends", async () => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        if (given > 100) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
      },
    });
    const { wire } = answering(new Response(body));
    await expect(all(wire.cardsAfter(desk, 0))).rejects.toThrow(Unreachable);
    expect(given).toBeLessThan(12);
  });

  test("asks under /api, with the session's token when there is one", async () => {
    const { wire, asked } = answering(Response.json({ desk, place: 7 }), "token-1");
    expect(await wire.head(desk)).toEqual({ desk, place: 7 });
    expect(asked[0]?.url).toBe(`https://desk.example.org/api/desks/${desk}/head`);
    expect(asked[0]?.headers.get("authorization")).toBe("Bearer token-1");
    const before = answering(Response.json({ challenge: "c", now: "2026-11-22T18:30:00Z" }));
    await before.wire.challenge(idFrom<DeviceId>(new Uint8Array(16)));
    expect(before.asked[0]?.headers.has("authorization")).toBe(false);
    expect(before.asked[0]?.method).toBe("POST");
  });

  test("says Unreachable when no answer came", async () => {
    await expect(answering(new TypeError("network")).wire.head(desk)).rejects.toThrow(Unreachable);
    await expect(answering(new Response('{"desk":')).wire.head(desk)).rejects.toThrow(Unreachable);
  });

  test("says what the server refused, and when to come back", async () => {
    const busy = Response.json({ type: "Busy" }, { status: 503, headers: { "retry-after": "3" } });
    const refused = await answering(busy)
      .wire.head(desk)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WireRefusal);
    expect(refused).toMatchObject({ status: 503, reason: "Busy", retryAfterSeconds: 3 });
    const plain = await answering(new Response("gateway", { status: 502 }))
      .wire.head(desk)
      .catch((error: unknown) => error);
    expect(plain).toMatchObject({ status: 502, reason: "unknown", retryAfterSeconds: undefined });
  });

  test("takes no answer of another shape", async () => {
    await expect(answering(Response.json({ desk, place: -1 })).wire.head(desk)).rejects.toThrow();
    await expect(answering(Response.json({ desk, place: 1, more: 1 })).wire.head(desk)).rejects.toThrow();
  });

  test("reads lines as they come, however they were cut on the way", async () => {
    const bytes = new TextEncoder().encode('{"head":3}\n{"end":true}\n');
    const crumbs = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await all(answering(new Response(crumbs)).wire.cardsAfter(desk, 0))).toEqual([
      { head: 3 },
      { end: true },
    ]);
  });

  test("calls a last line without its newline a cut answer", async () => {
    await expect(
      all(answering(new Response('{"head":3}\n{"end":true}')).wire.cardsAfter(desk, 0)),
    ).rejects.toThrow(Unreachable);
  });

  test("hears hints and passes over the comments that keep the line open", async () => {
    const text = `: hello\n\ndata: {"desk":"${desk}","place":4}\n\n: still here\n\n`;
    const hints = answering(new Response(text)).wire.hints(new AbortController().signal);
    expect(await all(hints)).toEqual([{ desk, place: 4 }]);
  });

  test("finds no note where none is yet", async () => {
    expect(
      await answering(new Response(undefined, { status: 204 })).wire.note(meeting, "join"),
    ).toBeUndefined();
    const note: MeetingNote = { meeting, slot: "join", body: "AAAA" };
    expect(await answering(Response.json(note)).wire.note(meeting, "join")).toEqual(note);
    const { wire, asked } = answering(new Response(undefined, { status: 204 }));
    await wire.putNote(note);
    expect(asked[0]?.method).toBe("PUT");
    expect(await asked[0]?.json()).toEqual(note);
  });
});
