/**
 * An unlocked office: the keys of one desk in memory, its roster, its copy of the log, the line to the server. To lock is
 * to stop it and let go of it.
 */
import { momentOf, type Command, type MemberId } from "@answerable/casework";
import { folderOfIncident, leaseName, listNames, referralNames } from "@answerable/seal";
import { hadRole, hasRole, mayWriteUnder, openWire } from "@answerable/wire";

import { deskAttachments } from "./attachments/desk-attachments.ts";
import { deskCallBacks } from "./callbacks.ts";
import { openDrafts } from "./drafts.ts";
import { openInbox } from "./inbox.ts";
import { keepIntake } from "./inbox/keep-intake.ts";
import { openIncoming } from "./incoming/incoming.ts";
import { keepPass, readPass } from "./likeness/kept.ts";
import { openLikeness } from "./likeness/likeness.ts";
import { openPass } from "./likeness/pass.ts";
import { openLine, type Line } from "./line.ts";
import { openNames } from "./names.ts";
import type { Answer, Query } from "./office.ts";
import { openDeskEpochs } from "./people/desk-epochs.ts";
import { openShredding, shreddedAt } from "./people/shredding.ts";
import { openTeamBook } from "./people/team-book.ts";
import { answerTo } from "./queries/answer.ts";
import { todayOf } from "./queries/roster.ts";
import { eachCallOnce, record, type Recorded } from "./record.ts";
import { openRoster } from "./roster/roster.ts";
import type { Session, SessionDeps, Unlocked } from "./session-deps.ts";
import { openShiftToday } from "./shift-today.ts";
import { openSight } from "./sight.ts";
import { signedIn } from "./signed-in.ts";
import { openSlips } from "./slips.ts";
import { openAhead } from "./sync/ahead.ts";
import { deskClosing } from "./sync/desk-closing.ts";
import { openDeskCopy, type DeskCopy } from "./sync/desk-copy.ts";
import { openFetching } from "./sync/fetching.ts";

export type { Session, Unlocked } from "./session-deps.ts";

export async function openSession(deps: SessionDeps, unlocked: Unlocked): Promise<Session> {
  const { store, keeping, seal, random, now, timers } = deps;
  const { keep, own } = unlocked;
  const shiftOf = await openShiftToday(deps, own.shift);
  const member = keep.member; // one id, branded once in casework and once in the wire
  let token: string | undefined;
  let isStopped = false;

  const wire = openWire({ origin: deps.origin, fetch: deps.fetch, token: () => token });
  const epochs = openDeskEpochs();
  const today = () => todayOf(now(), deps.offsetMinutes());
  const room = await openTeamBook({
    ...unlocked,
    keeping,
    wire,
    now,
    random,
    names: { member: own.name, device: own.deviceName },
    async keysChanged(keys) {
      await epochs.change(keys);
      inbox.intakeChanged();
    },
    teamChanged() {
      deps.status({ desks: room.desks() });
      deps.changed();
    },
    grown: () => copy.reopenDamaged(),
    broken: () => deps.status({ broken: "team" }),
  });
  const { desk, team } = room;
  await epochs.change(room.secrets());
  const closing = deskClosing({
    ...keep,
    name: own.name,
    random,
    epochs: epochs.all,
    deviceOf: (device) => team().devices.get(device),
    mayWrite: (device, epoch) => mayWriteUnder(team(), desk, { device, epoch }),
    toStore: seal.to,
    fromStore: seal.from,
  });
  const likeness = openLikeness(openRoster(member), member, deps.namesWorker);
  const { roster } = likeness;
  const pause = () => new Promise<void>((resolve) => timers.later(0, resolve));
  const pass = openPass({
    ...deps,
    likeness,
    pause,
    keep: (state) => void keeping.keep([keepPass(seal, state)]),
    kept: await readPass(store, seal),
  });
  const drafts = await openDrafts({ store, keeping, seal });
  const slips = await openSlips({ store, keeping, seal });

  const { names, named, memberNames } = openNames({ member, name: own.name }, team, deps.status);

  const inbox = await openInbox({
    attachments: () => attachments,
    ...deps,
    wire,
    desk,
    me: member,
    pause,
    today,
    team,
    secrets: room.secrets,
    likeness,
    copy: () => copy,
    perform,
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
        shredding.heard(card);
      },
    },
    named,
    isShredded: (folder) => shreddedAt(team(), desk).has(folder),
    changed: deps.changed,
    pause,
    witness: () => team().witness,
    progress: (done, of) => deps.status({ sync: { done, of } }),
  });

  function report(): void {
    if (isStopped) return;
    const found = copy.quarantined();
    const isNamed = !room.isCut() || found.some(({ what }) => what === "rollback");
    const quarantined = isNamed ? found : [...found, { what: "rollback" } as const];
    const members = memberNames();
    deps.status({ waiting: copy.waiting(), quarantined, log: copy.log(), members, desks: room.desks() });
  }

  async function getToken(): Promise<string> {
    await unlocked.beforeSignIn?.();
    token = await signedIn({ wire, keep, now, off: (by) => deps.status({ clockOffByMinutes: by }) });
    return token;
  }

  async function sendAll(): Promise<number> {
    if (token === undefined) await getToken();
    while (await sync()) if (copy.waiting() <= copy.stuck()) break;
    return copy.waiting();
  }

  /** Resolved when the server was asked for everything once, with whatever success. */
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));

  /** Whether something went out, and not all of it. */
  async function sync(): Promise<boolean> {
    const before = copy.sent();
    await keeping.retry();
    // First: what is sealed under a key that the desk has left behind would be refused.
    await room.follow();
    // Whoever has no seat here any more is asked to go to where she has one; nothing of this desk is to be had.
    if (!room.sits() && team().members.get(member)?.standing.type === "Active") {
      deps.unseated();
      return false;
    }
    await shredding.follow();
    if (!room.isLockedOut()) await copy.push();
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
    if (copy.waiting() > copy.stuck() && !room.isLockedOut()) await copy.push();
    report();
    if (copy.waiting() === 0) await callBacks.arrived();
    return copy.waiting() > 0 && copy.sent() > before;
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

  const shredding = openShredding({ book: room, member, copy, slips, fetch: fetching.fetch });
  const turnedAway = (why: "lost" | "suspended" | "removed"): void =>
    why === "lost" ? deps.lost() : deps.status({ broken: why });

  const line: Line = openLine({
    wire,
    timers,
    chance: () => (random(1)[0] ?? 0) / 256,
    signIn: async () => void (await getToken()),
    forgetToken: () => {
      token = undefined;
    },
    isSignedIn: () => token !== undefined,
    sync: async () => void ((await sync()) && line.poke()),
    async idle(isAsked) {
      await room.payDues();
      await shredding.payDues();
      await shredding.follow();
      await attachments.stamp();
      await incoming.settle();
      await ahead(isAsked);
    },
    isNews: (head) => (head.desk === desk && head.place > copy.cursor()) || (head.team ?? 0) > team().number,
    online: (online) => {
      asked();
      deps.status({ online });
      // Whoever looks at something that could not be fetched looks again.
      if (online && fetching.tryAgain()) deps.changed();
      report();
    },
    hears: deps.isShown,
    // Thrown where nobody catches it, as any bug is: a test fails, a worker reports.
    broken: (problem) =>
      void timers.later(0, () => {
        throw problem;
      }),
    turnedAway: () => void room.whyOut().then(turnedAway),
  });

  /** Into its folder, and no word of it: for whoever puts in hundreds at once. */
  const put = (command: Command): Promise<Recorded> =>
    record(
      {
        ...deps,
        ...fetching,
        copy,
        drafts,
        member,
        today,
        shiftOf,
        duties,
        numberOf: (folder) => roster.knows(folder)?.number,
        allRead: () => reading,
      },
      command,
    );
  function told(): void {
    deps.status({ sealedAt: momentOf(now()), waiting: copy.waiting() });
    line.poke();
  }
  async function perform(command: Command): Promise<Recorded> {
    deps.hurry();
    const done = await put(command);
    if (!done.ok) return done;
    told();
    sight.said(command);
    await callBacks.said(command);
    return done;
  }

  const duties = () => team().members.get(member)?.roles ?? [];
  const isCoordinator = () => hasRole(team(), member, "coordinator");
  const mayTurn = (who: MemberId) => hadRole(team(), who, "coordinator");
  const sight = openSight({
    member,
    duties,
    now: () => momentOf(now()),
    calls: () => callBacks.held()?.folder,
  });
  const incoming = openIncoming({
    ...deps,
    likeness,
    names: () => listNames(room.secrets()),
    record: put,
    isCoordinator,
    folder: async (id) =>
      copy.isHere(id) || (await fetching.fetch(id)) ? (await copy.folder(id)).present : undefined,
    pause,
    broughtIn: told,
  });

  const callBacks = deskCallBacks({
    ...deps,
    member,
    roster,
    copy,
    mayWork: () => sight.may("work"),
    leaseName: (what) => leaseName(room.secrets(), what, keep.device),
    lease: (name, seconds) => wire.lease(desk, name.token, { claim: name.claim, seconds }),
    perform,
    mayTurn,
  });

  function answer(query: Query, patient: boolean): unknown {
    const today = todayOf(now(), deps.offsetMinutes());
    const shelves = { roster, copy, likeness, inbox, incoming, pass, callBacks, sight };
    const team = { book: room, member, device: keep.device, names, now: now() };
    const named = { folderOfIncident: (happening: string) => folderOfIncident(room.secrets(), happening) };
    const asks = { member, today, shiftOf, isCoordinator, mayTurn, team, fetch: fetching.fetch, ...named };
    return answerTo(query, { ...shelves, ...asks }, patient);
  }

  const attachments = await deskAttachments({
    ...deps,
    mayGiveOut: () => sight.may("give out"),
    seal,
    keys: () => epochs.newest(),
    desk,
    suite: team().charter.suite,
    wire,
    copy,
    perform,
    member,
    today,
    keep,
    fingerprint: team().fingerprint,
    sendAll,
    signedIn: async () => (token === undefined ? getToken() : token),
  });

  const me = { member, device: keep.device, name: own.name };
  deps.status({ waiting: copy.waiting(), members: memberNames(), desks: room.desks(), me });
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
    desk,
    teamAtHand: team,
    boxOf: room.boxOf,
    copy,
    nameOf: room.nameOf,
    drafts,
    slips,
    attachments,
    wire,
    async team() {
      await room.follow();
      return team();
    },
    secrets: room.allSecrets,
    referralNames: (from) => referralNames(room.secrets(), from),
    taken: room.taken,
    say: room.say,
    sendAll,
    do: eachCallOnce(perform),
    takeDrop: inbox.take,
    answer: async <Q extends Query>(query: Q, patient: boolean) =>
      (await answer(query, patient)) as Answer<Q>, // each case of answerTo gives its own
    callBacks,
    poke: line.poke,
    sayOfList: incoming.say,
    beginPass: () => void pass.begin(),
    stopPass: pass.stop,
    stop() {
      isStopped = true;
      likeness.stop();
      pass.stop();
      incoming.stop();
      attachments.stop();
      inbox.stop();
      token = undefined;
      line.stop();
    },
  };
}
