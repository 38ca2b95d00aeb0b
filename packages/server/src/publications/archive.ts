/**
 * The archive of a release, opened with bounds and checked whole: exactly the files of its manifest, each with its hash, and
 * the manifest signed by devices of two members who may publish. Nothing of it is served before.
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import {
  fromText,
  deviceInUse,
  manifestPath,
  MAX_PUBLICATION_BYTES,
  MAX_PUBLICATION_FILES,
  publicationMessage,
  PublicManifest,
  PublicSignatures,
  signaturesPath,
  toText,
  type DeviceId,
  type Hash,
  type Role,
  type Team,
} from "@answerable/wire";
import { unzipSync } from "fflate";
import * as v from "valibot";

import { tagOf, type StaticFile, type StaticFiles } from "../http/static-files.ts";
import { sha256, verify } from "../sign-in/verify.ts";

export interface OpenArchive {
  readonly release: number;
  readonly on: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** NotAnArchive: cut, too large, or not as its manifest says. NotSigned: fewer than two members who may publish. */
export type ArchiveFault = "NotAnArchive" | "NotSigned";

/** The reviewer who drafts and the one who signs: see docs/disclosure.md. */
const mayPublish: ReadonlySet<Role> = new Set(["coordinator", "reviewer", "press"]);

export async function openArchive(
  archive: Uint8Array,
  { team }: { readonly team: Team },
): Promise<OpenArchive | ArchiveFault> {
  const files = unpacked(archive);
  const manifestBytes = files?.get(manifestPath);
  const manifest = files && read(PublicManifest, manifestBytes);
  const signed = files && read(PublicSignatures, files.get(signaturesPath));
  if (!files || !manifestBytes || !manifest || !signed) return "NotAnArchive";
  if (!isWhole(files, manifest)) return "NotAnArchive";
  const hash = toText(sha256(manifestBytes)) as Hash; // what a hash is
  if (signed.manifest !== hash || signed.release !== manifest.release) return "NotSigned";
  const members = new Set<string>();
  for (const { device, key, signature } of signed.signatures) {
    const member = signerOf(team, device, key);
    const message = publicationMessage(manifest.release, hash);
    if (member === undefined) return "NotSigned";
    if (!(await verify(fromText(key), message, fromText(signature)))) return "NotSigned";
    members.add(member);
  }
  return members.size < 2 ? "NotSigned" : { release: manifest.release, on: manifest.on, files };
}

function signerOf(team: Team, device: DeviceId, key: string): string | undefined {
  const found = deviceInUse(team, device);
  if (!found || found.signing !== key) return undefined;
  const roles = team.members.get(found.member)?.roles ?? [];
  return roles.some((role) => mayPublish.has(role)) ? found.member : undefined;
}

/** undefined: no archive, or more than a release may hold. */
export function unpacked(archive: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  let bytes = 0;
  let count = 0;
  try {
    const files = unzipSync(archive, {
      filter({ originalSize }) {
        bytes += originalSize;
        count += 1;
        if (bytes > MAX_PUBLICATION_BYTES * 4 || count > MAX_PUBLICATION_FILES + 2)
          throw new RangeError("too large");
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return undefined;
  }
}

function read<S extends v.GenericSchema>(
  schema: S,
  bytes: Uint8Array | undefined,
): v.InferOutput<S> | undefined {
  if (!bytes) return undefined;
  try {
    const found = v.safeParse(schema, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return found.success ? found.output : undefined;
  } catch {
    return undefined;
  }
}

/** Exactly what the manifest lists, beside manifest and signatures themselves. */
function isWhole(files: ReadonlyMap<string, Uint8Array>, { files: listed }: PublicManifest): boolean {
  return (
    files.size === listed.length + 2 &&
    listed.every(({ path, sha256: hash, bytes }) => {
      const found = files.get(path);
      return found?.length === bytes && createHash("sha256").update(found).digest("hex") === hash;
    })
  );
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
};

/** Ready to be served below /record. The archive itself is there too, for mirrors. */
export function servedFrom(archive: Uint8Array, files: OpenArchive["files"]): StaticFiles {
  const served = new Map<string, StaticFile>();
  for (const [path, bytes] of files) {
    const type = types[path.split(".").at(-1) ?? ""];
    if (type === undefined) continue;
    const packed = new Map([
      ["br", brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
      ["gzip", gzipSync(bytes)],
    ]);
    const policy = policyFor(path, bytes);
    const file = { type, bytes, tag: tagOf(bytes), packed, isImmutable: false, policy };
    served.set(`/record/${path}`, file);
    if (path === "index.html") served.set("/record/", file);
  }
  served.set("/record/mirror.zip", {
    type: "application/zip",
    bytes: archive,
    tag: tagOf(archive),
    packed: new Map(),
    isImmutable: false,
    policy: policyFor("mirror.zip", archive),
  });
  return served;
}

/** A page may have its own one style, by its hash, and pictures of this origin; nothing else, and never a script. */
function policyFor(path: string, bytes: Uint8Array): string {
  const rest = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  if (!path.endsWith(".html")) return `default-src 'none'; ${rest}; sandbox`;
  const style = /<style>([^<]*)<\/style>/u.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; connect-src 'self'; ${rest}`;
}
