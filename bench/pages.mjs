/**
 * The whole site of a release with five hundred dossiers, drafted, printed and packed; and its front page. From the built
 * packages: npx tsc -b packages/press && node bench/pages.mjs
 */
import { performance } from "node:perf_hooks";

// As the desk's worker is built: React's checks for development are left out.
process.env.NODE_ENV = "production";
const { readLedger } = await import("@answerable/casework");
const { archiveOf, deskDomain, pagesOf, prepareRelease, signedRelease, tablesFor } =
  await import("@answerable/press");

const dossiers = 500;
const quiet = () => undefined;
const words = (text) => ({ ru: text, uk: text, en: text });
const spoken =
  "We were told that they would guard a warehouse, and a week later they were sent to the front without training.";
const numbers = Array.from({ length: dossiers }, (_, at) => at);
const ledger = readLedger({
  agents: numbers.map((at) => ({ id: `ag:${at}`, type: "group", label: `relatives ${at}`, private: false })),
  items: [],
  chains: numbers.map((at) => ({ id: `ch:${at}`, origin: `ag:${at}`, perceives: "saw", links: [] })),
  claims: numbers.flatMap((at) =>
    [1, 2, 3].map((part) => ({
      id: `C${at}-${part}`,
      type: "event",
      text: spoken,
      chain: `ch:${at}`,
      modality: "asserted",
      polarity: "positive",
      incident: `I${at}`,
      printed: words(`${spoken} (${at}, ${part})`),
    })),
  ),
  relations: [],
  incidents: numbers.map((at) => ({
    id: `I${at}`,
    kind: "protest",
    label: `dossier ${at}`,
    claims: [1, 2, 3].map((part) => `C${at}-${part}`),
    printed: words(`Dossier ${at}`),
  })),
});
if (!ledger.ok) throw new Error(JSON.stringify(ledger.refusal));

const { region, grievance } = deskDomain.codes;
const facts = Array.from({ length: 3_000 }, (_, at) => ({
  id: `fact${at}`,
  day: `2022-11-${String(7 + (at % 7)).padStart(2, "0")}`,
  codes: { region: region[(at * at) % 85], grievance: grievance[(at * 7) % 12], service: "mobilised" },
}));
const wanted = {
  on: "2022-12-05",
  tables: tablesFor(["regions-by-grievance"], { from: "2022-11-07", to: "2022-11-14" }),
  site: { name: words("Line"), practice: true, address: "https://line.example/record" },
  ledger: ledger.value,
  takenOut: [],
  consented: [],
  facts,
  answering: [],
  earlier: [],
};

const began = performance.now();
const prepared = prepareRelease(wanted, quiet);
if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
const drafted = performance.now();
const { release, site } = signedRelease(prepared.value.text, { by: "anna", second: "vera" });
const from = performance.now();
const files = pagesOf(release, site);
const printed = performance.now();
const archive = archiveOf(release, { site, signatures: [], told: quiet });
const packed = performance.now();
const home = files.find(({ path }) => path === "ru/index.html");
const ms = (time) => `${Math.round(time)} ms`;
process.stdout.write(
  [
    `a release of ${dossiers} dossiers drafted, audited and printed: ${ms(drafted - began)}`,
    `its ${files.length} files in three languages printed: ${ms(printed - from)} (bar 10 000 ms)`,
    `printed again, hashed and packed, ${(archive.length / 1e6).toFixed(1)} MB: ${ms(packed - printed)}`,
    `the front page: ${home?.bytes.length} bytes (bar 50 000)`,
    "",
  ].join("\n"),
);
