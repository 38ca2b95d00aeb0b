/**
 * A checkpoint as a signed note (c2sp.org/tlog-checkpoint, c2sp.org/signed-note): what the server says of a desk's log, in four
 * lines and its signature, so that any program made for transparency logs can read it.
 *
 *   answerable/<desk>
 *   <size>
 *   <root, base64>
 *
 *   — answerable/<desk> <base64 of key id (4 bytes) and signature (64 bytes)>
 *
 * Witnesses add lines below. A line by an unknown key is passed over; a note that is not of this shape is undefined.
 */
import { fromText, joined, toText, utf8 } from "./bytes.ts";
import type { DeskId } from "./ids.ts";
import { isSameHash, type Sha256, type TreeHead } from "./tree.ts";

export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

export interface NoteSignature {
  readonly name: string;
  readonly key: Uint8Array;
  /** What follows the key id. */
  readonly bytes: Uint8Array;
}

export interface Note {
  readonly checkpoint: Checkpoint;
  /** What is signed: everything up to the empty line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Kinds of keys: a log's own Ed25519, and a witness's Ed25519 with a time (c2sp.org/tlog-cosignature). */
export const LOG_KEY = 1;
export const WITNESS_KEY = 4;
/** Room for the server's line and a few witnesses'. */
export const MAX_NOTE = 4_000;

export function originOf(desk: DeskId): string {
  return `answerable/${desk}`;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** A log's or witness's name and key as one line that can be written into a file: `name+id+key`. */
export function keyLine(sha256: Sha256, { name, kind, key }: NoteKey): string {
  const id = Array.from(keyIdOf(sha256, { name, kind, key }), (byte) => byte.toString(16).padStart(2, "0"));
  return `${name}+${id.join("")}+${toBase64(joined(Uint8Array.of(kind), key))}`;
}

export interface NoteKey {
  readonly name: string;
  readonly kind: number;
  readonly key: Uint8Array;
}

/** undefined: no such line, or its id is not its key's. */
export function readKeyLine(sha256: Sha256, line: string): NoteKey | undefined {
  const [, name, , text] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? [];
  const bytes = text === undefined ? undefined : fromBase64(text);
  if (name === undefined || bytes?.length !== 33) return undefined;
  const read = { name, kind: bytes[0] ?? 0, key: bytes.slice(1) };
  return keyLine(sha256, read) === line.trim() ? read : undefined;
}

export function keyIdOf(sha256: Sha256, { name, kind, key }: NoteKey): Uint8Array {
  return sha256(joined(utf8(`${name}\n`), Uint8Array.of(kind), key)).slice(0, 4);
}

export function signatureLine({ name, key, bytes }: NoteSignature): string {
  return `— ${name} ${toBase64(joined(key, bytes))}\n`;
}

export function writeNote(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.join("")}`;
}

/** undefined: not a note with a checkpoint. Nothing is verified here. */
export function readNote(note: string): Note | undefined {
  if (note.length > MAX_NOTE) return undefined;
  const [text = "", rest, ...more] = note.split("\n\n");
  const [origin = "", size = "", root = "", ...extensions] = text.split("\n");
  const bytes = fromBase64(root);
  const isWhole = /^(0|[1-9][0-9]{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  if (rest === undefined || more.length > 0 || !isWhole || bytes?.length !== 32) return undefined;
  if (origin === "" || extensions.includes("") || !rest.endsWith("\n")) return undefined;
  const signatures = rest.slice(0, -1).split("\n").map(readSignature);
  const read = signatures.flatMap((one) => one ?? []);
  if (read.length !== signatures.length || read.length === 0 || read.length > 16) return undefined;
  return {
    checkpoint: { origin, size: Number(size), root: bytes },
    text: `${text}\n`,
    signatures: read,
  };
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name, text] = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = text === undefined ? undefined : fromBase64(text);
  if (name === undefined || !bytes || bytes.length < 5) return undefined;
  return { name, key: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

/** The note's own line by this key, if it has one. */
export function signatureBy(sha256: Sha256, note: Note, key: NoteKey): NoteSignature | undefined {
  const id = keyIdOf(sha256, key);
  return note.signatures.find((one) => one.name === key.name && isSameHash(one.key, id));
}

export function isSignedBy(note: Note, key: NoteKey, { sha256, verify }: NoteChecks): Promise<boolean> {
  const line = signatureBy(sha256, note, key);
  switch (key.kind) {
    case LOG_KEY:
      return line?.bytes.length === 64
        ? verify(key.key, utf8(note.text), line.bytes)
        : Promise.resolve(false);
    case WITNESS_KEY:
      return line?.bytes.length === 72
        ? verify(key.key, cosigned(note.text, timeOf(line.bytes)), line.bytes.slice(8))
        : Promise.resolve(false);
  }
  return Promise.resolve(false); // a kind that nobody here knows
}

export interface NoteChecks {
  readonly sha256: Sha256;
  readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
}

/** What a witness signs: the time in seconds since 1970, and the note's text. */
export function cosigned(text: string, seconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** A witness's signature with its time before it. */
export function timed(seconds: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  return joined(bytes, signature);
}

export function timeOf(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
}

/** Standard base64 with padding, which is what notes are written in. */
export function toBase64(bytes: Uint8Array): string {
  const text = toText(bytes).replaceAll("-", "+").replaceAll("_", "/");
  return text + "=".repeat(-text.length & 3);
}

/** undefined: not base64 in its one spelling. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replace(/={1,2}$/, "");
  if (text.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(bare)) return undefined;
  try {
    return fromText(bare.replaceAll("+", "-").replaceAll("/", "_"));
  } catch {
    return undefined;
  }
}
