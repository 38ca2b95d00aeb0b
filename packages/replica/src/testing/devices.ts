/** Devices on a bad day: each can be crashed in the middle of anything and opened again from what its disk has. */
import type { CaseId, Event, FactId, Moment, NoteId } from "@answerable/casework";
import { idFrom, openWire, Unreachable, WireRefusal, type FolderId } from "@answerable/wire";
import * as v from "valibot";

import { openRoster, type Roster } from "../roster/roster.ts";
import { openKeeping } from "../store/keeping.ts";
import { memoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { openDeskCopy, type DeskCopy } from "../sync/desk-copy.ts";
import { badNetwork } from "./bad-network.ts";
import type { Chance } from "./chance.ts";
import { closingOf, openBook, tokenOf, type Book, type Paper } from "./helpline.ts";

export type Device = Awaited<ReturnType<typeof openDevice>>;

export interface DeviceWish {
  readonly paper: Paper;
  readonly server: (request: Request) => Promise<Response>;
  readonly at: number;
  readonly chance: Chance;
  /** The key line of the witness that the helpline has named. */
  readonly witness?: () => string;
}

export async function openDevice({ paper, server, at, chance, witness }: DeviceWish) {
  const disk = memoryStore();
  const network = badNetwork(server, chance);
  const keep = paper.keeps[at];
  if (!keep) throw new Error("no such device");
  const plain = openWire({ origin: "https://desk.example", fetch: server, token: () => undefined });
  const token = await tokenOf(plain, keep);
  const wire = openWire({ origin: "https://desk.example", fetch: network.fetch, token: () => token });
  const { member } = keep;
  const book = await openBook(paper);
  const closing = await closingOf({ paper, keep, random: chance.bytes, book });
  let life:
    | undefined
    | { readonly copy: DeskCopy; readonly roster: Roster; die: (afterWrites: number) => void };

  async function start() {
    life?.die(0); // of the program before nothing more reaches the disk
    let writesLeft = Number.POSITIVE_INFINITY;
    const store: Store = {
      ...disk,
      async write(changes) {
        if (writesLeft <= 0) return new Promise(() => undefined); // the program is gone: nothing more happens
        writesLeft -= 1;
        await disk.write(changes);
      },
    };
    const roster = openRoster(member);
    const copy = await openDeskCopy({
      store,
      keeping: openKeeping(store, () => undefined),
      closing,
      wire,
      random: chance.bytes,
      roster,
      changed: () => undefined,
      isShredded: () => false,
      named: () => undefined,
      pause: async () => undefined,
      progress: () => undefined,
      ...(witness ? { witness } : {}),
    });
    await copy.readCards();
    life = { copy, roster, die: (afterWrites) => (writesLeft = Math.min(writesLeft, afterWrites)) };
  }
  await start();
  const alive = () => {
    if (!life) throw new Error("the program has not started");
    return life;
  };

  return {
    network,
    disk,
    closing: () => closing,
    /** Of people who came or left, and of the keys since. */
    async hears(news: Book): Promise<void> {
      await book.hears(news);
      await alive().copy.reopenDamaged();
    },
    roster: () => alive().roster,
    copy: () => alive().copy,
    /** The program dies after so many more writes; returns what starts it again. */
    crash(afterWrites: number) {
      alive().die(afterWrites);
      return start;
    },
    async sync(): Promise<"through" | "cut"> {
      try {
        await alive().copy.push();
        await alive().copy.pull();
        return "through";
      } catch (problem) {
        if (
          problem instanceof Unreachable ||
          problem instanceof WireRefusal ||
          problem instanceof SyntaxError ||
          problem instanceof v.ValiError
        )
          return "cut";
        throw problem;
      }
    },
  };
}

export const caseId = (chance: Chance): CaseId => idFrom<FolderId>(chance.bytes(16)); // the same id on both sides

export const opening = (id: CaseId): Event => ({
  type: "CaseOpened",
  case: id,
  kind: "soldier",
  number: id.slice(0, 8),
});
export const note = (chance: Chance, text: string): Event => ({
  type: "NoteAdded",
  note: idFrom(chance.bytes(16)) as unknown as NoteId,
  text,
});
export const fact = (chance: Chance, value: string): Event => ({
  type: "FactStated",
  fact: idFrom(chance.bytes(16)) as unknown as FactId,
  field: "unit",
  value,
  sure: true,
  source: "sawHimself",
  setsAside: [],
});
export const moment = (minute: number): Moment =>
  new Date(Date.UTC(2026, 10, 22, 18, 30 + minute)).toISOString() as Moment;
