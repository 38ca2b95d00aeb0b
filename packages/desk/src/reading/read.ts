/** A file that somebody sent, or what was pasted: by what it holds, whatever its name says. Throws CannotRead with a reason. */
import { readChat } from "./chat.ts";
import { readCsv } from "./csv.ts";
import { decode } from "./decode.ts";
import { CannotRead, isBlank, type Came } from "./grid.ts";
import { readPfif } from "./pfif.ts";
import { readTelegram } from "./telegram.ts";
import { readVcards } from "./vcard.ts";
import { readXlsx } from "./xlsx.ts";

/** Bytes; a hundred thousand rows are some twenty millions. */
export const MOST_FILE = 100 << 20;

export function readList(bytes: Uint8Array): Came {
  if (bytes.length === 0) throw new CannotRead({ type: "Empty" });
  if (bytes.length > MOST_FILE) throw new CannotRead({ type: "TooLarge", most: MOST_FILE });
  const came = cameOf(bytes);
  if (came.grids.every(({ rows, isNamed }) => rows.slice(isNamed ? 1 : 0).every(isBlank)))
    throw new CannotRead({ type: "NoTable" });
  return came;
}

function cameOf(bytes: Uint8Array): Came {
  if (begins(bytes, [0x50, 0x4b, 3, 4])) return { kind: "xlsx", ...readXlsx(bytes) };
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new CannotRead({ type: "OldExcel" });
  const { text, encoding } = decode(bytes);
  const bare = text.replace(/^\ufeff/u, "").trimStart();
  if (/^<\?xml|^<(?:\w+:)?pfif[\s>]/u.test(bare))
    return { kind: "pfif", ...readPfif(new TextEncoder().encode(bare.replace(/^<\?xml[^>]*\?>/u, ""))) };
  if (/^begin:vcard/iu.test(bare)) return { kind: "vcard", ...readVcards(bare) };
  if (bare.startsWith("{")) {
    const telegram = readTelegram(bare);
    if (telegram) return { kind: "telegram", ...telegram };
    throw new CannotRead({ type: "NoTable" });
  }
  const chat = readChat(bare);
  if (chat) return { kind: "chat", ...chat };
  const csv = readCsv(text);
  // Pictures and programs decode to something too.
  if (isNoText(text.slice(0, 4_000))) throw new CannotRead({ type: "NoTable" });
  return { kind: "csv", ...csv, noted: [{ type: "Encoding", name: encoding }, ...csv.noted] };
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function isNoText(text: string): boolean {
  return Array.from(text).filter((sign) => sign < " " && !"\t\n\r\f".includes(sign)).length > 1;
}
