/**
 * Writes the frozen corpus of sealed things, packages/seal/src/corpus/*.json, with the keys that open them. Run once for each
 * new format (`npx tsc -b packages/seal && node tools/make-corpus.mjs`); a file that is there is never written again, because
 * whatever was sealed once must open for ever. Every name is invented and every key is public: nothing real is under them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";

import * as seal from "../packages/seal/dist/index.js";
import { makeDevice } from "../packages/seal/dist/people.js";
import { fromText, idFrom, toText, utf8 } from "../packages/wire/dist/index.js";

const folderOfCorpus = new URL("../packages/seal/src/corpus/", import.meta.url);
const now = Date.UTC(2026, 10, 22, 18, 30, 0);

/** The same bytes at every run; age files still differ, for age draws its own. */
function chance(name) {
  let count = 0;
  return (bytes) => {
    count += 1;
    const parts = Array.from({ length: Math.ceil(bytes / 64) }, (_, at) =>
      createHash("sha512").update(`${name} ${count} ${at}`).digest(),
    );
    return Uint8Array.from(Buffer.concat(parts).subarray(0, bytes));
  };
}

function write(name, content) {
  const file = new URL(`${name}.json`, folderOfCorpus);
  if (existsSync(file)) return;
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
}

async function helpline(suite) {
  const random = chance(`corpus ${suite}`);
  const founding = await seal.foundHelpline({
    name: "Маяк (упражнение)",
    practice: true,
    suite,
    now,
    random,
  });
  const keep = await seal.openKeep(founding.keep);
  const phone = await makeDevice(
    suite,
    { member: founding.member, seed: fromText(founding.keep.memberSeed) },
    random,
  );
  const { push } = await seal.addDevice({
    keep,
    team: founding.team,
    now,
    device: phone.keys,
    desks: [founding.secrets],
  });
  const [secret] = founding.secrets.secrets.values();
  return {
    random,
    founding,
    keep,
    keys: seal.deskKeys(secret, founding.desk, 1),
    written: {
      fingerprint: founding.keep.fingerprint,
      keep: founding.keep,
      phone: { device: phone.device, identity: phone.secrets.identity },
      deskSecret: toText(secret),
      statements: [...founding.push.statements, ...push.statements],
      boxes: [...founding.push.boxes, ...push.boxes],
    },
  };
}

mkdirSync(folderOfCorpus, { recursive: true });
write("helpline-a2", (await helpline("A2")).written);
const { random, founding, keep, keys, written } = await helpline("A1");
write("helpline-a1", written);

const folder = idFrom(random(16));
const key = seal.newFolderKey(random);
const wrappedKey = seal.wrapFolderKey(keys, { folder, key }, random);
const payloads = [
  JSON.stringify([{ type: "Said", words: "Вымышленный звонок: мать ищет сына, связь пропала 3 июня." }]),
  JSON.stringify([{ type: "Said", words: "Вымышленный ответ. ".repeat(40) }]),
];
const sheets = [];
for (const payload of payloads) {
  const last = sheets.at(-1);
  sheets.push(
    await seal.sealSheet({
      id: idFrom(random(16)),
      desk: founding.desk,
      folder,
      number: sheets.length + 1,
      prev: last ? seal.hashOfSheet(last) : "",
      epoch: 1,
      device: founding.device,
      seen: sheets.length,
      key,
      payload: utf8(payload),
      signer: keep.signer,
      random,
    }),
  );
}
write("sheets", {
  deskSecret: written.deskSecret,
  signing: toText(keep.signer.publicKey),
  folderKey: toText(key),
  wrappedKey,
  sheets,
  hashes: sheets.map(seal.hashOfSheet),
  payloads,
});

const card = { name: "Вымышлен Вымысел", number: 2 };
const sealed = seal.sealCard({ keys, folder, number: 2, payload: utf8(JSON.stringify(card)), random });
const bound = Array.from({ length: 40 }, (_, at) => ({
  folder: idFrom(random(16)),
  number: 1 + at,
  place: 1 + at,
  card: { ...card, at },
}));
const binder = seal.sealBinder({ keys, n: 0, of: 1, covers: 40, cards: bound, random });
write("cards", {
  deskSecret: written.deskSecret,
  card: sealed,
  payload: JSON.stringify(card),
  binder,
  bound,
});

const passphrase = "четыре тихих слова ёлка";
const device = random(32);
const locked = await seal.lockKeep(
  founding.keep,
  { passphrase, deviceSecret: seal.deviceSecretFromBytes(device) },
  random,
);
const shelf = { kind: "draft", id: idFrom(random(16)) };
const stored = seal.sealForStore(keep.storeKey, { ...shelf, bytes: utf8("недописанное") }, random);
write("device", {
  passphrase,
  deviceSecret: toText(device),
  locked,
  keep: founding.keep,
  store: { ...shelf, sealed: toText(stored), text: "недописанное" },
});
