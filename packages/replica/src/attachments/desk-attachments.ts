/** The files of the open desk: what a session has at hand, put together for them. They are sealed to the desk's newest epoch. */
import type { AttachmentId, CaseId, Day, MemberId, Moment } from "@answerable/casework";
import { filesRecipient, type DeskKeys, type OpenKeep } from "@answerable/seal";
import { Unreachable, WireRefusal, type Charter, type DeskId, type Wire } from "@answerable/wire";

import { readAtRest, type StoreSeal } from "../at-rest.ts";
import type { Store } from "../store/store.ts";
import type { DeskCopy } from "../sync/desk-copy.ts";
import type { Timers } from "../timers.ts";
import { openAttachments, type Attachments, type AttachmentsDeps } from "./attachments.ts";
import { courtBundle } from "./court-bundle.ts";
import type { CourtBundle, FileUnderWay } from "./office.ts";
import { gatherBlob } from "./opening.ts";
import { openStamping } from "./stamping.ts";
import { openWaiting } from "./waiting.ts";

interface AtDesk extends Pick<AttachmentsDeps, "origin" | "fetch" | "random" | "perform"> {
  readonly store: Store;
  readonly timers: Timers;
  readonly seal: StoreSeal;
  readonly desk: DeskId;
  /** Of the newest epoch, as it is when something is sealed. */
  readonly keys: () => DeskKeys;
  readonly suite: Charter["suite"];
  readonly wire: Pick<Wire, "blob" | "timestamp" | "log">;
  readonly keep: OpenKeep;
  readonly fingerprint: string;
  readonly member: MemberId;
  readonly mayGiveOut: () => boolean;
  readonly today: () => { readonly day: Day; readonly now: Moment };
  readonly copy: Pick<DeskCopy, "folder" | "whole" | "waitingIn" | "pullFolder">;
  /** Sends what waits, now. Throws where the server cannot be reached. */
  readonly sendAll: () => Promise<unknown>;
  readonly signedIn: () => Promise<string>;
  readonly status: (changes: { readonly files: readonly FileUnderWay[] | undefined }) => void;
}

export interface DeskFiles extends Attachments {
  /** Once a day, with whatever was put in since. */
  readonly stamp: () => Promise<void>;
  /** Everything of a case that a court needs. undefined: not all of it is at hand, or it is not hers to give out. */
  readonly bundle: (id: CaseId) => Promise<CourtBundle | undefined>;
}

export async function deskAttachments(deps: AtDesk): Promise<DeskFiles> {
  const { desk, keys, suite, wire, timers, signedIn } = deps;
  const waiting = await openWaiting(deps);
  const folder = async (id: CaseId) => (await deps.copy.folder(id)).present;
  const attachments = openAttachments({
    ...deps,
    waiting,
    recipient: () => filesRecipient(keys(), suite),
    token: signedIn,
    async blob(blob, from) {
      await signedIn();
      return wire.blob(desk, blob, from);
    },
    wait: (milliseconds) => new Promise((resolve) => timers.later(milliseconds, resolve)),
    gather: gatherBlob,
    folder,
    told: (files) => deps.status({ files: files.length > 0 ? files : undefined }),
  });
  const stampDay = openStamping({
    member: deps.member,
    today: () => deps.today().day,
    random: deps.random,
    async due() {
      const folders = await Promise.all((await waiting.due()).map(folder));
      return folders.filter((one) => one !== undefined);
    },
    done: (id) => waiting.setDue(id, false),
    async ask(request) {
      await signedIn();
      return wire.timestamp(request);
    },
    perform: deps.perform,
  });
  return {
    ...attachments,
    async stamp() {
      try {
        await stampDay();
      } catch (cause) {
        // The authority is out of reach: the hashes wait, and nobody is held up.
        if (!(cause instanceof Unreachable || cause instanceof WireRefusal)) throw cause;
      }
    },
    async bundle(id) {
      try {
        return await bundle(id);
      } catch (cause) {
        if (cause instanceof Unreachable || cause instanceof WireRefusal) return undefined;
        throw cause;
      }
    },
  };

  async function bundle(id: CaseId): Promise<CourtBundle | undefined> {
    const file = await folder(id);
    if (file?.type !== "Case" || !deps.mayGiveOut()) return undefined;
    const opened = new Map<AttachmentId, Blob>();
    for (const { id: attachment, from } of file.attachments) {
      if (from === "copy") continue;
      const got = await attachments.open({ case: id, attachment });
      if (!got.ok) return undefined;
      opened.set(attachment, got.value.blob);
    }
    // That they were opened is a sheet too. A court is given what is signed and has its place.
    await deps.sendAll();
    const { present } = await deps.copy.pullFolder(id);
    const whole = await deps.copy.whole(id);
    const place = whole?.sheets.at(-1)?.place;
    if (present?.type !== "Case" || !whole || place === undefined) return undefined;
    if (deps.copy.waitingIn(id) > 0) return undefined;
    return courtBundle({
      file: present,
      whole,
      team: (await readAtRest(deps.store))?.statements ?? [],
      helpline: deps.fingerprint,
      log: await wire.log(desk, 0, [place]),
      keep: deps.keep,
      at: deps.today().now,
      open: async ({ id: attachment }) => opened.get(attachment),
    });
  }
}
