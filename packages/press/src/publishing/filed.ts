/**
 * A draft as it lies in the claims file until two have signed it, and for ever after: what is printed, the sealed line of the ledger
 * of releases, and how the site is called. Deflated, because a year of weekly tables lies in one folder.
 */
import { base64urlnopad } from "@scure/base";
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

import type { Site } from "../pages/site.ts";
import type { Signable } from "../release.ts";

/** Of the site only what the desk says; the words of the codes are the program's own. */
export interface Filed extends Signable {
  readonly site: Omit<Site, "codes">;
}

/** No release is as large: whatever inflates to more is none of ours. */
const most = 64_000_000;

export function filedText(filed: Filed): string {
  const { printable, line, counted, site } = filed;
  const written = JSON.stringify({ v: 1, printable, line, counted, site });
  return base64urlnopad.encode(deflateSync(strToU8(written), { level: 6 }));
}

/** undefined: nothing that this release of the program can read. It was signed by a colleague's device; still it is looked at. */
export function readFiled(text: string): Filed | undefined {
  try {
    const bytes = base64urlnopad.decode(text);
    const read: unknown = JSON.parse(strFromU8(inflateSync(bytes, { out: new Uint8Array(room(bytes)) })));
    return isFiled(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** JSON of this kind deflates to a tenth; a fence against what unpacks to a thousand times itself. */
function room(bytes: Uint8Array): number {
  return Math.min(most, bytes.length * 200 + 1_000);
}

function isFiled(read: unknown): read is Filed {
  if (!isObject(read) || read["v"] !== 1) return false;
  const { printable, line, counted, site } = read;
  return (
    isObject(printable) &&
    lists(printable, ["tables", "entries", "matters", "corrections", "offices"]) &&
    isObject(printable["withheld"]) &&
    typeof printable["number"] === "number" &&
    typeof printable["on"] === "string" &&
    isObject(line) &&
    line["number"] === printable["number"] &&
    lists(line, ["tables", "cells", "lines", "printed", "guarded", "rounded"]) &&
    Array.isArray(counted) &&
    isObject(site) &&
    isObject(site["name"]) &&
    typeof site["address"] === "string"
  );
}

function isObject(read: unknown): read is Readonly<Record<string, unknown>> {
  return typeof read === "object" && read !== null && !Array.isArray(read);
}

function lists(read: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => Array.isArray(read[name]));
}
