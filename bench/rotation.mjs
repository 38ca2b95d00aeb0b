/**
 * Rotation and recovery at size: somebody is removed from a helpline of 50 devices and 10 desks, and the one push that follows
 * is made; then a device opens the cards of a desk after one rotation and after three. Run on the built packages.
 *   node bench/rotation.mjs
 */
import { webcrypto } from "node:crypto";

import {
  cardOpener,
  changeTeam,
  createDesk,
  deskKeys,
  foundHelpline,
  openBox,
  openKeep,
  sealCard,
} from "../packages/seal/dist/index.js";
import { makeStoreKey } from "../packages/seal/dist/keep.js";
import { makeDevice, makeMember } from "../packages/seal/dist/people.js";
import { idFrom, toText } from "../packages/wire/dist/index.js";

const DEVICES = 50;
const DESKS = 10;
const CARDS = Number(process.env.CARDS ?? 200_000);
const random = (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes));
const now = Date.now();

const founding = await foundHelpline({ name: "Bench", practice: false, suite: "A1", now, random });
const keep = await openKeep(founding.keep);
let { team } = founding;
let desks = [founding.secrets];
while (desks.length < DESKS) {
  const made = await createDesk({ keep, team, now, random });
  team = made.team;
  desks = [...desks, made.secrets];
}
const acts = [];
const people = [];
for (let at = 1; at < DEVICES; at += 1) {
  const member = makeMember(random);
  const made = await makeDevice("A1", member, random);
  people.push({ member, made });
  acts.push({
    type: "MemberAdded",
    member: { member: member.member, key: toText(member.publicKey) },
    device: made.keys,
    roles: ["operator"],
    desks: desks.map(({ desk }) => desk),
  });
}
({ team, desks } = await changeTeam({ keep, team, now, desks, acts }));

const rounds = [];
for (const { member } of people.slice(0, 3)) {
  const began = performance.now();
  const changed = await changeTeam({
    keep,
    team,
    now,
    desks,
    random,
    acts: [{ type: "MemberRemoved", member: member.member }],
  });
  rounds.push(performance.now() - began);
  if (changed.push.boxes.length !== DESKS) throw new Error("every desk is rotated");
  ({ team, desks } = changed);
  const last = people.at(-1);
  const box = changed.push.boxes[0];
  const own = await openKeep({
    ...founding.keep,
    member: last.member.member,
    device: last.made.device,
    identity: last.made.secrets.identity,
    signing: toText(last.made.secrets.signing),
    store: toText(makeStoreKey(random)),
  });
  await openBox(box, own, team);
}
rounds.sort((a, b) => a - b);
console.log(
  `rotation of ${DESKS} desks for ${DEVICES - 1} devices, one push: median ${Math.round(rounds[1])} ms, worst ${Math.round(rounds[2])} ms`,
);

const [desk] = desks;
const epochs = [...desk.secrets].toSorted(([a], [b]) => a - b);
const payload = new TextEncoder().encode(JSON.stringify({ v: 1, card: "x".repeat(300) }));
async function opening(count) {
  const used = epochs.slice(0, count + 1);
  const openers = new Map();
  for (const [epoch, secret] of used)
    openers.set(epoch, await cardOpener(deskKeys(secret, desk.desk, epoch)));
  const keys = used.map(([epoch, secret]) => deskKeys(secret, desk.desk, epoch));
  const made = Array.from({ length: 2_000 }, (_, at) =>
    sealCard({ keys: keys[at % keys.length], folder: idFrom(random(16)), number: 1, payload, random }),
  );
  const began = performance.now();
  for (let at = 0; at < CARDS; at += 1) {
    const card = made[at % made.length];
    openers.get(card.epoch).open(card);
  }
  return performance.now() - began;
}
await opening(1);
const [one, three] = [[], []];
for (let round = 0; round < 2; round += 1) {
  one.push(await opening(1));
  three.push(await opening(3));
}
const best = (all) => Math.min(...all);
console.log(
  `${CARDS.toLocaleString("en")} cards: after one rotation ${Math.round(best(one))} ms, after three ${Math.round(best(three))} ms (ratio ${(best(three) / best(one)).toFixed(2)})`,
);
