/**
 * The cards of an opened binder as the JSON texts that they are. A device opens two hundred thousand cards on its first
 * day and keeps their bytes: to make values of all of them and texts of the values again would take longer than to open.
 *
 * Our own binders are cut by hand; one that was written otherwise is read as JSON and each card written again.
 */
import { fromUtf8, utf8, type FolderId, type Place } from "@answerable/wire";

import type { BoundCard } from "./binder.ts";

/** Where a card stood, and its payload: JSON not yet looked at, as text and as UTF-8. */
export interface BoundText extends Omit<BoundCard, "card"> {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const BEFORE_ID = '{"folder":"'.length;
const ID_SYMBOLS = 22;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENED = [0x5b, 0x7b] as const;
const CLOSED = [0x5d, 0x7d] as const;

/** `text` is what `bytes` say. `parse`: the long way. */
export function boundTexts(
  text: string,
  bytes: Uint8Array,
  parse: (text: string) => readonly BoundCard[],
): readonly BoundText[] {
  return (
    cut(text, bytes) ??
    parse(text).map(({ card, ...where }) => {
      const written = JSON.stringify(card);
      return { ...where, text: written, bytes: utf8(written) };
    })
  );
}

/** undefined: it does not look like ours. */
function cut(text: string, bytes: Uint8Array): readonly BoundText[] | undefined {
  // A byte order mark would stand in the bytes and not in the text.
  if (bytes[0] !== OPENED[0]) return undefined;
  if (text === "[]") return [];
  const head = /\{"folder":"[\w-]{22}","number":([1-9]\d{0,14}),"place":([1-9]\d{0,14}),"card":(?=\{)/y;
  const cards: BoundText[] = [];
  let ahead = 0; // by how many the bytes are more than the code units
  for (let at = 1; ;) {
    head.lastIndex = at;
    const found = head.exec(text);
    if (!found) return undefined;
    const from = head.lastIndex;
    const value = valueFrom(text, from);
    if (!value) return undefined;
    const [start, end] = [from + ahead, value.to + ahead + value.more];
    const id = at + ahead + BEFORE_ID;
    ahead += value.more;
    cards.push({
      // Read from the bytes: a slice of the text would hold all of the text for as long as the folder is known. 22 symbols.
      folder: fromUtf8(bytes.subarray(id, id + ID_SYMBOLS)) as FolderId,
      number: Number(found[1]),
      place: Number(found[2]) as Place, // at least one
      text: text.slice(from, value.to),
      bytes: bytes.subarray(start, end),
    });
    const rest = text.slice(value.to, value.to + 2);
    if (rest === "}]") return value.to + 2 === text.length ? cards : undefined;
    if (rest !== "},") return undefined;
    at = value.to + 2;
  }
}

/** Where the object that begins at `from` ends, and by how many its bytes are more than its code units. */
function valueFrom(text: string, from: number): { readonly to: number; readonly more: number } | undefined {
  let depth = 0;
  let more = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      for (at += 1; at < text.length; at += 1) {
        const inside = text.charCodeAt(at);
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) at += 1;
        else if (inside >= 0x80) more += inside < 0x800 || (inside & 0xf800) === 0xd800 ? 1 : 2;
      }
    } else if (code === OPENED[0] || code === OPENED[1]) depth += 1;
    else if (code === CLOSED[0] || code === CLOSED[1]) {
      depth -= 1;
      if (depth === 0) return { to: at + 1, more };
    } else if (code >= 0x80) return undefined;
  }
  return undefined;
}
