/**
 * Once a day the evidence hashes of what this member put in are stamped together: each leaf is salted, only the root leaves the device,
 * and every case keeps its own leaves with their paths, so that one case proves itself without the others.
 */
import type { Attachment, CaseId, Command, Day, Folder, MemberId } from "@answerable/casework";
import { isStampFor, sha256, stampRequest } from "@answerable/seal";
import { fromText, joined, leafHash, pathOf, rootOf, toText } from "@answerable/wire";

import type { Recorded } from "../record.ts";

export interface StampingDeps {
  readonly member: MemberId;
  readonly today: () => Day;
  readonly random: (bytes: number) => Uint8Array;
  /** Cases into which this device has put files that are not stamped yet. */
  readonly due: () => Promise<readonly Folder[]>;
  readonly done: (folder: CaseId) => Promise<void>;
  /** undefined: no authority is known. Throws where it does not answer now. */
  readonly ask: (request: Uint8Array<ArrayBuffer>) => Promise<Uint8Array | undefined>;
  readonly perform: (command: Command) => Promise<Recorded>;
}

/** Leaves of one tree; what is over it waits for tomorrow. */
const MOST = 5_000;
const MOST_OF_CASE = 500;
const SALT_BYTES = 16;
const NONCE_BYTES = 8;

/** The days on which this device has asked already. A failure is tried again on the next day's first sync, or by a new session. */
export function openStamping(deps: StampingDeps): () => Promise<void> {
  let asked: Day | undefined;
  return async () => {
    const day = deps.today();
    if (asked === day) return;
    const cases = await unstamped(deps);
    if (cases.length === 0) return;
    asked = day;
    await stamp(deps, day, cases);
  };
}

interface Unstamped {
  readonly case: CaseId;
  readonly files: readonly Attachment[];
}

async function unstamped({ due, member }: StampingDeps): Promise<readonly Unstamped[]> {
  let left = MOST;
  return (await due()).flatMap((folder) => {
    if (folder.type !== "Case" || left === 0) return [];
    const own = folder.attachments.filter(({ by, stamp: known }) => by === member && known === undefined);
    const files = own.slice(0, Math.min(MOST_OF_CASE, left));
    left -= files.length;
    return files.length === 0 ? [] : [{ case: folder.id, files }];
  });
}

async function stamp(deps: StampingDeps, day: Day, cases: readonly Unstamped[]): Promise<void> {
  const leaves = cases.flatMap(({ case: id, files }) =>
    files.map(({ id: attachment, plain }) => {
      const salt = deps.random(SALT_BYTES);
      return {
        case: id,
        attachment,
        salt: toText(salt),
        hash: leafHash(sha256, joined(salt, fromText(plain))),
      };
    }),
  );
  const hashes = leaves.map(({ hash }) => hash);
  const root = rootOf(sha256, hashes);
  const wanted = { hash: root, nonce: deps.random(NONCE_BYTES) };
  const answer = await deps.ask(new Uint8Array(stampRequest(wanted)));
  if (!answer || !isStampFor(wanted, answer)) return;
  const size = hashes.length;
  const placed = leaves.map(({ case: of, attachment, salt }, at) => ({
    of,
    leaf: {
      attachment,
      salt,
      at,
      path: pathOf(at, size).map(({ start, end }) => toText(rootOf(sha256, hashes.slice(start, end)))),
    },
  }));
  for (const { case: id } of cases) {
    const own = placed.flatMap(({ of, leaf }) => (of === id ? [leaf] : []));
    await deps.perform({
      type: "StampAttachments",
      case: id,
      day,
      root: toText(root),
      size,
      token: toText(answer),
      leaves: own,
    });
    await deps.done(id);
  }
}
