/**
 * The number by which a case is named on the telephone: five symbols like those on a family's receipt, of letters that
 * Russian, Ukrainian and English read alike. It names and opens nothing.
 */
import type { NewId } from "../id.ts";
import { numberSymbols } from "../number.ts";

const LENGTH = 5;

/** From the randomness of fresh ids. */
export function newLocator(newId: NewId): string {
  let symbols = "";
  while (symbols.length < LENGTH) {
    for (const letter of newId<never>() as string) {
      const value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(letter);
      // 63 is the largest multiple of 21 below 64: one more would make some symbols likelier.
      if (value < 63 && symbols.length < LENGTH)
        symbols += numberSymbols.charAt(value % numberSymbols.length);
    }
  }
  return symbols;
}
