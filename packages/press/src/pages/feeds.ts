/** For readers that are machines: tables as CSV, one with HXL tags, the entries as JSON, Atom (RFC 4287) and JSON Feed 1.1. */
import type { Matter } from "../record.ts";
import type { Printable, PrintedTable } from "../release.ts";
import { entriesOf, inOrder } from "./chronicle.tsx";
import { saidInLines } from "./entry.tsx";
import { inLang } from "./say.ts";
import { dossierPath, type Leaf, type Site } from "./site.ts";

export function csvOf({ name, dimensions, period, cells }: PrintedTable): string {
  const head = ["table", "from", "to", ...dimensions, "cases"];
  const rows = cells.map(({ held, value }) => [
    name,
    period.from,
    period.to,
    ...dimensions.map((dimension) => held.find(([one]) => one === dimension)?.[1] ?? ""),
    value === undefined ? "" : String(value),
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Quoted where it must be; a cell that a spreadsheet would reckon with is made a text (OWASP: CSV injection). */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Aggregates only, one row a printed number: HXL hashtags in the second row. */
export function hxlOf({ tables }: Printable): string {
  const rows = tables.flatMap(({ period, cells }) =>
    cells.flatMap(({ held, value }) => {
      if (value === undefined) return [];
      const code = (dimension: string): string => held.find(([one]) => one === dimension)?.[1] ?? "";
      return [[period.from, period.to, code("region"), code("grievance"), code("service"), String(value)]];
    }),
  );
  const head = [
    ["from", "to", "region", "grievance", "service", "cases"],
    ["#date+start", "#date+end", "#adm1+code", "#cause+code", "#subject+type+code", "#affected+num"],
  ];
  return [...head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export function entriesJson({ number, on, entries, matters, corrections, withheld }: Printable): string {
  return `${JSON.stringify({ release: number, on, matters, entries, corrections, withheld }, undefined, 1)}\n`;
}

export function atomOf(leaf: Leaf): string {
  const { release, site, say } = leaf;
  const at = `${release.on}T00:00:00Z`;
  const self = `${site.address}/${say.lang}/feed.atom`;
  const items = inOrder(release.matters).map((matter) => {
    const address = `${site.address}/${dossierPath(say.lang, matter.incident)}`;
    return `<entry><title>${xml(inLang(matter.title, say.lang).text)}</title><id>${xml(address)}</id><link href="${xml(address)}"/><updated>${at}</updated><summary>${xml(say(`grade.${matter.grade}`))}</summary><content type="text">${xml(contentOf(leaf, matter))}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.lang}"><title>${xml(nameOf(site, say.lang))}</title><id>${xml(self)}</id><link rel="self" href="${xml(self)}"/><link href="${xml(`${site.address}/${say.lang}/index.html`)}"/><updated>${at}</updated><author><name>${xml(nameOf(site, say.lang))}</name></author>${items.join("")}</feed>\n`;
}

export function jsonFeedOf(leaf: Leaf): string {
  const { release, site, say } = leaf;
  const items = inOrder(release.matters).map((matter) => {
    const url = `${site.address}/${dossierPath(say.lang, matter.incident)}`;
    return {
      id: url,
      url,
      title: inLang(matter.title, say.lang).text,
      summary: say(`grade.${matter.grade}`),
      content_text: contentOf(leaf, matter),
      date_modified: `${release.on}T00:00:00Z`,
    };
  });
  return `${JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: nameOf(site, say.lang), language: say.lang, home_page_url: `${site.address}/${say.lang}/index.html`, feed_url: `${site.address}/${say.lang}/feed.json`, items }, undefined, 1)}\n`;
}

/** A dossier without anything that may be printed says its title. */
function contentOf(leaf: Leaf, matter: Matter): string {
  const lines = saidInLines(leaf, entriesOf(matter, leaf.release.entries));
  return lines.length > 0 ? lines.join("\n") : inLang(matter.title, leaf.say.lang).text;
}

function nameOf(site: Site, lang: Leaf["say"]["lang"]): string {
  return inLang(site.name, lang).text;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** Controls that XML 1.0 cannot hold are left out. */
function xml(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, "").replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
}
