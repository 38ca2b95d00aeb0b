/**
 * A story: a newspaper page is taken apart, weighed, judged by the rules, signed by two people and printed. What may not be
 * printed is not in any byte of what is; the page says that it was withheld, and why.
 */
import { readLedger, weigh, type Day, type Ledger, type MemberId } from "@answerable/casework";
import { articleForPrint } from "@answerable/practice";
import {
  draftRelease,
  manifestOf,
  mattersOf,
  mirrorOf,
  officialsOf,
  pagesOf,
  publicClaimsOf,
  release,
  type PublicFile,
  type Site,
} from "@answerable/press";
import { describe, expect, test } from "vitest";

const on = "2022-12-05" as Day;
const site: Site = {
  name: { ru: "Учебная линия", uk: "Навчальна лінія", en: "Practice line" },
  practice: true,
  address: "https://line.example",
  codes: {},
};
const read = readLedger(articleForPrint());
if (!read.ok) throw new Error(JSON.stringify(read.refusal));
const ledger: Ledger = read.value;
const standing = weigh(ledger);
const officials = officialsOf(ledger);

function drafted(more: Partial<Parameters<typeof draftRelease>[0]> = {}) {
  return draftRelease({
    on,
    tables: [],
    facts: [],
    domain: { k: 5, codes: {}, strict: {} },
    claims: publicClaimsOf(ledger, standing),
    matters: mattersOf(ledger, standing),
    officials,
    answering: [],
    context: { takenOut: new Set(), consented: new Set() },
    ledger: [],
    ...more,
  });
}
function printed(): { readonly files: readonly PublicFile[]; readonly made: ReturnType<typeof release> } {
  const draft = drafted();
  if (!draft.ok) throw new Error(JSON.stringify(draft.refusal));
  const made = release(draft.value, {
    reviewer: "reviewer-one" as MemberId,
    second: "reviewer-two" as MemberId,
    ledger: [],
    takenOut: new Set(),
  });
  if (!made.ok) throw new Error(made.refusal.type);
  return { files: pagesOf(made.value.release, site), made };
}
function pageOf(answering: Parameters<typeof draftRelease>[0]["answering"]): string {
  const draft = drafted({ answering });
  if (!draft.ok) throw new Error(JSON.stringify(draft.refusal));
  const page = pagesOf(draft.value.printable, site).find(({ path }) => path === "en/answers.html");
  return page ? textOf(page) : "";
}
const textOf = ({ bytes }: PublicFile): string => new TextDecoder().decode(bytes);

describe("the article, printed", () => {
  test("its own words, unworded for print, are stopped: they tell a place at the front", () => {
    const raw = ledger.claims.map(({ printed: _words, ...claim }) => claim);
    const plain = { ...ledger, claims: raw };
    const draft = drafted({ claims: publicClaimsOf(plain, weigh(plain)) });
    expect(draft).toMatchObject({ ok: false, refusal: { type: "WordsTellTooMuch" } });
    expect(JSON.stringify(draft)).toContain("svatove");
  });
  test("what is withheld stands in no byte, and the front page says how much and why", () => {
    const { files } = printed();
    const all = files.map(textOf).join("\n");
    for (const id of ["C011", "C024", "C035", "C047", "C072"]) {
      const text = ledger.claims.find((claim) => claim.id === id)?.text ?? "";
      expect(text).not.toBe("");
      expect(all).not.toContain(text);
    }
    expect(all).not.toMatch(/100.000|Svatove|Сватов/u);
    const home = files.find(({ path }) => path === "en/index.html");
    expect(home && textOf(home)).toContain("5 claims are not printed");
  });
  test("a dossier in which something is withheld says so, and the others do not", () => {
    const { files } = printed();
    const told = files.flatMap(({ path, ...file }) =>
      textOf({ path, ...file }).includes("Not everything is printed") ? [path] : [],
    );
    expect(told).toEqual(["en/dossiers/i01.html", "en/dossiers/i07.html"]);
  });
  test("without its styles a bar still shows which part is which, and a key is no larger than a letter", () => {
    const lines = ["first", "second"].map((office) => ({
      authority: office,
      office,
      sent: 12,
      onTime: 3,
      late: 2,
      silent: 4,
      formal: 1,
      waiting: 3,
      days: undefined,
    }));
    const page = pageOf(lines);
    expect(page).toContain("24 letters in all: 10 answered, 8 unanswered");
    const bars = page.match(/<svg[^>]*>.*?<\/svg>/gu) ?? [];
    expect(bars).toHaveLength(6);
    for (const bar of bars) {
      expect(bar).toMatch(/<svg[^>]* height="1\d"/u);
      const fills = [...bar.matchAll(/<rect[^>]* fill="([^"]+)"/gu)].map(([, fill]) => fill);
      expect(new Set(fills).size).toBe((bar.match(/<rect/gu) ?? []).length);
    }
  });
  test("no incident shows more independent origins than one, and a denial stands beside what it denies", () => {
    const { files } = printed();
    const svatove = files.find(({ path }) => path === "en/dossiers/i06.html");
    const page = svatove ? textOf(svatove) : "";
    expect(page).toContain("called these reports a “provocation”");
    expect(page).toContain("contested");
    for (const { path, ...file } of files.filter(({ path }) => path.startsWith("en/dossiers/")))
      expect({
        path,
        many: /(?<!1 to )\b([2-9]|\d\d+) independent origins/u.exec(textOf({ path, ...file })),
      }).toEqual({ path, many: null });
  });
  test("pages have no script, no address to fetch from, and every link leads to a file", () => {
    const { files } = printed();
    const paths = new Set([...files.map(({ path }) => path), "mirror.zip"]);
    for (const file of files.filter(({ path }) => path.endsWith(".html"))) {
      const page = textOf(file);
      expect(page).not.toContain("<script");
      expect(page).not.toMatch(/\son\w+=/u);
      for (const [, href = ""] of page.matchAll(/(?:href|src)="([^"#]*)/gu)) {
        if (href.startsWith("https://line.example/")) {
          expect(paths).toContain(href.slice("https://line.example/".length));
          continue;
        }
        if (href === "") continue;
        expect(paths).toContain(new URL(href, `https://x/${file.path}`).pathname.slice(1));
      }
    }
  });
  test("the same release gives the same bytes, and the front page is small", () => {
    const once = printed();
    const twice = printed();
    if (!once.made.ok) throw new Error("released");
    const manifest = manifestOf(once.made.value.release, once.files);
    expect(textOf(manifest)).toBe(textOf(manifestOf(once.made.value.release, twice.files)));
    expect(mirrorOf(once.made.value.release, once.files).bytes).toEqual(
      mirrorOf(once.made.value.release, twice.files).bytes,
    );
    expect(once.files.find(({ path }) => path === "ru/index.html")?.bytes.length).toBeLessThan(50_000);
  });
});
