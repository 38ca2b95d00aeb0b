import { MAIL_PAGE_BYTES, replayTeam, toText, type Mail } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { sha256, verify } from "../sign-in/verify.ts";
import { familyKey, withLetterbox } from "../testing/outside.ts";

const refused = (status: number, reason: string) =>
  expect.objectContaining({ name: "WireRefusal", status, reason });
const LOCATOR = "ABEKM";

async function withMail() {
  const place = await withLetterbox();
  const { box, wire, helpline } = place;
  const family = familyKey("family");
  const { fingerprint } = await teamOf(place);
  const mail: Mail = {
    v: 1,
    locator: LOCATOR,
    key: family.publicKey,
    number: 1,
    page: toText(helpline.random(MAIL_PAGE_BYTES)),
  };
  async function fetched(by = family, { locator = LOCATOR, tell = false } = {}) {
    const { desk } = helpline;
    const challenge = await box.mailChallenge(desk, locator);
    return box.mail(desk, by.asks({ charter: fingerprint, desk, locator, challenge, tell }));
  }
  return {
    ...place,
    family,
    mail,
    fetched,
    fingerprint,
    put: (given: Mail) => wire.putMail(helpline.desk, given),
  };
}

async function teamOf({ box }: Pick<Awaited<ReturnType<typeof withLetterbox>>, "box">) {
  return replayTeam(await box.team(), { verify, hash: sha256 });
}

describe("a mailbox", () => {
  test("gives its page to who holds the key, and to everyone else a page that looks the same", async () => {
    const { mail, put, fetched } = await withMail();
    const before = await fetched();
    expect(before).toHaveLength(MAIL_PAGE_BYTES);
    expect([...before.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(await put(mail)).toEqual({ type: "Taken" });
    expect(toText(await fetched())).toBe(mail.page);
    const guess = await fetched(familyKey("a guesser"));
    expect(guess).toHaveLength(MAIL_PAGE_BYTES);
    expect([...guess.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    // Random behind it: two empty pages are not alike, and neither packs smaller than the other.
    expect(toText(await fetched(familyKey("a guesser")))).not.toBe(toText(guess));
    expect(new Set(guess).size).toBe(256);
  });

  test("takes a newer page and refuses an older", async () => {
    const { mail, put, helpline, fetched } = await withMail();
    const newer = { ...mail, number: 2, page: toText(helpline.random(MAIL_PAGE_BYTES)) };
    await put(newer);
    expect(await put(mail)).toEqual({ type: "Older", number: 2 });
    expect(toText(await fetched())).toBe(newer.page);
  });

  test("after ten wrong guesses in an hour answers no more of them, but still its owner", async () => {
    const { mail, put, fetched, clock } = await withMail();
    await put(mail);
    const guesser = familyKey("a guesser");
    for (let n = 0; n < 10; n += 1) await fetched(guesser);
    await expect(fetched(guesser)).rejects.toEqual(refused(429, "TooManyTries"));
    expect(toText(await fetched())).toBe(mail.page);
    await fetched(guesser, { locator: "XXXXX" });
    clock.pass(3_600_000);
    await fetched(guesser);
  });

  test("opens for no old, foreign or unsigned challenge", async () => {
    const { box, family, helpline, clock, fingerprint } = await withMail();
    const { desk } = helpline;
    const asking = {
      charter: fingerprint,
      desk,
      locator: LOCATOR,
      challenge: await box.mailChallenge(desk, LOCATOR),
      tell: false,
    };
    const good = family.asks(asking);
    await expect(box.mail(desk, { ...good, tell: true })).rejects.toEqual(refused(401, "BadSignature"));
    await expect(box.mail(desk, { ...good, key: familyKey("x").publicKey })).rejects.toEqual(
      refused(401, "BadSignature"),
    );
    await expect(box.mail(desk, { ...good, locator: "XXXXX" })).rejects.toEqual(
      refused(401, "ChallengeOver"),
    );
    await expect(box.mail(desk, { ...good, challenge: "1.2.3" })).rejects.toEqual(
      refused(401, "ChallengeOver"),
    );
    clock.pass(121_000);
    await expect(box.mail(desk, good)).rejects.toEqual(refused(401, "ChallengeOver"));
  });

  test("tells the desk that it was read only where the family allowed it", async () => {
    const { mail, put, fetched, wire, helpline } = await withMail();
    await put(mail);
    await fetched();
    expect(await wire.mailReads(helpline.desk)).toEqual({ reads: [] });
    await fetched(undefined, { tell: true });
    expect(await wire.mailReads(helpline.desk)).toEqual({
      reads: [{ key: mail.key, number: 1, day: "2026-11-22" }],
    });
  });

  test("is filled by nobody but the desk", async () => {
    const { mail, stranger, helpline } = await withMail();
    await expect(stranger.putMail(helpline.desk, mail)).rejects.toEqual(refused(401, "NotSignedIn"));
    await expect(stranger.mailReads(helpline.desk)).rejects.toEqual(refused(401, "NotSignedIn"));
  });
});
