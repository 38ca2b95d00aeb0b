/** The side of the office that concerns one desk: what is asked and told there, by whoever works at it. */
import type { Meetings } from "./meetings.ts";
import type { Office } from "./office.ts";
import { publish, signManifest } from "./publishing.ts";
import { refer, sendBack, type ReferDeps } from "./refer.ts";
import type { Session } from "./session.ts";

export interface DeskSideDeps extends ReferDeps {
  /** undefined: that desk is not open. A screen that saw "opening" may already ask: it waits for the keys. */
  readonly here: () => Promise<Session | undefined>;
  readonly refusal: () => { readonly type: "Locked" | "OtherTab" };
  readonly invite: Meetings["invite"];
  /** Something was kept on this device. */
  readonly sealed: () => void;
  readonly watch: Office["watch"];
}

type DeskSide = Pick<
  Office,
  | "invite"
  | "do"
  | "takeDrop"
  | "refer"
  | "sendBack"
  | "keepDraft"
  | "dropDraft"
  | "drafts"
  | "keepSlip"
  | "dropSlip"
  | "slips"
  | "attach"
  | "openAttachment"
  | "courtBundle"
  | "cancelAttachment"
  | "takeCallBack"
  | "freeCallBack"
  | "signManifest"
  | "publish"
  | "sayOfList"
  | "beginPass"
  | "stopPass"
  | "ask"
  | "watch"
>;

export function deskSide(deps: DeskSideDeps): DeskSide {
  const { here, refusal, invite, sealed, watch } = deps;
  async function inOpen<T>(go: (open: Session) => Promise<T>) {
    const open = await here();
    return open ? go(open) : { ok: false as const, refusal: refusal() };
  }

  return {
    async invite({ newcomer }) {
      const open = await here();
      return open ? invite(open, newcomer) : { ok: false, refusal: { type: "NotOpen" } };
    },
    do: async (command) => inOpen((open) => open.do(command)),
    takeDrop: async (given) => inOpen((open) => open.takeDrop(given)),
    refer: (wish) => refer(deps, wish),
    sendBack: (wish) => sendBack(deps, wish),
    async keepDraft(draft) {
      const open = await here();
      if (!open) return { ok: false, refusal: refusal() };
      await open.drafts.keep(draft);
      sealed();
      return { ok: true, value: undefined };
    },
    dropDraft: async (id) => (await here())?.drafts.drop(id),
    drafts: async () => (await here())?.drafts.all() ?? [],
    async keepSlip(slip) {
      const open = await here();
      if (!open) return { ok: false, refusal: refusal() };
      await open.slips.keep(slip);
      return { ok: true, value: undefined };
    },
    dropSlip: async (place) => (await here())?.slips.drop(place),
    slips: async () => (await here())?.slips.all() ?? [],
    attach: async (file) => inOpen((open) => open.attachments.attach(file)),
    async openAttachment(of) {
      const open = await here();
      return open ? open.attachments.open(of) : { ok: false, refusal: refusal() };
    },
    courtBundle: async (id) => (await here())?.attachments.bundle(id),
    cancelAttachment: async (attachment) => (await here())?.attachments.cancel(attachment),
    takeCallBack: async ({ task }) => inOpen((open) => open.callBacks.take(task)),
    freeCallBack: async () => (await here())?.callBacks.free(),
    async signManifest(of) {
      const open = await here();
      if (!open) return { ok: false, refusal: refusal() };
      return { ok: true, value: await signManifest(open.keep, of) };
    },
    async publish(archive) {
      const open = await here();
      return open ? publish(open.wire, archive) : { ok: false, refusal: refusal() };
    },
    sayOfList: async (word) => inOpen((open) => open.sayOfList(word)),
    async beginPass() {
      const open = await here();
      if (!open) return { ok: false, refusal: refusal() };
      open.beginPass();
      return { ok: true, value: undefined };
    },
    stopPass: async () => (await here())?.stopPass(),
    async ask(query) {
      const open = await here();
      if (!open) throw new Error("the office is locked");
      return open.answer(query, true);
    },
    watch,
  };
}
