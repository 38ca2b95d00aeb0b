/**
 * The code on a family's receipt: five groups of four symbols that look the same in Latin and Cyrillic (the alphabet of number
 * plates) or are figures. Five symbols say which mailbox, fourteen are secret, the last one checks: any one symbol mistaken
 * and any two neighbours swapped are noticed. Read aloud, copied by hand, typed on either keyboard in any case.
 */
import { RECEIPT_SYMBOLS, type Brand } from "@answerable/wire";

import { drawn, type Random } from "../random.ts";

/** Twenty symbols without spaces, checked. */
export type ReceiptCode = Brand<string, "ReceiptCode">;

const BASE = RECEIPT_SYMBOLS.length;
const LENGTH = 20;
const LOCATOR = 5;
const GROUP = 4;

/** What a person types instead: the other keyboard's twin, or a figure's look-alike. */
const twins: Readonly<Record<string, string>> = {
  А: "A", В: "B", Е: "E", Ё: "E", К: "K", М: "M", Н: "H", Р: "P", С: "C", Т: "T", У: "Y", Х: "X",
  O: "0", О: "0", З: "3", I: "1", І: "1", L: "1",
}; // prettier-ignore

export type CodeFault =
  /** Group `group` (from 1) has too few or too many symbols, or the code ends before it. */
  | { readonly type: "WrongLength"; readonly group: number }
  /** Group `group` has a symbol that no code has. */
  | { readonly type: "WrongSymbol"; readonly group: number; readonly symbol: string }
  /** Every group has its four symbols, and together they are no code. */
  | { readonly type: "Mistyped" };

export type CodeRead =
  | { readonly ok: true; readonly value: ReceiptCode }
  | { readonly ok: false; readonly refusal: CodeFault };

export function newReceipt(random: Random): ReceiptCode {
  const symbols: number[] = [];
  while (symbols.length < LENGTH - 1) {
    for (const byte of drawn(random, 32)) {
      // 252 is the largest multiple of 21 in a byte: the rest would make some symbols likelier.
      if (byte < 252 && symbols.length < LENGTH - 1) symbols.push(byte % BASE);
    }
  }
  return textOf([...symbols, checkOf(symbols)]) as ReceiptCode; // makes the brand
}

/** `1234 5678 …`, as it is shown and printed. */
export function groupsOf(code: ReceiptCode): readonly string[] {
  return Array.from({ length: LENGTH / GROUP }, (_, n) => code.slice(n * GROUP, (n + 1) * GROUP));
}

/** The public part: the number of the case on the telephone, the name of the mailbox. */
export function locatorOf(code: ReceiptCode): string {
  return code.slice(0, LOCATOR);
}

export function secretOf(code: ReceiptCode): string {
  return code.slice(LOCATOR);
}

/** A code as typed. Says which group is wrong where that can be known. */
export function readReceipt(typed: string): CodeRead {
  const parts = typed
    .normalize("NFC")
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  const groups = parts.length === 1 ? cut(parts[0] ?? "") : parts;
  for (const [at, group] of groups.entries()) {
    const symbols = Array.from(group, (one) => twins[one] ?? one);
    const foreign = symbols.findIndex((one) => !RECEIPT_SYMBOLS.includes(one));
    const named = { group: at + 1 };
    if (at >= LENGTH / GROUP) return fault({ type: "WrongLength", ...named });
    if (foreign >= 0)
      return fault({ type: "WrongSymbol", ...named, symbol: Array.from(group)[foreign] ?? "" });
    if (symbols.length !== GROUP) return fault({ type: "WrongLength", ...named });
  }
  if (groups.length < LENGTH / GROUP) return fault({ type: "WrongLength", group: groups.length + 1 });
  const text = groups.map((group) => Array.from(group, (one) => twins[one] ?? one).join("")).join("");
  const symbols = Array.from(text, (one) => RECEIPT_SYMBOLS.indexOf(one));
  if (sumOf(symbols) % BASE !== 0) return fault({ type: "Mistyped" });
  return { ok: true, value: text as ReceiptCode }; // makes the brand
}

function fault(refusal: CodeFault): CodeRead {
  return { ok: false, refusal };
}

/** Typed without spaces: cut into fours. */
function cut(text: string): readonly string[] {
  const symbols = Array.from(text);
  return Array.from({ length: Math.ceil(symbols.length / GROUP) }, (_, n) =>
    symbols.slice(n * GROUP, (n + 1) * GROUP).join(""),
  );
}

/** Weights 1, 2, 1, 2, …: they and their differences have no factor in common with 21, so no slip and no swap adds up. */
function sumOf(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol, at) => sum + symbol * (at % 2 === 0 ? 1 : 2), 0);
}

/** The twentieth symbol has weight 2: 11 is its inverse modulo 21. */
function checkOf(symbols: readonly number[]): number {
  return (11 * (BASE - (sumOf(symbols) % BASE))) % BASE;
}

function textOf(symbols: readonly number[]): string {
  return symbols.map((symbol) => RECEIPT_SYMBOLS.charAt(symbol)).join("");
}
