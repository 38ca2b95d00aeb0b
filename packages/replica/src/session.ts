/**
 * An unlocked office: the keys of one desk in memory, its roster, its copy of the log, the line to the server. To lock is
 * to stop it and let go of it.
 */
import { momentOf, type Command, type Day, type MemberId } from "@answerable/casework";
import {
  cardOpener,
  deskKeys,
  leaseName,
  signIn,
  type DeskSecrets,
  type OpenKeep,
  type Random,
} from "@answerable/seal";
import {
  hasRole,
  idFrom,
  openWire,
  type EpochBox,
  type FolderId,
  type Team,
  type TeamPush,
} from "@answerable/wire";

import { ownChange, storeSeal, type Own } from "./at-rest.ts";
import type { Attachments } from "./attachments/attachments.ts";
import { deskAttachments } from "./attachments/desk-attachments.ts";
import { deskCallBacks, type CallBacks } from "./callbacks.ts";
import { openDrafts, type Drafts } from "./drafts.ts";
import { openInbox, type Inbox } from "./inbox.ts";
import { keepIntake } from "./inbox/keep-intake.ts";
import { keepPass, readPass } from "./likeness/kept.ts";
import { openLikeness } from "./likeness/likeness.ts";
import { openPass } from "./likeness/pass.ts";
import { openLine, type Line } from "./line.ts";
import type { Answer, MemberName, Query, Status } from "./office.ts";
import { answerTo } from "./queries/answer.ts";
import { todayOf } from "./queries/roster.ts";
import { eachCallOnce, record, type Recorded } from "./record.ts";
import { openRoster } from "./roster/roster.ts";
import { openSlips, type Slips } from "./slips.ts";
import type { Keeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";
import { openAhead } from "./sync/ahead.ts";
import { deskClosing } from "./sync/desk-closing.ts";
import { openDeskCopy, type DeskCopy } from "./sync/desk-copy.ts";
import { openFetching } from "./sync/fetching.ts";
import { openTeamRoom } from "./sync/team-room.ts";
import type { Timers } from "./timers.ts";

export interface SessionDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly now: () => number;
  readonly offsetMinutes: () => number;
  readonly random: Random;
  readonly timers: Timers;
  readonly status: (changes: { readonly [K in keyof Status]?: Status[K] | undefined }) => void;
  readonly changed: (folder?: FolderId) => void;
}

export interface Unlocked {
  readonly keep: OpenKeep;
  readonly team: Team;
  readonly box: EpochBox;
  readonly own: Own;
  /** What the server must be shown before it knows this device. */
  readonly beforeSignIn?: () => Promise<void>;
}

export interface Session {
  readonly keep: OpenKeep;
  readonly drafts: Drafts;
  readonly slips: Slips;
  readonly attachments: Attachments;
  readonly team: () => Promise<Team>;
  readonly secrets: () => readonly DeskSecrets[];
  readonly wire: ReturnType<typeof openWire>;
  /** A device was added by this one: the log and the boxes are as the server took them. */
  readonly taken: (push: TeamPush) => Promise<void>;
  readonly do: (command: Command) => Promise<Recorded>;
  readonly takeDrop: Inbox["take"];
  readonly answer: <Q extends Query>(query: Q, patient: boolean) => Promise<Answer<Q>>;
  readonly callBacks: CallBacks;
  readonly poke: () => void;
  readonly beginPass: () => void;
  readonly stopPass: () => void;
  readonly stop: () => void;
}

/** Minutes by which a clock may be off before anybody is told. */
const TOLERATED_MINUTES = 2;
export async function openSession(deps: SessionDeps, unlocked: Unlocked): Promise<Session> {
  const { store, keeping, random, now, timers } = deps;
  const { keep } = unlocked;
  let { own } = unlocked;
  const member = keep.member; // one id, branded once in casework and once in the wire
  const seal = storeSeal(keep, random);
  const names = new Map<string, string>([[member, own.name]]);
  let token: string | undefined;
  let isStopped = false;

  const wire = openWire({ origin: deps.origin, fetch: deps.fetch, token: () => token });
  const room = await openTeamRoom({
    ...unlocked,
    wire,
    keeping,
    broken: () => deps.status({ broken: "team" }),
    grown: () => copy.reopenDamaged(),
    intakeChanged: () => inbox.intakeChanged(),
  });
  const { desk, team } = room;
  const epochs = await Promise.all(
    [...room.secrets().secrets]
      .toSorted(([a], [b]) => a - b)
      .map(async ([epoch, secret]) => {
        const keys = deskKeys(secret, desk, epoch);
        return { keys, opener: await cardOpener(keys) };
      }),
  );
  const closing = deskClosing({
    member: keep.member,
    device: keep.device,
    name: own.name,
    signer: keep.signer,
    random,
    epochs,
    deviceOf: (device) => team().devices.get(device),
    toStore: seal.to,
    fromStore: seal.from,
  });
  const likeness = openLikeness(openRoster(member), member);
  const { roster } = likeness;
  const pause = () => new Promise<void>((resolve) => timers.later(0, resolve));
  const pass = openPass({
    likeness,
    pause,
    now,
    changed: () => deps.changed(),
    keep: (state) => void keeping.keep([keepPass(seal, state)]),
    kept: await readPass(store, seal),
  });
  const drafts = await openDrafts({ store, keeping, seal });
  const slips = await openSlips({ store, keeping, seal });

  function named(who: string, name: string): void {
    if (name === "" || names.get(who) === name) return;
    names.set(who, name);
    deps.status({ members: memberNames() });
  }
  const memberNames = (): readonly MemberName[] =>
    [...team().members.keys()].map((id) => {
      const name = names.get(id);
      return { id: id, ...(name === undefined ? {} : { name }) }; // as above
    });

  const inbox = await openInbox({
    ...deps,
    wire,
    desk,
    me: member,
    pause,
    today: () => todayOf(now(), deps.offsetMinutes()),
    team,
    secrets: room.secrets,
    likeness,
    copy: () => copy,
    perform,
    changed: () => deps.changed(),
  });
  const copy: DeskCopy = await openDeskCopy({
    store,
    keeping,
    closing,
    wire,
    random,
    roster: {
      ...roster,
      put(card, unsent) {
        roster.put(card, unsent);
        inbox.heard(card);
      },
    },
    named,
    changed: deps.changed,
    pause,
    progress: (done, of) => deps.status({ sync: { done, of } }),
  });

  function report(): void {
    if (isStopped) return;
    const found = copy.quarantined();
    const isNamed = !room.isCut() || found.some(({ what }) => what === "rollback");
    const quarantined = isNamed ? found : [...found, { what: "rollback" } as const];
    deps.status({ waiting: copy.waiting(), quarantined, log: copy.log(), members: memberNames() });
  }

  async function getToken(): Promise<string> {
    await unlocked.beforeSignIn?.();
    const challenge = await wire.challenge(keep.device);
    const off = Math.round((now() - Date.parse(challenge.now)) / 60_000);
    // Note: Whose clock. Times stay this device's own: the server's clock is not to be trusted with them, and places keep
    // the order. A wrong stamp that is shown as doubtful harms less than one that was quietly moved.
    deps.status({ clockOffByMinutes: Math.abs(off) >= TOLERATED_MINUTES ? off : undefined });
    const session = await wire.signIn(await signIn(challenge.challenge, keep));
    token = session.token;
    return token;
  }

  /** Resolved when the server was asked for everything once, with whatever success. */
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));

  async function sync(): Promise<void> {
    await keeping.retry();
    await copy.push();
    await room.follow();
    await copy.pull();
    const { lettersUnder } = inbox;
    await keepIntake({ ...room, keep, now: now(), random, wire, lettersUnder });
    await inbox.sync();
    await copy.mend();
    deps.status({ syncedAt: momentOf(now()), sync: undefined });
    report();
    // In its own time: a film on its way holds back no call.
    void attachments.send();
    // What was recorded while we pulled.
    if (copy.waiting() > copy.stuck()) await copy.push();
    report();
    if (copy.waiting() === 0) await callBacks.arrived();
  }

  const ahead = openAhead({ roster, copy, now, isStopped: () => isStopped, done: report });

  const fetching = openFetching({
    copy,
    roster,
    timers,
    async signedIn() {
      if (token === undefined) await getToken();
      await room.follow();
    },
    fetched(folder) {
      deps.changed(folder);
      report();
    },
  });

  const line: Line = openLine({
    wire,
    timers,
    chance: () => (random(1)[0] ?? 0) / 256,
    signIn: async () => void (await getToken()),
    forgetToken: () => {
      token = undefined;
    },
    isSignedIn: () => token !== undefined,
    sync,
    idle: ahead,
    isNews: (head) => head.desk === desk && head.place > copy.cursor(),
    online: (online) => {
      asked();
      deps.status({ online });
      // Whoever looks at something that could not be fetched looks again.
      if (online && fetching.tryAgain()) deps.changed();
      report();
    },
    // Thrown where nobody catches it, as any bug is: a test fails, a worker reports.
    broken: (problem) =>
      void timers.later(0, () => {
        throw problem;
      }),
    turnedAway: () => deps.status({ broken: "removed" }),
  });

  async function shiftOf(day: Day): Promise<FolderId> {
    if (own.shift?.day === day) return own.shift.id as FolderId; // as it was made earlier that day
    const id = idFrom<FolderId>(random(16));
    own = { ...own, shift: { day, id } };
    await keeping.keep([ownChange(seal, own)]);
    return id;
  }

  async function perform(command: Command): Promise<Recorded> {
    const done = await record(
      {
        copy,
        drafts,
        member,
        random,
        today: () => todayOf(now(), deps.offsetMinutes()),
        offsetMinutes: deps.offsetMinutes,
        shiftOf,
        isCoordinator: () => isCoordinator(member),
        numberOf: (folder) => roster.knows(folder)?.number,
        allRead: () => reading,
        fetch: fetching.fetch,
        mend: fetching.mend,
      },
      command,
    );
    if (!done.ok) return done;
    deps.status({ sealedAt: momentOf(now()), waiting: copy.waiting() });
    line.poke();
    await callBacks.said(command);
    return done;
  }

  const isCoordinator = (who: MemberId) => hasRole(team(), who, "coordinator");
  const callBacks = deskCallBacks({
    ...deps,
    member,
    roster,
    copy,
    leaseName: (what) => leaseName(room.secrets(), what, keep.device),
    lease: (name, seconds) => wire.lease(desk, name.token, { claim: name.claim, seconds }),
    perform,
    isCoordinator,
  });

  function answer(query: Query, patient: boolean): unknown {
    const today = todayOf(now(), deps.offsetMinutes());
    const parts = { roster, copy, likeness, inbox, pass, member, today, callBacks, shiftOf, isCoordinator };
    return answerTo(query, { ...parts, fetch: fetching.fetch }, patient);
  }

  const attachments = await deskAttachments({
    ...deps,
    seal,
    keys: epochs.at(-1)?.keys,
    suite: team().charter.suite,
    wire,
    copy,
    perform,
    signedIn: async () => (token === undefined ? getToken() : token),
  });

  deps.status({
    waiting: copy.waiting(),
    members: memberNames(),
    me: { member, device: keep.device, name: own.name },
  });
  async function readAll(): Promise<void> {
    await copy.readCards();
    if (isStopped) return;
    deps.status({ phase: "open", sync: undefined });
    deps.changed();
    report();
    const isFirstDay = copy.cursor() === 0;
    line.start();
    // Built once all cards are in: card by card beside the first sync it would take most of that time.
    if (isFirstDay) await isAsked;
    await likeness.build({
      pause,
      now,
      progress: (done, of) => deps.status({ indexing: { done, of } }),
      isStopped: () => isStopped,
    });
    if (isStopped) return;
    deps.status({ indexing: undefined });
    inbox.begin();
    deps.changed();
  }
  const reading = readAll();
  // A disk that cannot be read is told, not thrown into nowhere.
  reading.catch(() => deps.status({ phase: "broken", broken: "disk" }));

  return {
    keep,
    drafts,
    slips,
    attachments,
    wire,
    async team() {
      await room.follow();
      return team();
    },
    secrets: () => [room.secrets()],
    taken: room.taken,
    do: eachCallOnce(perform),
    takeDrop: inbox.take,
    answer: async <Q extends Query>(query: Q, patient: boolean) =>
      (await answer(query, patient)) as Answer<Q>, // each case of answerTo gives its own
    callBacks,
    poke: line.poke,
    beginPass: () => void pass.begin(),
    stopPass: pass.stop,
    stop() {
      isStopped = true;
      pass.stop();
      attachments.stop();
      inbox.stop();
      token = undefined;
      line.stop();
    },
  };
}
