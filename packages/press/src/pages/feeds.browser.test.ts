/** Feeds and tables as their rules demand them, read by a browser's own parser: RFC 4287, JSON Feed 1.1, RFC 4180, HXL 1.1. */
import { expect, test } from "vitest";

import type { Entry } from "../entries.ts";
import type { Printable } from "../release.ts";
import { atomOf, csvOf, hxlOf, jsonFeedOf } from "./feeds.ts";
import { sayIn } from "./say.ts";
import type { Leaf } from "./site.ts";

const entry = (claim: string, more: Partial<Entry>): Entry => ({
  claim,
  type: "event",
  words: { ru: `Сказано <${claim}> & "так"\u0007` },
  places: [],
  rules: [],
  mayHeadline: true,
  attributed: true,
  deniedBy: [],
  denies: [],
  provenance: {
    incident: "I1",
    origin: { ru: "мать" },
    through: [{ ru: "газета" }],
    depth: 1,
    grade: "contested",
  },
  ...more,
});
const period = { from: "2022-11-07", to: "2022-11-14" } as unknown as Printable["tables"][number]["period"]; // days
const table: Printable["tables"][number] = {
  name: "regions",
  dimensions: ["region"],
  period,
  cells: [
    { id: "a", held: [], value: 40 },
    { id: "b", held: [["region", '=HYPERLINK("x")']], value: 12 },
    { id: "c", held: [["region", "RU-KRS"]] },
  ],
};
const release: Printable = {
  number: 3,
  on: "2022-12-05" as Printable["on"],
  tables: [table],
  entries: [
    entry("C1", { deniedBy: ["C9"] }),
    entry("C9", {
      words: { ru: "Провокация" },
      denies: ["C1"],
      provenance: { incident: "I2", origin: { ru: "штаб" }, through: [], depth: 0, grade: "single" },
    }),
  ],
  matters: [
    {
      incident: "I1",
      kind: "losses",
      title: { ru: "Без <командиров> & карт" },
      places: [],
      origins: { min: 1 },
      grade: "contested",
      contested: true,
    },
    {
      incident: "I3",
      kind: "other",
      title: { ru: "Ничего напечатать нельзя" },
      places: [],
      origins: { min: 0, max: 0 },
      grade: "unusable",
      contested: false,
    },
  ],
  corrections: [],
  offices: [],
  withheld: {},
};
const leaf: Leaf = {
  release,
  site: {
    name: { ru: "Линия & другие" },
    practice: false,
    address: "https://line.example/record",
    codes: {},
  },
  say: sayIn("ru"),
};
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/u;
const atom = "http://www.w3.org/2005/Atom";

test("the Atom feed is well formed and has what RFC 4287 demands of a feed and of every entry", () => {
  const { documentElement: feed } = new DOMParser().parseFromString(atomOf(leaf), "application/xml");
  expect(feed.querySelector("parsererror")).toBeNull();
  expect([feed.namespaceURI, feed.localName]).toEqual([atom, "feed"]);
  const own = (of: Element, name: string) => [...of.children].filter((one) => one.localName === name);
  for (const holder of [feed, ...own(feed, "entry")]) {
    // 4.1.1 and 4.1.2: exactly one of each.
    for (const name of ["id", "title", "updated"]) expect(own(holder, name).length, name).toBe(1);
    expect(own(holder, "updated")[0]?.textContent).toMatch(moment);
    expect(new URL(own(holder, "id")[0]?.textContent ?? "").protocol).toBe("https:");
    const alternates = own(holder, "link").filter(
      (link) => (link.getAttribute("rel") ?? "alternate") === "alternate",
    );
    expect(alternates.length).toBe(1);
    for (const link of own(holder, "link"))
      expect(() => new URL(link.getAttribute("href") ?? "")).not.toThrow();
    for (const { namespaceURI } of holder.children) expect(namespaceURI).toBe(atom);
  }
  // 4.1.1: an author of the feed stands for all its entries; a feed should say where it lies itself.
  expect(own(own(feed, "author")[0] ?? feed, "name").length).toBe(1);
  expect(own(feed, "link").filter((link) => link.getAttribute("rel") === "self").length).toBe(1);
  const ids = own(feed, "entry").map((one) => own(one, "id")[0]?.textContent);
  expect(new Set(ids).size).toBe(2);
  expect(own(own(feed, "entry")[0] ?? feed, "title")[0]?.textContent).toBe("Без <командиров> & карт");
  for (const one of own(feed, "entry")) expect(own(one, "content").length).toBe(1);
});

test("the JSON feed has what JSON Feed 1.1 demands", () => {
  const feed: unknown = JSON.parse(jsonFeedOf(leaf));
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    title: "Линия & другие",
    feed_url: "https://line.example/record/ru/feed.json",
    home_page_url: "https://line.example/record/ru/index.html",
    language: "ru",
    items: [{ id: expect.stringMatching(/^https:/u) }, { content_text: "Ничего напечатать нельзя" }],
  });
  const { items } = feed as { readonly items: readonly Readonly<Record<string, unknown>>[] }; // as was just seen
  for (const item of items) {
    expect(typeof item["id"]).toBe("string");
    expect(typeof item["content_text"]).toBe("string");
    expect(item["date_modified"]).toMatch(moment);
  }
});

test("in a feed too nobody's words stand without whose they are, and no contested claim without its denial", () => {
  for (const feed of [atomOf(leaf), jsonFeedOf(leaf)]) {
    expect(feed).toContain("(мать → газета)");
    expect(feed).toContain("— Провокация (штаб)");
  }
});

test("tables are rows of one length, hidden numbers empty, and no cell is a formula", () => {
  const rows = csvOf(table).trimEnd().split("\r\n");
  expect(rows[0]).toBe("table,from,to,region,cases");
  expect(rows[2]).toBe('regions,2022-11-07,2022-11-14,"\'=HYPERLINK(""x"")",12');
  expect(rows[3]).toBe("regions,2022-11-07,2022-11-14,RU-KRS,");
});

test("the second row of the aggregates is of HXL hashtags, one for every column, and only printed numbers follow", () => {
  const [head = "", tags = "", ...rows] = hxlOf(release).trimEnd().split("\r\n");
  expect(tags.split(",").length).toBe(head.split(",").length);
  for (const tag of tags.split(",")) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/u);
  expect(rows.length).toBe(2);
  for (const row of rows) expect(row).toMatch(/,\d+$/u);
});
