/**
 * Attacks of a server that works together with somebody who has left, or that keeps from a colleague that anybody has: the desk has
 * another key by then. The pass rule is that of the other attacks (attacks.ts): no word of hers from afterwards is ever shown as
 * said, and a device that does not say what the honest one says has named that something is wrong.
 */
import type { CaseId } from "@answerable/casework";
import { openWire } from "@answerable/wire";

import { chanceOf } from "../../packages/replica/src/testing/chance.ts";
import {
  caseId,
  moment,
  note,
  openDevice,
  opening,
  type Device,
} from "../../packages/replica/src/testing/devices.ts";
import { paperHelpline, tokenOf, withoutDevice } from "../../packages/replica/src/testing/helpline.ts";
import { read, serverOf, telling, type Outcome, type Played } from "./attacks.ts";

let founded: Promise<Awaited<ReturnType<typeof helpline>>> | undefined;

/** Three devices; the second leaves, and the first makes the desk another key. */
async function helpline() {
  const paper = await paperHelpline(3);
  return { paper, rotated: await withoutDevice(paper, 1) };
}

/** Some cases, and three devices that have read them. Whoever writes writes into one of them. */
async function desk(seed: number) {
  const { paper, rotated } = await (founded ??= helpline());
  const chance = chanceOf(seed);
  const [truth, lie] = [await serverOf(paper), await serverOf(paper)];
  const pushes: Request[] = [];
  let shown = truth;
  async function device(at: number, answer: () => typeof truth): Promise<Device> {
    const one = await openDevice({
      paper,
      at,
      chance,
      async server(request) {
        if (request.method === "POST" && request.url.endsWith("/pushes")) pushes.push(request.clone());
        return answer().fetch(request);
      },
    });
    one.network.heal();
    return one;
  }
  const [honest, left] = [await device(0, () => truth), await device(1, () => truth)];
  const victim = await device(2, () => shown);
  const cases: CaseId[] = [];
  let count = 0;
  async function writes(who: Device, words: string): Promise<void> {
    const isNew = cases.length < 2;
    const id = isNew ? caseId(chance) : chance.pick(cases);
    if (isNew) cases.push(id);
    count += 1;
    const at = moment(count);
    const event = note(chance, `${words} ${count}`);
    if (!isNew) await read(who, id);
    await who.copy().record(id, (present) => ({ at, events: present ? [event] : [opening(id), event] }));
    await who.sync();
  }
  async function reads(who: Device): Promise<boolean> {
    let isThrough = (await who.sync()) === "through";
    for (const id of cases) isThrough = (await read(who, id)) && isThrough;
    return isThrough;
  }
  for (let n = 4 + chance.below(4); n > 0; n -= 1) await writes(chance.happens(0.3) ? left : honest, "said");
  for (const one of [honest, left, victim]) await reads(one);
  return {
    chance,
    rotated,
    honest,
    left,
    victim,
    truth,
    lie,
    writes,
    reads,
    tellings: (who: Device) => Promise.all(cases.map((id) => telling(who, id))),
    isNamed: () => victim.copy().quarantined().length > 0 || victim.copy().log() !== undefined,
    /** What was pushed until now, at the other server. */
    async copied() {
      for (const push of pushes) await lie.fetch(push.clone());
    },
    async rotates() {
      const [keep] = paper.keeps;
      if (!keep) throw new Error("nobody founded it");
      const at = { origin: "https://desk.example", fetch: truth.fetch };
      const token = await tokenOf(openWire({ ...at, token: () => undefined }), keep);
      await openWire({ ...at, token: () => token }).pushTeam(rotated.push);
      await honest.hears(rotated);
      await reads(honest);
    },
    shows: (server: typeof truth) => void (shown = server),
    async close() {
      await truth.close();
      await lie.close();
    },
  };
}

const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** The server does not want to know of the new key, and takes what is sealed under the one before. */
async function lateSheets(seed: number): Promise<Outcome> {
  const { chance, rotated, honest, left, victim, writes, reads, ...at } = await desk(seed);
  for (const one of [victim, honest]) {
    await one.hears(rotated);
    await reads(one);
  }
  const before = await at.tellings(honest);
  for (let n = 1 + chance.below(3); n > 0; n -= 1) await writes(left, "after");
  const isThrough = await reads(victim);
  const seen = await at.tellings(victim);
  const [named, invented] = [!isThrough || at.isNamed(), seen.join().match(/after \d+/gu) ?? []];
  // Those who stay go on in the very same folders.
  await victim.crash(0)();
  await reads(victim);
  await reads(honest);
  const after = [await at.tellings(victim), await at.tellings(honest)] as const;
  await at.close();
  const healed = same(...after) && !after.join().includes("after ");
  return { seed, tried: true, named, same: same(seen, before), invented, healed };
}

/** `all`: with everything that was said under the new key. */
async function keptBack(seed: number, all: boolean): Promise<Outcome> {
  const { chance, rotated, honest, victim, writes, reads, ...at } = await desk(seed);
  await at.copied();
  await at.rotates();
  for (let n = 1 + chance.below(3); n > 0; n -= 1) await writes(honest, "said");
  if (all) at.shows(at.lie);
  const isThrough = await reads(victim);
  const [seen, known] = [await at.tellings(victim), await at.tellings(honest)];
  const named = !isThrough || at.isNamed();
  at.shows(at.truth);
  await victim.hears(rotated);
  await victim.crash(0)();
  for (let rounds = 0; rounds < 2; rounds += 1) {
    await reads(victim);
    await victim.copy().mend();
  }
  const healed = same(await at.tellings(victim), await at.tellings(honest));
  await at.close();
  return { seed, tried: true, named, same: same(seen, known), invented: [], healed };
}

export const leavings: readonly Played[] = [
  { name: "a sheet of somebody who left, placed after the new key", attempt: lateSheets },
  {
    name: "a removal and the new key kept back from one device",
    attempt: (seed) => keptBack(seed, false),
  },
  {
    name: "the same, with all that is said under the new key",
    isDelay: true,
    attempt: (seed) => keptBack(seed, true),
  },
];
