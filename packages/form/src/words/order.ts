/** The words of every language in one order, so that word lists need no keys: a page names a word by its number. Used by the build. */
import { ruPage } from "./ru-page.ts";
import { ru, type Words } from "./ru.ts";

/** Every key is one of Words: that is what its type is made of. */
export const order = [...Object.keys(ru), ...Object.keys(ruPage)] as readonly (keyof Words)[];

export function listOf(words: Words): readonly string[] {
  return order.map((key) => words[key]);
}
