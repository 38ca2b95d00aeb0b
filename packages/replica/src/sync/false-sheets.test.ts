/**
 * A colleague who means harm and a server that helps her: she has the folder's key and signs with her own. Whatever she hands in that is
 * no sheet of this place is set aside and named, and what stood before stands. Device 0 is ours, device 1 is hers.
 */
import type { Moment } from "@answerable/casework";
import { sealSheet, type FolderKey, type SheetToSeal } from "@answerable/seal";
import { idFrom, utf8, type FolderAnswer, type Hash, type Place, type SealedSheet } from "@answerable/wire";
import { expect, test } from "vitest";

import { chanceOf } from "../testing/chance.ts";
import { caseId, moment, note, openDevice, opening } from "../testing/devices.ts";
import { paperHelpline, serverOf } from "../testing/helpline.ts";
import { writeSheet } from "./payload.ts";

const chance = chanceOf(9);
const paper = await paperHelpline(2);
const [, hers] = paper.keeps;
if (!hers) throw new Error("two keeps");

async function desk() {
  const { fetch, close } = await serverOf(paper);
  let shown: FolderAnswer | undefined;
  const openOne = async (at: number, server = fetch) => {
    const one = await openDevice({ paper, server, at, chance });
    one.network.heal();
    return one;
  };
  const ours = await openOne(0, async (request) =>
    shown && request.url.includes("/folders/") ? Response.json(shown) : fetch(request),
  );
  const hand = await openOne(1);
  const id = caseId(chance);
  const said = [opening(id), note(chance, "при всех")];
  await ours.copy().record(id, () => ({ at: moment(1), events: said }));
  await ours.sync();
  await hand.sync();
  const { key, last } = await hand.copy().pullFolder(id);
  if (!key || !hers) throw new Error("she reads it");
  const right: SheetToSeal = {
    id: idFrom(chance.bytes(16)),
    desk: paper.desk,
    folder: id,
    number: 2,
    prev: last,
    epoch: hand.closing().epoch(),
    device: hers.device,
    seen: 1,
    key: hand.closing().revealKey(key.wrapped) as FolderKey, // as it was made
    payload: payloadOf("её слово"),
    signer: hers.signer,
    random: chance.bytes,
  };
  return {
    ours,
    id,
    close,
    right,
    wrapped: key.wrapped,
    shows: (sheets: readonly SealedSheet[], place = 2) =>
      (shown = {
        key: key.wrapped,
        sheets: sheets.map((sheet, n) => ({ sheet, place: (place + n) as Place })),
      }), // as a server would count
    async reads() {
      await ours.copy().pullFolder(id);
      const { present } = await ours.copy().folder(id);
      return present?.notes.map(({ text }) => text) ?? [];
    },
    named: () =>
      ours
        .copy()
        .quarantined()
        .map(({ what, number }) => [what, number]),
  };
}

const payloadOf = (words: string, at: Moment = moment(9)) =>
  writeSheet({ at, name: "Ада", events: [note(chance, words)], seen: undefined, upon: undefined });

type Harm = (right: SheetToSeal) => Partial<SheetToSeal>;
const harms: readonly (readonly [string, Harm, "sheet" | "signature"])[] = [
  ["closed under another key", () => ({ key: chance.bytes(32) as FolderKey }), "sheet"], // makes the brand
  ["of another desk, signed as that", () => ({ desk: idFrom(chance.bytes(16)) }), "sheet"],
  ["of a device that nobody signed for", () => ({ device: idFrom(chance.bytes(16)) }), "signature"],
  ["in a colleague's name", () => ({ device: paper.keeps[0]?.device ?? hers.device }), "sheet"],
  ["that holds no sheet", () => ({ payload: utf8("[[[[[[[[") }), "sheet"],
  ["without a time", () => ({ payload: utf8('{"v":1,"at":"завтра","name":"","events":[]}') }), "sheet"],
];

for (const [title, harm, what] of harms)
  test(`a sheet ${title} is set aside and named, and what stood before stands`, async () => {
    const { right, shows, reads, named, close } = await desk();
    shows([await sealSheet({ ...right, ...harm(right) })]);
    expect(await reads()).toEqual(["при всех"]);
    expect(named()).toEqual([[what, 2]]);
    await close();
  });

test("her sheet as it should be is taken, and so is one by a clock that is a century ahead", async () => {
  const { right, shows, reads, named, close } = await desk();
  const far = payloadOf("из будущего", "2126-11-23T10:00:00.000Z" as Moment); // a moment as it is written
  shows([await sealSheet({ ...right, payload: far })]);
  expect(await reads()).toEqual(["при всех", "из будущего"]);
  expect(named()).toEqual([]);
  await close();
});

test("a number that is left out, and a sheet that goes on from another than the one before it, are named", async () => {
  const { right, shows, reads, named, close } = await desk();
  const forked = await sealSheet({ ...right, prev: "A".repeat(43) as Hash }); // makes the brand
  shows([forked, await sealSheet({ ...right, id: idFrom(chance.bytes(16)), number: 4 })]);
  await reads();
  expect(named()).toEqual([
    ["chain", 2],
    ["gap", 4],
  ]);
  await close();
});

test("of two sheets with one number the first stands, and the second is not read beside it", async () => {
  const { right, shows, reads, close } = await desk();
  const [one, two] = [
    await sealSheet(right),
    await sealSheet({ ...right, id: idFrom(chance.bytes(16)), payload: payloadOf("вместо него") }),
  ];
  shows([one, two]);
  expect(await reads()).toEqual(["при всех", "её слово"]);
  await close();
});

test("a server that mends a bent sheet cannot put another in the place of one that is sound here", async () => {
  const { ours, id, right, shows, reads, named, close } = await desk();
  shows([await sealSheet(right)]);
  await reads();
  const where = `${paper.desk}/${id}/0000002`;
  const text = (await ours.disk.get("sheets", where)) ?? "";
  const at = text.indexOf('"body":"') + 40;
  const bent = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  await ours.disk.write([{ drawer: "sheets", key: where, text: bent }]);
  await ours.crash(0)();
  await ours.copy().folder(id);
  expect(named()).toEqual([["sheet", 2]]);
  const another = { ...right, number: 1, prev: "" as const, payload: payloadOf("подмена") };
  shows([await sealSheet(another), await sealSheet(right)], 1);
  await ours.copy().mend();
  const { present } = await ours.copy().folder(id);
  expect(present?.notes.map((one) => one.text)).toEqual(["при всех"]);
  expect(named()).toContainEqual(["chain", 1]);
  await close();
});
