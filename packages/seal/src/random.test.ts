import { utf8, type FolderId } from "@answerable/wire";
import { beforeAll, describe, expect, test } from "vitest";

import { sealBinder, sealCard, sealForStore, type Random } from "./index.ts";
import { drawn } from "./random.ts";
import { chance } from "./testing/chance.ts";
import { folderWith, helpline, named } from "./testing/helpline.ts";

let house: Awaited<ReturnType<typeof helpline>>;
beforeAll(async () => {
  house = await helpline("random things");
});

test("a million nonces are a million different nonces", { timeout: 60_000 }, () => {
  // The machine's own source, which is what runs at the desk. Eight bytes of each: by luck two agree once in forty million runs.
  const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
  const starts = new BigUint64Array(1_000_000);
  for (let at = 0; at < starts.length; at += 1)
    starts[at] = new DataView(drawn(random, 24).buffer).getBigUint64(0);
  starts.sort();
  expect(starts.every((start, at) => at === 0 || start !== starts[at - 1])).toBe(true);
});

test("nothing shorter than an id is ever drawn", () => {
  expect(() => drawn((bytes) => new Uint8Array(bytes).fill(1), 8)).toThrow("fewer than 16");
});

describe("randomness", () => {
  const sources: readonly (readonly [string, Random])[] = [
    ["zeros", (bytes) => new Uint8Array(bytes)],
    ["a constant", (bytes) => new Uint8Array(bytes).fill(9)],
    ["the same counting bytes", (bytes) => Uint8Array.from({ length: bytes }, (_, at) => at)],
    ["too few bytes", (bytes) => chance("few")(bytes - 1)],
    ["too many bytes", (bytes) => chance("many")(bytes + 1)],
    ["zeros after one good draw", afterOneGoodDraw((bytes) => new Uint8Array(bytes))],
  ];
  for (const [what, random] of sources) {
    test(`that gives ${what} stops sealing`, async () => {
      const failing = { ...house, random };
      await expect(folderWith(failing, "failing", utf8("said"))).rejects.toMatchObject({
        name: "RandomFailed",
      });
      const folder = named<FolderId>("failing");
      const failed = { name: "RandomFailed" };
      const caught = (go: () => unknown) => {
        try {
          go();
          return undefined;
        } catch (error) {
          return error;
        }
      };
      expect(
        caught(() => sealCard({ keys: house.keys, folder, number: 1, payload: utf8("{}"), random })),
      ).toMatchObject(failed);
      expect(
        caught(() => sealForStore(house.open.storeKey, { kind: "draft", id: "1", bytes: utf8("x") }, random)),
      ).toMatchObject(failed);
      expect(
        caught(() => sealBinder({ keys: house.keys, n: 0, of: 1, covers: 0, cards: [], random })),
      ).toMatchObject(failed);
    });
  }

  test("that throws stops sealing with its own error", async () => {
    const random = () => {
      throw new Error("no entropy");
    };
    await expect(folderWith({ ...house, random }, "failing", utf8("said"))).rejects.toThrow("no entropy");
  });

  test("gives every card its own nonce, 100,000 times", () => {
    const nonces = new Set<string>();
    // The machine's own source, which is what runs at the desk.
    const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
    const payload = utf8("{}");
    const folder = named<FolderId>("nonces");
    for (let at = 0; at < 100_000; at += 1) {
      nonces.add(
        sealCard({ keys: house.keys, folder: folder, number: 1, payload, random }).body.slice(0, 32),
      );
    }
    expect(nonces.size).toBe(100_000);
  }, 60_000);
});

/** Good once, then bad: a source that breaks while it runs. */
function afterOneGoodDraw(bad: Random): Random {
  const good = chance("one good draw");
  let count = 0;
  return (bytes) => {
    count += 1;
    return count % 2 === 1 ? good(bytes) : bad(bytes);
  };
}
