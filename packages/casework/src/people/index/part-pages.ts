/**
 * Parts of names in bytes: sixty thousand words of a roster as objects would be most of its memory, and a search looks at
 * two hundred. What is looked at often stays at hand as objects. How far a name is from the dictionary is kept to half a
 * hundredth.
 */
import { alphabet } from "../distance.ts";
import type { GivenHit, GivenKind } from "../given/classes.ts";
import type { Part } from "../part.ts";

export interface PartPages {
  /** Under the next number; returns it as it will be read. */
  readonly add: (part: Part) => Part;
  readonly get: (id: number) => Part | undefined;
  readonly size: () => number;
  /** Those from this number on, for other pages. */
  readonly since: (from: number) => Written;
  /** Under the next number. */
  readonly adopt: (text: string, written: Uint8Array) => number;
  /** Nothing is at hand any more. */
  readonly rest: () => void;
}

/** Plain bytes: they cross from worker to worker. */
export interface Written {
  readonly words: readonly string[];
  readonly lengths: Int32Array;
  readonly parts: Uint8Array;
}

const INITIAL = 1;
const SURNAME_LIKE = 2;
const HAS_FATHER = 4;
const HAS_HALVES = 8;
const GIVEN_LIKE = 16;
const kinds: readonly GivenKind[] = ["full", "short", "oblique"];
const fineness = 200;
const atHand = 4_000;

export function openPartPages(halfFor: (word: string) => Part): PartPages {
  let bytes = new Uint8Array(1 << 16);
  let used = 0;
  let begins = new Int32Array(1 << 12);
  const texts: string[] = [];
  let young = new Map<number, Part>();
  let old = new Map<number, Part>();
  let at = 0;

  function makeRoom(more: number): void {
    if (used + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(used + more, Math.ceil(bytes.length * 1.25)));
    larger.set(bytes);
    bytes = larger;
  }
  function byte(value: number): void {
    makeRoom(1);
    bytes[used] = value;
    used += 1;
  }
  const next = (): number => bytes[at++] ?? 0;

  function writeWord(word: string): void {
    const length = Math.min(word.length, 255);
    byte(length);
    for (let letter = 0; letter < length; letter += 1) byte(alphabet.indexOf(word.charAt(letter)) + 1);
  }
  function readWord(): string {
    let word = "";
    for (let left = next(); left > 0; left -= 1) word += alphabet[next() - 1] ?? "";
    return word;
  }
  function writeWords(words: readonly string[]): void {
    byte(Math.min(words.length, 255));
    for (const word of words.slice(0, 255)) writeWord(word);
  }
  const readWords = (): readonly string[] => Array.from({ length: next() }, readWord);

  function writeHits(hits: readonly GivenHit[]): void {
    byte(Math.min(hits.length, 255));
    for (const { cls, kind, far } of hits.slice(0, 255)) {
      byte(cls & 255);
      byte(cls >> 8);
      byte(kinds.indexOf(kind));
      byte(Math.min(255, Math.round(far * fineness)));
    }
  }
  function readHits(): readonly GivenHit[] {
    const count = next();
    return count === 0
      ? none
      : Array.from({ length: count }, () => ({
          cls: next() | (next() << 8),
          kind: kinds[next()] ?? "full",
          far: next() / fineness,
        }));
  }

  function begin(): void {
    if (texts.length + 1 >= begins.length) {
      const larger = new Int32Array(begins.length * 2);
      larger.set(begins);
      begins = larger;
    }
    begins[texts.length] = used;
  }

  function adopt(text: string, written: Uint8Array): number {
    begin();
    makeRoom(written.length);
    bytes.set(written, used);
    used += written.length;
    return texts.push(text) - 1;
  }

  function since(from: number): Written {
    const beginOf = (id: number): number => (id < texts.length ? (begins[id] ?? 0) : used);
    return {
      words: texts.slice(from),
      lengths: Int32Array.from(
        { length: texts.length - from },
        (_, at) => beginOf(from + at + 1) - beginOf(from + at),
      ),
      parts: bytes.slice(beginOf(from), used),
    };
  }

  function add(part: Part): Part {
    begin();
    if (young.size >= atHand) [old, young] = [young, new Map()];
    // What has just been met is met again soon. Rounded as it will be read.
    const kept = roundedPart(part);
    young.set(texts.length, kept);
    texts.push(part.text);
    byte(
      (part.initial ? INITIAL : 0) |
        (part.surnameLike ? SURNAME_LIKE : 0) |
        (part.givenLike ? GIVEN_LIKE : 0) |
        (part.fatherStem === undefined ? 0 : HAS_FATHER) |
        (part.halves.length > 0 ? HAS_HALVES : 0),
    );
    writeWords(part.forms);
    writeWords(part.stems);
    writeHits(part.given);
    writeHits(part.fathers);
    if (part.fatherStem !== undefined) writeWord(part.fatherStem);
    return kept;
  }

  function read(id: number): Part | undefined {
    const text = texts[id];
    if (text === undefined) return undefined;
    at = begins[id] ?? 0;
    const marks = next();
    const [forms, stems, given, fathers] = [readWords(), readWords(), readHits(), readHits()];
    const fatherStem = marks & HAS_FATHER ? readWord() : undefined;
    const [initial, surnameLike] = [(marks & INITIAL) !== 0, (marks & SURNAME_LIKE) !== 0];
    const givenLike = (marks & GIVEN_LIKE) !== 0;
    const halves = marks & HAS_HALVES ? halfWords(text).map(halfFor) : none;
    return { text, forms, stems, given, fathers, fatherStem, initial, surnameLike, givenLike, halves };
  }

  function get(id: number): Part | undefined {
    const known = young.get(id) ?? old.get(id);
    const part = known ?? read(id);
    if (!part) return undefined;
    if (young.size >= atHand) [old, young] = [young, new Map()];
    young.set(id, part);
    return part;
  }

  function rest(): void {
    old = new Map();
    young = new Map();
  }

  return { add, get, since, adopt, rest, size: () => texts.length };
}

const none: readonly never[] = [];

function roundedPart(part: Part): Part {
  const rounded = (hits: readonly GivenHit[]): readonly GivenHit[] =>
    hits.every(({ far }) => far === 0)
      ? hits
      : hits.map((hit) => ({ ...hit, far: Math.min(255, Math.round(hit.far * fineness)) / fineness }));
  return { ...part, given: rounded(part.given), fathers: rounded(part.fathers) };
}

function halfWords(text: string): readonly string[] {
  return text.split("-").filter((half) => half.length > 2);
}
