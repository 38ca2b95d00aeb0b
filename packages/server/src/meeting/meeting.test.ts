import type { MeetingSlot } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { plugged } from "../testing/plugged.ts";

const settled = () => new Promise((done) => setTimeout(done, 10));

describe("a meeting", () => {
  test("is begun by a signed-in device and joined by one that is not", async () => {
    const { wire, stranger, helpline } = await plugged();
    const meeting = helpline.meeting();
    const note = (slot: MeetingSlot, body = "AAAA") => ({ meeting, slot, body });
    await expect(stranger.putNote(note("offer"))).rejects.toMatchObject({ status: 401 });
    await expect(stranger.putNote(note("join"))).rejects.toMatchObject({ status: 404 });
    await wire.putNote(note("offer"));
    expect(await stranger.note(meeting, "offer")).toEqual(note("offer"));
    await stranger.putNote(note("join"));
    await stranger.putNote(note("join"));
    await expect(stranger.putNote(note("join", "BBBB"))).rejects.toMatchObject({
      status: 409,
      reason: "SlotTaken",
    });
  });

  test("wakes who waits for a note as soon as it is put", async () => {
    const { wire, stranger, helpline } = await plugged();
    const meeting = helpline.meeting();
    await wire.putNote({ meeting, slot: "offer", body: "AAAA" });
    const waiting = wire.note(meeting, "join");
    await settled();
    await stranger.putNote({ meeting, slot: "join", body: "BBBB" });
    expect(await waiting).toEqual({ meeting, slot: "join", body: "BBBB" });
  });

  test("answers that nothing is there yet after 25 seconds", async () => {
    const { wire, helpline, clock } = await plugged();
    const meeting = helpline.meeting();
    await wire.putNote({ meeting, slot: "offer", body: "AAAA" });
    const waiting = wire.note(meeting, "join");
    let seconds = 0;
    while ((await Promise.race([waiting, settled().then(() => "not yet")])) === "not yet") {
      clock.pass(500);
      seconds += 0.5;
    }
    expect(await waiting).toBeUndefined();
    expect(seconds).toBeGreaterThanOrEqual(25);
  });

  test("is gone after ten minutes", async () => {
    const { wire, helpline, clock } = await plugged();
    const meeting = helpline.meeting();
    await wire.putNote({ meeting, slot: "offer", body: "AAAA" });
    clock.pass(600_000);
    await expect(wire.note(meeting, "offer")).rejects.toMatchObject({ status: 404, reason: "NoMeeting" });
  });

  test("takes no note larger than its limit", async () => {
    const { wire, helpline } = await plugged();
    const note = { meeting: helpline.meeting(), slot: "offer" as const, body: "A".repeat(100_000) };
    await expect(wire.putNote(note)).rejects.toMatchObject({ status: 413 });
  });
});
