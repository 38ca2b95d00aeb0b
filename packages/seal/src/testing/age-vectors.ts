/** The published vectors for age (C2SP CCTV), and what we make of a file. */
import { fromUtf8 } from "@answerable/wire";
import * as vectors from "cctv-age";
import { unzlibSync } from "fflate";

import { ageOpened, type AtHand, type Suite } from "../age.ts";
import { Damaged } from "../damaged.ts";

export const ageVectors = Object.entries(vectors as unknown as Record<string, Uint8Array>).map(
  ([name, file]) => ({ name, ...vectorOf(file) }),
);

/** Those to a key, not in armour. */
export const plainVectors = ageVectors.filter(
  ({ head }) => !head.has("armored") && !head.has("passphrase") && head.has("identity"),
);

/** undefined: refused. */
export async function openedBy(
  identity: string | AtHand,
  suite: Suite,
  file: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    return await ageOpened(file, { identity, suite, what: "box" });
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}

/** A CCTV file: lines of `key: value`, an empty line, the age file. */
function vectorOf(file: Uint8Array) {
  const end = file.findIndex((byte, at) => byte === 10 && file[at + 1] === 10);
  const head = new Map<string, string[]>();
  for (const line of fromUtf8(file.subarray(0, end)).split("\n")) {
    const [key = "", value = ""] = line.split(": ");
    head.set(key, [...(head.get(key) ?? []), value]);
  }
  const body = file.subarray(end + 2);
  return { head, body: head.has("compressed") ? unzlibSync(body) : body };
}
