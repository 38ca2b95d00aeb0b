/**
 * UTF-8 in which a Cyrillic letter takes one byte instead of two. ASCII stays as it is; 0x80 to 0xff are U+0400 to
 * U+047F; before any other byte stands a 1, which JSON never has.
 */
const AS_IT_IS = 1;
const FIRST_LEAD = 0xd0;
const SECOND_LEAD = 0xd1;

let room = new Uint8Array(1 << 14);

/** Valid until the next call, like what `widened` returns. */
export function narrowed(text: Uint8Array): Uint8Array {
  const to = roomFor(text.length * 2);
  let out = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (byte < 0x80 && byte !== AS_IT_IS) to[out++] = byte;
    else if (byte === FIRST_LEAD || byte === SECOND_LEAD) {
      at += 1;
      to[out++] = (byte === FIRST_LEAD ? 0x80 : 0xc0) | ((text[at] ?? 0) & 0x3f);
    } else {
      to[out++] = AS_IT_IS;
      to[out++] = byte;
    }
  }
  return to.subarray(0, out);
}

export function widened(narrow: Uint8Array): Uint8Array {
  const to = roomFor(narrow.length * 2);
  let out = 0;
  for (let at = 0; at < narrow.length; at += 1) {
    const byte = narrow[at] ?? 0;
    if (byte === AS_IT_IS) {
      at += 1;
      to[out++] = narrow[at] ?? 0;
    } else if (byte < 0x80) to[out++] = byte;
    else {
      to[out++] = byte < 0xc0 ? FIRST_LEAD : SECOND_LEAD;
      to[out++] = 0x80 | (byte & 0x3f);
    }
  }
  return to.subarray(0, out);
}

function roomFor(length: number): Uint8Array {
  if (room.length < length) room = new Uint8Array(length * 2);
  return room;
}
