/**
 * A year of public releases: every fourth week the whole table of four weeks and one more beside it (every week of one week where
 * ANSWERABLE_WEEKLY asks for all 52: about a minute), and entries that come and go. Nobody
 * private, no unit with its place and day, no telephone and nothing of a file's particulars stands in any byte of what went out; and a
 * reader who has all of the year's files and a solver finds no number below k. In between a family takes its entry out and a
 * soldier is no longer counted.
 */
import { addDays, readLedger, type Day, type Ledger, type MemberId } from "@answerable/casework";
import {
  archiveOf,
  boundsOf,
  deskDomain,
  prepareRelease,
  puzzleOf,
  signedRelease,
  tablesFor,
  thresholdOf,
  type Cell,
  type Line,
  type Wanted,
} from "@answerable/press";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";

type PressFact = Wanted["facts"][number];

// Invented. None of this may be in any byte.
const canaries = [
  "Мухортов",
  "Заболоцк",
  "Mukhortov",
  "9005550107",
  "900 555-01-07",
  "Выдумкино",
  "98989",
  "EXIF",
  "IMG_20221106",
  "51.7304",
  "семья боится",
] as const;
const first = "2022-01-03" as Day;
const isWeekly = process.env["ANSWERABLE_WEEKLY"] !== undefined;
const releases = isWeekly ? 52 : 13;
const days = isWeekly ? 7 : 28;
const quiet = (): void => undefined;

/** Always the same throws. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function ledger(): Ledger {
  const words = (ru: string) => ({ ru, uk: `${ru} (укр.)`, en: `${ru} (англ.)` });
  const read = readLedger({
    agents: [
      {
        id: "ag:wife",
        type: "person",
        label: "Мухортова Ирина, +7 900 555-01-07",
        private: true,
        role: "жена",
      },
      { id: "ag:man", type: "person", label: "Святослав Мухортов-Заболоцкий", private: true, role: "солдат" },
      { id: "ag:office", type: "institution", label: "штаб", private: false, printed: words("штаб") },
    ],
    places: [
      {
        id: "pl:region",
        label: "Луганская область",
        level: "region",
        publishAs: "pl:region",
        printed: words("Луганская область"),
      },
      {
        id: "pl:front",
        label: "Выдумкино",
        level: "locality",
        publishAs: "pl:region",
        sensitive: "front-position",
      },
    ],
    items: [
      {
        id: "it:photo",
        kind: "photo",
        agent: "ag:wife",
        held: true,
        label: "IMG_20221106.jpg",
        note: "EXIF 51.7304, 39.0017",
        sha256: "a".repeat(64),
      },
    ],
    chains: [
      {
        id: "ch:1",
        origin: "ag:man",
        perceives: "saw",
        links: [
          { from: "ag:man", to: "ag:wife", mode: "told" },
          { from: "ag:wife", to: "it:photo", mode: "recorded" },
        ],
      },
      { id: "ch:2", origin: "ag:office", perceives: "decided", links: [] },
    ],
    claims: [
      {
        id: "C1",
        type: "event",
        text: "Мухортов из в/ч 98989 6 ноября у Выдумкино без командиров",
        chain: "ch:1",
        modality: "asserted",
        polarity: "positive",
        place: "pl:front",
        tags: ["unit-position"],
        time: { edtf: "2021-11-06" },
        participants: { who: "ag:man" },
        incident: "I1",
        printed: words("Солдаты остались без командиров."),
      },
      {
        id: "C2",
        type: "event",
        text: "Звоните +7 900 555-01-07, это Мухортова",
        chain: "ch:1",
        modality: "asserted",
        polarity: "positive",
        participants: { who: "ag:wife" },
        incident: "I1",
        printed: words("Жена просит ответа."),
      },
      {
        id: "C3",
        type: "denial",
        text: "провокация",
        chain: "ch:2",
        modality: "asserted",
        polarity: "negative",
        incident: "I1",
        printed: words("Штаб называет это провокацией."),
      },
    ],
    relations: [{ type: "denies", from: "C3", to: ["C1"], denialKind: "generic" }],
    incidents: [
      {
        id: "I1",
        kind: "abandoned",
        label: "98989 у Выдумкино",
        place: "pl:front",
        time: { edtf: "2021-11-06" },
        claims: ["C1", "C2", "C3"],
        printed: words("Без командиров"),
      },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

interface Released {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly facts: readonly PressFact[];
}
const year: Released[] = [];
const withdrawnIn = 5;

beforeAll(() => {
  const chance = chanceOf(8);
  const { region = [], grievance = [], service = [] } = deskDomain.codes;
  // Few are common, many are rare: that is what makes small numbers.
  const pick = (codes: readonly string[], of: number): string => codes[Math.floor(chance() ** 2 * of)] ?? "";
  let facts: readonly PressFact[] = [];
  const earlier: string[] = [];
  for (let at = 0; at < releases; at += 1) {
    const from = addDays(first, at * days);
    const to = addDays(from, days);
    const fresh = Array.from({ length: 60 + Math.floor(chance() * 200) }, (_, one) => ({
      id: `${at}.${one}`,
      day: addDays(from, one % days),
      codes: { region: pick(region, 9), grievance: pick(grievance, 8), service: pick(service, 5) },
    }));
    facts = [...facts, ...fresh];
    // A soldier is no longer counted, weeks after he was.
    if (at === withdrawnIn) facts = facts.filter(({ id }) => id !== `${at - 1}.0`);
    const tables = tablesFor(["regions-by-grievance", "service"], { from, to });
    const prepared = prepareRelease(
      {
        on: to,
        tables,
        facts,
        ledger: ledger(),
        takenOut: at >= withdrawnIn ? ["C2"] : [],
        consented: [],
        answering: [],
        earlier,
        site: { name: { ru: "Линия" }, practice: false, address: "https://line.example/record" },
      },
      quiet,
    );
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
    const { text, files, manifest } = prepared.value;
    earlier.push(text);
    const own = Object.fromEntries(files.map(({ path, bytes }) => [path, bytes] as const));
    year.push({ files: { ...own, "manifest.json": manifest }, facts });
    if (at < releases - 1) continue;
    // The archive of the last one holds the same files, and who signed.
    const signed = signedRelease(text, { by: "anna" as MemberId, second: "vera" as MemberId }); // invented
    const archive = archiveOf(signed.release, { site: signed.site, signatures: [], told: quiet });
    year.push({ files: unzipSync(archive), facts });
  }
}, 600_000);

describe("a year of releases", () => {
  test("names nobody private, no unit, no front, no telephone and no file in any byte", () => {
    const decoder = new TextDecoder();
    const hits = year.flatMap(({ files }, at) =>
      Object.entries(files).flatMap(([path, bytes]) => {
        const text = decoder.decode(bytes);
        return canaries.flatMap((canary) => (text.includes(canary) ? [`${at} ${path} ${canary}`] : []));
      }),
    );
    expect(hits).toEqual([]);
    // They were there to be found: the words for print are.
    expect(decoder.decode(year[0]?.files["ru/chronicle.html"])).toContain("Без командиров");
    expect(decoder.decode(year[0]?.files["data/entries.json"])).not.toMatch(/2021-11-06/u);
  });

  test("says from the week on that an entry was taken out, and no longer has it", () => {
    const page = (at: number, path: string) => new TextDecoder().decode(year[at]?.files[path]);
    expect(page(withdrawnIn - 1, "data/entries.json")).toContain("Жена просит ответа");
    expect(page(withdrawnIn, "data/entries.json")).not.toContain("Жена просит ответа");
    expect(page(withdrawnIn, "ru/corrections.html")).toContain("C2");
    expect(page(withdrawnIn, "ru/index.html")).toContain("родные попросили убрать");
  });

  test("leaves no number below k to a reader who has all its files and a linear program", () => {
    let small = 0;
    for (const one of year.slice(0, releases)) {
      const { cells, lines } = readersPuzzle(one);
      const puzzle = puzzleOf(cells, lines);
      const byLp = boundsOf(puzzle, "lp");
      const byFlow = boundsOf(puzzle);
      for (const [at, { id, value }] of puzzle.unknowns.entries()) {
        const k = thresholdOf(heldIn(id), deskDomain);
        if (value === 0 || value >= k) continue;
        small += 1;
        const bounds = byLp[at]?.exact ? byLp[at] : byFlow[at];
        expect({
          id,
          isSafe: bounds !== undefined && bounds.high - bounds.low >= k && bounds.high >= k,
        }).toEqual({
          id,
          isSafe: true,
        });
      }
    }
    expect(small).toBeGreaterThan(100);
  }, 60_000);
});

/** What can be read off the files of one release: its CSV tables. Both share their total; releases do not meet in time. */
function readersPuzzle({ files, facts }: Released): {
  readonly cells: readonly Cell[];
  readonly lines: readonly Line[];
} {
  const cells = new Map<string, Cell>();
  const lines: Line[] = [];
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.startsWith("data/") || !path.endsWith(".csv") || path.includes("hxl")) continue;
    const [head, ...rows] = new TextDecoder()
      .decode(bytes)
      .trim()
      .split("\r\n")
      .map((row) => row.split(","));
    const dimensions = head?.slice(3, -1) ?? [];
    const ids = new Map<string, string>();
    for (const row of rows) {
      const [, from = "", to = ""] = row;
      const codes = row.slice(3, -1);
      const printed = row.at(-1) ?? "";
      const held = dimensions.flatMap((name, at) => (codes[at] === "" ? [] : [`${name}=${codes[at]}`]));
      const id = `${held.join("|")}@${from}/${to}`;
      const value = facts.filter(
        (fact) =>
          fact.day >= from &&
          fact.day < to &&
          dimensions.every((name, at) => codes[at] === "" || fact.codes[name] === codes[at]),
      ).length;
      if (printed !== "") expect(Number(printed)).toBe(value);
      cells.set(id, { id, value, hidden: printed === "" });
      ids.set(codes.join("|"), id);
    }
    // Every row with one dimension left open is the sum over that dimension.
    for (const [key, whole] of ids) {
      const codes = key.split("|");
      for (const [open, code] of codes.entries()) {
        if (code !== "") continue;
        const parts = [...ids].flatMap(([other, id]) => {
          const own = other.split("|");
          return own.every((one, at) => (at === open ? one !== "" : one === codes[at])) ? [id] : [];
        });
        lines.push({ whole, parts });
      }
    }
  }
  return { cells: [...cells.values()], lines };
}

function heldIn(id: string): readonly (readonly [string, string])[] {
  return (id.split("@")[0] ?? "").split("|").flatMap((part) => {
    const [name, code] = part.split("=");
    return name !== undefined && code !== undefined ? [[name, code] as const] : [];
  });
}
