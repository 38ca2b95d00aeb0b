/**
 * The store in memory: for journeys, for the simulation of many devices, and to say in plain code what the other one
 * must do. Nothing here yields in the middle of a write, so each write is its own transaction.
 */
import {
  type Binder,
  type EpochBox,
  type Head,
  type MeetingNote,
  type PlacedCard,
  type PlacedSheet,
  type Push,
  type TeamStatement,
  type WrappedKey,
} from "@answerable/wire";

import { bytesOf } from "./bytes.ts";
import { memoryOutside } from "./drops/memory-outside.ts";
import { memoryLeases } from "./leases/lease-store.ts";
import { decideAppend, placed } from "./log/decide-append.ts";
import { hashOfSheet } from "./log/sheet-hash.ts";
import { memoryPublications } from "./publications/publication-store.ts";
import { MOST_MEETINGS, type Appended, type Store } from "./store.ts";

interface Folder {
  /** undefined: destroyed. */
  key: WrappedKey | undefined;
  readonly sheets: PlacedSheet[];
  hash: string;
}
interface Desk {
  head: number;
  readonly folders: Map<string, Folder>;
  readonly ids: Map<string, { readonly place: number; readonly hash: string }>;
  /** By place, from 1. */
  readonly hashes: Uint8Array[];
  /** By level and number. */
  readonly blocks: Map<string, Uint8Array>;
  /** By place. A card that was replaced leaves a hole. */
  readonly cards: (PlacedCard | undefined)[];
  readonly cardPlace: Map<string, number>;
  readonly boxes: EpochBox[];
  readonly binders: Map<string, Binder>;
  /** The head when a folder was shredded last: a binder of before has its card. */
  shreddedAt: number;
}
interface Meeting {
  readonly until: number;
  readonly notes: Map<string, MeetingNote>;
}

export function memoryStore(): Store {
  const statements: TeamStatement[] = [];
  const desks = new Map<string, Desk>();
  const meetings = new Map<string, Meeting>();
  const secrets = new Map<string, Uint8Array>();
  const listeners = new Set<(heads: readonly Head[]) => void>();

  function append(pushes: readonly Push[]): readonly Appended[] {
    const hashed = pushes.map((push) => ({ push, hash: hashOfSheet(push.sheet) }));
    const plan = decideAppend(hashed, {
      head: (desk) => desks.get(desk)?.head,
      sheet: (desk, id) => desks.get(desk)?.ids.get(id),
      folder: (desk, folder) => {
        const there = desks.get(desk)?.folders.get(folder);
        return there && { number: there.sheets.length, hash: there.hash, key: there.key };
      },
    });
    for (const { push, hash, place } of plan.rows) {
      const desk = desks.get(push.sheet.desk);
      if (desk) write(desk, { push, hash, place });
    }
    return plan.answers;
  }

  const outside = memoryOutside((desk) => desks.has(desk));
  return {
    ...memoryLeases(),
    ...memoryPublications(),
    ...outside,
    team: async (after) => statements.slice(after),
    async takeTeam(taking) {
      if (taking.statements[0]?.number !== statements.length + 1)
        return { type: "Behind", number: statements.length };
      statements.push(...taking.statements);
      for (const desk of taking.desks) if (!desks.has(desk)) desks.set(desk, emptyDesk());
      for (const box of taking.boxes) desks.get(box.desk)?.boxes.push(box);
      for (const shredding of taking.shredded ?? []) {
        const desk = desks.get(shredding.desk);
        if (!desk) continue;
        for (const id of shredding.folders) {
          const folder = desk.folders.get(id);
          if (folder) folder.key = undefined;
        }
        desk.binders.clear();
        desk.shreddedAt = desk.head;
        for (const blob of shredding.blobs) await outside.removeBlob(shredding.desk, blob);
      }
      return { type: "Taken" };
    },
    async box(desk) {
      const boxes = [...(desks.get(desk)?.boxes ?? [])];
      return boxes.sort((a, b) => b.epoch - a.epoch || b.team - a.team)[0];
    },

    append: async (pushes) => append(pushes),
    heads: async (wanted) => wanted.map((desk) => ({ desk, place: desks.get(desk)?.head ?? 0 })),
    async cards(desk, page) {
      const cards = desks.get(desk)?.cards ?? [];
      const found: PlacedCard[] = [];
      const low = Math.max(page.after + 1, 1);
      const high = Math.min(page.before, cards.length) - 1;
      const step = page.order === "oldest first" ? 1 : -1;
      for (
        let at = step === 1 ? low : high;
        at >= low && at <= high && found.length < page.most;
        at += step
      ) {
        const card = cards[at];
        if (card) found.push(card);
      }
      return found;
    },
    folderKey: async (desk, folder) => desks.get(desk)?.folders.get(folder)?.key,
    async sheets(desk, folder, page) {
      const sheets = desks.get(desk)?.folders.get(folder)?.sheets ?? [];
      return sheets.slice(page.after, page.after + page.most);
    },

    sheetHashes: async (desk, after, to) => (desks.get(desk)?.hashes ?? []).slice(after, to),
    async treeBlocks(desk, level, { after, most }) {
      const found: Uint8Array[] = [];
      for (let n = after; n < after + most; n += 1) {
        const block = desks.get(desk)?.blocks.get(`${level} ${n}`);
        if (!block) break;
        found.push(block);
      }
      return found;
    },
    async keepTreeBlocks(desk, level, { after, hashes }) {
      hashes.forEach((hash, at) => desks.get(desk)?.blocks.set(`${level} ${after + at}`, hash));
    },

    async binderNames(desk) {
      const binders = [...(desks.get(desk)?.binders.values() ?? [])];
      return binders.map(({ n, of }) => ({ n, of })).sort((a, b) => a.of - b.of || a.n - b.n);
    },
    binder: async (desk, { n, of }) => desks.get(desk)?.binders.get(`${of} ${n}`),
    async putBinder(binder) {
      const desk = desks.get(binder.desk);
      if (!desk || binder.covers > desk.head) return { type: "BeyondHead" };
      if (binder.covers < desk.shreddedAt) return { type: "Older", covers: desk.shreddedAt };
      const key = `${binder.of} ${binder.n}`;
      const there = desk.binders.get(key);
      if (there && there.covers >= binder.covers) return { type: "Older", covers: there.covers };
      desk.binders.set(key, binder);
      const sameSet = [...desk.binders.values()].filter(({ of }) => of === binder.of);
      if (sameSet.length === binder.of) {
        for (const [other, { of }] of desk.binders) if (of !== binder.of) desk.binders.delete(other);
      }
      return { type: "Taken" };
    },

    async putNote(note, when) {
      for (const [id, { until }] of meetings) if (until <= when.now) meetings.delete(id);
      let meeting = meetings.get(note.meeting);
      if (!meeting) {
        if (!when.begins) return "no such meeting";
        if (meetings.size >= MOST_MEETINGS) return "too many meetings";
        meeting = { until: when.until, notes: new Map() };
        meetings.set(note.meeting, meeting);
      }
      const there = meeting.notes.get(note.slot);
      if (there) return there.body === note.body ? "there already" : "other bytes there";
      meeting.notes.set(note.slot, note);
      return "put";
    },
    async note(id, slot, now) {
      const meeting = meetings.get(id);
      if (!meeting || meeting.until <= now) return { type: "NoMeeting" };
      const note = meeting.notes.get(slot);
      return note ? { type: "Note", note } : { type: "NotYet" };
    },

    async secret(name, made) {
      const kept = secrets.get(name) ?? made;
      secrets.set(name, kept);
      return kept;
    },
    async announce(heads) {
      for (const listener of listeners) listener(heads);
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: async () => undefined,
    close: async () => undefined,
  };
}

function emptyDesk(): Desk {
  return {
    head: 0,
    folders: new Map(),
    ids: new Map(),
    hashes: [],
    blocks: new Map(),
    cards: [],
    cardPlace: new Map(),
    boxes: [],
    binders: new Map(),
    shreddedAt: 0,
  };
}

function write(
  desk: Desk,
  row: { readonly push: Push; readonly hash: string; readonly place: number },
): void {
  const { sheet, card, key } = row.push;
  const place = placed(row.place);
  const folder = desk.folders.get(sheet.folder) ?? { key, sheets: [], hash: "" };
  folder.sheets.push({ place, sheet });
  folder.hash = row.hash;
  desk.folders.set(sheet.folder, folder);
  desk.hashes.push(bytesOf(row.hash));
  desk.ids.set(sheet.id, { place, hash: row.hash });
  const old = desk.cardPlace.get(sheet.folder);
  if (old !== undefined) desk.cards[old] = undefined;
  desk.cards[place] = { place, card };
  desk.cardPlace.set(sheet.folder, place);
  desk.head = place;
}
