/**
 * See note: A late sheet (folders.ts). The server here works together with somebody who has left: it does not want to know that the
 * desk has another key, and places what she writes. Devices 0 and 2 stay, device 1 has left.
 */
import type { CaseId } from "@answerable/casework";
import { sealSheet, type FolderKey } from "@answerable/seal";
import { idFrom, type Epoch, type FolderAnswer, type Place } from "@answerable/wire";
import { expect, test } from "vitest";

import { chanceOf } from "../testing/chance.ts";
import { caseId, moment, note, openDevice, opening, type Device } from "../testing/devices.ts";
import { paperHelpline, serverOf, withoutDevice } from "../testing/helpline.ts";
import { writeSheet } from "./payload.ts";

const chance = chanceOf(8);
const paper = await paperHelpline(3);
const rotated = await withoutDevice(paper, 1);

async function desk() {
  const { fetch, close } = await serverOf(paper);
  let folder: FolderAnswer | undefined;
  const device = async (at: number, server = fetch) => {
    const one = await openDevice({ paper, server, at, chance });
    one.network.heal();
    return one;
  };
  const ours = await device(0, async (request) =>
    folder && request.url.includes("/folders/") ? Response.json(folder) : fetch(request),
  );
  const [left, away] = [await device(1), await device(2)];
  const id = caseId(chance);
  await says(ours, id, "при всех");
  await left.sync();
  await away.sync();
  return { ours, left, away, id, close, shows: (answer: FolderAnswer) => void (folder = answer) };
}

let minute = 0;
async function says(device: Device, id: CaseId, words: string): Promise<void> {
  minute += 1;
  const said = note(chance, words);
  await device
    .copy()
    .pullFolder(id)
    .catch(() => undefined);
  await device.copy().record(id, (present) => ({
    at: moment(minute),
    events: present ? [said] : [opening(id), said],
  }));
  expect(await device.sync()).toBe("through");
  expect(device.copy().waiting()).toBe(0);
}

async function notesAt(device: Device, id: CaseId): Promise<readonly string[]> {
  await device.sync();
  await device.copy().pullFolder(id);
  const { present } = await device.copy().folder(id);
  return present?.notes.map(({ text }) => text) ?? [];
}
const namedAt = (device: Device) =>
  device
    .copy()
    .quarantined()
    .map(({ what, number }) => [what, number]);

test("what somebody who left puts in afterwards is set aside and named, and what she said before stays", async () => {
  const { ours, left, id, close } = await desk();
  await says(left, id, "пока была здесь");
  await ours.hears(rotated);
  await ours.sync();
  await says(left, id, "когда уже ушла");
  expect(await notesAt(ours, id)).toEqual(["при всех", "пока была здесь"]);
  expect(namedAt(ours)).toEqual([
    ["late", 3],
    ["card", undefined],
  ]);
  // As before after a night: what was learned of the places lies on the disk.
  await ours.crash(0)();
  await ours.copy().mend();
  expect(await notesAt(ours, id)).toEqual(["при всех", "пока была здесь"]);
  expect(namedAt(ours)).toEqual([["late", 3]]);
  await close();
});

test("a colleague who stays and has not heard of the new key yet loses no word", async () => {
  const { ours, away, id, close } = await desk();
  await ours.hears(rotated);
  await ours.sync();
  await says(away, id, "с дороги");
  expect(await notesAt(ours, id)).toEqual(["при всех", "с дороги"]);
  expect(namedAt(ours)).toEqual([]);
  await close();
});

test("what was placed before this device heard that she left is taken: a server can say that it was so", async () => {
  const { ours, left, id, close } = await desk();
  await says(left, id, "в последний час");
  await ours.hears(rotated);
  expect(await notesAt(ours, id)).toEqual(["при всех", "в последний час"]);
  expect(namedAt(ours)).toEqual([]);
  await close();
});

test("who left cannot say that she writes under the key that she never had", async () => {
  const { ours, left, id, close, shows } = await desk();
  await ours.hears(rotated);
  await ours.sync();
  const { key, last } = await left.copy().pullFolder(id);
  const [keep] = paper.keeps.slice(1);
  if (!key || !keep) throw new Error("she has read it");
  const sheet = await sealSheet({
    id: idFrom(chance.bytes(16)),
    desk: paper.desk,
    folder: id,
    number: 2,
    prev: last,
    epoch: 2 as Epoch, // makes the brand
    device: keep.device,
    seen: 1,
    key: left.closing().revealKey(key.wrapped) as FolderKey, // as it was made
    payload: writeSheet({
      at: moment(9),
      name: "Ада",
      events: [note(chance, "под новым")],
      upon: 1,
      seen: undefined,
    }),
    signer: keep.signer,
    random: chance.bytes,
  });
  shows({ key: key.wrapped, sheets: [{ sheet, place: 2 as Place }] }); // likewise
  await ours.copy().pullFolder(id);
  const { present } = await ours.copy().folder(id);
  expect(present?.notes.map(({ text }) => text)).toEqual(["при всех"]);
  expect(namedAt(ours)).toEqual([["late", 2]]);
  await close();
});

test("a card that somebody who left makes for her late sheet takes nothing's place", async () => {
  const { ours, left, id, close } = await desk();
  await ours.hears(rotated);
  await ours.sync();
  const before = ours.roster().knows(id)?.number;
  await says(left, id, "когда уже ушла");
  await ours.sync();
  const at = ours.roster().row(id) ?? -1;
  expect(before).toBe(1);
  expect(JSON.stringify(ours.roster().card(at))).not.toContain("когда уже ушла");
  await close();
});
