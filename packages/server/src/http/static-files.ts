/**
 * The built desk, read once at start: every file in memory with what must be said about it. Only what was there at start
 * can be asked for, so no path from outside ever reaches the disk.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

import { complain } from "./complaint.ts";
import { DESK_POLICY, PREVIEW_POLICY, VIEWER_POLICY } from "./headers.ts";

export interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly tag: string;
  readonly isImmutable: boolean;
  /** By the name of the coding: "br", "gzip". */
  readonly packed: ReadonlyMap<string, Uint8Array>;
  /** The page's own policy, where it is not the desk's. */
  readonly policy?: string;
}
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".webmanifest", "application/manifest+json"],
  [".wasm", "application/wasm"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
  [".ttf", "font/ttf"],
  [".txt", "text/plain; charset=utf-8"],
]);
const packings: readonly (readonly [string, string])[] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

/** The frames of the desk: for strangers' files, and for pages before they are public. */
const frames: ReadonlyMap<string, string> = new Map([
  ["/viewer.html", VIEWER_POLICY],
  ["/preview.html", PREVIEW_POLICY],
]);

/** Throws if the directory is not there: a server that was told to serve the desk must not start without it. */
export async function openStaticFiles(directory: string): Promise<StaticFiles> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    const type = types.get(extname(name));
    if (type === undefined) continue;
    const bytes = await readFile(name);
    const packed = new Map<string, Uint8Array>();
    for (const [coding, ending] of packings) {
      if (names.includes(name + ending)) packed.set(coding, await readFile(name + ending));
    }
    const path = `/${relative(directory, name).split(sep).join("/")}`;
    const tag = tagOf(bytes);
    const file = { type, bytes, tag, packed, isImmutable: isHashed(path) };
    files.set(path, file);
    if (path.endsWith("/index.html")) files.set(path.slice(0, -"index.html".length), file);
  }
  return files;
}

/** The same bytes have the same tag. */
export function tagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}

/** Vite writes assets/name-HASH.ext; such a name never stands for other bytes. */
function isHashed(path: string): boolean {
  return /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path);
}

/** undefined: no such file. */
export function serveFile(files: StaticFiles, request: Request): Response | undefined {
  const path = new URL(request.url).pathname;
  const file = files.get(path);
  if (!file) return undefined;
  if (request.method !== "GET" && request.method !== "HEAD") return complain(405, "WrongMethod");
  const framed = frames.get(path);
  const headers = new Headers({
    "content-type": file.type,
    "content-security-policy": file.policy ?? DESK_POLICY,
    "cache-control": file.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag: file.tag,
    vary: "accept-encoding",
    ...(framed === undefined ? {} : { "content-security-policy": framed, "x-frame-options": "SAMEORIGIN" }),
    // The same for everybody and without a secret: the viewer, which has no origin, must be able to load its own scripts.
    ...(file.isImmutable
      ? { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }
      : {}),
  });
  if (request.headers.get("if-none-match") === file.tag) return new Response(null, { status: 304, headers });
  const coding = packings.find(([name]) => file.packed.has(name) && accepts(request, name))?.[0];
  if (coding !== undefined) headers.set("content-encoding", coding);
  const bytes = (coding === undefined ? undefined : file.packed.get(coding)) ?? file.bytes;
  headers.set("content-length", String(bytes.length));
  return new Response(request.method === "HEAD" ? null : Buffer.from(bytes), { headers });
}

function accepts(request: Request, coding: string): boolean {
  const offered = (request.headers.get("accept-encoding") ?? "").toLowerCase().split(",");
  return offered.some(
    (each) => each.split(";")[0]?.trim() === coding && !/;\s*q=0(\.0*)?$/.test(each.trim()),
  );
}
