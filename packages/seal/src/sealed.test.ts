import {
  canonicalBytes,
  fromText,
  SealedCard,
  SealedSheet,
  toText,
  utf8,
  WrappedKey,
  type DeskId,
  type DeviceId,
  type Epoch,
  type FolderId,
} from "@answerable/wire";
import fc from "fast-check";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";

import { cardAad } from "./card.ts";
import {
  CARD_PAYLOAD_MAX,
  cardOpener,
  hashOfSheet,
  newFolderKey,
  openCard,
  openFromStore,
  openSheet,
  sealCard,
  sealForStore,
  SHEET_PAYLOAD_MAX,
  TooLarge,
  unwrapFolderKey,
  wrapFolderKey,
  type StoreKey,
} from "./index.ts";
import { padme } from "./padding.ts";
import { sheetMessage } from "./sheet.ts";
import { folderWith, helpline, named } from "./testing/helpline.ts";

const seeded = { numRuns: 60, seed: 20221122 };
const payloads = fc.uint8Array({ maxLength: 3_000 });
const second = 2 as Epoch; // makes the brand

let house: Awaited<ReturnType<typeof helpline>>;
beforeAll(async () => {
  house = await helpline("sealed things");
});

/** The same base64url with one bit flipped. */
function flipped(text: string, bit: number): string {
  const bytes = fromText(text);
  const at = bit % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  return toText(bytes);
}

const bodyLength = (body: string) => fromText(body).length - 24 - 16;

describe("a sheet", () => {
  test("opens to what was put in, and passes the wire", async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const { key, sheet } = await folderWith(house, "round trip", payload);
        const passed = v.parse(SealedSheet, JSON.parse(JSON.stringify(sheet)));
        expect(await openSheet({ sheet: passed, key, signing: house.open.signer.publicKey })).toEqual(
          payload,
        );
      }),
      seeded,
    );
  });

  test("of which anything is changed fails on its signature", async () => {
    const { key, sheet } = await folderWith(house, "changed", utf8("said"));
    const signing = house.open.signer.publicKey;
    const changes: readonly Partial<SealedSheet>[] = [
      { id: named("other") },
      { desk: named<DeskId>("other") },
      { folder: named<FolderId>("other") },
      { number: 2 },
      { prev: hashOfSheet(sheet) },
      { epoch: second },
      { device: named<DeviceId>("other") },
      { seen: 1 },
      { body: flipped(sheet.body, 300) },
      { signature: flipped(sheet.signature, 3) },
    ];
    for (const change of changes) {
      await expect(openSheet({ sheet: { ...sheet, ...change }, key, signing })).rejects.toThrow(
        "damaged: signature",
      );
    }
    const stranger = await helpline("stranger");
    await expect(openSheet({ sheet, key, signing: stranger.open.signer.publicKey })).rejects.toThrow(
      "damaged: signature",
    );
  });

  test("moved to another folder, desk, epoch, number or device does not open, even when it is signed again", async () => {
    const { key, sheet } = await folderWith(house, "moved", utf8("said"));
    const moves: readonly Partial<SealedSheet>[] = [
      { desk: named<DeskId>("other") },
      { folder: named<FolderId>("other") },
      { number: 2 },
      { prev: hashOfSheet(sheet) },
      { epoch: second },
      { device: named<DeviceId>("other") },
    ];
    for (const move of moves) {
      const moved = await signedAgain({ ...sheet, ...move });
      await expect(openSheet({ sheet: moved, key, signing: house.open.signer.publicKey })).rejects.toThrow(
        "damaged: body",
      );
    }
    const otherKey = newFolderKey(house.random);
    await expect(openSheet({ sheet, key: otherKey, signing: house.open.signer.publicKey })).rejects.toThrow(
      "damaged: body",
    );
  });

  test("with any flipped bit of its body does not open, even when it is signed again", async () => {
    const { key, sheet } = await folderWith(house, "flipped", utf8("said"));
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        const damaged = await signedAgain({ ...sheet, body: flipped(sheet.body, bit) });
        await expect(
          openSheet({ sheet: damaged, key, signing: house.open.signer.publicKey }),
        ).rejects.toThrow("damaged: body");
      }),
      seeded,
    );
  });

  test("has another hash when anything in it is another", async () => {
    const { sheet } = await folderWith(house, "hash", utf8("said"));
    expect(hashOfSheet(sheet)).toMatch(/^[\w-]{43}$/);
    expect(hashOfSheet(structuredClone(sheet))).toBe(hashOfSheet(sheet));
    expect(hashOfSheet({ ...sheet, seen: 1 })).not.toBe(hashOfSheet(sheet));
    expect(hashOfSheet({ ...sheet, signature: flipped(sheet.signature, 1) })).not.toBe(hashOfSheet(sheet));
  });

  test("is as long as a bucket and no other length", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 20_000 }), async (length) => {
        const { sheet } = await folderWith(house, "bucket", new Uint8Array(length));
        const size = bodyLength(sheet.body);
        expect(size).toBe(Math.max(256, padme(length + 4)));
        expect(padme(size)).toBe(size);
      }),
      seeded,
    );
  });

  test("takes the longest payload that it says it takes, and no longer one", async () => {
    const { key, sheet } = await folderWith(house, "longest", new Uint8Array(SHEET_PAYLOAD_MAX));
    expect(v.is(SealedSheet, sheet)).toBe(true);
    expect((await openSheet({ sheet, key, signing: house.open.signer.publicKey })).length).toBe(
      SHEET_PAYLOAD_MAX,
    );
    await expect(folderWith(house, "longer", new Uint8Array(SHEET_PAYLOAD_MAX + 1))).rejects.toThrow(
      TooLarge,
    );
  });

  async function signedAgain(sheet: SealedSheet): Promise<SealedSheet> {
    // The same device signs what it is given: a faulty or malicious member, not a stranger.
    const signature = await house.open.signer.sign(sheetMessage(sheet));
    return { ...sheet, signature: toText(signature) };
  }
});

describe("a folder's key", () => {
  test("comes back from its wrapping, in its own place only", () => {
    const key = newFolderKey(house.random);
    const wrapped = wrapFolderKey(house.keys, { folder: named<FolderId>("wrapped"), key }, house.random);
    expect(unwrapFolderKey(house.keys, v.parse(WrappedKey, wrapped))).toEqual(key);
    const moves: readonly Partial<WrappedKey>[] = [
      { folder: named<FolderId>("other") },
      { desk: named<DeskId>("other") },
      { epoch: second },
    ];
    for (const move of moves)
      expect(() => unwrapFolderKey(house.keys, { ...wrapped, ...move })).toThrow("damaged: key");
    fc.assert(
      fc.property(fc.nat(), (bit) => {
        expect(() => unwrapFolderKey(house.keys, { ...wrapped, body: flipped(wrapped.body, bit) })).toThrow(
          "damaged: key",
        );
      }),
      seeded,
    );
  });

  test("does not open as a card, nor a card as a key", () => {
    const folder = named<FolderId>("kinds");
    const wrapped = wrapFolderKey(house.keys, { folder, key: newFolderKey(house.random) }, house.random);
    const card = sealCard({ keys: house.keys, folder, number: 1, payload: utf8("{}"), random: house.random });
    expect(() => openCard(house.keys, { ...card, body: wrapped.body })).toThrow("damaged: body");
    expect(() => unwrapFolderKey(house.keys, { ...wrapped, body: card.body })).toThrow("damaged: key");
  });
});

describe("a card", () => {
  test("opens to what was put in, by noble and by libsodium", async () => {
    const opener = await cardOpener(house.keys);
    expect(opener.by).toBe("libsodium");
    fc.assert(
      fc.property(payloads, fc.integer({ min: 1, max: 1_000_000 }), (payload, number) => {
        const card = sealCard({
          keys: house.keys,
          folder: named<FolderId>("card"),
          number,
          payload,
          random: house.random,
        });
        const passed = v.parse(SealedCard, JSON.parse(JSON.stringify(card)));
        expect(openCard(house.keys, passed)).toEqual(payload);
        expect(opener.open(passed)).toEqual(payload);
        expect(bodyLength(card.body)).toBe(Math.max(256, padme(payload.length + 4)));
      }),
      seeded,
    );
  });

  test("is bound by canonical JSON, though it is written by hand", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (text, number, epoch) => {
          const head = {
            v: 1,
            desk: text as DeskId,
            folder: text as FolderId,
            number,
            epoch: epoch as Epoch,
          } as const;
          expect(cardAad(head)).toEqual(canonicalBytes(head));
        },
      ),
      seeded,
    );
  });

  test("moved or damaged does not open, by noble or by libsodium", async () => {
    const opener = await cardOpener(house.keys);
    const card = sealCard({
      keys: house.keys,
      folder: named<FolderId>("card"),
      number: 3,
      payload: utf8("{}"),
      random: house.random,
    });
    const refused = (changed: SealedCard) => {
      expect(() => openCard(house.keys, changed)).toThrow("damaged: body");
      expect(() => opener.open(changed)).toThrow("damaged: body");
    };
    refused({ ...card, folder: named<FolderId>("other") });
    refused({ ...card, desk: named<DeskId>("other") });
    refused({ ...card, number: 4 });
    refused({ ...card, epoch: second });
    for (const body of [
      "",
      "A",
      "AAAA",
      card.body.slice(0, -2),
      `${card.body.slice(0, -1)}!`,
      ` ${card.body}`,
    ])
      refused({ ...card, body });
    fc.assert(
      fc.property(fc.nat(), (bit) => refused({ ...card, body: flipped(card.body, bit) })),
      seeded,
    );
  });

  test("takes the longest payload that it says it takes, and no longer one", () => {
    const sealing = (length: number) =>
      sealCard({
        keys: house.keys,
        folder: named<FolderId>("long"),
        number: 1,
        payload: new Uint8Array(length),
        random: house.random,
      });
    expect(v.is(SealedCard, sealing(CARD_PAYLOAD_MAX))).toBe(true);
    expect(() => sealing(CARD_PAYLOAD_MAX + 1)).toThrow(TooLarge);
  });
});

describe("the device's own store", () => {
  test("keeps a draft as long as a bucket and no other length: a disk tells no letter of what was typed", () => {
    const sizeOf = (length: number) =>
      sealForStore(
        house.open.storeKey,
        { kind: "draft", id: "1", bytes: new Uint8Array(length) },
        house.random,
      ).length -
      24 -
      16;
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), (length) => {
        expect(sizeOf(length)).toBe(Math.max(256, padme(length + 4)));
      }),
      seeded,
    );
  });

  test("gives back what lay on this shelf under this key, and nothing else", async () => {
    const key = house.open.storeKey;
    const other = (await helpline("other store")).open.storeKey;
    fc.assert(
      fc.property(
        payloads,
        fc.string({ unit: "grapheme" }),
        fc.string(),
        fc.nat(),
        (bytes, kind, id, bit) => {
          const sealed = sealForStore(key, { kind, id, bytes }, house.random);
          expect(openFromStore(key, { kind, id, sealed })).toEqual(bytes);
          const refused = (storeKey: StoreKey, shelf: Parameters<typeof openFromStore>[1]) =>
            expect(() => openFromStore(storeKey, shelf)).toThrow("damaged: store");
          refused(other, { kind, id, sealed });
          refused(key, { kind: `${kind}x`, id, sealed });
          refused(key, { kind, id: `${id}x`, sealed });
          refused(key, { kind, id, sealed: fromText(flipped(toText(sealed), bit)) });
        },
      ),
      seeded,
    );
  });
});
