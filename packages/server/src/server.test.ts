import { WireRefusal, type CardLine, type Push } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { memoryStore } from "./memory-store.ts";
import { testHelpline } from "./testing/helpline.ts";
import { allOf, FOUNDING_SECRET, plugged } from "./testing/plugged.ts";

const refused = (status: number, reason: string) =>
  expect.objectContaining({ name: "WireRefusal", status, reason });

describe("founding", () => {
  test("a helpline is founded with the founding secret, and only once", async () => {
    const { stranger, helpline } = await plugged({ founded: false });
    expect(await stranger.pushTeam(helpline.founding, FOUNDING_SECRET)).toEqual({ type: "Taken", number: 2 });
    expect((await stranger.team(0)).statements).toEqual(helpline.founding.statements);
    const { founding } = await testHelpline({ seed: "another helpline" });
    await expect(stranger.pushTeam(founding, FOUNDING_SECRET)).rejects.toEqual(refused(401, "NotSignedIn"));
  });

  test("without the founding secret, or with a wrong one, nothing is founded", async () => {
    const { stranger, helpline } = await plugged({ founded: false });
    await expect(stranger.pushTeam(helpline.founding)).rejects.toEqual(refused(401, "NotSignedIn"));
    await expect(stranger.pushTeam(helpline.founding, "a guess")).rejects.toEqual(
      refused(403, "NotSignedIn"),
    );
    expect((await stranger.team(0)).statements).toEqual([]);
  });

  test("a desk without a box for its devices is not made", async () => {
    const { stranger, helpline } = await plugged({ founded: false });
    const push = { ...helpline.founding, boxes: [] };
    expect(await stranger.pushTeam(push, FOUNDING_SECRET)).toEqual({ type: "Stale" });
  });

  test("a founding push that was answered and not heard is answered the same again", async () => {
    const { stranger, helpline } = await plugged();
    expect(await stranger.pushTeam(helpline.founding, FOUNDING_SECRET)).toEqual({ type: "Taken", number: 2 });
  });

  test("a statement whose signature is wrong is refused, and the log stays as it was", async () => {
    const { stranger, helpline } = await plugged({ founded: false });
    const [first, second] = helpline.founding.statements;
    if (!first || !second) throw new Error("the founding has two statements");
    const push = { ...helpline.founding, statements: [first, { ...second, signature: first.signature }] };
    await expect(stranger.pushTeam(push, FOUNDING_SECRET)).rejects.toEqual(refused(422, "Broken"));
    expect((await stranger.team(0)).statements).toEqual([]);
  });
});

describe("a second device", () => {
  test("comes in with a statement and new boxes, and then signs in", async () => {
    const { wire, helpline, signedIn } = await plugged();
    const device = helpline.newDevice();
    const statements = [await helpline.statement({ type: "DeviceAdded", device: device.keys })];
    expect(await wire.pushTeam({ statements, boxes: [] })).toEqual({ type: "Stale" });
    expect(await wire.pushTeam({ statements, boxes: [helpline.box(helpline.desk)] })).toEqual({
      type: "Taken",
      number: 3,
    });
    const second = await signedIn(device);
    expect((await second.box(helpline.desk)).devices).toHaveLength(2);
    expect(await second.head(helpline.desk)).toEqual({ desk: helpline.desk, place: 0 });
  });

  test("who is behind with the team log is told its number", async () => {
    const { wire, helpline } = await plugged();
    await helpline.statement({ type: "DeviceAdded", device: helpline.newDevice().keys });
    const skipped = [await helpline.statement({ type: "DeviceAdded", device: helpline.newDevice().keys })];
    expect(await wire.pushTeam({ statements: skipped, boxes: [] })).toEqual({ type: "Behind", number: 2 });
  });

  test("a clock set forward makes nobody's device expire", async () => {
    const { wire, helpline, clock, signedIn } = await plugged();
    const quiet = helpline.newDevice();
    const added = [await helpline.statement({ type: "DeviceAdded", device: quiet.keys })];
    await wire.pushTeam({ statements: added, boxes: [helpline.box(helpline.desk)] });
    const month = 31 * 86_400_000;
    const act = { type: "DeviceRevoked", device: quiet.device, why: "expired" } as const;
    const then = new Date(clock.now() + month).toISOString().replace(/\.\d+Z$/u, "Z");
    const push = { statements: [await helpline.statement(act, helpline.device, then)], boxes: [] };
    await expect(wire.pushTeam(push)).rejects.toEqual(refused(403, "NotYours"));
    clock.pass(month);
    expect(await (await signedIn(helpline.device)).pushTeam(push)).toMatchObject({ type: "Taken" });
  });

  test("a stranger brings in nobody", async () => {
    const { stranger, helpline } = await plugged();
    const statements = [await helpline.statement({ type: "DeviceAdded", device: helpline.newDevice().keys })];
    await expect(stranger.pushTeam({ statements, boxes: [] })).rejects.toEqual(refused(401, "NotSignedIn"));
  });
});

describe("signing in", () => {
  test("a challenge is over after two minutes", async () => {
    const { stranger, helpline, clock } = await plugged();
    const { challenge } = await stranger.challenge(helpline.device.device);
    clock.pass(121_000);
    await expect(stranger.signIn(helpline.signIn(challenge))).rejects.toEqual(refused(401, "ChallengeOver"));
  });

  test("a challenge given to one device does not sign in another", async () => {
    const { stranger, helpline } = await plugged();
    const { challenge } = await stranger.challenge(helpline.newDevice().device);
    await expect(stranger.signIn(helpline.signIn(challenge))).rejects.toEqual(refused(401, "ChallengeOver"));
  });

  test("a signature by another key does not sign in", async () => {
    const { stranger, helpline } = await plugged();
    const { challenge } = await stranger.challenge(helpline.device.device);
    const forged = { ...helpline.signIn(challenge, helpline.newDevice()), device: helpline.device.device };
    await expect(stranger.signIn(forged)).rejects.toEqual(refused(401, "NotSignedIn"));
  });

  test("a session is over after twelve hours", async () => {
    const { wire, helpline, clock } = await plugged();
    clock.pass(12 * 3_600_000 - 1);
    expect(await wire.head(helpline.desk)).toMatchObject({ desk: helpline.desk });
    // Also for the process that has just seen that it is good.
    clock.pass(2);
    await expect(wire.head(helpline.desk)).rejects.toEqual(refused(401, "NotSignedIn"));
  });

  test("a token with anything changed in it is no token", async () => {
    const { token, ask, helpline } = await plugged();
    for (const wrong of [`${token}A`, token.replace(/\.[0-9]+\./, ".99999999999999."), "", "x"]) {
      expect((await ask(`/api/desks/${helpline.desk}/head`, { token: wrong })).status).toBe(401);
    }
  });
});

describe("pushing and pulling", () => {
  test("a sheet gets the desk's next place, and is there once however often it is sent", async () => {
    const { wire, helpline } = await plugged();
    const first = helpline.push();
    const second = helpline.push({ after: first });
    expect(await wire.push(first)).toEqual({ type: "Placed", place: 1 });
    expect(await wire.push(second)).toEqual({ type: "Placed", place: 2 });
    expect(await wire.push(first)).toEqual({ type: "Placed", place: 1 });
    const folder = await wire.folder(helpline.desk, first.sheet.folder, 0);
    expect(folder).toEqual({
      key: first.key,
      sheets: [
        { place: 1, sheet: first.sheet },
        { place: 2, sheet: second.sheet },
      ],
    });
    expect((await wire.folder(helpline.desk, first.sheet.folder, 1)).sheets).toHaveLength(1);
  });

  test("a sheet under another key than the desk's present one is not taken", async () => {
    const { wire, helpline } = await plugged();
    const { sheet, card, key } = helpline.push();
    const epoch = (sheet.epoch + 1) as typeof sheet.epoch;
    const other = { sheet: { ...sheet, epoch }, card: { ...card, epoch }, key };
    await expect(wire.push(other)).rejects.toEqual(refused(409, "WrongEpoch"));
    expect(await wire.head(helpline.desk)).toMatchObject({ place: 0 });
  });

  test("who writes on an old state of the folder is behind", async () => {
    const { wire, helpline } = await plugged();
    const first = helpline.push();
    const mine = helpline.push({ after: first });
    const theirs = helpline.push({ after: first });
    await wire.push(first);
    await wire.push(theirs);
    expect(await wire.push(mine)).toEqual({ type: "Behind", number: 2 });
  });

  test("an id that stands for other bytes is refused, and so is a sheet that chains to something else", async () => {
    const { wire, helpline } = await plugged();
    const first = helpline.push();
    await wire.push(first);
    const other: Push = { ...first, sheet: { ...first.sheet, body: helpline.push().sheet.body } };
    await expect(wire.push(other)).rejects.toEqual(refused(409, "IdTaken"));
    const next = helpline.push({ after: other });
    await expect(wire.push(next)).rejects.toEqual(refused(409, "WrongPrev"));
  });

  test("a push in another device's name, or of two pieces, is refused", async () => {
    const { wire, helpline } = await plugged();
    const push = helpline.push();
    const theirs = helpline.push({ by: helpline.newDevice() });
    await expect(wire.push(theirs)).rejects.toEqual(refused(403, "NotYourDevice"));
    const torn: Push = { ...push, card: { ...push.card, folder: helpline.folder() } };
    await expect(wire.push(torn)).rejects.toEqual(refused(422, "NotOfOnePiece"));
  });

  test("text that is no spelling of any bytes is malformed", async () => {
    const { wire, helpline } = await plugged();
    const push = helpline.push();
    const body = `${push.sheet.body.slice(0, 100)}AB`;
    await expect(wire.push({ ...push, sheet: { ...push.sheet, body } })).rejects.toEqual(
      refused(400, "Malformed"),
    );
  });

  test("cards come newest first on the first day, and oldest first to follow", async () => {
    const { wire, helpline } = await plugged();
    const pushes: Push[] = [];
    for (let n = 0; n < 300; n += 1) pushes.push(helpline.push({ bytes: 90 }));
    for (const push of pushes) await wire.push(push);
    const [first] = pushes;
    if (!first) throw new Error("there is a first push");
    await wire.push(helpline.push({ after: first }));

    const places = (lines: readonly CardLine[]) =>
      lines.flatMap((line) => ("card" in line ? [line.place] : []));
    const down = await allOf(wire.cardsBefore(helpline.desk, Number.MAX_SAFE_INTEGER));
    expect(down[0]).toEqual({ head: 301 });
    expect(down.at(-1)).toEqual({ end: true });
    expect(places(down)).toEqual(Array.from({ length: 300 }, (_, n) => 301 - n));
    const up = await allOf(wire.cardsAfter(helpline.desk, 290));
    expect(places(up)).toEqual([291, 292, 293, 294, 295, 296, 297, 298, 299, 300, 301]);
  });

  test("a reader who does not read is not read for: cards are taken from the store as they are taken by the reader", async () => {
    const base = memoryStore();
    let pages = 0;
    const store: typeof base = {
      ...base,
      cards(desk, page) {
        pages += 1;
        return base.cards(desk, page);
      },
    };
    const { helpline, ask, token } = await plugged({ store });
    await store.append(Array.from({ length: 3_000 }, () => helpline.push({ bytes: 1_500 })));
    const response = await ask(`/api/desks/${helpline.desk}/cards?after=0`, { token });
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((done) => setTimeout(done, 30));
    expect(pages).toBeLessThanOrEqual(3);
    await reader?.cancel();
    await new Promise((done) => setTimeout(done, 30));
    expect(pages).toBeLessThanOrEqual(3);
  });

  test("a desk of others and a desk that is not there answer alike", async () => {
    const { wire, helpline, stranger } = await plugged();
    const unknown = (await plugged({ desks: 2 })).helpline.desks[1];
    if (!unknown) throw new Error("there are two desks");
    await expect(wire.head(unknown)).rejects.toEqual(refused(403, "NotYourDesk"));
    await expect(stranger.head(helpline.desk)).rejects.toEqual(refused(401, "NotSignedIn"));
  });
});

describe("binders", () => {
  test("a binder is taken when it covers more than the one there", async () => {
    const { wire, helpline } = await plugged();
    await wire.push(helpline.push());
    await wire.push(helpline.push());
    const { epoch, body } = helpline.push().sheet;
    const binder = { v: 1 as const, desk: helpline.desk, n: 0, of: 1 as const, covers: 1, epoch, body };
    expect(await wire.putBinder(binder)).toEqual({ type: "Taken" });
    expect(await wire.putBinder(binder)).toEqual({ type: "Older", covers: 1 });
    expect(await wire.putBinder({ ...binder, covers: 2 })).toEqual({ type: "Taken" });
    await expect(wire.putBinder({ ...binder, covers: 3 })).rejects.toEqual(refused(409, "BeyondHead"));
    expect(await allOf(wire.binders(helpline.desk))).toEqual([{ ...binder, covers: 2 }]);
  });
});

describe("the door", () => {
  test("what is not there is 404, what is there but not so is 405, and both carry the security headers", async () => {
    const { ask } = await plugged();
    const missing = await ask("/api/nothing");
    expect(missing.status).toBe(404);
    const wrong = await ask("/api/sign-in", { method: "GET" });
    expect(wrong.status).toBe(405);
    for (const response of [missing, wrong]) {
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  test("a body that is too long is refused while it is still coming", async () => {
    const { server } = await plugged();
    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(new TextEncoder().encode("x".repeat(1000)));
      },
    });
    const request = new Request("http://desk.example/api/sign-in", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half", // Node demands it; the browser's types do not know it yet
    } as RequestInit);
    expect((await server.fetch(request)).status).toBe(413);
    expect(given).toBeLessThan(20);
  });

  test.each([
    ["not JSON", "{", 400],
    ["of a wrong shape", "{}", 400],
    ["nested a hundred deep", `${'{"a":'.repeat(100)}1${"}".repeat(100)}`, 400],
  ])("a body that is %s is malformed", async (_, body, status) => {
    const { ask } = await plugged();
    const headers = { "content-type": "application/json" };
    expect((await ask("/api/sign-in/challenge", { method: "POST", body, headers })).status).toBe(status);
  });

  test("when too many wait, a push is turned away with a time to come again", async () => {
    const never = new Promise<never>(() => undefined);
    const base = await plugged();
    const { helpline, wire } = await plugged({
      store: { ...base.store, append: () => never },
      founded: true,
      most: { waitingPushes: 1 },
    });
    const pushes = Array.from({ length: 8 }, () => helpline.push());
    const answers = pushes.map((push) => wire.push(push).catch((cause: unknown) => cause));
    const first = await Promise.race(answers);
    expect(first).toBeInstanceOf(WireRefusal);
    expect(first).toMatchObject({ status: 503, reason: "Busy", retryAfterSeconds: 1 });
  });
});
