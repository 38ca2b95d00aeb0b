import { fromText, MeetingNote, toText, type MeetingSlot } from "@answerable/wire";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import {
  invite,
  isRefusal,
  joinByLink,
  openBox,
  openKeep,
  readLink,
  type Accepted,
  type Confirmed,
  type MeetingLink,
  type Random,
} from "./index.ts";
import { openNote, sealNote } from "./meeting-notes.ts";
import { chance } from "./testing/chance.ts";
import { helpline, now } from "./testing/helpline.ts";

type House = Awaited<ReturnType<typeof helpline>>;
/** The server's mailbox: it may do with a note whatever it likes. */
type Mailbox = (note: MeetingNote) => MeetingNote;
const honest: Mailbox = (note) => v.parse(MeetingNote, JSON.parse(JSON.stringify(note)));

interface Meeting {
  readonly house: House;
  readonly name: string;
  readonly mailbox?: Mailbox;
  /** What a person types on a screen, given what the other screen shows. */
  readonly type?: (shown: string) => string | undefined;
  /** For a server that got hold of the link. */
  readonly useLink?: (link: MeetingLink) => void;
}

/** The whole meeting, both sides in turn; throws where a side refuses, gives undefined where wrong digits end it. */
async function meet({ house, name, mailbox = honest, type = (shown) => shown, useLink }: Meeting) {
  const old = invite({
    keep: house.open,
    team: house.team,
    origin: "https://desk.example.org",
    random: chance(`${name} old`),
  });
  const link = readLink(old.link);
  if (!link) throw new Error("a link");
  useLink?.(link);
  const young = await joinByLink({ link, statements: house.push.statements, random: chance(`${name} new`) });
  const offered = await young.readOffer(mailbox(old.offer));
  const joined = await old.readJoin(mailbox(offered.join));
  const revealed = await offered.readReveal(mailbox(joined.reveal));
  const accepted = await joined.accept(type(revealed.digits));
  const confirmed = await revealed.confirm(type(joined.digits));
  if (accepted.type === "WrongDigits" || confirmed.type === "WrongDigits")
    return { accepted, confirmed, digits: [joined.digits, revealed.digits] };
  const { push, welcome } = await accepted.add({ team: house.team, desks: [house.secrets], now });
  const statements = [...house.push.statements, ...push.statements];
  const { keep, team } = await confirmed.readWelcome({ note: mailbox(welcome), statements });
  return { accepted, confirmed, keep, team, push, statements, digits: [joined.digits, revealed.digits] };
}

describe("enrolling a second device", () => {
  for (const suite of ["A1", "A2"] as const) {
    test(`two people who read each other six digits share one desk, in suite ${suite}`, async () => {
      const house = await helpline(`meeting ${suite}`, { suite });
      const met = await meet({
        house,
        name: `meeting ${suite}`,
        type: (shown) => `${shown.slice(0, 3)} ${shown.slice(3)}`,
      });
      for (const shown of met.digits) expect(shown).toMatch(/^\d{6}$/);
      const [box] = met.push?.boxes ?? [];
      if (!met.keep || !box) throw new Error("enrolled");
      expect(await openBox(box, met.keep, met.team)).toEqual(house.secrets);
      expect(met.keep).toMatchObject({
        fingerprint: house.keep.fingerprint,
        member: house.member,
        memberSeed: house.keep.memberSeed,
      });
      expect(met.keep.device).not.toBe(house.device);
      const open = await openKeep(met.keep);
      expect(met.team.devices.get(met.keep.device)?.signing).toBe(toText(open.signer.publicKey));
    });
  }

  test("under a practice charter nobody types, and the digits are still the same on both sides' terms", async () => {
    const house = await helpline("practice meeting", { practice: true });
    const met = await meet({ house, name: "practice meeting", type: () => undefined });
    expect(met.accepted.type).toBe("Accepted");
    expect(met.digits.every((shown) => /^\d{6}$/.test(shown))).toBe(true);
  });

  test("a real charter never lets the typing be skipped", async () => {
    const house = await helpline("no skipping");
    await expect(meet({ house, name: "no skipping", type: () => undefined })).rejects.toMatchObject({
      why: "DigitsMissing",
    });
  });

  test("wrong digits burn the meeting for good, and the other side is told", async () => {
    const house = await helpline("wrong digits");
    const old = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("wrong digits old"),
    });
    const link = readLink(old.link);
    if (!link) throw new Error("a link");
    const young = await joinByLink({
      link,
      statements: house.push.statements,
      random: chance("wrong digits new"),
    });
    const offered = await young.readOffer(old.offer);
    const joined = await old.readJoin(offered.join);
    const revealed = await offered.readReveal(joined.reveal);
    const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
    const answer = await joined.accept(wrong(revealed.digits));
    if (answer.type !== "WrongDigits") throw new Error("refused");
    expect(isRefusal(link, honest(answer.refuse))).toBe(true);
    await expect(joined.accept(revealed.digits)).rejects.toMatchObject({ why: "TakenTwice" });
    await expect(old.readJoin(offered.join)).rejects.toMatchObject({ why: "TakenTwice" });
    expect((await revealed.confirm(wrong(joined.digits))).type).toBe("WrongDigits");
    await expect(revealed.confirm(joined.digits)).rejects.toMatchObject({ why: "TakenTwice" });
    expect(() => isRefusal(link, offered.join)).toThrow("damaged: note");
  });

  test("a link is read whatever stands before the fragment, and nothing else is a link", async () => {
    const house = await helpline("links");
    const { link } = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("links"),
    });
    expect(readLink(link)?.fingerprint).toBe(house.keep.fingerprint);
    expect(readLink(`  ${link}\n`)).toEqual(readLink(link));
    for (const wrong of [
      "",
      "https://desk.example.org/",
      link.slice(0, -1),
      `${link}A`,
      link.replace("enrol=", "enroll="),
    ]) {
      expect(readLink(wrong)).toBeUndefined();
    }
  });

  test("a link to another helpline does not enrol here", async () => {
    const house = await helpline("here");
    const other = await helpline("elsewhere");
    const { link } = invite({
      keep: other.open,
      team: other.team,
      origin: "https://desk.example.org",
      random: chance("here"),
    });
    const read = readLink(link);
    if (!read) throw new Error("a link");
    await expect(
      joinByLink({ link: read, statements: house.push.statements, random: chance("x") }),
    ).rejects.toMatchObject({ why: "WrongFingerprint" });
  });
});

describe("a mailbox that lies", () => {
  const slots: readonly MeetingSlot[] = ["offer", "join", "reveal", "welcome"];

  test("is refused whichever note it alters, anywhere", { timeout: 60_000 }, async () => {
    const house = await helpline("altering mailbox");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...slots),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (slot, at, flip) => {
          const altering: Mailbox = (note) => {
            if (note.slot !== slot) return note;
            const body = fromText(note.body);
            const index = at % body.length;
            body[index] = (body[index] ?? 0) ^ flip;
            return { ...note, body: toText(body) };
          };
          await expect(meet({ house, name: "altering", mailbox: altering })).rejects.toThrow("damaged: note");
        },
      ),
      { numRuns: 40, seed: 20221122 },
    );
  });

  test("is refused when it puts one note in another's slot, or another meeting's note", async () => {
    const house = await helpline("swapping mailbox");
    const seen = new Map<MeetingSlot, MeetingNote>();
    await meet({ house, name: "first meeting", mailbox: (note) => (seen.set(note.slot, note), note) });
    for (const slot of slots) {
      const replaying: Mailbox = (note) => (note.slot === slot ? (seen.get(slot) ?? note) : note);
      await expect(meet({ house, name: "second meeting", mailbox: replaying })).rejects.toThrow(
        "damaged: note",
      );
      const renamed: Mailbox = (note) =>
        note.slot === slot ? { ...(seen.get(slot) ?? note), meeting: note.meeting } : note;
      await expect(meet({ house, name: "second meeting", mailbox: renamed })).rejects.toThrow(
        "damaged: note",
      );
      let earlier: MeetingNote | undefined;
      const swapping: Mailbox = (note) => {
        const given = note.slot === slot ? { ...(earlier ?? note), slot } : note;
        earlier = note;
        return given;
      };
      if (slot !== "offer")
        await expect(meet({ house, name: "third meeting", mailbox: swapping })).rejects.toThrow(
          "damaged: note",
        );
    }
  });

  test(
    "with the link in hand, rewriting what a note says, is refused or makes the digits differ",
    { timeout: 60_000 },
    async () => {
      const house = await helpline("rewriting mailbox");
      const other = chance("rewriter");
      const otherText = (bytes: number) => toText(other(bytes));
      const rewriting = async (slot: MeetingSlot, change: (content: object) => object) => {
        let link: MeetingLink | undefined;
        const mailbox: Mailbox = (note) => {
          if (note.slot !== slot || !link) return note;
          return sealNote(link, {
            slot,
            content: change(openNote(link, { slot, schema: v.looseObject({}) }, note)),
            random: other,
          });
        };
        return meet({ house, name: `rewriting ${slot}`, mailbox, useLink: (one) => (link = one) });
      };
      await expect(
        rewriting("offer", (said) => ({ ...said, commitment: otherText(32) })),
      ).rejects.toMatchObject({ why: "BrokenCommitment" });
      await expect(rewriting("reveal", (said) => ({ ...said, nonce: otherText(32) }))).rejects.toMatchObject({
        why: "BrokenCommitment",
      });
      await expect(rewriting("reveal", (said) => ({ ...said, device: otherText(16) }))).rejects.toMatchObject(
        {
          why: "BrokenCommitment",
        },
      );
      for (const change of [
        { signing: otherText(32) },
        { device: otherText(16) },
        { nonce: otherText(32) },
        { recipient: house.team.devices.get(house.device)?.recipient },
      ]) {
        await expect(rewriting("join", (said) => ({ ...said, ...change }))).rejects.toMatchObject({
          why: "BadSignature",
        });
      }
      const hybrid = { recipient: `age1pq1${"q".repeat(1900)}` };
      await expect(rewriting("join", (said) => ({ ...said, ...hybrid }))).rejects.toMatchObject({
        why: "WrongSuite",
      });
      await expect(rewriting("welcome", (said) => ({ ...said, file: otherText(400) }))).rejects.toMatchObject(
        {
          why: "BadSignature",
        },
      );
      await expect(
        rewriting("welcome", (said) => ({ ...said, signature: toText(new Uint8Array(64)) })),
      ).rejects.toMatchObject({ why: "BadSignature" });
      for (const slot of slots)
        await expect(rewriting(slot, (said) => ({ ...said, more: 1 }))).rejects.toThrow("damaged: note");
    },
  );

  test("cannot offer the same note twice", async () => {
    const house = await helpline("replaying mailbox");
    const old = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("replay old"),
    });
    const link = readLink(old.link);
    if (!link) throw new Error("a link");
    const young = await joinByLink({ link, statements: house.push.statements, random: chance("replay new") });
    await young.readOffer(old.offer);
    await expect(young.readOffer(old.offer)).rejects.toMatchObject({ why: "TakenTwice" });
  });

  test(
    "with the link in hand, putting its own device in the middle, makes the digits differ",
    { timeout: 60_000 },
    async () => {
      const house = await helpline("middle");
      for (let round = 0; round < 20; round += 1) {
        const old = invite({
          keep: house.open,
          team: house.team,
          origin: "https://desk.example.org",
          random: chance(`middle old ${round}`),
        });
        const link = readLink(old.link);
        if (!link) throw new Error("a link");
        const join = (name: string) =>
          joinByLink({ link, statements: house.push.statements, random: chance(`${name} ${round}`) });
        const young = await join("young");
        const stranger = await join("stranger");
        const offered = await young.readOffer(old.offer);
        const strangers = await stranger.readOffer(old.offer);
        const joined = await old.readJoin(strangers.join);
        const revealed = await offered.readReveal(joined.reveal);
        expect((await joined.accept(revealed.digits)).type).toBe("WrongDigits");
        expect((await revealed.confirm(joined.digits)).type).toBe("WrongDigits");
      }
    },
  );

  test("with the link in hand, showing another nonce than the one bound, breaks the commitment", async () => {
    const house = await helpline("commitment");
    const random = chance("commitment");
    const fixed = chance("same meeting");
    /** Two invitations of one meeting: the same id and secret, another nonce. */
    const inviting = (rest: Random) => {
      const same = [fixed16, witness1, fixed32, witness2];
      return invite({
        keep: house.open,
        team: house.team,
        origin: "https://desk.example.org",
        random: (bytes) => same.shift() ?? rest(bytes),
      });
    };
    const [fixed16, witness1, fixed32, witness2] = [fixed(16), fixed(16), fixed(32), fixed(16)];
    const [mine, theirs] = [inviting(chance("mine")), inviting(chance("theirs"))];
    expect(mine.link).toBe(theirs.link);
    const link = readLink(mine.link);
    if (!link) throw new Error("a link");
    const young = await joinByLink({ link, statements: house.push.statements, random });
    const offered = await young.readOffer(mine.offer);
    const joined = await theirs.readJoin(offered.join);
    await expect(offered.readReveal(joined.reveal)).rejects.toMatchObject({ why: "BrokenCommitment" });
  });

  test("cannot show the new device a log without it, or of another member", async () => {
    const house = await helpline("welcome");
    const welcoming = async (name: string) => {
      const old = invite({
        keep: house.open,
        team: house.team,
        origin: "https://desk.example.org",
        random: chance(`${name} old`),
      });
      const link = readLink(old.link);
      if (!link) throw new Error("a link");
      const young = await joinByLink({
        link,
        statements: house.push.statements,
        random: chance(`${name} new`),
      });
      const offered = await young.readOffer(old.offer);
      const joined = await old.readJoin(offered.join);
      const revealed = await offered.readReveal(joined.reveal);
      const accepted = (await joined.accept(revealed.digits)) as Accepted;
      const confirmed = (await revealed.confirm(joined.digits)) as Confirmed;
      return { ...(await accepted.add({ team: house.team, desks: [house.secrets], now })), confirmed };
    };
    const one = await welcoming("one");
    const two = await welcoming("two");
    const reading = one.confirmed.readWelcome({ note: one.welcome, statements: house.push.statements });
    await expect(reading).rejects.toMatchObject({ why: "NotInTheLog" });
    const other = two.confirmed.readWelcome({
      note: two.welcome,
      statements: [...house.push.statements, ...one.push.statements],
    });
    await expect(other).rejects.toMatchObject({ why: "NotInTheLog" });
  });
});
