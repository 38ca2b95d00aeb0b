import { momentOf } from "@answerable/casework";
/**
 * Two devices meet over a link: of one member, or of a coordinator and a new member. This file carries notes and shows steps; what is said, checked and sealed
 * is seal's. A wrong guess of the six digits, or a note that does not fit, ends the meeting for good.
 */
import {
  Damaged,
  invite,
  isRefusal,
  joinByLink,
  MeetingBurnt,
  readLink,
  type Added,
  type DeskSecrets,
  type Invitation,
  type MeetingLink,
  type DeviceKeep,
  type OpenKeep,
  type Random,
} from "@answerable/seal";
import {
  TeamLogBroken,
  Unreachable,
  WireRefusal,
  type MeetingNote,
  type MeetingSlot,
  type Role,
  type Team,
  type TeamStatement,
  type Wire,
} from "@answerable/wire";

import type { Enrolling, MeetingRefusal } from "./office.ts";

export interface MeetingDeps {
  readonly wire: Pick<Wire, "putNote" | "note" | "team" | "pushTeam">;
  readonly random: Random;
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly show: (enrol: Enrolling) => void;
  /** The digits a person typed; rejects with Cancelled. Under a practice charter resolves to undefined at once. */
  readonly typed: () => Promise<string | undefined>;
  /** Resolves when this side changes its mind. */
  readonly cancelled: Promise<void>;
}

const MEETING_MINUTES = 10;
const MOST_TRIES = 10;

/** A meeting that ended without a device. */
export class MeetingOver extends Error {
  override readonly name = "MeetingOver";
  readonly why: MeetingRefusal;
  constructor(why: MeetingRefusal) {
    super(`the meeting is over: ${why.type}`);
    this.why = why;
  }
}

export interface Inviting {
  readonly keep: OpenKeep;
  readonly origin: string;
  readonly team: () => Promise<Team>;
  readonly desks: () => Promise<readonly DeskSecrets[]>;
  /** A new member, and not one more device of one's own. */
  readonly newcomer?: { readonly roles: readonly Role[] };
  readonly added: (push: Added["push"]) => Promise<void>;
}

/** Opens a meeting; `link` is there when the offer lies at the server, `done` when the device is in or the meeting over. */
export async function inviteDevice(
  deps: MeetingDeps,
  given: Inviting,
): Promise<{ readonly link: string; readonly done: Promise<void> }> {
  const team = await given.team();
  const { random, now } = deps;
  const invitation = invite({
    keep: given.keep,
    team,
    origin: given.origin,
    random,
    ...(given.newcomer ? { newcomer: given.newcomer } : {}),
  });
  await carried(() => deps.wire.putNote(invitation.offer), deps);
  const { link } = invitation;
  const until = now() + MEETING_MINUTES * 60_000;
  deps.show({ role: "inviting", step: "waiting", link, until: momentOf(until) });
  return { link, done: hosting(deps, given, invitation) };
}

async function hosting(deps: MeetingDeps, given: Inviting, invitation: Invitation): Promise<void> {
  const { link } = invitation;
  await told(deps, { link: invitation.meeting, refuse: () => invitation.refuse() }, async (over) => {
    const join = await over.or(awaited(deps, invitation.meeting, "join"));
    const joined = await invitation.readJoin(join);
    await carried(() => deps.wire.putNote(joined.reveal), deps);
    deps.show({ role: "inviting", step: "digits", link, digits: joined.digits });
    const accepted = await joined.accept(await over.or(deps.typed()));
    if (accepted.type === "WrongDigits") {
      await deps.wire.putNote(accepted.refuse).catch(() => undefined);
      throw new MeetingOver({ type: "WrongDigits" });
    }
    deps.show({ role: "inviting", step: "sealing", link });
    for (let tries = 1; ; tries += 1) {
      const added = await accepted.add({
        team: await given.team(),
        desks: await given.desks(),
        now: deps.now(),
      });
      const answer = await carried(() => deps.wire.pushTeam(added.push), deps);
      if (answer.type !== "Taken") {
        // The log has grown meanwhile: read it again and sign the next statement. But not for ever: a server that hides
        // what it says is there would have us sign until the laptop is shut.
        if (tries === MOST_TRIES) throw new MeetingOver({ type: "MeetingBroken" });
        continue;
      }
      await given.added(added.push);
      await over.or(welcomed(deps, added.welcome)).catch(() => {
        throw new MeetingOver({ type: "WelcomeLost" });
      });
      break;
    }
    deps.show({ role: "inviting", step: "done", link });
  });
}

/**
 * Note: A lost welcome. The log has the device already; without its welcome it would be one that nobody has. So this is
 * tried for as long as the other side waits, and where it never gets through both sides say what is left behind.
 */
async function welcomed(deps: MeetingDeps, welcome: MeetingNote): Promise<void> {
  const until = deps.now() + MEETING_MINUTES * 60_000;
  for (;;) {
    try {
      return await deps.wire.putNote(welcome);
    } catch (problem) {
      const mayPass =
        problem instanceof Unreachable || (problem instanceof WireRefusal && problem.status >= 500);
      if (!mayPass || deps.now() > until) throw problem;
    }
    await deps.pause(1_000);
  }
}

export interface JoinedHelpline {
  readonly keep: DeviceKeep;
  readonly team: Team;
  readonly statements: readonly TeamStatement[];
}

export async function joinHelpline(
  deps: MeetingDeps & { readonly isPractice: (practice: boolean) => void },
  linkText: string,
): Promise<JoinedHelpline> {
  const link = readLink(linkText);
  if (!link) throw new MeetingOver({ type: "NotALink" });
  deps.show({ role: "joining", step: "reaching" });
  let refuse: (() => MeetingNote) | undefined;
  return told(deps, { link, refuse: () => refuse?.() }, async (over) => {
    const { statements } = await carried(() => deps.wire.team(0), deps);
    const joining = await joinByLink({ link, statements, random: deps.random });
    refuse = joining.refuse;
    const founded = statements[0]?.act;
    deps.isPractice(founded?.type === "Founded" && founded.charter.practice);
    const offered = await joining.readOffer(await over.or(awaited(deps, link, "offer")));
    await carried(() => deps.wire.putNote(offered.join), deps);
    deps.show({ role: "joining", step: "waiting" });
    const revealed = await offered.readReveal(await over.or(awaited(deps, link, "reveal")));
    deps.show({ role: "joining", step: "digits", digits: revealed.digits });
    const confirmed = await revealed.confirm(await over.or(deps.typed()));
    if (confirmed.type === "WrongDigits") {
      await deps.wire.putNote(confirmed.refuse).catch(() => undefined);
      throw new MeetingOver({ type: "WrongDigits" });
    }
    deps.show({ role: "joining", step: "welcome", digits: revealed.digits });
    const note = await over.or(awaited(deps, link, "welcome")).catch((problem: unknown) => {
      const isLate = problem instanceof MeetingOver && problem.why.type === "Expired";
      throw isLate ? new MeetingOver({ type: "WelcomeLost" }) : problem;
    });
    const now = await carried(() => deps.wire.team(0), deps);
    const welcomed = await confirmed.readWelcome({ note, statements: now.statements });
    return { ...welcomed, statements: now.statements };
  });
}

/** Ends a wait early: the other side refused, this side changed its mind. */
interface Over {
  readonly or: <T>(waited: Promise<T>) => Promise<T>;
}

/** What ends a meeting, in the desk's words; the other side is told where it can be. */
async function told<T>(
  deps: MeetingDeps,
  meeting: { readonly link: MeetingLink; readonly refuse: () => MeetingNote | undefined },
  go: (over: Over) => Promise<T>,
): Promise<T> {
  let isDone = false;
  const ending = Promise.race([
    deps.cancelled.then(() => Promise.reject(new MeetingOver({ type: "Cancelled" }))),
    refused(deps, meeting.link, () => isDone),
  ]);
  ending.catch(() => undefined); // heard by whoever waits, if anybody does
  try {
    return await go({ or: <W>(waited: Promise<W>) => Promise.race([waited, ending]) });
  } catch (problem) {
    const why = reasonOf(problem);
    if (!why) throw problem;
    if (why.type === "Cancelled" || why.type === "MeetingBroken") {
      const note = meeting.refuse();
      if (note) await deps.wire.putNote(note).catch(() => undefined);
    }
    throw new MeetingOver(why);
  } finally {
    isDone = true;
  }
}

/** Never resolves; rejects when the other side has left its refusal. */
async function refused(deps: MeetingDeps, link: MeetingLink, isDone: () => boolean): Promise<never> {
  while (!isDone()) {
    const note = await deps.wire.note(link.meeting, "refuse").catch(() => undefined);
    if (note && isRefusal(link, note)) throw new MeetingOver({ type: "Cancelled" });
    await deps.pause(1_000);
  }
  return new Promise<never>(() => undefined);
}

function reasonOf(problem: unknown): MeetingRefusal | undefined {
  if (problem instanceof MeetingOver) return problem.why;
  if (problem instanceof Unreachable) return { type: "Unreachable" };
  if (problem instanceof WireRefusal)
    return problem.status === 404 || problem.status === 410 ? { type: "Expired" } : { type: "MeetingBroken" };
  if (problem instanceof TeamLogBroken) return { type: "NotTheSameHelpline" };
  if (problem instanceof MeetingBurnt || problem instanceof Damaged) return { type: "MeetingBroken" };
  return undefined;
}

/** Waits for the other side's note until the ten minutes are over. */
async function awaited(deps: MeetingDeps, link: MeetingLink, slot: MeetingSlot): Promise<MeetingNote> {
  const until = deps.now() + MEETING_MINUTES * 60_000;
  while (deps.now() <= until) {
    const note = await carried(() => deps.wire.note(link.meeting, slot), deps);
    if (note) return note;
    await deps.pause(100);
  }
  throw new MeetingOver({ type: "Expired" });
}

/** Three tries over a bad line before the meeting is given up. */
async function carried<T>(go: () => Promise<T>, deps: MeetingDeps): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await go();
    } catch (problem) {
      if (!(problem instanceof Unreachable) || tries === 3) throw problem;
      await deps.pause(tries * 500);
    }
  }
}
