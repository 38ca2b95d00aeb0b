/**
 * The family's pages, /write and /reply, with what must stand in them: whose line this is (the charter's fingerprint, from who runs
 * it and not from the database), its telephone number, its address for Tor. Filled in once at start, and packed.
 */
import { brotliCompressSync, gzipSync } from "node:zlib";

import { FORM_POLICY } from "../http/headers.ts";
import { openStaticFiles, tagOf, type StaticFile, type StaticFiles } from "../http/static-files.ts";

export interface FormSetting {
  readonly charter?: string | undefined;
  readonly desk?: string | undefined;
  readonly telephone?: string | undefined;
  readonly onion?: string | undefined;
  /** Where "leave quickly" goes. */
  readonly exit?: string | undefined;
}

const names = ["charter", "desk", "telephone", "onion", "exit"] as const;
const addresses: ReadonlyMap<string, string> = new Map([
  ["/write.html", "/write"],
  ["/reply.html", "/reply"],
]);

/** Throws if the directory is not there, or is not the form's. */
export async function openForm(directory: string, setting: FormSetting): Promise<StaticFiles> {
  const built = await openStaticFiles(directory);
  const served = new Map<string, StaticFile>();
  for (const [path, file] of built) {
    const address = addresses.get(path);
    if (address === undefined) served.set(`/form${path}`, { ...file, policy: FORM_POLICY });
    else served.set(address, pageOf(file, setting));
  }
  for (const address of addresses.values()) {
    if (!served.has(address)) throw new Error(`the built form has no page for ${address}`);
  }
  return served;
}

function pageOf(file: StaticFile, setting: FormSetting): StaticFile {
  const html = filledIn(new TextDecoder().decode(file.bytes), setting);
  const bytes = Buffer.from(html);
  const packed = new Map<string, Uint8Array>([
    ["br", brotliCompressSync(bytes)],
    ["gzip", gzipSync(bytes, { level: 9 })],
  ]);
  return { ...file, bytes, packed, tag: tagOf(bytes), isImmutable: false, policy: FORM_POLICY };
}

/** Only the empty attributes of the first tag are filled. */
export function filledIn(html: string, setting: FormSetting): string {
  const end = html.indexOf(">", html.indexOf("<html"));
  let tag = html.slice(0, end);
  for (const name of names) {
    const text = setting[name] ?? "";
    const safe = text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    if (!tag.includes(`data-${name}=""`)) throw new Error(`the page has no place for ${name}`);
    tag = tag.replace(`data-${name}=""`, () => `data-${name}="${safe}"`);
  }
  return tag + html.slice(end);
}
