/**
 * What a court is given: a plain tar of the whole case. The originals byte for byte, their time stamps, the sealed sheets as the server has
 * them with the key of this one case, the list of members that says whose the signatures are, the words, a list of all of it that
 * this device signs, and a checker that needs nothing of ours. Put together as a Blob of Blobs: no film is whole in the memory of the worker.
 */
import type { Attachment, Case } from "@answerable/casework";
import { signCaseExport, tarHeader, wasmHashers, type OpenKeep } from "@answerable/seal";
import { canonicalBytes, fromText, toText, utf8, type LogAnswer, type TeamStatement } from "@answerable/wire";

import type { WholeFolder } from "../sync/folders.ts";
import type { CourtBundle } from "./office.ts";
import { verifyScript } from "./verify-script.ts";

const BLOCK = 512;

export interface ForCourt {
  readonly file: Case;
  readonly whole: WholeFolder;
  readonly team: readonly TeamStatement[];
  readonly helpline: string;
  /** What the server signs of its log, and the way of the last sheet in it. */
  readonly log: Pick<LogAnswer, "note" | "key" | "paths">;
  readonly keep: Pick<OpenKeep, "signer" | "device">;
  readonly at: string;
  readonly open: (attachment: Attachment) => Promise<Blob | undefined>;
}

interface Entry {
  readonly file: string;
  readonly sha256: string;
  readonly attachment?: string;
}

/** undefined: not all files are at hand. */
export async function courtBundle(given: ForCourt): Promise<CourtBundle | undefined> {
  const { file, whole, keep, log } = given;
  const parts: Blob[] = [];
  const entries: Entry[] = [];
  async function put(name: string, content: Blob, attachment?: string): Promise<void> {
    const rest = -content.size & (BLOCK - 1);
    const header = new Uint8Array(tarHeader(name, content.size));
    parts.push(new Blob([header]), content, new Blob([new Uint8Array(rest)]));
    entries.push({ file: name, sha256: await hashOf(content), ...(attachment ? { attachment } : {}) });
  }
  const putJson = (name: string, value: unknown) => put(name, blobOf(utf8(`${JSON.stringify(value)}\n`)));

  const originals = file.attachments.filter(({ from }) => from !== "copy");
  for (const [at, one] of originals.entries()) {
    const content = await given.open(one);
    if (!content) return undefined;
    await put(`files/${numbered(at)}.bin`, content, one.id);
    if (one.stamp) await put(`stamps/${numbered(at)}.tsr`, blobOf(fromText(one.stamp.token)));
  }
  await putJson("case/team.json", given.team);
  await putJson("case/sheets.json", whole.sheets);
  await putJson("case/key.json", { key: toText(whole.key) });
  await putJson("case/opened.json", whole.opened);
  await putJson("case/log.json", { note: log.note, key: log.key, path: log.paths[0] ?? [] });
  await put("verify.py", blobOf(utf8(verifyScript)));
  const manifest = await signCaseExport(keep, {
    v: 1,
    helpline: given.helpline,
    case: file.number,
    sheets: whole.sheets.length,
    at: given.at,
    by: keep.device,
    files: entries,
  });
  await put("manifest.json", blobOf(canonicalBytes(manifest)));
  parts.push(new Blob([new Uint8Array(2 * BLOCK)]));
  const archive = new Blob(parts, { type: "application/x-tar" });
  return { archive, plain: await hashOf(archive), sheets: whole.sheets.length };
}

const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
const numbered = (at: number) => String(at + 1).padStart(3, "0");

async function hashOf(content: Blob): Promise<string> {
  const hasher = (await wasmHashers(1))();
  const reader = content.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) hasher.update(read.value);
  return toText(hasher.digest());
}
