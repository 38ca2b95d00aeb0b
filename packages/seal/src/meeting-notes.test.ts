import { fromText, toText, type MeetingNote, type MeetingSlot } from "@answerable/wire";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { invite, joinByLink, readLink, type MeetingLink, type Random } from "./index.ts";
import { openNote, sealNote } from "./meeting-notes.ts";
import { padme } from "./padding.ts";
import { chance } from "./testing/chance.ts";
import { helpline, now } from "./testing/helpline.ts";
import { meet, welcomed, type Mailbox } from "./testing/two-devices.ts";

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
    const one = await welcomed("welcome", "one");
    const two = await welcomed("welcome", "two");
    const { house } = one;
    const reading = one.confirmed.readWelcome({ note: one.welcome, statements: house.push.statements });
    await expect(reading).rejects.toMatchObject({ why: "NotInTheLog" });
    const other = two.confirmed.readWelcome({
      note: two.welcome,
      statements: [...house.push.statements, ...one.push.statements],
    });
    await expect(other).rejects.toMatchObject({ why: "NotInTheLog" });
  });

  test("cannot show the new device one of two statements, when the welcome names the other", async () => {
    const { house, add, confirmed, welcome } = await welcomed("fork");
    const later = await add(now + 60_000);
    expect(later.push.statements).not.toEqual((await add(now)).push.statements);
    const reading = confirmed.readWelcome({
      note: welcome,
      statements: [...house.push.statements, ...later.push.statements],
    });
    await expect(reading).rejects.toMatchObject({ why: "NotInTheLog" });
  });

  test("learns of what a note says its bucket and no more", async () => {
    const house = await helpline("long and short notes");
    const { meeting: link } = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("long and short"),
    });
    for (let symbols = 0; symbols < 2_000; symbols += 37) {
      const note = sealNote(link, {
        slot: "join",
        content: { text: "а".repeat(symbols) },
        random: chance("one"),
      });
      const size = fromText(note.body).length - 24 - 16;
      expect(size).toBe(Math.max(256, padme(size)));
    }
  });

  test("cannot give a note under another slot's name, whatever the note says", async () => {
    const house = await helpline("slots");
    const { meeting: link } = invite({
      keep: house.open,
      team: house.team,
      origin: "https://desk.example.org",
      random: chance("slots"),
    });
    const anything = v.looseObject({});
    for (const from of slots) {
      const note = sealNote(link, { slot: from, content: { v: 1 }, random: chance(from) });
      for (const slot of slots) {
        const read = () => openNote(link, { slot, schema: anything }, { ...note, slot });
        if (slot === from) expect(read()).toEqual({ v: 1 });
        else expect(read).toThrow("damaged: note");
      }
    }
  });
});
