/**
 * A witness: remembers the last checkpoint of each log of one server and signs another only when it is proven that the log grew from there.
 * So a server cannot have two histories signed, and cannot go back: whoever demands the witness's line knows that all who demand it are shown
 * one log. It learns how many sheets each desk has, and when it grew; it reads nothing.
 *
 * Must stay true: what was signed is on the disk before the line leaves; one question at a time.
 */
import {
  cosigned,
  fromBase64,
  isGrown,
  isSameHash,
  isSignedBy,
  keyIdOf,
  keyLine,
  LOG_KEY,
  readNote,
  readWitnessed,
  signatureLine,
  SIZE_TYPE,
  timed,
  toBase64,
  WITNESS_KEY,
} from "@answerable/wire";

import { wholeBytes } from "../http/body.ts";
import { sha256, verify } from "../sign-in/verify.ts";
import type { SigningKey } from "../signing-key.ts";

export interface SeenHead {
  readonly size: number;
  /** In base64, as the checkpoint has it. */
  readonly root: string;
}
export interface WitnessMemory {
  readonly read: (origin: string) => Promise<SeenHead | undefined>;
  /** Resolves when it is on the disk. */
  readonly write: (origin: string, head: SeenHead) => Promise<void>;
}
export interface WitnessDeps {
  readonly name: string;
  readonly key: SigningKey;
  /** The note key of the one server whose logs are watched. */
  readonly logKey: Uint8Array;
  readonly memory: WitnessMemory;
  readonly now: () => number;
}
export interface Witness {
  /** What a coordinator gives to the desk, in one line. */
  readonly line: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

const MOST = 10_000;
const ORIGIN = /^answerable\/[A-Za-z0-9_-]{22}$/u;

export function openWitness({ name, key, logKey, memory, now }: WitnessDeps): Witness {
  const own = { name, kind: WITNESS_KEY, key: key.publicKey };
  let turn: Promise<unknown> = Promise.resolve();

  async function added(text: string): Promise<Response> {
    const asked = readWitnessed(text);
    const note = asked && readNote(asked.note);
    if (!asked || !note) return refused(400);
    const { origin, size, root } = note.checkpoint;
    if (!ORIGIN.test(origin)) return refused(404);
    const log = { name: origin, kind: LOG_KEY, key: logKey };
    if (!(await isSignedBy(note, log, { sha256, verify }))) return refused(403);
    if (asked.old > size) return refused(400);
    const seen = await memory.read(origin);
    const known = seen?.size ?? 0;
    if (asked.old !== known) return conflict(known);
    if (known === size && seen && seen.root !== toBase64(root)) return conflict(known);
    const earlier = { size: known, root: fromBase64(seen?.root ?? "") ?? new Uint8Array() };
    const isSame = known === size && asked.growth.length === 0 && isSameHash(earlier.root, root);
    if (known > 0 && !isSame && !isGrown(sha256, { earlier, later: { size, root } }, asked.growth))
      return refused(422);
    if (!isSame) await memory.write(origin, { size, root: toBase64(root) });
    const seconds = Math.floor(now() / 1000);
    const bytes = timed(seconds, key.sign(cosigned(note.text, seconds)));
    return new Response(signatureLine({ name, key: keyIdOf(sha256, own), bytes }));
  }

  return {
    line: keyLine(sha256, own),
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname !== "/add-checkpoint") return refused(404);
      if (request.method !== "POST") return refused(405);
      const asked = await wholeBytes(request, MOST);
      if (!asked) return refused(413);
      const done = turn.then(() => added(new TextDecoder().decode(asked)));
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

const refused = (status: number) => new Response(null, { status });
const conflict = (size: number) =>
  new Response(`${size}\n`, { status: 409, headers: { "content-type": SIZE_TYPE } });
