import { numberToText } from "../../number.ts";
/**
 * A letter as a page: the pack's template with its slots filled, block by block. The same page is looked at, printed, and
 * made into DOCX and PDF. What is missing is named; nothing is invented to fill a gap.
 */
import type { Lang } from "../../words/vocabulary.ts";
import { inLang, type Pack, type Template } from "../pack/pack.ts";
import { slotsOf, slotsUsed } from "../pack/template-check.ts";
import { declineName } from "./names.ts";

export type BlockType =
  | "addressee"
  | "sender"
  | "title"
  | "paragraph"
  | "heading"
  | "list"
  | "enclosures"
  | "signature";

export interface LetterBlock {
  readonly type: BlockType;
  readonly lines: readonly string[];
}

export interface SignatureRow {
  readonly name: string;
  /** Who her soldier is to her, and his name. */
  readonly soldier: string;
}

export interface LetterPage {
  /** The appeal's own short number in its two halves; it also stands in the QR. */
  readonly number: string;
  readonly blocks: readonly LetterBlock[];
  /** Signature sheets are pages apart: the letter may go without the list of who is related to whom. */
  readonly signatures: readonly SignatureRow[];
  /** Names of required slots that stand empty, in the language asked for. */
  readonly missing: readonly string[];
}

type Slot = Template["slots"][number];
export type Slots = Readonly<Record<string, string>>;

interface Filling {
  readonly pack: Pack;
  readonly template: Template;
  readonly number: string;
  readonly slots: Slots;
  readonly signatures: readonly SignatureRow[];
  readonly lang: Lang;
}

export function letterPage({ pack, template, number, slots, signatures, lang }: Filling): LetterPage {
  const declared = slotsOfTemplate(pack, template);
  const valueOf = (id: string): string => slots[id]?.trim() || defaultOf(declared, id);
  const blocks = bodyOf(pack, template).flatMap(({ type, if: when, text }): readonly LetterBlock[] => {
    if (when !== undefined && valueOf(when) === "") return [];
    const lines = text.split("\n").flatMap((line) => filled(line, valueOf, slots));
    return lines.length === 0 ? [] : [{ type, lines }];
  });
  const used = new Set(bodyOf(pack, template).flatMap(({ text }) => slotsUsed(text).map(({ slot }) => slot)));
  const missing = declared
    .filter((slot) => slot.required && used.has(slot.id) && valueOf(slot.id) === "")
    .map((slot) => (slot.name === undefined ? slot.id : inLang(slot.name, lang)));
  return { number: numberToText(number), blocks, signatures, missing };
}

export function slotsOfTemplate(pack: Pack, template: Template): readonly Slot[] {
  return slotsOf({ templates: [...pack.templates.values()] }, template) ?? [];
}

function bodyOf(pack: Pack, template: Template): NonNullable<Template["body"]> {
  if (template.body) return template.body;
  const above = template.extends === undefined ? undefined : pack.templates.get(template.extends);
  return above?.body ?? [];
}

function defaultOf(declared: readonly Slot[], id: string): string {
  const slot = declared.find((one) => one.id === id);
  return slot?.default === undefined ? "" : inLang(slot.default, "ru");
}

const people: ReadonlySet<string> = new Set([
  "applicant.full_name",
  "soldier.full_name",
  "reply_to",
  "sought_person",
]);
const cases = ["genitive", "dative", "accusative", "instrumental", "prepositional"] as const;

/** A line; a line that is a list of many things becomes as many lines. */
function filled(line: string, valueOf: (id: string) => string, slots: Slots): readonly string[] {
  const alone = /^\{([^{}:]+)\}$/u.exec(line.trim())?.[1];
  if (alone !== undefined)
    return valueOf(alone)
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  return [
    line.replace(/\{([^{}:]+)(?::([^{}]+))?\}/gu, (_, slot: string, grammar: string | undefined) => {
      const value = valueOf(slot);
      if (grammar === undefined || value === "") return sentencePart(value);
      // Written by hand, "as it is" among others.
      const own = slots[`${slot}:${grammar}`]?.trim();
      if (own) return own;
      const known = cases.find((one) => one === grammar);
      return known && people.has(slot) ? declineName(value, known) : value;
    }),
  ];
}

/** Many lines within a sentence are read one after the other. */
function sentencePart(value: string): string {
  return value.replace(/\s*\n\s*/gu, " ");
}
