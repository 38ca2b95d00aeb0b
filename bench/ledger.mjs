/**
 * How long the ledger's screens wait with 20,000 claims: the entries folded as they come out of their sheets, all of it weighed, a page of
 * the list, a search, an incident's page, one more claim entered. Prints milliseconds against the promise. Runs on the built packages:
 * npx tsc -b packages/casework && node bench/ledger.mjs
 */
import { join, resolve } from "node:path";

const built = resolve(import.meta.dirname, "..", "packages", "casework", "dist");
const { answerInLedger, foldLedgerEvents, weigh } = await import(join(built, "claims", "index.js"));
const { enterAll } = await import(join(built, "claims", "event.js"));
const { emptyLedger } = await import(join(built, "claims", "model.js"));

const size = 20_000;
const perSheet = 500;
let seed = 8;
function random() {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
}
const any = (many) => Math.floor(random() * many);
function timed(what, promised, run) {
  const began = performance.now();
  const result = run();
  const took = performance.now() - began;
  const against =
    promised === undefined ? "" : ` (promised ${promised} ms: ${took <= promised ? "kept" : "MISSED"})`;
  console.log(`${what.padEnd(48)} ${took.toFixed(0).padStart(6)} ms${against}`);
  return result;
}

const words = [
  "sent",
  "without",
  "boots",
  "to",
  "front",
  "told",
  "held",
  "cellar",
  "weeks",
  "water",
  "rifle",
  "officer",
];
const sentence = () => Array.from({ length: 12 }, () => words[any(words.length)]).join(" ");
const places = ["RU-KRS", "RU-VOR", "RU-BEL", "RU-PRI", "RU-DA"];
function quick(at) {
  const incident = `I${Math.floor(at / 8)}`;
  const soldier = `ag:s${any(9000)}`;
  const caller = `ag:c${at}`;
  return [
    { type: "AgentEntered", agent: { id: soldier, type: "person", label: soldier, private: true } },
    {
      type: "AgentEntered",
      agent: { id: caller, type: "person", label: caller, private: true, household: `h${any(9000)}` },
    },
    { type: "EvidenceEntered", evidence: { id: `it:${at}`, kind: "call", agent: caller } },
    {
      type: "ChainDrawn",
      chain: {
        id: `ch:${at}`,
        origin: soldier,
        perceives: "did",
        links: [
          { from: soldier, to: caller, mode: "told" },
          { from: caller, to: `it:${at}`, mode: "stated" },
        ],
      },
    },
    ...(at % 8 === 0
      ? [
          {
            type: "IncidentOpened",
            incident: {
              id: incident,
              label: sentence(),
              kind: "losses",
              claims: [],
              place: places[any(places.length)],
              time: { edtf: `2022-11-${String(1 + any(28)).padStart(2, "0")}` },
            },
          },
        ]
      : []),
    {
      type: "ClaimEntered",
      claim: {
        id: `C${at}`,
        type: "event",
        text: sentence(),
        chain: `ch:${at}`,
        modality: "asserted",
        polarity: "positive",
        incident,
      },
    },
    ...(at % 40 === 39
      ? [{ type: "RelationSeen", relation: { type: "denies", from: `C${at}`, to: [`C${at - 1}`] } }]
      : []),
  ];
}
const head = places.map((id) => ({ type: "PlaceEntered", place: { id, label: id, level: "region" } }));
const sheets = [
  head,
  ...Array.from({ length: size / perSheet }, (_, sheet) =>
    Array.from({ length: perSheet }, (__, at) => quick(sheet * perSheet + at)).flat(),
  ),
];

console.log(`${size} claims, ${sheets.length} sheets`);
const ledger = timed("the entries folded", undefined, () => sheets.reduce(foldLedgerEvents, emptyLedger));
timed("weighed: independence and grades", 1000, () => weigh(ledger));
const asked = { type: "Incidents", case: "c", lang: "ru", filter: {}, order: "time", from: 0, count: 180 };
const file = { ledger, name: "x" };
timed("the list for the first time (weighs too)", undefined, () => answerInLedger(file, asked));
timed("a page of the list", 100, () => answerInLedger(file, { ...asked, from: 1200 }));
timed("a search for the first time", undefined, () =>
  answerInLedger(file, { ...asked, filter: { text: "cellar water" } }),
);
timed("a search", 100, () =>
  answerInLedger(file, { ...asked, filter: { text: "rifle held", kind: "losses" } }),
);
timed("an incident's page", 100, () =>
  answerInLedger(file, { type: "IncidentPage", case: "c", lang: "ru", incident: "I77", most: 50 }),
);
timed("same origin?", 1000, () => answerInLedger(file, { type: "SameOrigins", case: "c", lang: "ru" }));
timed("one more claim judged and entered", 1000, () => enterAll(ledger, quick(size)));
