import { momentOf, type Result } from "@answerable/casework";
/**
 * The office of one device: which phase it is in, who may write, and what is passed on to the unlocked session. Keys live
 * in the session and nowhere else; to lock is to let go of it.
 */
import {
  deskKeys,
  foundHelpline,
  lockKeep,
  openBox,
  openKeep,
  readTeam,
  signIn,
  unlockKeep,
  type DeviceKeep,
  type DeviceSecret,
  type Founding,
  type Random,
} from "@answerable/seal";
import {
  openWire,
  TeamLogBroken,
  Unreachable,
  WireRefusal,
  type EpochBox,
  type Team,
  type TeamStatement,
} from "@answerable/wire";

import {
  charterOf,
  keepChange,
  ownChange,
  readAtRest,
  readOwn,
  storeSeal,
  teamChanges,
  type AtRest,
} from "./at-rest.ts";
import { inviteDevice, joinHelpline, MeetingOver, type MeetingDeps } from "./enrol.ts";
import type {
  FoundHelpline,
  FoundRefusal,
  JoinHelpline,
  MeetingRefusal,
  Office,
  UnlockRefusal,
} from "./office.ts";
import type { Seat } from "./seat.ts";
import { openSession, type Session } from "./session.ts";
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

export const LEAST_PASSPHRASE = 10;
/** Milliseconds until a full disk is tried again. */
const RETRY_DISK = 5_000;

export function openOffice(deps: OfficeDeps): Office {
  const { store, now, random, timers } = deps;
  const board = openStatusBoard();
  const keeping = openKeeping(store, diskChanged);
  const watchers = openWatchers({ timers, now, answer: async (query) => session?.answer(query, false) });
  const wire = openWire({ origin: deps.origin, fetch: deps.fetch, token: () => undefined });
  const pause = (milliseconds: number) => new Promise<void>((resolve) => timers.later(milliseconds, resolve));
  let session: Session | undefined;
  let atRest: AtRest | undefined;
  let unsure: { readonly for: string; readonly founding: Founding } | undefined;
  let meeting:
    | {
        readonly type: (digits: string) => void;
        readonly cancel: () => void;
        readonly over: Promise<unknown>;
      }
    | undefined;
  let isPersisted: boolean | undefined;

  function diskChanged(): void {
    const unkept = keeping.unkept();
    board.set({
      storage: {
        ...(isPersisted === undefined ? {} : { persisted: isPersisted }),
        full: keeping.full(),
        unkept,
      },
    });
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
    await sit("if free");
  }

  async function look(): Promise<void> {
    atRest = await readAtRest(store);
    const charter = atRest && charterOf(atRest.statements);
    if (!charter) {
      board.set({ phase: "empty" });
      return;
    }
    board.set({ phase: "locked", practice: charter.practice, helpline: charter.name });
  }

  async function sit(how: "if free" | "anyway"): Promise<void> {
    const isMine = await deps.seat.take(how, lost);
    board.set({ otherTab: !isMine });
    if (isMine) return;
    await deps.seat.wait(lost);
    await look(); // the other tab may have joined or founded meanwhile
    board.set({ otherTab: false });
  }

  function lost(): void {
    stop();
    board.set({ otherTab: true });
    void deps.seat.wait(lost).then(async () => {
      await look();
      board.set({ otherTab: false });
    });
  }

  function stop(): void {
    meeting?.cancel();
    session?.stop();
    session = undefined;
    const phase = atRest ? "locked" : "empty";
    board.set({
      phase,
      me: undefined,
      online: false,
      waiting: 0,
      quarantined: [],
      sync: undefined,
      members: [],
      clockOffByMinutes: undefined,
      enrol: undefined,
    });
  }

  async function start(
    keep: Awaited<ReturnType<typeof openKeep>>,
    given: { readonly team: Team; readonly box: EpochBox },
  ): Promise<void> {
    board.set({
      phase: "opening",
      fingerprint: given.team.fingerprint,
      practice: given.team.charter.practice,
      helpline: given.team.charter.name,
    });
    const own = await readOwn(store, storeSeal(keep, random));
    session = await openSession(
      { ...deps, keeping, status: board.set, changed: watchers.changed },
      { keep, own, ...given },
    );
    watchers.changed();
    isPersisted = await deps.persist?.();
    diskChanged();
  }

  async function settle(
    device: {
      readonly keep: DeviceKeep;
      readonly statements: readonly TeamStatement[];
      readonly box: EpochBox;
      readonly team: Team;
    },
    person: { readonly yourName: string; readonly deviceName: string; readonly passphrase: string },
  ): Promise<void> {
    const locked = await lockKeep(
      device.keep,
      { passphrase: person.passphrase, deviceSecret: deps.deviceSecret },
      random,
    );
    const keep = await openKeep(device.keep);
    const own = { name: person.yourName.trim(), deviceName: person.deviceName.trim() };
    await store.write([
      ...teamChanges(device.statements, [device.box]),
      ownChange(storeSeal(keep, random), own),
      keepChange(locked),
    ]);
    atRest = { keep: locked, statements: device.statements, boxes: [device.box] };
    await start(keep, { team: device.team, box: device.box });
  }

  async function found(given: FoundHelpline): Promise<Result<{ fingerprint: string }, FoundRefusal>> {
    const fault =
      faultOf(given) ?? (given.helplineName.trim() === "" ? ({ type: "NameMissing" } as const) : undefined);
    if (fault) return { ok: false, refusal: fault };
    if (atRest || session) return { ok: false, refusal: { type: "NotEmpty" } };
    // The answer to a first try may be lost: the same helpline is shown again, and the server finds it taken.
    const wish = JSON.stringify([given.helplineName, given.practice]);
    const founding =
      unsure?.for === wish
        ? unsure.founding
        : await foundHelpline({
            name: given.helplineName.trim(),
            practice: given.practice,
            suite: "A1",
            now: now(),
            random,
          });
    unsure = { for: wish, founding };
    try {
      const answer = await wire.pushTeam(founding.push, given.foundingSecret);
      if (answer.type !== "Taken") return { ok: false, refusal: { type: "FoundingRefused" } };
    } catch (problem) {
      if (problem instanceof Unreachable) return { ok: false, refusal: { type: "Unreachable" } };
      if (problem instanceof WireRefusal) return { ok: false, refusal: { type: "FoundingRefused" } };
      throw problem;
    }
    const [box] = founding.push.boxes;
    if (!box) throw new Error("a helpline without a box");
    await settle(
      { keep: founding.keep, statements: founding.push.statements, box, team: founding.team },
      given,
    );
    unsure = undefined;
    return { ok: true, value: { fingerprint: founding.team.fingerprint } };
  }

  /** Digits are typed, or the meeting is cancelled; under a practice charter nobody needs to type. */
  function openMeeting(over: () => Promise<unknown>): {
    readonly typed: MeetingDeps["typed"];
    readonly cancelled: Promise<void>;
    skip: (isPractice: boolean) => void;
    begin: () => void;
  } {
    let type: (digits: string | undefined) => void = () => undefined;
    const typing = new Promise<string | undefined>((resolve) => {
      type = resolve;
    });
    let cancel: () => void = () => undefined;
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    return {
      typed: () => typing,
      cancelled,
      skip: (isPractice) => isPractice && type(undefined),
      begin: () => {
        meeting = { type, cancel, over: over() };
      },
    };
  }

  const meetingDeps = (
    opened: ReturnType<typeof openMeeting>,
    through: Pick<MeetingDeps["wire"], "putNote" | "note" | "team" | "pushTeam">,
  ): MeetingDeps => ({
    wire: through,
    random,
    now,
    pause,
    show: (enrol) => board.set({ enrol }),
    typed: opened.typed,
    cancelled: opened.cancelled,
  });

  async function join(given: JoinHelpline): Promise<Result<void, MeetingRefusal>> {
    const fault = faultOf(given);
    if (fault) return { ok: false, refusal: fault };
    if (atRest || session || meeting) return { ok: false, refusal: { type: "NotEmpty" } };
    const before = board.now().phase;
    let joining: Promise<Result<void, MeetingRefusal>> = Promise.resolve({ ok: true, value: undefined });
    const opened = openMeeting(() => joining);
    joining = ended("joining", async () => {
      board.set({ phase: "enrolling" });
      const welcomed = await joinHelpline(
        { ...meetingDeps(opened, wire), isPractice: opened.skip },
        given.link,
      );
      const box = await boxFor(welcomed.keep, welcomed.team);
      await settle({ ...welcomed, box }, given);
      board.set({ enrol: { role: "joining", step: "done" } });
    });
    opened.begin();
    const result = await joining;
    meeting = undefined;
    if (!result.ok) board.set({ phase: before });
    return result;
  }

  /** The desk's box, as a device that has just been added gets it. */
  async function boxFor(device: DeviceKeep, team: Team): Promise<EpochBox> {
    const keep = await openKeep(device);
    const { challenge } = await wire.challenge(keep.device);
    const { token } = await wire.signIn(await signIn(challenge, keep));
    const signed = openWire({ origin: deps.origin, fetch: deps.fetch, token: () => token });
    const desk = [...team.desks.values()].find((one) => one.members.includes(keep.member));
    if (!desk) throw new MeetingOver({ type: "MeetingBroken" });
    const box = await signed.box(desk.desk);
    for (const [epoch, secret] of (await openBox(box, keep, team)).secrets)
      deskKeys(secret, desk.desk, epoch);
    return box;
  }

  /** A meeting's end in the desk's words. */
  async function ended(
    role: "inviting" | "joining",
    go: () => Promise<void>,
  ): Promise<Result<void, MeetingRefusal>> {
    try {
      await go();
      return { ok: true, value: undefined };
    } catch (problem) {
      const why =
        problem instanceof MeetingOver
          ? problem.why
          : problem instanceof Unreachable
            ? ({ type: "Unreachable" } as const)
            : undefined;
      if (!why) {
        board.set({ enrol: { role, step: "failed", why: { type: "MeetingBroken" } } });
        throw problem;
      }
      board.set({ enrol: { role, step: "failed", why } });
      return { ok: false, refusal: why };
    }
  }

  async function inviteOther(): Promise<Result<{ link: string }, MeetingRefusal>> {
    const current = session;
    if (!current || board.now().otherTab) return { ok: false, refusal: { type: "NotOpen" } };
    meeting?.cancel();
    try {
      // Before anything is offered: is the server there, and is this device still signed in?
      const team = await current.team();
      const opened = openMeeting(() => Promise.resolve());
      opened.skip(team.charter.practice);
      const inviting = {
        keep: current.keep,
        origin: deps.origin,
        team: current.team,
        desks: current.secrets,
        added: current.taken,
      };
      const { link, done } = await inviteDevice(meetingDeps(opened, current.wire), inviting);
      opened.begin();
      const over = ended("inviting", () => done);
      over.catch(() => undefined).finally(() => (meeting = undefined));
      if (meeting) meeting = { ...meeting, over };
      return { ok: true, value: { link } };
    } catch (problem) {
      if (problem instanceof MeetingOver) return { ok: false, refusal: problem.why };
      if (problem instanceof Unreachable || problem instanceof WireRefusal)
        return { ok: false, refusal: { type: "Unreachable" } };
      throw problem;
    }
  }

  async function unlock(passphrase: string): Promise<Result<void, UnlockRefusal>> {
    if (board.now().otherTab) return { ok: false, refusal: { type: "OtherTab" } };
    if (session) return { ok: true, value: undefined };
    const kept = atRest;
    const [box] = kept?.boxes ?? [];
    if (!kept || !box) return { ok: false, refusal: { type: "NothingToUnlock" } };
    const keep = await unlockKeep(kept.keep, { passphrase, deviceSecret: deps.deviceSecret });
    if (!keep) return { ok: false, refusal: { type: "WrongPassphrase" } };
    try {
      await start(keep, { team: await readTeam(kept.statements, keep.fingerprint), box });
    } catch (problem) {
      board.set({ phase: "broken", broken: problem instanceof TeamLogBroken ? "team" : "disk" });
      if (!(problem instanceof TeamLogBroken)) throw problem;
    }
    return { ok: true, value: undefined };
  }

  const ready = begin();
  const refusal = () =>
    board.now().otherTab ? ({ type: "OtherTab" } as const) : ({ type: "Locked" } as const);

  return {
    status: board.now,
    watchStatus: board.watch,
    async found(given) {
      await ready;
      return found(given);
    },
    async join(given) {
      await ready;
      return join(given);
    },
    invite: inviteOther,
    async typeDigits(digits) {
      if (!meeting) return { ok: false, refusal: { type: "NotOpen" } };
      const { over } = meeting;
      meeting.type(digits);
      await over;
      const enrol = board.now().enrol;
      return enrol?.step === "failed" ? { ok: false, refusal: enrol.why } : { ok: true, value: undefined };
    },
    async cancelMeeting() {
      meeting?.cancel();
      await meeting?.over;
    },
    async unlock(passphrase) {
      await ready;
      return unlock(passphrase);
    },
    async lock() {
      await keeping.retry();
      stop();
    },
    takeOver: () => sit("anyway"),
    async do(command) {
      return session ? session.do(command) : { ok: false, refusal: refusal() };
    },
    async keepDraft(draft) {
      if (!session) return { ok: false, refusal: refusal() };
      await session.drafts.keep(draft);
      board.set({ sealedAt: momentOf(now()) });
      return { ok: true, value: undefined };
    },
    dropDraft: async (id) => session?.drafts.drop(id),
    drafts: async () => session?.drafts.all() ?? [],
    async ask(query) {
      if (!session) throw new Error("the office is locked");
      return session.answer(query, true);
    },
    watch: watchers.watch,
  };
}

function faultOf(given: { readonly yourName: string; readonly passphrase: string }) {
  if (given.yourName.trim() === "") return { type: "NameMissing" } as const;
  // Counted as a person counts: a letter and its accent are one.
  return [...given.passphrase].length < LEAST_PASSPHRASE
    ? ({ type: "PassphraseTooShort", least: LEAST_PASSPHRASE } as const)
    : undefined;
}
