/**
 * The office of one device: which phase it is in, who may write, and what is passed on to the unlocked session. Keys live
 * in the session and nowhere else; to lock is to let go of it.
 */
import { momentOf, type Result } from "@answerable/casework";
import {
  lockKeep,
  openKeep,
  readTeam,
  unlockKeep,
  type DeviceKeep,
  type DeviceSecret,
  type OpenKeep,
  type Random,
} from "@answerable/seal";
import {
  openWire,
  TeamLogBroken,
  Unreachable,
  WireRefusal,
  type EpochBox,
  type Team,
  type TeamPush,
  type TeamStatement,
} from "@answerable/wire";

import {
  charterOf,
  foundingChange,
  keepChange,
  ownChange,
  readAtRest,
  readFoundingSecret,
  readOwn,
  storeSeal,
  teamChanges,
  type AtRest,
} from "./at-rest.ts";
import { openFounder, showFounding } from "./founding.ts";
import { openMeetings } from "./meetings.ts";
import type { FoundHelpline, FoundRefusal, Office, UnlockRefusal } from "./office.ts";
import type { Seat } from "./seat.ts";
import { openSession, type Session, type Unlocked } from "./session.ts";
import { openStatusBoard } from "./status.ts";
import { openKeeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";
import type { Timers } from "./timers.ts";
import { openWatchers } from "./watchers.ts";

export interface OfficeDeps {
  readonly store: Store;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How far this device's clock is ahead of UTC. */
  readonly offsetMinutes: () => number;
  readonly random: Random;
  readonly timers: Timers;
  /** The device's own secret, which a copied disk does not give away. */
  readonly deviceSecret: DeviceSecret;
  /** One writer a device. */
  readonly seat: Seat;
  /** Asks the browser not to evict what lies here. */
  readonly persist?: () => Promise<boolean>;
}

/** Symbols. */
export const LEAST_PASSPHRASE = 10;
/** Milliseconds until a full disk is tried again. */
const RETRY_DISK = 5_000;

interface Person {
  readonly yourName: string;
  readonly deviceName: string;
  readonly passphrase: string;
}
interface NewDevice {
  readonly keep: DeviceKeep;
  readonly statements: readonly TeamStatement[];
  readonly box: EpochBox;
  readonly team: Team;
}

type Opened = Pick<Unlocked, "team" | "box" | "beforeSignIn">;
interface Settled {
  readonly keep: OpenKeep;
  readonly atRest: AtRest;
}

export function openOffice(deps: OfficeDeps): Office {
  const { store, now, random, timers } = deps;
  const board = openStatusBoard();
  const keeping = openKeeping(store, diskChanged);
  const watchers = openWatchers({ timers, now, answer: async (query) => session?.answer(query, false) });
  const wire = openWire({ origin: deps.origin, fetch: deps.fetch, token: () => undefined });
  const meetings = openMeetings({ ...deps, show: (enrol) => board.set({ enrol }) });
  const foundingFor = openFounder({ now, random });
  let session: Session | undefined;
  let opening: Promise<Session> | undefined;
  let atRest: AtRest | undefined;
  let unlocking: Promise<Result<void, UnlockRefusal>> | undefined;
  let isPersisted: boolean | undefined;

  function diskChanged(): void {
    const persisted = isPersisted === undefined ? {} : { persisted: isPersisted };
    const unkept = keeping.unkept();
    board.set({ storage: { ...persisted, full: keeping.full(), unkept } });
    if (unkept > 0) timers.later(RETRY_DISK, () => void keeping.retry());
  }

  async function begin(): Promise<void> {
    try {
      await look();
    } catch {
      // Told, not thrown: what is at rest cannot be read, and nothing on this device can mend it.
      board.set({ phase: "broken", broken: "disk" });
      return;
    }
    const isMine = await deps.seat.take("if free", lost);
    if (!isMine) void waitForSeat();
  }

  async function look(): Promise<void> {
    atRest = await readAtRest(store);
    const charter = atRest && charterOf(atRest.statements);
    if (charter) board.set({ phase: "locked", practice: charter.practice, helpline: charter.name });
    else board.set({ phase: "empty" });
  }

  async function waitForSeat(): Promise<void> {
    board.set({ otherTab: true });
    await deps.seat.wait(lost);
    await seated();
  }

  /** The other tab may have joined, founded or written meanwhile. */
  async function seated(): Promise<void> {
    await look();
    board.set({ otherTab: false });
  }

  function lost(): void {
    stop();
    void waitForSeat();
  }

  function stop(): void {
    void meetings.cancel();
    session?.stop();
    session = undefined;
    board.set({
      phase: atRest ? "locked" : "empty",
      me: undefined,
      online: false,
      waiting: 0,
      quarantined: [],
      sync: undefined,
      members: [],
      clockOffByMinutes: undefined,
      enrol: undefined,
      files: undefined,
    });
  }

  async function start(keep: OpenKeep, given: Opened): Promise<void> {
    const { charter, fingerprint } = given.team;
    const shared = { ...deps, keeping, status: board.set, changed: watchers.changed };
    opening = readOwn(store, storeSeal(keep, random)).then((own) =>
      openSession(shared, { ...given, keep, own }),
    );
    board.set({ phase: "opening", fingerprint, practice: charter.practice, helpline: charter.name });
    session = await opening.finally(() => {
      opening = undefined;
    });
    if (board.now().otherTab) return stop(); // the seat was lost meanwhile
    watchers.changed();
    isPersisted = await deps.persist?.();
    diskChanged();
  }

  /** Puts a device that has just come to be on the disk. */
  async function settle(device: NewDevice, person: Person, foundingSecret?: string): Promise<Settled> {
    const lock = { passphrase: person.passphrase, deviceSecret: deps.deviceSecret };
    const locked = await lockKeep(device.keep, lock, random);
    const keep = await openKeep(device.keep);
    const own = { name: person.yourName.trim(), deviceName: person.deviceName.trim() };
    const seal = storeSeal(keep, random);
    await store.write([
      ...teamChanges(device.statements, [device.box]),
      ownChange(seal, own),
      foundingChange(seal, foundingSecret),
      keepChange(locked),
    ]);
    return { keep, atRest: { keep: locked, statements: device.statements, boxes: [device.box] } };
  }

  async function found(given: FoundHelpline): Promise<Result<{ fingerprint: string }, FoundRefusal>> {
    const { keep: secrets, push, team } = await foundingFor(given);
    const [box] = push.boxes;
    if (!box) throw new Error("a helpline without a box");
    const device: NewDevice = { keep: secrets, team, box, statements: push.statements };
    const settled = await settle(device, given, given.foundingSecret);
    const { keep } = settled;
    try {
      const answer = await showFounding(wire, { keep, push, foundingSecret: given.foundingSecret });
      if (answer === "Refused") {
        await store.wipe();
        return { ok: false, refusal: { type: "FoundingRefused" } };
      }
    } catch (problem) {
      // It may have been taken: what lies on the disk stays there, and is shown again when it is unlocked.
      if (problem instanceof Unreachable || problem instanceof WireRefusal)
        return { ok: false, refusal: { type: "Unreachable" } };
      throw problem;
    }
    await store.write([foundingChange(storeSeal(keep, random))]);
    atRest = settled.atRest;
    await start(keep, device);
    return { ok: true, value: { fingerprint: team.fingerprint } };
  }

  /** See note: Founded once (founding.ts). undefined: the server has taken it long ago. */
  async function unshownFounding(
    keep: OpenKeep,
    push: TeamPush,
  ): Promise<Pick<Opened, "beforeSignIn"> | undefined> {
    const seal = storeSeal(keep, random);
    const foundingSecret = await readFoundingSecret(store, seal);
    if (foundingSecret === undefined) return undefined;
    let isLeft = true;
    return {
      async beforeSignIn() {
        if (!isLeft || (await showFounding(wire, { keep, push, foundingSecret })) === "Refused") return;
        isLeft = false;
        await keeping.keep([foundingChange(seal)]);
      },
    };
  }

  async function unlock(passphrase: string): Promise<Result<void, UnlockRefusal>> {
    if (board.now().otherTab) return { ok: false, refusal: { type: "OtherTab" } };
    if (session) return { ok: true, value: undefined };
    // Read again: the log and the box may have grown since this page began.
    atRest = await readAtRest(store);
    const kept = atRest;
    const [box] = kept?.boxes ?? [];
    if (!kept || !box) return { ok: false, refusal: { type: "NothingToUnlock" } };
    const keep = await unlockKeep(kept.keep, { passphrase, deviceSecret: deps.deviceSecret });
    if (!keep) return { ok: false, refusal: { type: "WrongPassphrase" } };
    try {
      const team = await readTeam(kept.statements, keep.fingerprint);
      const unshown = await unshownFounding(keep, {
        statements: [...kept.statements],
        boxes: [...kept.boxes],
      });
      await start(keep, { team, box, ...unshown });
    } catch (problem) {
      board.set({ phase: "broken", broken: problem instanceof TeamLogBroken ? "team" : "disk" });
      if (!(problem instanceof TeamLogBroken)) throw problem;
    }
    return { ok: true, value: undefined };
  }

  /** A screen that saw "opening" may already ask: it waits for the keys, and is not told that there is nothing. */
  const here = async () => session ?? opening;
  const ready = begin();
  const isTaken = () => atRest !== undefined || session !== undefined || meetings.isOn();
  const refusal = () =>
    board.now().otherTab ? ({ type: "OtherTab" } as const) : ({ type: "Locked" } as const);

  return {
    status: board.now,
    watchStatus: board.watch,
    async found(given) {
      await ready;
      const fault =
        faultOf(given) ?? (given.helplineName.trim() === "" ? ({ type: "NameMissing" } as const) : undefined);
      if (fault) return { ok: false, refusal: fault };
      if (isTaken()) return { ok: false, refusal: { type: "NotEmpty" } };
      return found(given);
    },
    async join(given) {
      await ready;
      const fault = faultOf(given);
      if (fault) return { ok: false, refusal: fault };
      if (isTaken()) return { ok: false, refusal: { type: "NotEmpty" } };
      board.set({ phase: "enrolling" });
      const joined = await meetings.join(given.link, async (device) => {
        const settled = await settle(device, given);
        atRest = settled.atRest;
        await start(settled.keep, device);
      });
      if (!joined.ok) board.set({ phase: "empty" });
      return joined;
    },
    async invite() {
      const open = await here();
      return open ? meetings.invite(open) : { ok: false, refusal: { type: "NotOpen" } };
    },
    typeDigits: meetings.typeDigits,
    cancelMeeting: meetings.cancel,
    async unlock(passphrase) {
      await ready;
      // Asked twice at once (a double click): one answer for both.
      unlocking ??= unlock(passphrase).finally(() => {
        unlocking = undefined;
      });
      return unlocking;
    },
    async lock() {
      await keeping.retry();
      stop();
    },
    async takeOver() {
      if (await deps.seat.take("anyway", lost)) await seated();
    },
    async do(command) {
      const open = await here();
      return open ? open.do(command) : { ok: false, refusal: refusal() };
    },
    async takeDrop(given) {
      const open = await here();
      return open ? open.takeDrop(given) : { ok: false, refusal: refusal() };
    },
    async keepDraft(draft) {
      const open = await here();
      if (!open) return { ok: false, refusal: refusal() };
      await open.drafts.keep(draft);
      board.set({ sealedAt: momentOf(now()) });
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
    async attach(file) {
      const open = await here();
      return open ? open.attachments.attach(file) : { ok: false, refusal: refusal() };
    },
    async openAttachment(of) {
      const open = await here();
      return open ? open.attachments.open(of) : { ok: false, refusal: refusal() };
    },
    cancelAttachment: async (attachment) => (await here())?.attachments.cancel(attachment),
    async takeCallBack({ task }) {
      const open = await here();
      return open ? open.callBacks.take(task) : { ok: false, refusal: refusal() };
    },
    freeCallBack: async () => (await here())?.callBacks.free(),
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
    watch: watchers.watch,
  };
}

function faultOf(given: Pick<Person, "yourName" | "passphrase">) {
  if (given.yourName.trim() === "") return { type: "NameMissing" } as const;
  return Array.from(given.passphrase).length < LEAST_PASSPHRASE
    ? ({ type: "PassphraseTooShort", least: LEAST_PASSPHRASE } as const)
    : undefined;
}
