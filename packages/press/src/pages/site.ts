/** What the pages need beside the release: whose they are, where they stand, how codes are said. Nothing sealed. */
import type { Lang } from "@answerable/casework";

import type { Words } from "../record.ts";
import type { Printable } from "../release.ts";
import type { Say } from "./say.ts";

export interface Site {
  readonly name: Words;
  readonly practice: boolean;
  /** Absolute, without a slash at the end: feeds and search engines need it. */
  readonly address: string;
  /** The family's form, absolute or from the root. */
  readonly form?: string;
  /** How the codes of a dimension are said: region, grievance … */
  readonly codes: Readonly<Record<string, Readonly<Record<string, Words>>>>;
}

export interface PublicFile {
  /** From the root of the site, without a slash before it. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What every page is made with. */
export interface Leaf {
  readonly release: Printable;
  readonly site: Site;
  readonly say: Say;
}

export type PageName = "index" | "figures" | "chronicle" | "answers" | "method" | "corrections" | "downloads";
export const pageNames: readonly PageName[] = [
  "index",
  "figures",
  "chronicle",
  "answers",
  "method",
  "corrections",
  "downloads",
];

/** Pages lie two deep at most (`ru/dossiers/x.html`): every link is relative, so that a mirror works anywhere, from a disk too. */
export function pathTo(from: { readonly depth: 1 | 2 }, to: string): string {
  return `${from.depth === 1 ? "../" : "../../"}${to}`;
}

/** Where a sealed reply to what has this id is left. undefined: this site has no form. */
export function answerPath({ form }: Site, id: string): string | undefined {
  const plain = id.replace(/[^A-Za-z0-9_-]+/gu, "-").slice(0, 60);
  return form === undefined ? undefined : `${form}${form.includes("#") ? "" : "#"}.${plain}`;
}

export function dossierPath(lang: Lang, incident: string): string {
  return `${lang}/dossiers/${fileName(incident)}.html`;
}

/** Ids are the desk's own and short; what is not a letter or a figure has no place in an address. */
export function fileName(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
}
