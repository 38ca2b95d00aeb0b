/**
 * What a log says to its witness (c2sp.org/tlog-witness, add-checkpoint): the size that the witness saw last, the proof that the
 * log has grown from there, and the checkpoint.
 *
 *   old <size>
 *   <hash, base64>          as many as the proof has
 *
 *   <the note>
 */
import { fromBase64, toBase64 } from "./note.ts";

export interface Witnessed {
  readonly old: number;
  readonly growth: readonly Uint8Array[];
  readonly note: string;
}

/** 409: the witness has another size, which is the answer's text. */
export const SIZE_TYPE = "text/x.tlog.size";
const MOST_HASHES = 63;

export function writeWitnessed({ old, growth, note }: Witnessed): string {
  return `old ${old}\n${growth.map((hash) => `${toBase64(hash)}\n`).join("")}\n${note}`;
}

/** undefined: it is not of this shape. */
export function readWitnessed(text: string): Witnessed | undefined {
  const end = text.indexOf("\n\n");
  const [first = "", ...lines] = text.slice(0, Math.max(end, 0)).split("\n");
  const old = /^old (0|[1-9][0-9]{0,15})$/u.exec(first)?.[1];
  const growth = lines.flatMap((line) => fromBase64(line) ?? []);
  const isWhole = growth.length === lines.length && growth.length <= MOST_HASHES;
  if (old === undefined || !isWhole || growth.some((hash) => hash.length !== 32)) return undefined;
  return { old: Number(old), growth, note: text.slice(end + 2) };
}
