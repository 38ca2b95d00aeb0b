/** Two devices of which one was offline: each sheet tells upon what it was written, and both fold the same of it. */
import type { Event, FactId } from "@answerable/casework";
import { idFrom } from "@answerable/wire";
import { expect, test } from "vitest";

import { chanceOf } from "../testing/chance.ts";
import { caseId, moment, openDevice, opening, type Device } from "../testing/devices.ts";
import { paperHelpline, serverOf } from "../testing/helpline.ts";

const chance = chanceOf(31);
const paper = await paperHelpline(2);
const newFact = () => idFrom(chance.bytes(16)) as unknown as FactId; // the same id on both sides
const number = (fact: FactId): Event => ({
  type: "FactStated",
  fact,
  field: "phone",
  value: "8 912 345-67-89",
  sure: true,
  source: "sawHimself",
  setsAside: [],
});

for (const first of [0, 1])
  test(`a number taken out on one device is not brought back by what the other wrote offline, device ${first} heard first`, async () => {
    const { fetch, close } = await serverOf(paper);
    const devices: Device[] = [];
    for (const at of [0, 1]) devices.push(await openDevice({ paper, server: fetch, at, chance }));
    for (const device of devices) device.network.heal();
    const [id, fact] = [caseId(chance), newFact()];
    const writes = (at: number, ...events: readonly Event[]) =>
      devices[at]?.copy().record(id, () => ({ at: moment(at), events }));
    await writes(0, opening(id), number(fact));
    for (const device of devices) await device.sync();
    await devices[1]?.copy().pullFolder(id);

    await writes(0, { type: "FactWithdrawn", fact, reason: "просит удалить" });
    await writes(1, number(newFact()));
    for (const at of [first, 1 - first, first]) expect(await devices[at]?.sync()).toBe("through");
    for (const device of devices) {
      await device.copy().pullFolder(id);
      const { placed, present } = await device.copy().folder(id);
      expect(placed?.facts.map(({ standing }) => standing)).toEqual(["withdrawn", "withdrawn"]);
      expect(present).toEqual(placed);
    }
    // Stated by somebody who has the withdrawal before her, also after her program was begun anew.
    await writes(1, number(newFact()));
    await devices[1]?.crash(0)();
    for (const at of [1, 0]) expect(await devices[at]?.sync()).toBe("through");
    await devices[0]?.copy().pullFolder(id);
    const { placed } = devices[0] ? await devices[0].copy().folder(id) : {};
    expect(placed?.facts.map(({ standing }) => standing)).toEqual(["withdrawn", "withdrawn", "stands"]);
    await close();
  });
