/**
 * The office of one device: which phase it is in, who may write, and what is passed on to the unlocked session. Keys live
 * in the session and nowhere else; to lock is to let go of it.
 */
import { momentOf, type Result } from "@answerable/casework";
import { lockKeep, readTeam, unlockKeep, type Lockwork, type OpenKeep, type Random } from "@answerable/seal";
import { openWire, TeamLogBroken, Unreachable, WireRefusal, type DeskId } from "@answerable/wire";

import { charterOf, foundingChange, keepChange, readAtRest, storeSeal, type AtRest } from "./at-rest.ts";
import { deskSide } from "./desk-side.ts";
import { openDesks, type Opened } from "./desks.ts";
import { openFounder, showFounding, unshownFounding } from "./founding.ts";
import type { NamesWorker } from "./likeness/reading-ahead.ts";
import { openMeetings } from "./meetings.ts";
import type { FoundHelpline, FoundRefusal, Office, UnlockRefusal } from "./office.ts";
import { peopleSide } from "./people/people-side.ts";
import { destroyed, shuttable, sweptWithoutKeep, tellLost, type Siblings } from "./safety.ts";
import type { Seat } from "./seat.ts";
import { faultOf, LEAST_PASSPHRASE, settled, type NewDevice, type Person } from "./settling.ts";
import { nothingSaid, openStatusBoard } from "./status.ts";
import { openKeeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";
import type { Timers } from "./timers.ts";
import { openWatchers } from "./watchers.ts";

/** With the device's own secret, which a copied disk does not give away. */
export interface OfficeDeps extends Lockwork {
  readonly store: Store;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly linkOrigin?: string; // where others find the desk, if it is not here (npm run desk)
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How far this device's clock is ahead of UTC. */
  readonly offsetMinutes: () => number;
  readonly random: Random;
  readonly timers: Timers;
  /** Starts a worker that reads names while cards come in. None: this one reads them. */
  readonly namesWorker?: () => NamesWorker;
  /** One writer a device. */
  readonly seat: Seat;
  /** Destroys the device's own secret and whatever else lies outside the store. */
  readonly forget?: () => Promise<void>;
  readonly siblings?: Siblings;
  /** Asks the browser not to evict what lies here. */
  readonly persist?: () => Promise<boolean>;
}

/** Milliseconds until a full disk is tried again. */
const RETRY_DISK = 5_000;

export function openOffice(deps: OfficeDeps): Office {
  const { now, random, timers } = deps;
  const lockwork: Lockwork = { deviceSecret: deps.deviceSecret, stretch: deps.stretch };
  const guard = shuttable(deps.store);
  const { store } = guard;
  const board = openStatusBoard();
  const keeping = openKeeping(store, diskChanged);
  const watchers = openWatchers({
    timers,
    now,
    answer: async (query, desk) => desks.now(desk)?.answer(query, false),
  });
  const wire = openWire({ origin: deps.origin, fetch: deps.fetch, token: () => undefined });
  const meetings = openMeetings({ ...deps, show: (enrol) => board.set({ enrol }) });
  const foundingFor = openFounder({ now, random });
  const desks = openDesks({
    ...deps,
    store,
    keeping,
    status: board.set,
    changed: watchers.changed,
    hurry: watchers.hurry,
    lost: () => void destroy("gone"),
  });
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
    if (!isMine) return void waitForSeat();
    if (!atRest) await sweptWithoutKeep(store).catch(() => board.set({ phase: "broken", broken: "disk" }));
  }

  async function look(): Promise<void> {
    atRest = await readAtRest(store);
    const charter = atRest && charterOf(atRest.statements);
    const travels = atRest?.keep.travels;
    if (charter) board.set({ phase: "locked", practice: charter.practice, helpline: charter.name, travels });
    else board.set({ phase: "empty" });
  }

  async function waitForSeat(): Promise<void> {
    board.set({ otherTab: true });
    await deps.seat.wait(lost);
    await seated();
  }

  /** The other tab may have joined, founded or written meanwhile. */
  async function seated(): Promise<void> {
    if (isGone()) return;
    await look();
    board.set({ otherTab: false });
  }

  /** For good: its disk is shut, and nothing that were begun on this page would be kept. */
  const isGone = () => board.now().phase === "gone";

  function lost(): void {
    if (isGone()) return;
    stop();
    void waitForSeat();
  }

  function stop(): void {
    void meetings.cancel();
    desks.stop();
    board.set({
      phase: isGone() ? "gone" : atRest ? "locked" : "empty",
      me: undefined,
      desk: undefined,
      desks: undefined,
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

  /** `then`: what this device looks like afterwards. */
  async function destroy(then: "gone" | "empty"): Promise<void> {
    atRest = undefined;
    await destroyed({
      store: deps.store,
      shut: guard.shut,
      forget: deps.forget ?? (async () => undefined),
      siblings: deps.siblings,
      stop: () => void [desks.stop(), meetings.cancel(), board.set({ phase: then, ...nothingSaid })],
      timers: then === "gone" ? timers : undefined,
    });
    // What a full disk had not taken finds none any more. A page that is gone writes nothing ever again: an answer may still be on its way.
    await keeping.retry();
    if (then === "empty") guard.reopen();
  }
  deps.siblings?.hearGone(() => {
    guard.shut();
    atRest = undefined;
    stop();
    board.set({ phase: "gone", ...nothingSaid });
  });

  async function start(keep: OpenKeep, opened: Opened): Promise<void> {
    const { charter, fingerprint } = opened.team;
    // Before it is told: whoever hears it may ask at once.
    const started = desks.start(keep, opened);
    board.set({ phase: "opening", fingerprint, practice: charter.practice, helpline: charter.name });
    await started;
    if (board.now().otherTab) return stop(); // the seat was lost meanwhile
    watchers.changed();
    isPersisted = await deps.persist?.();
    diskChanged();
  }

  const settle = (device: NewDevice, person: Person, foundingSecret?: string) =>
    settled({ store, random, lockwork }, device, { ...person, foundingSecret });

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
    await start(keep, { team, boxes: [box] });
    return { ok: true, value: { fingerprint: team.fingerprint } };
  }

  async function unlock(passphrase: string, code?: string): Promise<Result<void, UnlockRefusal>> {
    if (board.now().otherTab) return { ok: false, refusal: { type: "OtherTab" } };
    if (desks.now()) return { ok: true, value: undefined };
    // Read again: the log and the box may have grown since this page began.
    atRest = await readAtRest(store);
    const kept = atRest;
    if (!kept || kept.boxes.length === 0) return { ok: false, refusal: { type: "NothingToUnlock" } };
    if (kept.keep.travels && (code ?? "").trim() === "")
      return { ok: false, refusal: { type: "CodeMissing" } };
    const lock = { ...lockwork, passphrase };
    const unlocked = await unlockKeep(kept.keep, {
      ...lock,
      ...(kept.keep.travels ? { code: code ?? "" } : {}),
    });
    if (unlocked.type === "Shut") return { ok: false, refusal: { type: "WrongPassphrase" } };
    if (unlocked.type === "Duress") {
      await destroy("empty");
      void tellLost(unlocked.lastWord, deps);
      return { ok: false, refusal: { type: "NothingToUnlock" } };
    }
    const { keep } = unlocked;
    // Home again: from now on the passphrase is enough.
    if (kept.keep.travels) await store.write([keepChange(await lockKeep(keep, lock, random))]);
    try {
      const team = await readTeam(kept.statements, keep.fingerprint);
      const unshown = await unshownFounding({ store, keeping, wire, random }, keep, {
        statements: [...kept.statements],
        boxes: [...kept.boxes],
      });
      await start(keep, { team, boxes: kept.boxes, ...unshown });
    } catch (problem) {
      board.set({ phase: "broken", broken: problem instanceof TeamLogBroken ? "team" : "disk" });
      if (!(problem instanceof TeamLogBroken)) throw problem;
    }
    return { ok: true, value: undefined };
  }

  const ready = begin();
  const isTaken = () => atRest !== undefined || desks.now() !== undefined || meetings.isOn();

  const people = peopleSide({
    deps: { ...deps, store },
    lockwork,
    least: LEAST_PASSPHRASE,
    here: () => desks.at(),
    session: () => desks.now(),
    sendAll: desks.sendAll,
    waiting: () => board.now().waiting,
    kept: () => atRest?.keep,
    keep: async (locked) => {
      await store.write([keepChange(locked)]);
      if (atRest) atRest = { ...atRest, keep: locked };
    },
    stop,
    look,
    destroy,
    async enter(given, make) {
      await ready;
      const fault = faultOf(given);
      if (fault) return { ok: false, refusal: fault };
      if (isTaken()) return { ok: false, refusal: { type: "NotEmpty" } };
      const device = await make();
      if (!device.ok) return device;
      const settled = await settle(device.value, given);
      atRest = settled.atRest;
      await start(settled.keep, { ...device.value, boxes: [device.value.box] });
      return { ok: true, value: undefined };
    },
  });

  const sideOf = (desk?: DeskId) =>
    deskSide({
      here: () => desks.at(desk),
      refusal: () => ({ type: board.now().otherTab ? "OtherTab" : "Locked" }),
      behind: desks.behind,
      invite: meetings.invite,
      sealed: () => board.set({ sealedAt: momentOf(now()) }),
      watch: (query, listener) => watchers.watch(query, listener, desk),
    });

  const office: Office = {
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
        await start(settled.keep, { ...device, boxes: [device.box] });
      });
      if (!joined.ok) board.set({ phase: "empty" });
      return joined;
    },
    ...people,
    typeDigits: meetings.typeDigits,
    cancelMeeting: meetings.cancel,
    async unlock(passphrase, code) {
      await ready;
      // Asked twice at once (a double click): one answer for both.
      unlocking ??= unlock(passphrase, code).finally(() => {
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
    show: desks.show,
    at: (desk) => ({ ...office, ...sideOf(desk) }),
    ...sideOf(),
  };
  return office;
}
