/**
 * The public site of a release: every file, in three languages, with its manifest. Nothing but a `Release` can be made
 * into pages, and only `release` makes one. The mirror is the same files with the signed manifest, packed.
 */
import { langs } from "@answerable/casework";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { zipSync } from "fflate";
import type { ReactNode } from "react";

import type { Printable } from "../release.ts";
import { Answers } from "./answers.tsx";
import { Chronicle, Dossier } from "./chronicle.tsx";
import { atomOf, csvOf, entriesJson, hxlOf, jsonFeedOf } from "./feeds.ts";
import { doorOf, framed } from "./frame.tsx";
import { inLang, sayIn, type WordId } from "./say.ts";
import { Corrections, Downloads, Home, Method } from "./sheets.tsx";
import { dossierPath, fileName, type Leaf, type PageName, type PublicFile, type Site } from "./site.ts";
import { FullTables } from "./tables.tsx";

const html = "text/html; charset=utf-8";
const csv = "text/csv; charset=utf-8";
const json = "application/json; charset=utf-8";
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5563"/><path d="M9 23 16 8l7 15M12 18h8" fill="none" stroke="#fdfbf7" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`;

interface Sheet {
  readonly name: PageName;
  readonly title: WordId;
  readonly about: WordId;
  readonly Body: (props: { readonly leaf: Leaf }) => ReactNode;
}
const sheets: readonly Sheet[] = [
  { name: "index", title: "home.title", about: "home.lead", Body: Home },
  { name: "figures", title: "figures.title", about: "figures.lead", Body: FullTables },
  { name: "chronicle", title: "chronicle.title", about: "chronicle.lead", Body: Chronicle },
  { name: "answers", title: "answers.title", about: "answers.lead", Body: Answers },
  { name: "method", title: "method.title", about: "method.k", Body: Method },
  { name: "corrections", title: "corrections.title", about: "corrections.lead", Body: Corrections },
  { name: "downloads", title: "downloads.title", about: "downloads.lead", Body: Downloads },
];

/** Without mirror and signature: see `manifestOf` and `mirrorOf`. */
export function pagesOf(
  release: Printable,
  site: Site,
  told: (done: number, of: number) => void = () => undefined,
): readonly PublicFile[] {
  const of = langs.length * (sheets.length + release.matters.length);
  let done = 0;
  const step = (): void => told((done += 1), of);
  return [
    file("index.html", html, doorOf({ release, site })),
    file("icon.svg", "image/svg+xml", icon),
    ...langs.flatMap((lang) => pagesIn({ release, site, say: sayIn(lang) }, step)),
    ...release.tables.map((table) => file(`data/${fileName(table.name)}.csv`, csv, csvOf(table))),
    file("data/figures-hxl.csv", csv, hxlOf(release)),
    file("data/entries.json", json, entriesJson(release)),
  ];
}

function pagesIn(leaf: Leaf, step: () => void): readonly PublicFile[] {
  const { release, say } = leaf;
  return [
    ...sheets.map(({ name, title, about, Body }) => {
      const path = `${say.lang}/${name}.html`;
      const page = { path, section: name, title: say(title), about: say(about), body: <Body leaf={leaf} /> };
      step();
      return file(path, html, framed(leaf, page));
    }),
    ...release.matters.map((matter) => {
      const path = dossierPath(say.lang, matter.incident);
      const title = inLang(matter.title, say.lang).text;
      const about = `${title}. ${say(`gradeWhy.${matter.grade}`)}`;
      const body = <Dossier leaf={leaf} matter={matter} />;
      step();
      return file(path, html, framed(leaf, { path, section: undefined, title, about, body }));
    }),
    file(`${say.lang}/feed.atom`, "application/atom+xml; charset=utf-8", atomOf(leaf)),
    file(`${say.lang}/feed.json`, "application/feed+json; charset=utf-8", jsonFeedOf(leaf)),
  ];
}

function file(path: string, type: string, text: string): PublicFile {
  return { path, type, bytes: utf8ToBytes(text) };
}

/** What a device signs: number, day, and the SHA-256 of every file, in order of path. */
export function manifestOf(release: Printable, files: readonly PublicFile[]): PublicFile {
  const listed = files
    .map(({ path, bytes }) => ({ path, sha256: bytesToHex(sha256(bytes)), bytes: bytes.length }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = { release: release.number, on: release.on, files: listed };
  return file("manifest.json", json, `${JSON.stringify(manifest, undefined, 1)}\n`);
}

/** Everything in one archive, to be hosted anywhere. The same release packs to the same bytes. */
export function mirrorOf(release: Printable, files: readonly PublicFile[]): PublicFile {
  const mtime = new Date(`${release.on}T12:00:00Z`);
  const packed = Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { mtime }] as const]));
  return {
    path: "mirror.zip",
    type: "application/zip",
    bytes: zipSync(packed as Parameters<typeof zipSync>[0]),
  }; // its type wants arrays that can be changed; it changes none
}
