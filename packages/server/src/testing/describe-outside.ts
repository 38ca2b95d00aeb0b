/** What every store must do with what comes from outside. Run against the one in memory and against PostgreSQL. */
import { createHash } from "node:crypto";

import {
  idFrom,
  MAIL_PAGE_BYTES,
  toText,
  type BlobId,
  type DeskId,
  type DropId,
  type Hash,
  type Mail,
  type Period,
} from "@answerable/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { BLOB_PART_BYTES, MOST_UNFINISHED_BLOBS, type DropToFile } from "../drops/outside-store.ts";
import type { Store } from "../store.ts";
import type { OpenedStore } from "./describe-store.ts";
import { seededRandom, testHelpline } from "./helpline.ts";

const DAY = "2026-11-22";

export function describeOutside(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the letterbox of a store ${name}`, () => {
    const random = seededRandom(`outside ${name}`);
    let opened: OpenedStore | undefined;
    let desks: readonly DeskId[] = [];
    beforeAll(async () => {
      opened = await open();
      const helpline = await testHelpline({ seed: `outside ${name}`, desks: 2 });
      const { statements, boxes } = helpline.founding;
      await opened.store.takeTeam({ statements, boxes, desks: helpline.desks });
      desks = helpline.desks;
    });
    afterAll(() => opened?.close());
    function store(): Store {
      if (!opened) throw new Error("the store is not open");
      return opened.store;
    }
    const desk = (at = 0): DeskId => desks[at] ?? idFrom<DeskId>(random(16));

    function drop(changes: Partial<DropToFile> = {}): DropToFile {
      const body = changes.body ?? random(500);
      const hash = createHash("sha256").update(body).digest("base64url") as Hash; // makes the brand
      return {
        desk: desk(),
        id: idFrom<DropId>(random(16)),
        period: 1 as Period,
        day: DAY,
        work: { challenge: toText(random(20)), until: 5_000 },
        ...changes,
        body,
        hash,
      };
    }
    const file = async (one: DropToFile) => (await store().fileDrops([one]))[0];

    test("letters get the desk's next places and come back to the byte, oldest first", async () => {
      const first = drop();
      const second = drop({ body: random(40_000) });
      const elsewhere = drop({ desk: desk(1) });
      expect(await store().fileDrops([first, elsewhere, second])).toEqual([
        { type: "Filed", place: 1, day: DAY },
        { type: "Filed", place: 1, day: DAY },
        { type: "Filed", place: 2, day: DAY },
      ]);
      expect(await store().dropHead(desk())).toBe(2);
      const placed = ({ desk, id, period, body }: DropToFile, place: number) => ({
        place,
        day: DAY,
        drop: { v: 1, desk, id, period, body: toText(body) },
      });
      expect(await store().drops(desk(), { after: 0, mostBytes: 1_000_000 })).toEqual([
        placed(first, 1),
        placed(second, 2),
      ]);
      expect(await store().drops(desk(), { after: 0, mostBytes: 600 })).toEqual([placed(first, 1)]);
      expect(await store().drops(desk(), { after: 1, mostBytes: 600 })).toEqual([placed(second, 2)]);
      expect(await store().drops(desk(), { after: 2, mostBytes: 600 })).toEqual([]);
    });

    test("a letter sent again finds its place and its first day, also among new ones and twice in one group", async () => {
      const one = drop();
      const again = { ...one, day: "2026-11-23" };
      const place = (await store().dropHead(desk())) + 1;
      expect(await file(one)).toEqual({ type: "Filed", place, day: DAY });
      const fresh = drop();
      expect(await store().fileDrops([again, fresh, fresh])).toEqual([
        { type: "Filed", place, day: DAY },
        { type: "Filed", place: place + 1, day: DAY },
        { type: "Filed", place: place + 1, day: DAY },
      ]);
      expect(await store().dropHead(desk())).toBe(place + 1);
      expect(await store().filed(desk(), one.id)).toEqual({ type: "Filed", place, day: DAY, hash: one.hash });
      expect(await store().filed(desk(), drop().id)).toBeUndefined();
    });

    test("an id stands for its bytes, and a desk that is not there takes nothing", async () => {
      const one = drop();
      await file(one);
      expect(await file(drop({ id: one.id }))).toEqual({ type: "IdTaken" });
      expect(await file(drop({ desk: idFrom<DeskId>(random(16)) }))).toEqual({ type: "NoDesk" });
    });

    test("letters that come at once all get places, none twice and none left out", async () => {
      const before = await store().dropHead(desk());
      const filed = await Promise.all(Array.from({ length: 20 }, () => store().fileDrops([drop(), drop()])));
      const places = filed.flat().map((one) => (one.type === "Filed" ? one.place : 0));
      expect(places.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, at) => before + 1 + at),
      );
    });

    test("work is used once, for a letter or a file; for the same letter it is the same work", async () => {
      const work = { challenge: "challenge", until: 5_000 };
      expect(await store().useWork(desk(), work, 1_000)).toBe(true);
      expect(await store().useWork(desk(), work, 1_000)).toBe(false);
      expect(await store().useWork(desk(1), work, 1_000)).toBe(true);
      expect(await file(drop({ work }))).toEqual({ type: "WorkUsed" });
      const before = await store().dropHead(desk());
      const one = drop();
      const other = drop({ work: one.work });
      expect((await store().fileDrops([one, other])).map(({ type }) => type)).toEqual(["Filed", "WorkUsed"]);
      expect(await file(one)).toEqual({ type: "Filed", place: before + 1, day: DAY });
      expect(await store().dropHead(desk())).toBe(before + 1);
    });

    test("a mailbox keeps its newest page, by locator and key", async () => {
      const key = toText(random(32));
      const page = (): string => toText(random(MAIL_PAGE_BYTES));
      const mail: Mail = { v: 1, locator: "ABEKM", key, number: 1, page: page() };
      expect(await store().putMail(desk(), mail)).toEqual({ type: "Taken" });
      expect(await store().putMail(desk(), mail)).toEqual({ type: "Taken" });
      expect(await store().putMail(desk(), { ...mail, page: page() })).toEqual({ type: "Older", number: 1 });
      const newer = { ...mail, number: 2, page: page() };
      expect(await store().putMail(desk(), newer)).toEqual({ type: "Taken" });
      expect(await store().putMail(desk(), mail)).toEqual({ type: "Older", number: 2 });
      const found = await store().mail({ desk: desk(), locator: "ABEKM", key });
      expect(found && toText(found.page)).toBe(newer.page);
      expect(await store().mail({ desk: desk(), locator: "ABEKM", key: toText(random(32)) })).toBeUndefined();
      expect(await store().mail({ desk: desk(1), locator: "ABEKM", key })).toBeUndefined();

      const name = { desk: desk(), locator: "ABEKM", key };
      await store().markRead(name, { number: 1, day: DAY });
      expect(await store().mailReads(desk())).toEqual([]);
      await store().markRead(name, { number: 2, day: DAY });
      await store().markRead(name, { number: 2, day: "2026-12-01" });
      expect(await store().mailReads(desk())).toEqual([{ key, number: 2, day: DAY }]);
      await store().putMail(desk(), { ...mail, number: 3 });
      expect(await store().mailReads(desk())).toEqual([]);
    });

    test("tries are counted by locator and hour", async () => {
      expect(await store().countTry(desk(), "AAAAA", 1)).toBe(1);
      expect(await store().countTry(desk(), "AAAAA", 1)).toBe(2);
      expect(await store().countTry(desk(), "AAAAB", 1)).toBe(1);
      expect(await store().countTry(desk(), "AAAAA", 2)).toBe(1);
    });

    test("a file grows where it ended and nowhere else, and is read from anywhere", async () => {
      const id = idFrom<BlobId>(random(16));
      const parts = [random(BLOB_PART_BYTES), random(1_000)];
      const length = BLOB_PART_BYTES + 1_000;
      expect(await store().makeBlob({ desk: desk(), id, length, now: 0, until: 100 })).toBe("made");
      expect(await store().appendBlob({ desk: desk(), id, start: 10, bytes: random(10) })).toBe(
        "wrong offset",
      );
      let start = 0;
      for (const bytes of parts) {
        expect(await store().appendBlob({ desk: desk(), id, start, bytes })).toBe("appended");
        expect(await store().appendBlob({ desk: desk(), id, start, bytes })).toBe("wrong offset");
        start += bytes.length;
      }
      expect(await store().appendBlob({ desk: desk(), id, start, bytes: random(1) })).toBe("wrong offset");
      // Made again under the same id, after a restart of its device: it is there.
      await store().makeBlob({ desk: desk(), id, length, now: 0, until: 100 });
      expect(await store().blob(desk(), id, 1_000)).toEqual({ length, received: length, until: 100 });
      const whole = Buffer.concat(parts);
      for (const from of [0, 5, BLOB_PART_BYTES - 1, BLOB_PART_BYTES, length - 1]) {
        const bytes = await store().blobBytes(desk(), id, from);
        expect(bytes && whole.subarray(from, from + bytes.length).equals(bytes)).toBe(true);
      }
      expect(await store().blobBytes(desk(), id, length)).toBeUndefined();
      await store().removeBlob(desk(), id);
      expect(await store().blob(desk(), id, 0)).toBeUndefined();
      expect(await store().blobBytes(desk(), id, 0)).toBeUndefined();
    });

    test("a file that was never finished is gone after its time, and there may not be too many of them", async () => {
      const made = (now: number) =>
        store().makeBlob({ desk: desk(1), id: idFrom<BlobId>(random(16)), length: 9, now, until: now + 100 });
      const id = idFrom<BlobId>(random(16));
      await store().makeBlob({ desk: desk(1), id, length: 9, now: 0, until: 100 });
      expect(await store().blob(desk(1), id, 99)).toBeDefined();
      expect(await store().blob(desk(1), id, 100)).toBeUndefined();
      for (let n = 1; n < MOST_UNFINISHED_BLOBS; n += 1) await made(0);
      expect(await made(0)).toBe("too many");
      expect(await made(100)).toBe("made");
      const nowhere = { desk: idFrom<DeskId>(random(16)), id, length: 9, now: 0, until: 100 };
      expect(await store().makeBlob(nowhere)).toBe("no desk");
    });
  });
}
