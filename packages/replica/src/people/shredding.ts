/**
 * The end of a case, on this device. Whoever is a reviewer or a coordinator, idle and online, has the signed list destroy the key of a
 * case whose last sheet says so; every device lets go of what the list names.
 *
 * Must stay true: nothing is destroyed whose last word was not said by a reviewer or a coordinator after somebody else proposed it.
 */
import type { Case, MemberId } from "@answerable/casework";
import { hasRole, type Act, type DeskId, type FolderId, type Team } from "@answerable/wire";

import type { Slips } from "../slips.ts";
import type { CardAtPlace } from "../sync/cards.ts";
import type { DeskCopy } from "../sync/desk-copy.ts";
import type { TeamBook } from "./team-book.ts";

export interface ShreddingDeps {
  readonly book: Pick<TeamBook, "desk" | "team" | "say">;
  readonly member: MemberId;
  readonly copy: Pick<DeskCopy, "folder" | "shred" | "isHere" | "waitingIn">;
  readonly slips: Pick<Slips, "dropOf">;
  readonly fetch: (folder: FolderId) => Promise<boolean>;
}

export interface Shredding {
  /** A card came: it may be a tombstone. */
  readonly heard: (card: Pick<CardAtPlace, "folder" | "payload">) => void;
  /** Has the list say what is due. */
  readonly payDues: () => Promise<void>;
  /** Lets go of what the list names. */
  readonly follow: () => Promise<void>;
}

export function openShredding(deps: ShreddingDeps): Shredding {
  const { book, copy } = deps;
  const done = new Set<FolderId>();
  const ended = new Set<FolderId>();

  async function endedCase(folder: FolderId): Promise<Case | undefined> {
    if (!copy.isHere(folder)) await deps.fetch(folder);
    const { present } = await copy.folder(folder);
    return present?.type === "Case" && mayEnd(present, book.team()) ? present : undefined;
  }

  return {
    heard({ folder, payload }) {
      if (isRecord(payload.card) && payload.card["t"] === "x") ended.add(folder);
    },
    async payDues() {
      const team = book.team();
      if (!mayConfirm(team, deps.member)) return;
      const gone = shreddedAt(team, book.desk);
      for (const folder of ended) {
        if (gone.has(folder) || copy.waitingIn(folder) > 0) continue;
        const file = await endedCase(folder);
        if (!file) continue;
        const blobs = file.attachments.map(({ blob }) => blob).slice(0, 500);
        const act = { type: "FoldersShredded", desk: book.desk, folders: [folder], blobs } as const;
        await book.say([act as unknown as Act]); // one id of a blob, branded once in casework and once in the wire
      }
    },
    async follow() {
      for (const folder of shreddedAt(book.team(), book.desk)) {
        if (done.has(folder)) continue;
        await copy.shred(folder);
        await deps.slips.dropOf(folder);
        done.add(folder);
      }
    },
  };
}

const nothing: ReadonlySet<FolderId> = new Set();
export function shreddedAt(team: Team, desk: DeskId): ReadonlySet<FolderId> {
  return team.shredded.get(desk) ?? nothing;
}

function mayConfirm(team: Team, member: MemberId): boolean {
  return hasRole(team, member, "reviewer") || hasRole(team, member, "coordinator");
}

/** A card alone proves nothing: any member of the desk can write one. */
function mayEnd({ shredded, leaving }: Case, team: Team): boolean {
  if (!shredded || !leaving || leaving.by === shredded.by) return false;
  return mayConfirm(team, shredded.by);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
