/** The letterbox in memory. Nothing here yields in the middle of a write, so each write is its own transaction. */
import { toText, type Mail, type MailReads } from "@answerable/wire";

import { bytesOf } from "../bytes.ts";
import {
  MOST_UNFINISHED_BLOBS,
  type BlobState,
  type DropToFile,
  type OutsideStore,
} from "./outside-store.ts";

interface KeptDrop extends DropToFile {
  readonly place: number;
}
interface Mailbox {
  readonly mail: Mail;
  readonly read?: { readonly number: number; readonly day: string };
}
interface Blob extends BlobState {
  readonly parts: Map<number, Uint8Array>;
}

export function memoryOutside(hasDesk: (desk: string) => boolean): OutsideStore {
  const drops = new Map<string, KeptDrop[]>();
  const used = new Map<string, number>();
  const mailboxes = new Map<string, Map<string, Mailbox>>();
  const tries = new Map<string, number>();
  const blobs = new Map<string, Blob>();
  const keptOf = (desk: string) => drops.get(desk) ?? [];

  return {
    fileDrops: async (given) =>
      given.map((drop) => {
        if (!hasDesk(drop.desk)) return { type: "NoDesk" };
        const kept = keptOf(drop.desk);
        const there = kept.find((one) => one.id === drop.id);
        if (there && there.hash !== drop.hash) return { type: "IdTaken" };
        if (there) return { type: "Filed", place: there.place, day: there.day };
        if (used.has(`${drop.desk} ${drop.work.challenge}`)) return { type: "WorkUsed" };
        used.set(`${drop.desk} ${drop.work.challenge}`, drop.work.until);
        const place = kept.length + 1;
        drops.set(drop.desk, kept);
        kept.push({ ...drop, place });
        return { type: "Filed", place, day: drop.day };
      }),
    async filed(desk, id) {
      const there = keptOf(desk).find((one) => one.id === id);
      return there && { type: "Filed", place: there.place, day: there.day, hash: there.hash };
    },
    dropHead: async (desk) => keptOf(desk).length,
    async drops(desk, { after, mostBytes }) {
      let bytes = 0;
      const page = keptOf(desk).slice(after);
      const most = page.findIndex((one) => (bytes += one.body.length) > mostBytes);
      return page
        .slice(0, most < 0 ? page.length : Math.max(1, most))
        .map(({ id, period, place, day, body }) => ({
          place,
          day,
          drop: { v: 1, desk, id, period, body: toText(body) },
        }));
    },
    async useWork(desk, { challenge, until }, now) {
      for (const [each, over] of used) if (over <= now) used.delete(each);
      const key = `${desk} ${challenge}`;
      if (used.has(key)) return false;
      used.set(key, until);
      return true;
    },

    async putMail(desk, mail) {
      const boxes = mailboxes.get(desk) ?? new Map<string, Mailbox>();
      const name = `${mail.locator} ${mail.key}`;
      const there = boxes.get(name)?.mail;
      if (there && there.number >= mail.number) {
        const isSame = there.number === mail.number && there.page === mail.page;
        return isSame ? { type: "Taken" } : { type: "Older", number: there.number };
      }
      mailboxes.set(desk, boxes.set(name, { mail }));
      return { type: "Taken" };
    },
    async mail({ desk, locator, key }) {
      const found = mailboxes.get(desk)?.get(`${locator} ${key}`)?.mail;
      return found && { number: found.number, page: new Uint8Array(bytesOf(found.page)) };
    },
    async markRead({ desk, locator, key }, read) {
      const boxes = mailboxes.get(desk);
      const there = boxes?.get(`${locator} ${key}`);
      if (there?.mail.number === read.number && !there.read)
        boxes?.set(`${locator} ${key}`, { ...there, read });
    },
    async mailReads(desk) {
      const reads: MailReads["reads"] = [];
      for (const { mail, read } of mailboxes.get(desk)?.values() ?? [])
        if (read) reads.push({ key: mail.key, ...read });
      return reads.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    },
    async countTry(desk, locator, hour) {
      const count = (tries.get(`${desk} ${locator} ${hour}`) ?? 0) + 1;
      tries.set(`${desk} ${locator} ${hour}`, count);
      return count;
    },

    async makeBlob({ desk, id, length, now, until }) {
      if (!hasDesk(desk)) return "no desk";
      const isOver = (one: Blob) => one.received < one.length && one.until <= now;
      for (const [key, one] of blobs) if (isOver(one)) blobs.delete(key);
      const open = [...blobs].filter(([key, one]) => key.startsWith(desk) && one.received < one.length);
      if (open.length >= MOST_UNFINISHED_BLOBS) return "too many";
      // Again with the same id after a lost connection finds itself.
      if (!blobs.has(`${desk} ${id}`))
        blobs.set(`${desk} ${id}`, { length, received: 0, until, parts: new Map() });
      return "made";
    },
    async blob(desk, id, now) {
      const found = blobs.get(`${desk} ${id}`);
      if (!found || (found.received < found.length && found.until <= now)) return undefined;
      const { length, received, until } = found;
      return { length, received, until };
    },
    async appendBlob({ desk, id, start, bytes }) {
      const there = blobs.get(`${desk} ${id}`);
      if (!there || there.received !== start || start + bytes.length > there.length) return "wrong offset";
      there.parts.set(start, bytes.slice());
      blobs.set(`${desk} ${id}`, { ...there, received: start + bytes.length });
      return "appended";
    },
    async removeBlob(desk, id) {
      blobs.delete(`${desk} ${id}`);
    },
    async blobBytes(desk, id, from) {
      for (const [start, bytes] of blobs.get(`${desk} ${id}`)?.parts ?? []) {
        if (start <= from && from < start + bytes.length) return bytes.slice(from - start);
      }
      return undefined;
    },
  };
}
