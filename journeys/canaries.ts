/** Looking for what must not be there: a word in every spelling in which bytes can carry it. */

/** Six encodings of a word: UTF-8, UTF-16, hexadecimal, base64 (any alignment), percent, and JSON's \u escapes. */
export function spellingsOf(word: string): readonly Buffer[] {
  const utf8 = Buffer.from(word, "utf8");
  const hex = utf8.toString("hex");
  return [
    utf8,
    Buffer.from(word, "utf16le"),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...base64Of(utf8),
    Buffer.from(encodeURIComponent(word)),
    Buffer.from(escaped(word)),
    Buffer.from(escaped(word).toUpperCase().replaceAll("\\U", "\\u")),
  ].filter((spelling) => spelling.length >= 6);
}

/** Base64 depends on where the word begins: three alignments, without the symbols that its neighbours touch; both alphabets. */
function base64Of(bytes: Buffer): readonly Buffer[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const begin = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const inner = text.slice(begin, whole);
    return [Buffer.from(inner), Buffer.from(inner.replaceAll("+", "-").replaceAll("/", "_"))];
  });
}

function escaped(word: string): string {
  return [...Array(word.length).keys()]
    .map((at) => `\\u${word.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}

export interface Hit {
  readonly word: string;
  readonly where: string;
}

/** Every word found in any of the places, in any spelling. */
export function hitsIn(
  places: Iterable<readonly [where: string, bytes: Buffer]>,
  words: readonly string[],
): readonly Hit[] {
  const spellings = words.map((word) => ({ word, spellings: spellingsOf(word) }));
  const hits: Hit[] = [];
  for (const [where, bytes] of places) {
    for (const { word, spellings: all } of spellings) {
      if (all.some((spelling) => bytes.includes(spelling))) hits.push({ word, where });
    }
  }
  return hits;
}
