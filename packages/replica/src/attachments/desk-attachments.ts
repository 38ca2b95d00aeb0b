/** The files of the open desk: what a session has at hand, put together for them. They are sealed to the desk's newest epoch. */
import { filesRecipient, type DeskKeys } from "@answerable/seal";
import type { Charter, DeskId, Wire } from "@answerable/wire";

import type { StoreSeal } from "../at-rest.ts";
import type { Store } from "../store/store.ts";
import type { DeskCopy } from "../sync/desk-copy.ts";
import type { Timers } from "../timers.ts";
import { openAttachments, type Attachments, type AttachmentsDeps } from "./attachments.ts";
import type { FileUnderWay } from "./office.ts";
import { gatherBlob } from "./opening.ts";
import { openWaiting } from "./waiting.ts";

interface AtDesk extends Pick<AttachmentsDeps, "origin" | "fetch" | "random" | "perform"> {
  readonly store: Store;
  readonly timers: Timers;
  readonly seal: StoreSeal;
  readonly desk: DeskId;
  /** Of the newest epoch, as it is when something is sealed. */
  readonly keys: () => DeskKeys;
  readonly suite: Charter["suite"];
  readonly wire: Pick<Wire, "blob">;
  readonly copy: Pick<DeskCopy, "folder">;
  readonly signedIn: () => Promise<string>;
  readonly status: (changes: { readonly files: readonly FileUnderWay[] | undefined }) => void;
}

export async function deskAttachments(deps: AtDesk): Promise<Attachments> {
  const { desk, keys, suite, wire, timers, signedIn } = deps;
  return openAttachments({
    ...deps,
    waiting: await openWaiting(deps),
    recipient: () => filesRecipient(keys(), suite),
    token: signedIn,
    async blob(blob, from) {
      await signedIn();
      return wire.blob(desk, blob, from);
    },
    wait: (milliseconds) => new Promise((resolve) => timers.later(milliseconds, resolve)),
    gather: gatherBlob,
    folder: async (id) => (await deps.copy.folder(id)).present,
    told: (files) => deps.status({ files: files.length > 0 ? files : undefined }),
  });
}
