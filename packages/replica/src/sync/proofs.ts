/**
 * What this device demands of the server's log, so that it cannot be rewritten unseen: that each checkpoint is signed by the one
 * key that was pinned when the first came, that it has the last one as its beginning, that own sheets stand where the server
 * said, that every sheet counted in it has been shown, and that what other devices saw (they tell it in their sheets, sealed)
 * is of the same log.
 *
 * A log that went back or is another one is said for good, on this disk; the work goes on from the log as it is shown now.
 */
import {
  fromText,
  isGrown,
  isSameHash,
  isSignedBy,
  leafHash,
  LOG_KEY,
  MAX_NOTE,
  MOST_PROVEN,
  originOf,
  readNote,
  openMembership,
  signatureBy,
  signatureLine,
  WireRefusal,
  writeNote,
  type DeskId,
  type DeviceId,
  type Hash,
  type LogAnswer,
  type Note,
  type NoteKey,
  type NoteChecks,
  type TreeHead,
  type Wire,
} from "@answerable/wire";
import * as v from "valibot";

import type { LogFault } from "../office.ts";
import type { Keeping } from "../store/keeping.ts";
import type { Store } from "../store/store.ts";

/** A checkpoint with the key that signed it: what a device tells the others that it has seen. */
export const SeenLog = v.object({
  note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
  key: v.pipe(v.string(), v.maxLength(43)),
});
export type SeenLog = v.InferOutput<typeof SeenLog>;

/**
 * The server's own signatures under two logs: `earlier` says what it once showed, `later` what it showed afterwards; `growth` proves
 * that `later` begins with `root` at the size of `earlier`, which is another one. docs/check.py judges it without this program.
 */
const ForkProof = v.object({
  v: v.literal(1),
  key: v.string(),
  earlier: v.string(),
  later: v.string(),
  root: v.string(),
  growth: v.array(v.string()),
});
export type ForkProof = v.InferOutput<typeof ForkProof>;

const Kept = v.object({
  seen: v.optional(SeenLog),
  /** Own sheets that the server has placed and not yet proven. */
  unproven: v.array(v.tuple([v.number(), v.string()])),
  faults: v.array(v.picklist(["rollback", "fork", "withheld", "unwitnessed"])),
  proof: v.optional(ForkProof),
});

export interface ProofsDeps {
  readonly desk: DeskId;
  readonly wire: Pick<Wire, "log">;
  readonly store: Store;
  readonly keeping: Keeping;
  readonly checks: NoteChecks;
  /** Whose line every checkpoint must have, by the team log. undefined: nobody's. */
  readonly witness: () => NoteKey | undefined;
  /** Sheets that this device has been shown, over all folders. undefined: some are damaged, so that it cannot be told. */
  readonly shown: () => number | undefined;
}

export interface Proofs {
  /** After a pull that reached `head`. Throws as the wire does. */
  readonly check: (head: number) => Promise<void>;
  /** The server has placed an own sheet. */
  readonly placed: (place: number, hash: Hash) => void;
  /** A sheet of another device told what it had seen. */
  readonly heard: (device: DeviceId, seen: SeenLog) => void;
  /** What this device has seen itself. undefined: nothing yet. */
  readonly seen: () => SeenLog | undefined;
  readonly faults: () => readonly LogFault[];
  /** What a third party can check, where there is such a thing. */
  readonly proof: () => string | undefined;
}

type Own = readonly [place: number, hash: string];

interface Said {
  readonly note: Note;
  readonly answer: LogAnswer;
}

/** Said as long as they last; the others for good. */
const passing = ["withheld", "unwitnessed"] as const;

/** Times that a checkpoint is asked for again because the log grew between two questions. */
const TRIES = 3;

export async function openProofs(deps: ProofsDeps): Promise<Proofs> {
  const { desk, wire, checks } = deps;
  const origin = originOf(desk);
  const kept = await deps.store.get("places", `${desk}/log`);
  const before = kept === undefined ? { unproven: [], faults: [] } : v.parse(Kept, JSON.parse(kept));
  let { seen, proof } = before;
  let unproven: readonly Own[] = before.unproven;
  const faults = new Set<LogFault>(before.faults);
  const heard = new Map<DeviceId, SeenLog>();
  const agreed = new Map<DeviceId, number>();
  let isAsked = false;

  const headOf = (one: SeenLog | undefined): TreeHead | undefined => one && readNote(one.note)?.checkpoint;
  const keyOf = (text: string) => ({ name: origin, kind: LOG_KEY, key: fromText(text) });

  function keep(): Promise<void> {
    const text = JSON.stringify({ seen, unproven, faults: [...faults], proof });
    return deps.keeping.keep([{ drawer: "places", key: `${desk}/log`, text }]);
  }

  /** A note of this desk's log that holds under its key. */
  async function held(one: SeenLog): Promise<Note | undefined> {
    const note = readNote(one.note);
    if (note?.checkpoint.origin !== origin || one.key.length !== 43) return undefined;
    return (await isSignedBy(note, keyOf(one.key), checks)) ? note : undefined;
  }

  /** undefined: it says nothing, or nothing that is signed. Named, and the work goes on without it. */
  async function ask(from: number, places: readonly number[] = []): Promise<Said | undefined> {
    const answer = await wire.log(desk, from, places).catch((problem: unknown) => {
      if (problem instanceof WireRefusal && problem.status === 404) return undefined;
      throw problem;
    });
    const note = answer && (await held(answer));
    if (!note) faults.add("withheld");
    const witness = deps.witness();
    if (note && witness && note.checkpoint.size > 0 && !(await isSignedBy(note, witness, checks)))
      faults.add("unwitnessed");
    return answer && note && { note, answer };
  }

  /** Whether what it says now has `earlier` as its beginning. Where it has another, the two are kept side by side. */
  function continues(earlier: SeenLog, { note, answer }: Said): boolean {
    const head = headOf(earlier);
    const later = note.checkpoint;
    if (!head || head.size === 0) return true;
    if (later.size < head.size) {
      faults.add("rollback");
      return false;
    }
    const root = answer.root === "" ? undefined : fromText(answer.root);
    const growth = answer.growth.map((hash) => fromText(hash));
    const isProven =
      root !== undefined && isGrown(checks.sha256, { earlier: { size: head.size, root }, later }, growth);
    if (isProven && isSameHash(root, head.root) && earlier.key === answer.key) return true;
    faults.add(isProven || earlier.key !== answer.key ? "fork" : "withheld");
    if (isProven && earlier.key === answer.key)
      proof ??= {
        v: 1,
        key: answer.key,
        earlier: earlier.note,
        later: answer.note,
        root: answer.root,
        growth: answer.growth,
      };
    return false;
  }

  /** The note with its log's own line alone: what witnesses say is not passed on. */
  function adopt({ note, answer }: Said): void {
    const own = signatureBy(checks.sha256, note, keyOf(answer.key));
    if (own) seen = { note: writeNote(note.text, [signatureLine(own)]), key: answer.key };
  }

  async function checkOwn(head: number, due: readonly Own[]): Promise<void> {
    const asked = due.filter(([place]) => place <= head);
    const said = await ask(
      headOf(seen)?.size ?? 0,
      asked.map(([place]) => place),
    );
    if (!said) return;
    const { checkpoint } = said.note;
    if (seen) continues(seen, said);
    adopt(said);
    const isIn = openMembership(checks.sha256, checkpoint);
    const failed = asked.filter(([place, hash], n) => {
      const leaf = { hash: leafHash(checks.sha256, fromText(hash)), at: place - 1 };
      return !isIn(leaf, said.answer.paths[n]?.map((one) => fromText(one)) ?? []);
    });
    if (failed.length > 0) faults.add("withheld");
    if (checkpoint.size < head || due.some(([place]) => place > checkpoint.size)) faults.add("rollback");
    const isOpen = (own: Own) => own[0] > head && own[0] <= checkpoint.size;
    unproven = [...unproven.filter((own) => !due.includes(own) || isOpen(own)), ...failed];
    // Nothing has come since the cards were pulled: then each sheet of the log is one of a folder that was shown.
    const shown = deps.shown();
    const isQuiet = checkpoint.size === head && faults.size === 0;
    if (isQuiet && shown !== undefined && shown < head) faults.add("withheld");
  }

  /** What another device saw is of the log that is shown here. */
  async function checkHeard(device: DeviceId, told: SeenLog): Promise<void> {
    const note = await held(told);
    if (!note || !seen) return; // a member who tells nonsense accuses nobody
    for (let tries = 0; tries < TRIES; tries += 1) {
      const said = await ask(note.checkpoint.size);
      if (!said) return;
      const again = await ask(headOf(seen)?.size ?? 0);
      if (!again) return;
      const isOne = said.note.text === again.note.text;
      if (!isOne && tries + 1 < TRIES) continue;
      if (!isOne) return; // it grew each time: asked again after the next pull
      if (continues(told, said)) agreed.set(device, note.checkpoint.size);
      if (continues(seen, again)) adopt(again);
      heard.delete(device);
      return;
    }
  }

  return {
    async check(head) {
      const isSettled =
        isAsked &&
        headOf(seen)?.size === head &&
        unproven.length === 0 &&
        !passing.some((one) => faults.has(one));
      if (isSettled && heard.size === 0) return;
      const were = JSON.stringify([seen, unproven, [...faults]]);
      const due = unproven;
      if (!isSettled) {
        for (const one of passing) faults.delete(one);
        for (let at = 0; at === 0 || at < due.length; at += MOST_PROVEN)
          await checkOwn(head, due.slice(at, at + MOST_PROVEN));
      }
      isAsked = true;
      for (const [device, told] of heard) await checkHeard(device, told);
      if (JSON.stringify([seen, unproven, [...faults]]) !== were) await keep();
    },
    placed(place, hash) {
      unproven = [...unproven, [place, hash]];
      void keep();
    },
    heard(device, told) {
      const size = headOf(told)?.size ?? 0;
      if (size > (agreed.get(device) ?? 0) && size > (headOf(heard.get(device))?.size ?? 0))
        heard.set(device, told);
    },
    seen: () => seen,
    faults: () => [...faults].toSorted(),
    proof: () => proof && `${JSON.stringify(proof, undefined, 1)}\n`,
  };
}

/** What stands in a sheet's payload, if it is that. */
export function readSeenLog(raw: unknown): SeenLog | undefined {
  const read = v.safeParse(SeenLog, raw);
  return read.success ? read.output : undefined;
}
