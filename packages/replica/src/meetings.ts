/** The one meeting that may be going on at this device: who types digits into it, who cancels it, how it ended. */
import type { Result } from "@answerable/casework";
import { openBox, openKeep, signIn, type DeviceKeep, type Random } from "@answerable/seal";
import {
  hasRole,
  openWire,
  Unreachable,
  WireRefusal,
  type EpochBox,
  type Team,
  type Wire,
} from "@answerable/wire";

import {
  inviteDevice,
  joinHelpline,
  MeetingOver,
  type Inviting,
  type JoinedHelpline,
  type MeetingDeps,
} from "./enrol.ts";
import type { Enrolling, MeetingRefusal } from "./office.ts";
import type { Session } from "./session.ts";
import type { Timers } from "./timers.ts";

export interface MeetingsDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly origin: string;
  readonly linkOrigin?: string;
  readonly now: () => number;
  readonly random: Random;
  readonly timers: Timers;
  readonly show: (enrol: Enrolling) => void;
}

export interface Meetings {
  /** `settle`: the device is in, and is to be kept. */
  readonly join: (
    link: string,
    settle: (joined: JoinedHelpline & { readonly box: EpochBox }) => Promise<void>,
  ) => Promise<Result<void, MeetingRefusal>>;
  readonly invite: (
    session: Session,
    newcomer?: Inviting["newcomer"],
  ) => Promise<Result<{ link: string }, MeetingRefusal>>;
  readonly typeDigits: (digits: string) => Promise<Result<void, MeetingRefusal>>;
  readonly cancel: () => Promise<void>;
  readonly isOn: () => boolean;
}

type Ending = Result<void, MeetingRefusal>;

interface Meeting {
  readonly type: (digits: string | undefined) => void;
  readonly typed: Promise<string | undefined>;
  readonly cancel: () => void;
  readonly cancelled: Promise<void>;
}

const done: Ending = { ok: true, value: undefined };

export function openMeetings(deps: MeetingsDeps): Meetings {
  const { random, now, timers, show } = deps;
  let going: { readonly meeting: Meeting; readonly over: Promise<Ending> } | undefined;

  const through = (meeting: Meeting, wire: MeetingDeps["wire"]): MeetingDeps => ({
    wire,
    random,
    now,
    show,
    pause: (milliseconds) => new Promise((resolve) => timers.later(milliseconds, () => resolve(undefined))),
    typed: () => meeting.typed,
    cancelled: meeting.cancelled,
  });
  const wireWith = (token: string | undefined): Wire =>
    openWire({ origin: deps.origin, fetch: deps.fetch, token: () => token });

  /** A meeting's end in the desk's words. */
  async function ended(role: "inviting" | "joining", go: Promise<void>): Promise<Ending> {
    try {
      await go;
      return done;
    } catch (problem) {
      const why = whyOf(problem);
      show({ role, step: "failed", why: why ?? { type: "MeetingBroken" } });
      if (!why) throw problem;
      return { ok: false, refusal: why };
    } finally {
      going = undefined;
    }
  }

  /** The desk's box, as a device that has just been added gets it. */
  async function boxFor({ keep: device, team }: JoinedHelpline): Promise<EpochBox> {
    const keep = await openKeep(device);
    const { challenge } = await wireWith(undefined).challenge(keep.device);
    const { token } = await wireWith(undefined).signIn(await signIn(challenge, keep));
    const desk = deskOf(team, keep);
    if (!desk) throw new MeetingOver({ type: "MeetingBroken" });
    const box = await wireWith(token).box(desk.desk);
    if (box.desk !== desk.desk) throw new MeetingOver({ type: "MeetingBroken" }); // sound, and another desk's
    await openBox(box, keep, team); // throws where it is not for this device: then nothing is kept
    return box;
  }

  return {
    join(link, settle) {
      const meeting = openMeeting();
      const isPractice = (practice: boolean) => practice && meeting.type(undefined);
      const over = ended(
        "joining",
        (async () => {
          const joined = await joinHelpline({ ...through(meeting, wireWith(undefined)), isPractice }, link);
          await settle({ ...joined, box: await boxFor(joined) });
          show({ role: "joining", step: "done" });
        })(),
      );
      going = { meeting, over };
      return over;
    },
    async invite(session, newcomer) {
      going?.meeting.cancel();
      try {
        // Before anything is offered: is the server there, and is this device still signed in?
        const team = await session.team();
        const meeting = openMeeting();
        if (newcomer && !hasRole(team, session.keep.member, "coordinator"))
          return { ok: false, refusal: { type: "NotAllowed" } };
        if (team.charter.practice) meeting.type(undefined);
        const { link, done: hosted } = await inviteDevice(through(meeting, session.wire), {
          keep: session.keep,
          origin: deps.linkOrigin ?? deps.origin,
          team: session.team,
          // Whoever comes sits at the desk that brings her in; one's own device, at all of one's own.
          desks: newcomer
            ? async () => (await session.secrets()).filter(({ desk }) => desk === session.desk)
            : session.secrets,
          added: session.taken,
          ...(newcomer ? { newcomer } : {}),
        });
        const over = ended("inviting", hosted);
        over.catch(() => undefined); // shown as a broken meeting
        going = { meeting, over };
        return { ok: true, value: { link } };
      } catch (problem) {
        const why = whyOf(problem);
        if (!why) throw problem;
        return { ok: false, refusal: why };
      }
    },
    async typeDigits(digits) {
      if (!going) return { ok: false, refusal: { type: "NotOpen" } };
      going.meeting.type(digits);
      return going.over;
    },
    async cancel() {
      const last = going;
      last?.meeting.cancel();
      await last?.over;
    },
    isOn: () => going !== undefined,
  };
}

function openMeeting(): Meeting {
  let type: Meeting["type"] = () => undefined;
  let cancel: Meeting["cancel"] = () => undefined;
  const typed = new Promise<string | undefined>((resolve) => {
    type = resolve;
  });
  const cancelled = new Promise<void>((resolve) => {
    cancel = resolve;
  });
  return { type, typed, cancel, cancelled };
}

function deskOf(team: Team, keep: Pick<DeviceKeep, "member">) {
  return [...team.desks.values()].find((desk) => desk.members.includes(keep.member));
}

function whyOf(problem: unknown): MeetingRefusal | undefined {
  if (problem instanceof MeetingOver) return problem.why;
  return problem instanceof Unreachable || problem instanceof WireRefusal
    ? { type: "Unreachable" }
    : undefined;
}
