/**
 * The number a caller is told: eight symbols, seven random and one check, of letters that Russian, Ukrainian and English
 * read alike. It is the address of nothing: with it, one may ask the desk, and only the desk.
 *
 * The check is a weighted sum modulo 21. Each weight, and the difference of each two neighbours, has no divisor in
 * common with 21, so every single slip and every swap of neighbours is noticed.
 */
import type { NewId } from "./id.ts";

export const numberSymbols = "ABEKMHPCTYX0123456789";
const weights = [1, 2, 4, 5, 10, 8, 13, 11] as const;
const size = numberSymbols.length;
/** How each symbol may look when it was typed in Cyrillic or read aloud. */
const alike: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
  О: "0",
  O: "0",
  З: "3",
  I: "1",
  І: "1",
};

/** From the randomness of a fresh id: 21 to the power of 7 is 1.8 thousand million. */
export function newNumber(newId: NewId): string {
  const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const most = size ** (weights.length - 1);
  let rest = Array.from(newId<never>() as string).reduce(
    (sum, symbol) => (sum * 64 + base64.indexOf(symbol) + 1) % most,
    0,
  );
  let symbols = "";
  for (let place = 1; place < weights.length; place += 1) {
    symbols += numberSymbols.charAt(rest % size);
    rest = Math.floor(rest / size);
  }
  return symbols + checkSymbol(symbols);
}

/** As typed or said, with spaces, dashes and Cyrillic letters; undefined: no such number, or a slip in it. */
export function readNumber(text: string): string | undefined {
  const symbols = Array.from(
    text.toUpperCase().replace(/[\s\-–—.№#]/gu, ""),
    (symbol) => alike[symbol] ?? symbol,
  ).join("");
  if (symbols.length !== weights.length) return undefined;
  const values = Array.from(symbols, (symbol) => numberSymbols.indexOf(symbol));
  return values.includes(-1) || sumOf(values) !== 0 ? undefined : symbols;
}

/** In two halves, as it is said aloud. */
export function numberToText(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4)}`;
}

function checkSymbol(symbols: string): string {
  const sum = sumOf(Array.from(symbols, (symbol) => numberSymbols.indexOf(symbol)));
  const last = weights[weights.length - 1] ?? 1;
  const check = Array.from(numberSymbols).findIndex((_, value) => (sum + last * value) % size === 0);
  return numberSymbols.charAt(check);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0) % size;
}
