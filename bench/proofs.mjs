/**
 * What a device checks of a log of 100,000 sheets, with the very functions that it runs: that each of them is in the tree (a path of
 * hashes each), that the tree has no sheet but these (the root over all), and that the log only grew over a year of pulls (a signed
 * checkpoint and a proof of growth each). Bar: 5 s for the proofs of all sheets.
 *
 *   npm run bench -- proofs [--sheets=100000] [--pulls=1000]
 */
import { createHash, randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const BAR = 5;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const seal = await import(join(root, "packages/seal/dist/index.js"));
const wire = await import(join(root, "packages/wire/dist/index.js"));
const { openProofs } = await import(join(root, "packages/replica/dist/sync/proofs.js"));
const { openKeeping } = await import(join(root, "packages/replica/dist/store/keeping.js"));
const { memoryStore } = await import(join(root, "packages/replica/dist/store/memory.js"));
const option = (name, otherwise) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
const [sheets, pulls] = [option("sheets", "100000"), option("pulls", "1000")];
const { sha256, verify } = seal;

// The server's side, before the clock runs: a tree whose parts are found by where they begin and end.
const quick = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const hashes = Array.from({ length: sheets }, () => new Uint8Array(randomBytes(32)));
const parts = new Map();
function over(start, end) {
  const name = start * 2 ** 24 + end;
  const known = parts.get(name);
  if (known) return known;
  const middle = start + (end - start > 1 ? wire.splitOf(end - start) : 0);
  const made =
    end - start === 1
      ? wire.leafHash(quick, hashes[start])
      : wire.nodeHash(quick, over(start, middle), over(middle, end));
  parts.set(name, made);
  return made;
}
const whole = over(0, sheets);
const paths = hashes.map((_, at) => wire.pathOf(at, sheets).map(({ start, end }) => over(start, end)));
const desk = wire.idFrom(new Uint8Array(16).fill(1));
const origin = wire.originOf(desk);
const signer = await seal.signerFrom(new Uint8Array(32).fill(7));
const key = wire.keyIdOf(sha256, { name: origin, kind: wire.LOG_KEY, key: signer.publicKey });
const sizes = Array.from({ length: pulls }, (_, at) => Math.floor((sheets * (at + 1)) / pulls));
const answers = new Map();
let before = 0;
for (const size of sizes) {
  const text = wire.checkpointText({ origin, size, root: over(0, size) });
  const line = wire.signatureLine({ name: origin, key, bytes: await signer.sign(wire.utf8(text)) });
  answers.set(size, {
    note: wire.writeNote(text, [line]),
    key: wire.toText(signer.publicKey),
    root: before === 0 ? "" : wire.toText(over(0, before)),
    growth:
      before === 0 ? [] : wire.growthOf(before, size).map(({ start, end }) => wire.toText(over(start, end))),
    paths: [],
  });
  before = size;
}

const seconds = (began) => (performance.now() - began) / 1000;
const rounds = [1, 2, 3].map(() => {
  const began = performance.now();
  const isIn = wire.openMembership(sha256, { size: sheets, root: whole });
  for (let at = 0; at < sheets; at += 1) {
    const leaf = { hash: wire.leafHash(sha256, hashes[at]), at };
    if (!isIn(leaf, paths[at])) throw new Error("a proof fails");
  }
  return seconds(began);
});
const middle = rounds.toSorted((a, b) => a - b)[1];
console.log(
  `${sheets} sheets, each proven to be in the log: ${middle.toFixed(2)} s (${rounds.map((one) => one.toFixed(2)).join(", ")}; bar ${BAR} s) ${middle <= BAR ? "ok" : "ABOVE THE BAR"}`,
);

let began = performance.now();
const all = wire.rootOf(
  sha256,
  hashes.map((hash) => wire.leafHash(sha256, hash)),
);
if (!wire.isSameHash(all, whole)) throw new Error("another root");
console.log(`the root over all of them: ${seconds(began).toFixed(2)} s`);

let shown = 0;
const store = memoryStore();
const proofs = await openProofs({
  desk,
  wire: { log: async () => answers.get(shown) },
  store,
  keeping: openKeeping(store, () => undefined),
  checks: { sha256, verify },
  witness: () => undefined,
  shown: () => shown,
});
began = performance.now();
for (const size of sizes) {
  shown = size;
  await proofs.check(size);
}
if (proofs.faults().length > 0) throw new Error(`an honest log is accused: ${proofs.faults().join()}`);
console.log(
  `a log that grew to them in ${pulls} pulls, each signed and proven: ${seconds(began).toFixed(2)} s`,
);
process.exitCode = middle <= BAR ? 0 : 1;
