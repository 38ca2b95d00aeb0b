/** What every store must do. Run against the one in memory and against PostgreSQL, native and embedded. */
import {
  idFrom,
  leafHash,
  rootOf,
  toText,
  type Binder,
  type BlobId,
  type DeskId,
  type MeetingSlot,
  type PlacedCard,
  type Push,
} from "@answerable/wire";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { bytesOf, textOf } from "../bytes.ts";
import { hashOfSheet } from "../log/sheet-hash.ts";
import { sha256 } from "../sign-in/verify.ts";
import type { Appended, CardPage, Store } from "../store.ts";
import { openDeskTree } from "../tree/desk-tree.ts";
import { testHelpline, type TestHelpline } from "./helpline.ts";

export interface OpenedStore {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`a store ${name}`, () => {
    let opened: OpenedStore | undefined;
    let count = 0;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    function store(): Store {
      if (!opened) throw new Error("the store is not open");
      return opened.store;
    }

    /** A helpline of its own desks on the one store; only the first founds the team log. */
    async function withDesks(desks = 1): Promise<TestHelpline> {
      const helpline = await testHelpline({ seed: `${name} ${(count += 1)}`, desks });
      const { length } = await store().team(0);
      const { statements } = helpline.founding;
      const renumbered = statements.map((statement, n) => ({ ...statement, number: length + n + 1 }));
      const taking = { statements: renumbered, boxes: helpline.founding.boxes, desks: helpline.desks };
      expect(await store().takeTeam(taking)).toEqual({ type: "Taken" });
      return helpline;
    }
    const one = async (push: Push): Promise<Appended | undefined> => (await store().append([push]))[0];
    const head = async (desk: DeskId): Promise<number | undefined> => (await store().heads([desk]))[0]?.place;

    test("gives what it was given, to the byte", async () => {
      const helpline = await withDesks();
      const first = helpline.push({ bytes: 5_000 });
      const second = helpline.push({ after: first });
      expect(await one(first)).toEqual({ type: "Placed", place: 1 });
      expect(await one(second)).toEqual({ type: "Placed", place: 2 });
      const { desk, folder } = first.sheet;
      expect(await store().sheets(desk, folder, { after: 0, most: 10 })).toEqual([
        { place: 1, sheet: first.sheet },
        { place: 2, sheet: second.sheet },
      ]);
      expect(await store().sheets(desk, folder, { after: 1, most: 10 })).toHaveLength(1);
      expect(await store().sheets(desk, folder, { after: 0, most: 1 })).toHaveLength(1);
      expect(await store().folderKey(desk, folder)).toEqual(first.key);
      expect(await store().folderKey(desk, helpline.folder())).toBeUndefined();
      const page: CardPage = { after: 0, before: 10, order: "oldest first", most: 10 };
      expect(await store().cards(desk, page)).toEqual([{ place: 2, card: second.card }]);
    });

    test("a sheet sent again finds its old place, alone, in a group, and twice in one group", async () => {
      const helpline = await withDesks();
      const first = helpline.push();
      const second = helpline.push({ after: first });
      const placed = { type: "Placed", place: 1 };
      expect(await store().append([first, first, second])).toEqual([
        placed,
        placed,
        { type: "Placed", place: 2 },
      ]);
      expect(await one(first)).toEqual(placed);
      expect(await head(helpline.desk)).toBe(2);
    });

    test("the same id with other bytes is refused, also inside one group", async () => {
      const helpline = await withDesks();
      const push = helpline.push();
      const other: Push = { ...push, sheet: { ...push.sheet, body: toText(helpline.random(30)) } };
      expect(await store().append([push, other])).toEqual([
        { type: "Placed", place: 1 },
        { type: "IdTaken" },
      ]);
      expect(await one(other)).toEqual({ type: "IdTaken" });
      expect(await head(helpline.desk)).toBe(1);
    });

    test("of two sheets for one number the first is taken and the other is behind, in one group and in two", async () => {
      const helpline = await withDesks();
      const base = helpline.push();
      const [mine, theirs] = [helpline.push({ after: base }), helpline.push({ after: base })];
      expect(await store().append([base, mine, theirs])).toEqual([
        { type: "Placed", place: 1 },
        { type: "Placed", place: 2 },
        { type: "Behind", number: 2 },
      ]);
      expect(await one(theirs)).toEqual({ type: "Behind", number: 2 });
      expect(await one(helpline.push({ after: helpline.push() }))).toEqual({ type: "Behind", number: 0 });
    });

    test("a sheet that chains to another than the one before it is refused", async () => {
      const helpline = await withDesks();
      const first = helpline.push();
      await one(first);
      const elsewhere = helpline.push({ after: { ...first, sheet: { ...first.sheet, seen: 7 } } });
      expect(await one(elsewhere)).toEqual({ type: "WrongPrev" });
    });

    test("a sheet that comes with another key than its folder has is refused, alone and in one group", async () => {
      const helpline = await withDesks();
      const first = helpline.push();
      await one(first);
      const next = helpline.push({ after: first });
      const other = (push: Push): Push => ({ ...push, key: { ...push.key, body: helpline.push().key.body } });
      expect(await one(other(next))).toEqual({ type: "WrongKey" });
      const begun = helpline.push();
      const second = helpline.push({ after: begun });
      expect((await store().append([begun, other(second)])).map((each) => each.type)).toEqual([
        "Placed",
        "WrongKey",
      ]);
      expect(await store().folderKey(first.sheet.desk, first.sheet.folder)).toEqual(first.key);
      expect((await one(next))?.type).toBe("Placed");
    });

    test("keeps the tree over its sheets as it grows: every run of it has the hash that the sheets give", async () => {
      const helpline = await withDesks();
      const { desk } = helpline;
      const leaves: Uint8Array[] = [];
      for (const grown of [1, 254, 2, 300]) {
        const pushes = Array.from({ length: grown }, () => helpline.push({ bytes: 40 }));
        await store().append(pushes);
        const hashes = pushes.map(({ sheet }) => bytesOf(hashOfSheet(sheet)));
        leaves.push(...hashes.map((hash) => leafHash(sha256, hash)));
        const tree = openDeskTree(store(), desk, leaves.length);
        for (const start of [0, 256, 512].filter((at) => at < leaves.length)) {
          const root = rootOf(sha256, leaves.slice(start));
          expect(await tree.over({ start, end: leaves.length })).toEqual(root);
        }
      }
      const kept = [leaves.slice(0, 256), leaves.slice(256, 512)].map((block) => rootOf(sha256, block));
      expect((await store().treeBlocks(desk, 1, { after: 0, most: 9 })).map(textOf)).toEqual(
        kept.map(textOf),
      );
      await store().keepTreeBlocks(desk, 1, { after: 0, hashes: kept });
      expect(await store().treeBlocks(desk, 1, { after: 2, most: 9 })).toEqual([]);
      expect(await store().sheetHashes(desk, 556, 600)).toHaveLength(1);
    });

    test("a desk that is not there takes nothing", async () => {
      const helpline = await withDesks();
      const desk = idFrom<DeskId>(helpline.random(16));
      expect(await one(helpline.push({ desk }))).toEqual({ type: "NoDesk" });
      expect(await store().heads([desk])).toEqual([{ desk, place: 0 }]);
    });

    test("one group may go to many desks, each with places of its own", async () => {
      const helpline = await withDesks(3);
      const pushes = helpline.desks.flatMap((desk) => [helpline.push({ desk }), helpline.push({ desk })]);
      const answers = await store().append(pushes);
      expect(answers.map((each) => (each.type === "Placed" ? each.place : each.type))).toEqual([
        1, 2, 1, 2, 1, 2,
      ]);
    });

    test("whatever arrives together and however it is grouped, places are gapless and nothing is there twice", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ desk: fc.nat(2), folder: fc.nat(3), again: fc.boolean() }), {
            minLength: 1,
            maxLength: 40,
          }),
          fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 }),
          async (wishes, sizes) => {
            const helpline = await withDesks(3);
            const newest = new Map<string, Push>();
            const pushes = wishes.flatMap((wish) => {
              const desk = helpline.desks[wish.desk];
              if (desk === undefined) return [];
              const key = `${wish.desk} ${wish.folder}`;
              const after = newest.get(key);
              const push = helpline.push(after ? { after } : { desk });
              newest.set(key, push);
              return wish.again ? [push, push] : [push];
            });
            const groups: Push[][] = [];
            for (let at = 0, n = 0; at < pushes.length; n += 1) {
              const size = sizes[n % sizes.length] ?? 1;
              groups.push(pushes.slice(at, at + size));
              at += size;
            }
            // All at once: the order between groups is the store's, so a sheet may come before the one it follows.
            const tries = async (): Promise<readonly Appended[]> =>
              (await Promise.all(groups.map((group) => store().append(group)))).flat();
            let answers = await tries();
            for (let n = 0; n < 40 && answers.some((each) => each.type !== "Placed"); n += 1)
              answers = await tries();

            const places = new Map(answers.map((each, n) => [pushes[n]?.sheet.id, each]));
            for (const desk of helpline.desks) {
              const sent = new Set(
                pushes.filter((push) => push.sheet.desk === desk).map((push) => push.sheet.id),
              );
              const given = [...sent].map((id) => {
                const answer = places.get(id);
                return answer?.type === "Placed" ? answer.place : 0;
              });
              expect(given.toSorted((a, b) => a - b)).toEqual(given.map((_, n) => n + 1));
              expect(await head(desk)).toBe(sent.size);
            }
          },
        ),
        { seed: 20261122, numRuns: 12 },
      );
    });

    test("cards are paged by place in both directions, each folder once, newest only", async () => {
      const helpline = await withDesks();
      const pushes = Array.from({ length: 30 }, () => helpline.push({ bytes: 60 }));
      await store().append(pushes);
      const again = pushes.filter((_, n) => n % 3 === 0).map((after) => helpline.push({ after, bytes: 60 }));
      await store().append(again);

      async function walk(order: CardPage["order"]): Promise<PlacedCard[]> {
        const all: PlacedCard[] = [];
        let page: CardPage = { after: 0, before: 1_000, order, most: 7 };
        for (;;) {
          const cards = await store().cards(helpline.desk, page);
          all.push(...cards);
          const last = cards.at(-1);
          if (!last || cards.length < page.most) return all;
          page = order === "oldest first" ? { ...page, after: last.place } : { ...page, before: last.place };
        }
      }
      const up = await walk("oldest first");
      expect(up).toHaveLength(30);
      expect(new Set(up.map(({ card }) => card.folder)).size).toBe(30);
      expect(await walk("newest first")).toEqual(up.toReversed());
    });

    test("the team log takes the next number only, with its boxes and desks or not at all", async () => {
      const helpline = await withDesks();
      const { statements } = helpline.founding;
      const { length } = await store().team(0);
      const again = { statements, boxes: [], desks: [] };
      expect(await store().takeTeam(again)).toEqual({ type: "Behind", number: length });
      expect((await store().team(length - 1)).at(0)?.signature).toBe(statements.at(-1)?.signature);
      expect(await store().box(helpline.desk)).toEqual(helpline.founding.boxes[0]);

      const [first] = statements;
      if (!first) throw new Error("there is a first statement");
      const next = { ...again, statements: [{ ...first, number: length + 1 }] };
      const answers = await Promise.all([1, 2, 3].map(() => store().takeTeam(next)));
      expect(answers.filter(({ type }) => type === "Taken")).toHaveLength(1);
      expect(await store().team(0)).toHaveLength(length + 1);
    });

    test("a binder is replaced by one that covers more; a whole set of another size takes the place of the old", async () => {
      const helpline = await withDesks();
      await store().append([helpline.push(), helpline.push(), helpline.push()]);
      const { epoch } = helpline.push().sheet;
      const binder = (n: number, of: Binder["of"], covers: number, bytes = 100): Binder => {
        return { v: 1, desk: helpline.desk, n, of, covers, epoch, body: toText(helpline.random(bytes)) };
      };
      const large = binder(0, 1, 2, 2_500_000);
      expect(await store().putBinder(binder(0, 1, 1))).toEqual({ type: "Taken" });
      expect(await store().putBinder(large)).toEqual({ type: "Taken" });
      expect(await store().putBinder(binder(0, 1, 2))).toEqual({ type: "Older", covers: 2 });
      expect(await store().putBinder(binder(0, 1, 4))).toEqual({ type: "BeyondHead" });
      expect(await store().binder(helpline.desk, { n: 0, of: 1 })).toEqual(large);
      await store().putBinder(binder(1, 2, 3));
      expect(await store().binderNames(helpline.desk)).toEqual([
        { n: 0, of: 1 },
        { n: 1, of: 2 },
      ]);
      await store().putBinder(binder(0, 2, 3));
      expect(await store().binderNames(helpline.desk)).toEqual([
        { n: 0, of: 2 },
        { n: 1, of: 2 },
      ]);
    });

    test("of a folder that is shredded the sheets are left and no key; its file and every binder of the desk are gone", async () => {
      const helpline = await withDesks();
      const { desk } = helpline;
      const [kept, gone] = [helpline.push(), helpline.push()];
      await store().append([kept, gone]);
      const binder = (covers: number): Binder => {
        return {
          v: 1,
          desk,
          n: 0,
          of: 1,
          covers,
          epoch: kept.sheet.epoch,
          body: toText(helpline.random(100)),
        };
      };
      expect(await store().putBinder(binder(2))).toEqual({ type: "Taken" });
      const blob = idFrom<BlobId>(helpline.random(16));
      await store().makeBlob({ desk, id: blob, length: 3, now: 0, until: 1_000 });
      // The folder's last card, a tombstone, is put before.
      const last = helpline.push({ after: gone });
      await store().append([last]);
      const number = (await store().team(0)).length + 1;
      const [statement] = helpline.founding.statements;
      if (!statement) throw new Error("a helpline is founded with a statement");
      const shredded = [{ desk, folders: [gone.sheet.folder], blobs: [blob] }];
      const taking = { statements: [{ ...statement, number }], boxes: [], desks: [], shredded };
      expect(await store().takeTeam(taking)).toEqual({ type: "Taken" });

      expect(await store().folderKey(desk, gone.sheet.folder)).toBeUndefined();
      expect(await store().folderKey(desk, kept.sheet.folder)).toEqual(kept.key);
      expect(await store().binderNames(desk)).toEqual([]);
      expect(await store().blob(desk, blob, 0)).toBeUndefined();
      expect(await store().sheets(desk, gone.sheet.folder, { after: 0, most: 9 })).toHaveLength(2);
      expect(await store().sheetHashes(desk, 0, 3)).toHaveLength(3);
      // A binder that was made before has the old card in it; and nothing goes into the folder any more.
      expect(await store().putBinder(binder(2))).toEqual({ type: "Older", covers: 3 });
      expect(await store().putBinder(binder(3))).toEqual({ type: "Taken" });
      expect(await one(helpline.push({ after: last }))).toEqual({ type: "WrongKey" });
    });

    test("a meeting's slots are written once, and the meeting is gone when its time is over", async () => {
      const helpline = await withDesks();
      const meeting = helpline.meeting();
      const note = (slot: MeetingSlot, body = "AAAA") => ({ meeting, slot, body });
      const when = { now: 1_000, until: 5_000, begins: true };
      expect(await store().putNote(note("join"), { ...when, begins: false })).toBe("no such meeting");
      expect(await store().note(meeting, "offer", 1_000)).toEqual({ type: "NoMeeting" });
      expect(await store().putNote(note("offer"), when)).toBe("put");
      expect(await store().putNote(note("offer"), when)).toBe("there already");
      expect(await store().putNote(note("offer", "BBBB"), when)).toBe("other bytes there");
      expect(await store().putNote(note("join"), { ...when, begins: false })).toBe("put");
      expect(await store().note(meeting, "join", 4_999)).toEqual({ type: "Note", note: note("join") });
      expect(await store().note(meeting, "reveal", 4_999)).toEqual({ type: "NotYet" });
      expect(await store().note(meeting, "join", 5_000)).toEqual({ type: "NoMeeting" });
      expect(await store().putNote(note("reveal"), { now: 5_000, until: 9_000, begins: false })).toBe(
        "no such meeting",
      );
    });

    test("a secret is kept from the first time on", async () => {
      const made = Uint8Array.from([1, 2, 3]);
      expect(await store().secret("of a test", made)).toEqual(made);
      expect(await store().secret("of a test", Uint8Array.from([4]))).toEqual(made);
    });

    test("says that it is ready", async () => {
      await expect(store().ready()).resolves.toBeUndefined();
    });
  });
}
