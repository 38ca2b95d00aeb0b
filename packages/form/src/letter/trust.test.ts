import { foundHelpline, openKeep, publishIntake, type Random } from "@answerable/seal";
import { openLetterbox, toText, type DeskId, type Hash } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { findIntake, type Trust } from "./trust.ts";

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 22, 18, 30);
const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

async function line(name = "Маяк") {
  const founded = await foundHelpline({ name, practice: false, suite: "A1", now, random });
  const keep = await openKeep(founded.keep);
  const { team, secrets, desk, push } = founded;
  const published = await publishIntake({ keep, team, now, random, desk: secrets });
  const log = [...push.statements, ...published.push.statements];
  return { ...founded, keep, published, log, fingerprint: team.fingerprint, desk };
}

interface Asked {
  readonly charter?: Hash;
  readonly desk?: DeskId;
  readonly at?: number;
  /** What the server's clock says. */
  readonly theirs?: number;
}

/** What a server says to whoever asks, through the family's own end of the wire. */
async function asked(answer: () => unknown, wish: Asked): Promise<Trust> {
  const { charter, desk, at = now, theirs = at } = wish;
  const work = { challenge: "A".repeat(22), bits: 1, now: `${new Date(theirs).toISOString().slice(0, 19)}Z` };
  const box = openLetterbox({
    origin: "https://line.example",
    fetch: async ({ url }) => {
      if (!url.includes("/api/team")) return Response.json(work);
      const given = answer();
      return given instanceof Response ? given : Response.json({ statements: given });
    },
  });
  return findIntake({ box, charter, desk, now: () => at });
}

describe("whom to seal to", () => {
  test("follows from the charter's fingerprint through the signed log", async () => {
    const { log, fingerprint, desk, published } = await line();
    const trust = await asked(() => log, { charter: fingerprint });
    expect(trust).toMatchObject({ type: "Trusted", intake: { desk, period: 1, name: "Маяк" } });
    const key = published.team.desks.get(desk)?.intake[0]?.recipient;
    expect(trust).toMatchObject({ intake: { key } });
  });

  test("cannot be told without a fingerprint", async () => {
    const { log } = await line();
    expect(await asked(() => log, {})).toEqual({ type: "NoPin" });
  });

  test("is nobody where the log is another helpline's, whole or in part", async () => {
    const [ours, theirs] = [await line(), await line("Чужие")];
    const charter = ours.fingerprint;
    const mixed = [
      theirs.log,
      [...ours.log, ...theirs.log],
      [...ours.push.statements, ...theirs.published.push.statements],
      [...theirs.push.statements, ...ours.published.push.statements],
    ];
    for (const log of mixed) expect(await asked(() => log, { charter })).toEqual({ type: "Forged" });
  });

  test("is nobody where the key, its desk, its time or its signature was changed, or anything else in the log", async () => {
    const [ours, theirs] = [await line(), await line("Чужие")];
    const last = ours.log.length - 1;
    const foreign = theirs.log.at(-1)?.act;
    if (foreign?.type !== "IntakeKeyPublished") throw new Error("a key is published last");
    const changed = (change: (one: (typeof ours.log)[number]) => unknown) =>
      ours.log.map((one, at) => (at === last ? change(one) : one));
    const forgeries = [
      changed((one) => ({ ...one, signature: toText(new Uint8Array(64)) })),
      changed((one) => ({ ...one, signature: theirs.log.at(-1)?.signature })),
      changed((one) => ({ ...one, act: { ...one.act, recipient: foreign.recipient } })),
      changed((one) => ({ ...one, act: { ...one.act, desk: foreign.desk } })),
      changed((one) => ({ ...one, act: { ...one.act, notAfter: "2099-01-01T00:00:00Z" } })),
      changed((one) => ({ ...one, act: { ...one.act, period: 2 } })),
      changed((one) => ({ ...one, prev: theirs.log.at(-1)?.prev })),
      changed(() => theirs.log.at(-1)),
      changed((one) => ({ ...one, signature: undefined })),
      [...ours.log, ours.log[last]],
      ours.log.slice(1),
      ours.log.toReversed(),
      [],
      [{}],
      "a page of something else" as unknown,
    ];
    for (const [at, log] of forgeries.entries())
      expect(await asked(() => log, { charter: ours.fingerprint }), String(at)).toEqual({ type: "Forged" });
  });

  test("is nobody where the page was given a desk that the log does not have", async () => {
    const [ours, theirs] = [await line(), await line("Чужие")];
    const wish = { charter: ours.fingerprint, desk: theirs.desk };
    expect(await asked(() => ours.log, wish)).toEqual({ type: "Forged" });
  });

  test("is nobody when the key has run out, was left out, or is an older one than the clock allows", async () => {
    const { log, push, keep, published, fingerprint: charter } = await line();
    expect(await asked(() => log, { charter, at: now + 36 * DAY })).toEqual({ type: "Expired" });
    expect(await asked(() => push.statements, { charter })).toEqual({ type: "Expired" });
    const { team, secrets } = published;
    const later = now + 30 * DAY;
    const next = await publishIntake({ keep, team, now: later, random, desk: secrets });
    const both = [...log, ...next.push.statements];
    expect(await asked(() => both, { charter, at: later })).toMatchObject({ intake: { period: 2 } });
    // The server goes on serving yesterday's log.
    expect(await asked(() => log, { charter, at: now + 36 * DAY })).toEqual({ type: "Expired" });
  });

  test("waits for the right date where this device's clock is a year off, before or behind", async () => {
    const { log, fingerprint: charter } = await line();
    for (const at of [now + 365 * DAY, now - 365 * DAY])
      expect(await asked(() => log, { charter, at, theirs: now })).toEqual({ type: "WrongClock" });
  });

  test("is not known while the server is away, and a refusal of the server is no trust", async () => {
    const { fingerprint: charter } = await line();
    const answering = (answer: () => unknown) => asked(answer, { charter });
    const dead = () => {
      throw new TypeError("no line");
    };
    expect(await answering(dead)).toEqual({ type: "Unreachable" });
    expect(await answering(() => new Response(null, { status: 503 }))).toEqual({ type: "Unreachable" });
    expect(await answering(() => new Response(null, { status: 404 }))).toEqual({ type: "Forged" });
    expect(await answering(() => new Response("<h1>Welcome to the hotel</h1>"))).toMatchObject({
      type: expect.stringMatching(/^(?:Unreachable|Forged)$/),
    });
  });
});
