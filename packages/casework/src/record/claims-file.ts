/**
 * A claims file: a ledger, and the releases made of it. Of releases at most one waits for its second signature; a number is
 * printed once. What names nothing known leaves the file as it was.
 */
import * as v from "valibot";

import { foldLedgerEvents, LedgerEvent } from "../claims/event.ts";
import { emptyLedger, type Ledger } from "../claims/model.ts";
import type { Day } from "../day.ts";
import type { EventOf } from "../event.ts";
import type { FolderId, MemberId } from "../id.ts";
import type { Papers, Stamp } from "../papers.ts";
import type { PrintWish, RecordEvent, ReleaseSignature } from "./event.ts";

export interface FiledRelease extends Stamp {
  readonly number: number;
  readonly on: Day;
  /** As proposed: parsed by press. */
  readonly text: string;
  readonly manifest: string;
  readonly signature: ReleaseSignature;
  /** The second member's. undefined: it waits for her. */
  readonly second?: ReleaseSignature & { readonly by: MemberId };
  /** When the server was first seen to serve it. */
  readonly published?: Stamp;
}

export interface WishForPrint extends Stamp {
  readonly claim: string;
  readonly wish: PrintWish;
  readonly reason: string;
}

export interface ClaimsFile extends Papers {
  readonly type: "ClaimsFile";
  readonly id: FolderId;
  readonly name: string;
  readonly ledger: Ledger;
  /** Signed by two, oldest first. */
  readonly releases: readonly FiledRelease[];
  /** Waits for the second signature. */
  readonly proposal?: FiledRelease;
  /** What the families wish, one a claim, as it was said last. */
  readonly wishes: readonly WishForPrint[];
}

export function openedClaimsFile(papers: Papers, event: EventOf<"ClaimsFileOpened">): ClaimsFile {
  return { ...papers, type: "ClaimsFile", name: event.name, ledger: emptyLedger, releases: [], wishes: [] };
}

export function foldClaimsFileEvent(file: ClaimsFile, event: RecordEvent, stamp: Stamp): ClaimsFile {
  const { proposal, ...settled } = file;
  switch (event.type) {
    case "EnteredInLedger":
      return { ...file, ledger: foldLedgerEvents(file.ledger, event.entries.flatMap(known)) };
    case "ReleaseProposed": {
      if (event.number !== file.releases.length + 1 || proposal) return file;
      const { type: _type, text, ...proposed } = event;
      return { ...file, proposal: { ...stamp, ...proposed, text: text.join("") } };
    }
    case "ReleaseSigned": {
      if (proposal?.number !== event.number || proposal.manifest !== event.manifest) return file;
      if (stamp.by === proposal.by) return file;
      const signed = { ...proposal, second: { ...event.signature, by: stamp.by } };
      return { ...settled, releases: [...file.releases, signed] };
    }
    case "ReleaseDropped":
      return proposal?.number === event.number ? settled : file;
    case "ReleasePublished":
      return {
        ...file,
        releases: file.releases.map((one) =>
          one.number === event.number && !one.published ? { ...one, published: stamp } : one,
        ),
      };
    case "PrintWished": {
      const { claims, wish, reason } = event;
      const rest = file.wishes.filter(({ claim }) => !claims.includes(claim));
      return { ...file, wishes: [...rest, ...claims.map((claim) => ({ ...stamp, claim, wish, reason }))] };
    }
    case "ClaimsFileOpened":
      return file;
  }
}

/** What this release does not know is left for a newer one. */
function known(entry: unknown): readonly LedgerEvent[] {
  const read = v.safeParse(LedgerEvent, entry);
  return read.success ? [read.output] : [];
}
