/**
 * What a court is given: a plain tar of the originals, byte for byte, a manifest of their hashes, custody and time stamps, and a checker that
 * needs nothing of ours. Put together as a Blob of Blobs: no film is whole in the memory of the worker.
 */
import type { Attachment, Case } from "@answerable/casework";
import { tarHeader } from "@answerable/seal";
import { fromText, utf8 } from "@answerable/wire";

import { verifyScript } from "./verify-script.ts";

const BLOCK = 512;

/** undefined: not all files are at hand. */
export async function courtBundle(
  file: Case,
  open: (attachment: Attachment) => Promise<Blob | undefined>,
): Promise<Blob | undefined> {
  const originals = file.attachments.filter(({ from }) => from !== "copy");
  const parts: Blob[] = [];
  const put = (name: string, content: Blob) => {
    const rest = -content.size & (BLOCK - 1);
    parts.push(
      new Blob([new Uint8Array(tarHeader(name, content.size))]),
      content,
      new Blob([new Uint8Array(rest)]),
    );
  };
  const files: unknown[] = [];
  for (const [at, one] of originals.entries()) {
    const content = await open(one);
    if (!content) return undefined;
    const name = `files/${String(at + 1).padStart(3, "0")}.bin`;
    put(name, content);
    const reply = `stamps/${String(at + 1).padStart(3, "0")}.tsr`;
    if (one.stamp) put(reply, new Blob([new Uint8Array(fromText(one.stamp.token))]));
    files.push(entryOf(one, { name, reply }));
  }
  const manifest = { v: 1, case: file.number, hash: "SHA-256, base64url", files };
  put("manifest.json", new Blob([new Uint8Array(utf8(`${JSON.stringify(manifest, null, 2)}\n`))]));
  put("verify.py", new Blob([new Uint8Array(utf8(verifyScript))]));
  parts.push(new Blob([new Uint8Array(2 * BLOCK)]));
  return new Blob(parts, { type: "application/x-tar" });
}

function entryOf(one: Attachment, { name, reply }: { readonly name: string; readonly reply: string }) {
  const { kind, size, plain, from, at, by, found, opened, givenOut, stamp } = one;
  const token = stamp && {
    day: stamp.day,
    root: stamp.root,
    size: stamp.size,
    salt: stamp.salt,
    at: stamp.at,
    path: stamp.path,
    reply,
  };
  return {
    file: name,
    name: one.name,
    kind,
    size,
    plain,
    received: { from, at, by },
    found,
    custody: [
      ...opened.map((seen) => ({ what: "opened", at: seen.at, by: seen.by })),
      ...givenOut.map((gave) => ({
        what: `given out: ${gave.as}`,
        at: gave.at,
        by: gave.by,
        to: gave.to,
        plain: gave.plain,
      })),
    ],
    ...(token ? { stamp: token } : {}),
  };
}
