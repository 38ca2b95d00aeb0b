/**
 * Two signs in the summary open a short list: `::` a ready phrase, `@@` a colleague, `##` a grievance, `!!` urgency,
 * `>>` a task. What follows the signs narrows the list; taking an entry puts its words in place of the signs.
 */
const signs = ["::", "@@", "##", "!!", ">>"] as const;
export type Sign = (typeof signs)[number];

export interface Token {
  readonly sign: Sign;
  readonly typed: string;
  /** Where the signs begin in the text. */
  readonly at: number;
}

/** The token being typed before the caret. A task may hold spaces; the others end at the first one. */
export function tokenBefore(text: string, caret: number): Token | undefined {
  const before = text.slice(Math.max(0, caret - 200), caret);
  const found = /(::|@@|##|!!)([\p{L}\p{N}_-]*)$|(>>)([^\n>]*)$/u.exec(before);
  if (!found) return undefined;
  const sign = signs.find((one) => one === (found[1] ?? found[3]));
  return sign && { sign, typed: found[2] ?? found[4] ?? "", at: caret - found[0].length };
}

export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** The text with the token replaced, and where the caret goes. */
export function withoutToken(typed: Typed, token: Token, words: string): Typed {
  const before = typed.text.slice(0, token.at);
  const after = typed.text.slice(typed.caret);
  return { text: before + words + after, caret: before.length + words.length };
}
