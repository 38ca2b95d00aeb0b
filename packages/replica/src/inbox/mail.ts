/**
 * Replies on their way into families' mailboxes. A page holds the whole correspondence in the order of the log, and is made
 * only of replies that the server has placed: two desks that answer at once make the same page, whoever comes first. Who
 * wrote a reply posts it; a colleague's device does after a while, should that laptop not come back.
 */
import {
  markOf,
  type Case,
  type CaseId,
  type Command,
  type Day,
  type Family,
  type MemberId,
} from "@answerable/casework";
import { CORRESPONDENCE_BYTES_MAX, sealMail, type Correspondence, type Random } from "@answerable/seal";
import {
  canonicalBytes,
  fromText,
  toText,
  type DeskId,
  type Mail,
  type MailReads,
  type Team,
  type Wire,
} from "@answerable/wire";

import type { DeskCopy } from "../sync/desk-copy.ts";
import type { Taken } from "./taken.ts";

export interface MailDeps {
  readonly wire: Pick<Wire, "putMail" | "mailReads">;
  readonly desk: DeskId;
  readonly suite: Team["charter"]["suite"];
  readonly random: Random;
  readonly now: () => number;
  readonly me: MemberId;
  readonly copy: () => Pick<DeskCopy, "folder" | "isHere" | "pullFolder" | "placeOf">;
  readonly taken: Pick<Taken, "unposted" | "hasFamilies" | "casesOfMark">;
  readonly perform: (command: Command) => Promise<unknown>;
}

export interface Mailing {
  readonly post: () => Promise<void>;
  /** Asks which were read, now and then. true: something is new. */
  readonly hearReads: () => Promise<boolean>;
  readonly readsOf: (
    families: readonly Family[],
  ) => readonly { readonly mailbox: string; readonly number: number; readonly day: Day }[];
}

/** Milliseconds. */
const FOR_COLLEAGUES = 10 * 60_000;
const BETWEEN_READS = 60_000;

export function openMailing(deps: MailDeps): Mailing {
  const { wire, desk } = deps;
  /** When a case's unposted replies were first seen here. */
  const seen = new Map<CaseId, number>();
  let reads: MailReads["reads"] = [];
  let askedAt = -Infinity;

  async function post(): Promise<void> {
    const due = new Set(deps.taken.unposted());
    for (const id of seen.keys()) if (!due.has(id)) seen.delete(id);
    for (const id of due) {
      const first = seen.get(id) ?? deps.now();
      seen.set(id, first);
      if (!deps.copy().isHere(id)) await deps.copy().pullFolder(id);
      const { placed } = await deps.copy().folder(id);
      if (placed?.type !== "Case") continue;
      for (const family of placed.families) {
        const isMine = family.replies.slice(family.posted).some((reply) => reply.by === deps.me);
        const isLate = deps.now() - first >= FOR_COLLEAGUES;
        if (family.posted < family.replies.length && (isMine || isLate)) await postTo(placed, family);
      }
    }
  }

  async function postTo(known: Case, family: Family): Promise<void> {
    const { locator, recipient, mailbox } = family;
    const replies = await allReplies(family);
    const page = await sealMail({
      suite: deps.suite,
      recipient,
      reply: fromText(family.reply),
      correspondence: correspondenceOf(locator, replies),
      random: deps.random,
    });
    const mail: Mail = { v: 1, locator, key: mailbox, number: replies.length, page: toText(page) };
    // Older: this very page lies there already, put by a colleague or before an answer was lost.
    await wire.putMail(desk, mail);
    await deps.perform({ type: "SayPosted", case: known.id, mailbox, number: family.replies.length });
  }

  /** Two cases that took the same letter share one mailbox: its page holds what both have answered. */
  async function allReplies({ reply: mark, mailbox, replies }: Family): Promise<Family["replies"]> {
    const cases = deps.taken.casesOfMark(markOf(mark));
    if (cases.length < 2) return replies;
    const all: { readonly reply: Family["replies"][number]; readonly place: number }[] = [];
    for (const id of cases) {
      const { placed } = await deps.copy().pullFolder(id);
      const own =
        placed?.type === "Case" ? placed.families.find((one) => one.mailbox === mailbox) : undefined;
      for (const reply of own?.replies ?? [])
        all.push({ reply, place: (await deps.copy().placeOf(id, reply.sheet)) ?? Infinity });
    }
    return all.toSorted((a, b) => a.place - b.place).map(({ reply }) => reply);
  }

  return {
    post,
    async hearReads() {
      if (!deps.taken.hasFamilies() || deps.now() - askedAt < BETWEEN_READS) return false;
      const before = JSON.stringify(reads);
      askedAt = deps.now();
      reads = (await wire.mailReads(desk)).reads;
      return JSON.stringify(reads) !== before;
    },
    readsOf: (families) =>
      reads
        .filter(({ key }) => families.some(({ mailbox }) => mailbox === key))
        .map(({ key, number, day }) => ({ mailbox: key, number, day: day as Day })), // checked as a date when it came
  };
}

/** All of it, or, where that is more than a page holds, without the oldest letters. */
function correspondenceOf(locator: string, replies: Family["replies"]): Correspondence {
  const letters = replies.map(({ day, text, asks }) => ({ day, text, asks }));
  const whole = (from: number): Correspondence => ({
    v: 1,
    locator,
    number: replies.length,
    letters: letters.slice(from),
  });
  let from = 0;
  while (from < letters.length - 1 && canonicalBytes(whole(from)).length > CORRESPONDENCE_BYTES_MAX)
    from += 1;
  return whole(from);
}
