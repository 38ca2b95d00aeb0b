/**
 * Attacks of a server on a device that pulls from it, each by many seeds. The pass rule is one for all: nothing that nobody said is
 * ever shown as said; and unless the device says exactly what the honest one says, it has named that something is wrong, or has
 * not got through. When the server is honest again, nothing is lost.
 */
import type { CaseId } from "@answerable/casework";
import {
  memoryStore,
  openServer,
  openSigningKey,
  openWitness,
  type AskWitness,
  type SeenHead,
} from "@answerable/server";
import { openWire } from "@answerable/wire";

import { chanceOf, type Chance } from "../../packages/replica/src/testing/chance.ts";
import {
  caseId,
  moment,
  note,
  openDevice,
  opening,
  type Device,
} from "../../packages/replica/src/testing/devices.ts";
import {
  FOUNDING_SECRET,
  NOW,
  paperHelpline,
  tokenOf,
  type Paper,
} from "../../packages/replica/src/testing/helpline.ts";
import { anothersKey, bent, changed, evilProxy, onLines, onLog, playedAgain, type Trick } from "./proxy.ts";

interface Named {
  readonly name: string;
  /** Nobody can tell what is kept back from what has not come yet: it shows when the two devices hear of each other. */
  readonly isDelay?: true;
}

export interface Attack extends Named {
  /** The helpline has named a witness, which the server asks about every history that it shows. */
  readonly isWitnessed?: true;
  /** A trick on answers, or which of the day's pushes the server that the device is led to never got. */
  readonly does: Trick | { readonly loses: (at: number, of: number) => boolean; readonly goesOn: boolean };
}

/** One that is played in its own way. */
export interface Played extends Named {
  readonly attempt: (seed: number) => Promise<Outcome>;
}

export interface Outcome {
  readonly seed: number;
  /** Did the proxy have anything to change? */
  readonly tried: boolean;
  readonly named: boolean;
  readonly same: boolean;
  /** Words that nobody said. */
  readonly invented: readonly string[];
  /** With an honest server again, all is there. */
  readonly healed: boolean;
}

const names = ["number", "epoch", "seen"] as const;
const body = (one: { readonly [name: string]: unknown }, chance: Chance) => ({
  ...one,
  body: bent(one["body"], chance),
});

export const attacks: readonly Attack[] = [
  { name: "a sheet's ciphertext bent", does: changed("sheet", (one, _, chance) => body(one, chance)) },
  { name: "a card's ciphertext bent", does: changed("card", (one, _, chance) => body(one, chance)) },
  { name: "a folder's key bent", does: changed("key", (one, _, chance) => body(one, chance)) },
  { name: "a folder's key in another's place", does: anothersKey },
  { name: "an old answer played again (replay)", does: playedAgain },
  {
    name: "a signature bent",
    does: changed("sheet", (one, _, chance) => ({ ...one, signature: bent(one["signature"], chance) })),
  },
  {
    name: "a signature missing",
    does: changed("sheet", (one) =>
      Object.fromEntries(Object.entries(one).filter(([name]) => name !== "signature")),
    ),
  },
  {
    name: "a header's number, epoch or head changed",
    does: changed("sheet", (one, _, chance) => {
      const name = chance.pick(names);
      return { ...one, [name]: Number(one[name]) + 1 + chance.below(3) };
    }),
  },
  {
    name: "another device named as the writer",
    does: changed("sheet", (one, _, chance) => ({ ...one, device: bent(one["device"], chance) })),
  },
  {
    name: "sheets swapped within a folder",
    does: changed("sheet", (one, all, chance) => ({ ...chance.pick(all), number: one["number"] })),
  },
  {
    name: "a sheet's ciphertext moved to another's place",
    does: changed("sheet", (one, all, chance) => ({ ...one, body: chance.pick(all)["body"] })),
  },
  {
    name: "a card's ciphertext moved to another folder",
    does: changed("card", (one, all, chance) => ({ ...one, body: chance.pick(all)["body"] })),
  },
  {
    name: "a card under another number",
    does: changed("card", (one) => ({ ...one, number: Number(one["number"]) + 1 })),
  },
  {
    name: "a card kept back",
    does: ({ path, text, chance }) =>
      path.endsWith("/cards") ? onLines(text, chance, () => undefined) : undefined,
  },
  {
    name: "a sheet left out of a folder",
    does: ({ path, text, chance }) => {
      if (!path.includes("/folders/")) return undefined;
      const answer = JSON.parse(text);
      answer.sheets.splice(chance.below(answer.sheets.length), 1);
      return JSON.stringify(answer);
    },
  },
  {
    name: "an answer cut",
    does: ({ path, text, chance }) =>
      path.includes("/desks/") && text.length > 2
        ? text.slice(0, 1 + chance.below(text.length - 2))
        : undefined,
  },
  { name: "something else in the place of an answer", does: () => "<!doctype html><h1>Maintenance</h1>" },
  { name: "a checkpoint bent", does: onLog((one, chance) => ({ ...one, note: bent(one["note"], chance) })) },
  {
    name: "a checkpoint under another key",
    does: onLog((one, chance) => ({ ...one, key: bent(one["key"], chance) })),
  },
  // Less than the device had seen: what it had not seen yet, a server can only keep back.
  { name: "yesterday's database (rollback)", does: { loses: (at, of) => at >= of / 3, goesOn: false } },
  {
    name: "yesterday's database, grown on since (rewritten)",
    does: { loses: (at, of) => at >= of / 3 && at < of / 2, goesOn: true },
  },
  {
    name: "one sheet and its card hidden, middle",
    does: { loses: (at, of) => at === Math.floor(of / 2), goesOn: true },
  },
  {
    name: "one sheet and its card hidden, last",
    isDelay: true,
    does: { loses: (at, of) => at === of - 1, goesOn: false },
  },
  {
    name: "two histories for two devices (fork)",
    does: { loses: (at, of) => at === Math.floor(of / 4), goesOn: true },
  },
  {
    name: "two histories (fork), where a witness is named",
    isWitnessed: true,
    does: { loses: (at, of) => at === Math.floor(of / 4), goesOn: true },
  },
  {
    name: "one sheet and its card hidden, last, where a witness is named",
    isWitnessed: true,
    does: { loses: (at, of) => at === of - 1, goesOn: false },
  },
];

let founded: Promise<Paper> | undefined;

/** A server whose own secrets are always the same: yesterday's and today's speak with one voice. */
export async function serverOf(paper: Paper, askWitness?: AskWitness) {
  const random = (bytes: number) => new Uint8Array(bytes).fill(7);
  const server = openServer({
    store: memoryStore(),
    now: () => NOW,
    random,
    foundingSecret: FOUNDING_SECRET,
    ...(askWitness ? { askWitness } : {}),
  });
  let token: string | undefined;
  const wire = openWire({ origin: "https://desk.example", fetch: server.fetch, token: () => token });
  for (const push of paper.pushes) {
    await wire.pushTeam(push, token === undefined ? FOUNDING_SECRET : undefined);
    const [founder] = paper.keeps;
    if (founder && token === undefined) token = await tokenOf(wire, founder);
  }
  return server;
}

/** One that knows the note key that `serverOf` makes. */
function witnessOf(): { readonly line: string; readonly ask: AskWitness } {
  const heads = new Map<string, SeenHead>();
  const witness = openWitness({
    name: "witness.example",
    key: openSigningKey(new Uint8Array(32).fill(5)),
    logKey: openSigningKey(new Uint8Array(32).fill(7)).publicKey,
    now: () => NOW,
    memory: {
      read: async (origin) => heads.get(origin),
      write: async (origin, head) => void heads.set(origin, head),
    },
  });
  const asked = (body: string) =>
    new Request("https://witness.example/add-checkpoint", { method: "POST", body });
  return {
    line: witness.line,
    async ask(question) {
      const said = await witness.fetch(asked(question));
      return { status: said.status, text: await said.text() };
    },
  };
}

async function attempt({ does, isWitnessed }: Attack, seed: number): Promise<Outcome> {
  const paper = await (founded ??= paperHelpline(2));
  const chance = chanceOf(seed);
  const witness = isWitnessed ? witnessOf() : undefined;
  const [truth, lie] = [await serverOf(paper, witness?.ask), await serverOf(paper, witness?.ask)];
  const demanded = witness ? { witness: () => witness.line } : {};
  const pushes: Request[] = [];
  const honest = await openDevice({
    paper,
    at: 0,
    chance,
    ...demanded,
    async server(request) {
      if (request.method === "POST" && request.url.endsWith("/pushes")) pushes.push(request.clone());
      return truth.fetch(request);
    },
  });
  let shown = truth;
  const proxy = evilProxy(() => shown.fetch, chanceOf(seed + 1));
  const victim = await openDevice({ paper, server: proxy.fetch, at: 1, chance, ...demanded });
  for (const device of [honest, victim]) device.network.heal();

  const said = new Set<string>();
  const cases: CaseId[] = [];
  async function writes(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const isNew = cases.length < 2 || chance.happens(0.3);
      const id = isNew ? caseId(chance) : chance.pick(cases);
      if (isNew) cases.push(id);
      const words = `said ${said.size}`;
      said.add(words);
      const event = note(chance, words);
      await honest.copy().record(id, (present) => ({
        at: moment(said.size),
        events: present ? [event] : [opening(id), event],
      }));
      await honest.sync();
    }
  }

  // A day in which all is well, and one in which it is not.
  await writes(6 + chance.below(6));
  await victim.sync();
  if (chance.happens(0.7)) for (const id of cases) await read(victim, id);
  await writes(3 + chance.below(5));
  let tried = false;
  if (typeof does === "function") proxy.trick = does;
  else {
    const { loses, goesOn } = does;
    const at = pushes.findIndex((_, n) => loses(n, pushes.length));
    const kept = pushes.filter((_, n) => !loses(n, pushes.length) && (goesOn || n < at));
    for (const push of kept) await lie.fetch(push);
    shown = lie;
    tried = true;
  }
  let isThrough = (await victim.sync()) === "through";
  for (const id of cases) isThrough = (await read(victim, id)) && isThrough;
  isThrough = (await victim.sync()) === "through" && isThrough;
  tried ||= proxy.meddled > 0;

  const named = !isThrough || victim.copy().quarantined().length > 0 || victim.copy().log() !== undefined;
  const tellings = await Promise.all(
    cases.map(async (id) => [await telling(victim, id), await telling(honest, id)] as const),
  );
  const words = tellings.flatMap(([seen]) =>
    [...seen.matchAll(/"(said \d+)"/g)].map((found) => found[1] ?? ""),
  );
  const same = tellings.every(([a, b]) => a === b);

  proxy.trick = undefined;
  shown = truth;
  await victim.crash(0)();
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await victim.sync();
    for (const id of cases) await read(victim, id);
    await victim.copy().mend();
  }
  const after = await Promise.all(
    cases.map(async (id) => (await telling(victim, id)) === (await telling(honest, id))),
  );
  await truth.close();
  await lie.close();
  return {
    seed,
    tried,
    named,
    same,
    invented: words.filter((one) => !said.has(one)),
    healed: after.every(Boolean),
  };
}

/** false: it did not come. */
export async function read(device: Device, id: CaseId): Promise<boolean> {
  try {
    await device.copy().pullFolder(id);
    return true;
  } catch {
    return false;
  }
}

export async function telling(device: Device, id: CaseId): Promise<string> {
  const { present } = await device.copy().folder(id);
  return JSON.stringify(present ?? "nothing");
}

export interface Tally {
  readonly name: string;
  readonly isDelay: boolean;
  readonly tries: number;
  readonly noticed: number;
  /** The device said the truth all the same. */
  readonly harmless: number;
  readonly unseen: readonly number[];
  readonly invented: number;
  readonly unhealed: readonly number[];
}

export async function tallied(attack: Attack | Played, seeds: readonly number[]): Promise<Tally> {
  const outcomes: Outcome[] = [];
  for (const seed of seeds)
    outcomes.push(await ("attempt" in attack ? attack.attempt(seed) : attempt(attack, seed)));
  const tried = outcomes.filter((one) => one.tried);
  return {
    name: attack.name,
    isDelay: attack.isDelay ?? false,
    tries: tried.length,
    noticed: tried.filter((one) => one.named).length,
    harmless: tried.filter((one) => !one.named && one.same).length,
    unseen: tried.filter((one) => !one.named && !one.same).map((one) => one.seed),
    invented: tried.reduce((sum, one) => sum + one.invented.length, 0),
    unhealed: tried.filter((one) => !one.healed).map((one) => one.seed),
  };
}
