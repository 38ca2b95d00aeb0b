/** The files of the open desk: what a session has at hand, put together for them. They are sealed to the desk's newest epoch. */
import type { CaseId, Day, MemberId } from "@answerable/casework";
import { filesRecipient, type DeskKeys } from "@answerable/seal";
import { Unreachable, WireRefusal, type Charter, type DeskId, type Wire } from "@answerable/wire";

import type { StoreSeal } from "../at-rest.ts";
import type { Store } from "../store/store.ts";
import type { DeskCopy } from "../sync/desk-copy.ts";
import type { Timers } from "../timers.ts";
import { openAttachments, type Attachments, type AttachmentsDeps } from "./attachments.ts";
import { courtBundle } from "./bundle.ts";
import type { FileUnderWay } from "./office.ts";
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
  readonly wire: Pick<Wire, "blob" | "timestamp">;
  readonly member: MemberId;
  readonly today: () => Day;
  readonly copy: Pick<DeskCopy, "folder">;
  readonly signedIn: () => Promise<string>;
  readonly status: (changes: { readonly files: readonly FileUnderWay[] | undefined }) => void;
}

export interface DeskFiles extends Attachments {
  /** Once a day, with whatever was put in since. */
  readonly stamp: () => Promise<void>;
  /** Everything of a case that a court needs. undefined: not all of it is at hand. */
  readonly bundle: (id: CaseId) => Promise<Blob | undefined>;
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
    today: deps.today,
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
      const file = await folder(id);
      if (file?.type !== "Case") return undefined;
      return courtBundle(file, async ({ id: attachment }) => {
        const got = await attachments.open({ case: id, attachment });
        return got.ok ? got.value.blob : undefined;
      });
    },
  };
}
