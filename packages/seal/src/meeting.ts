/**
 * Enrolling one more device of the same member, or a new member with her first device. Whoever holds the link may speak, and the server may lie, so people compare:
 *
 *   old  offer: a commitment to a nonce   ->
 *                                         <-  join: the new device's keys, its nonce, signed       new
 *   old  reveal: the nonce                ->
 *        each screen shows six digits that depend on everything said; each side types the other's
 *   old  welcome: age file to the new device, signed over everything said                     ->   new
 *
 * The commitment makes a stranger in the middle choose before knowing: the digits agree by luck once in a million.
 * Each step can be taken once. A wrong number typed, or a note that does not fit, burns the meeting: a second guess would
 * be a second chance for the stranger. Under a practice charter nobody types; the digits are shown all the same.
 */
import type { Act, MeetingNote, Role, Team, TeamPush } from "@answerable/wire";
import { canonicalBytes, fromText, isOfSuite, isStrictKey, toText, utf8 } from "@answerable/wire";
import { equalBytes } from "@noble/ciphers/utils.js";

import { ageSealed } from "./age.ts";
import { changeTeam } from "./change-team.ts";
import { KEY_BYTES } from "./constants.ts";
import type { DeskSecrets } from "./desk-keys.ts";
import { verify } from "./ed25519.ts";
import type { OpenKeep } from "./keep.ts";
import {
  commitmentTo,
  digitsOf,
  hashOfTranscript,
  JoinNote,
  joinMessage,
  linkText,
  newMeeting,
  openNote,
  sealNote,
  welcomeMessage,
  type MeetingLink,
  type RevealNote,
  type Transcript,
} from "./meeting-notes.ts";
import { certified } from "./people.ts";
import { drawn, type Random } from "./random.ts";

/** This meeting is over: a step was taken twice, or a note did not fit. Begin again with a new link. */
export class MeetingBurnt extends Error {
  override readonly name = "MeetingBurnt";
  readonly why: MeetingFault;
  constructor(why: MeetingFault) {
    super(`the meeting is burnt: ${why}`);
    this.why = why;
  }
}

export type MeetingFault =
  | "TakenTwice"
  | "DigitsMissing"
  | "BadSignature"
  | "BrokenCommitment"
  | "WrongHelpline"
  | "WrongSuite"
  | "WrongMember"
  | "NotInTheLog";

export interface WrongDigits {
  readonly type: "WrongDigits";
  /** For the mailbox, so that the other side stops too. */
  readonly refuse: MeetingNote;
}

export interface Invitation {
  /** For the other device, by a way that is not the server. */
  readonly link: string;
  readonly meeting: MeetingLink;
  readonly offer: MeetingNote;
  /** Throws MeetingBurnt, Damaged. */
  readonly readJoin: (note: MeetingNote) => Promise<Joined>;
  readonly refuse: () => MeetingNote;
}

export interface Joined {
  readonly reveal: MeetingNote;
  /** For this screen. */
  readonly digits: string;
  /** `typed`: what the other screen shows; may be missing only under a practice charter. */
  readonly accept: (typed: string | undefined) => Promise<Accepted | WrongDigits>;
}

/** The digits are right. `add` may be repeated with a newer team when the server answers Behind. */
export interface Accepted {
  readonly type: "Accepted";
  readonly add: (state: TeamNow) => Promise<Added>;
}

export interface TeamNow {
  readonly team: Team;
  readonly desks: readonly DeskSecrets[];
  readonly now: number;
}

export interface Added {
  readonly push: TeamPush;
  /** For the mailbox, after the push was taken. */
  readonly welcome: MeetingNote;
}

export interface InvitationWish {
  readonly keep: OpenKeep;
  readonly team: Team;
  readonly origin: string;
  /** A new member; without it: one more device of one's own. */
  readonly newcomer?: { readonly roles: readonly Role[] };
  readonly random: Random;
}

export function invite({ keep, team, origin, newcomer, random }: InvitationWish): Invitation {
  if (team.fingerprint !== keep.fingerprint) throw new MeetingBurnt("WrongHelpline");
  const link = newMeeting(team.fingerprint, newcomer ? "member" : "device", random);
  const reveal: RevealNote = { v: 1, device: keep.device, nonce: toText(drawn(random, KEY_BYTES)) };
  const offer = { v: 1, commitment: commitmentTo(link, reveal) } as const;
  const refuse = () => refusal(link, random);
  const readJoin = once(async (note: MeetingNote): Promise<Joined> => {
    const join = await checkedJoin(link, team, note);
    const said = { offer, join, reveal };
    const transcript = hashOfTranscript(link, said);
    const accept = once(async (typed: string | undefined): Promise<Accepted | WrongDigits> => {
      const isRight = areDigits(typed, digitsOf(link, transcript, "new"), team.charter.practice);
      return isRight ? { type: "Accepted", add } : { type: "WrongDigits", refuse: refuse() };
    });
    const add = (state: TeamNow) => added({ keep, link, said, newcomer, random }, state);
    return {
      reveal: sealNote(link, { slot: "reveal", content: reveal, random }),
      digits: digitsOf(link, transcript, "old"),
      accept,
    };
  });
  return {
    link: linkText(origin, link),
    meeting: link,
    offer: sealNote(link, { slot: "offer", content: offer, random }),
    readJoin,
    refuse,
  };
}

async function checkedJoin(link: MeetingLink, team: Team, note: MeetingNote): Promise<JoinNote> {
  const join = openNote(link, { slot: "join", schema: JoinNote }, note);
  const key = fromText(join.signing);
  if (!isOfSuite(team.charter.suite, join.recipient)) throw new MeetingBurnt("WrongSuite");
  if (!isStrictKey(key) || !(await verify(key, joinMessage(link, join), fromText(join.signature)))) {
    throw new MeetingBurnt("BadSignature");
  }
  if ((link.brings === "member") !== (join.newcomer !== undefined)) throw new MeetingBurnt("WrongMember");
  return join;
}

interface Conversation {
  readonly keep: OpenKeep;
  readonly link: MeetingLink;
  readonly said: Transcript;
  readonly newcomer: InvitationWish["newcomer"];
  readonly random: Random;
}

async function added(
  { keep, link, said, newcomer, random }: Conversation,
  { team, desks, now }: TeamNow,
): Promise<Added> {
  if (team.fingerprint !== link.fingerprint) throw new MeetingBurnt("WrongHelpline");
  const { join } = said;
  const act = newcomer ? memberAct(join, newcomer.roles, desks) : await deviceAct(join, keep);
  const { push, team: after } = await changeTeam({ keep, team, now, desks, random, acts: [act] });
  // A new member made her own key and shows it to nobody: only one's own second device is given the member's.
  const secret = newcomer ? {} : { memberSeed: keep.memberSeed };
  const member = act.device.member;
  const content = canonicalBytes({ v: 1, member, ...secret, number: after.number, head: after.head });
  const file = toText(await ageSealed(content, team.charter.suite, [join.recipient]));
  const signature = toText(await keep.signer.sign(welcomeMessage(hashOfTranscript(link, said), file)));
  return { push, welcome: sealNote(link, { slot: "welcome", content: { v: 1, file, signature }, random }) };
}

async function deviceAct({ device, signing, recipient }: JoinNote, keep: OpenKeep) {
  const keys = await certified({ device, signing, recipient }, keep.member, fromText(keep.memberSeed));
  return { type: "DeviceAdded", device: keys } as const;
}

function memberAct(
  { device, signing, recipient, newcomer }: JoinNote,
  roles: readonly Role[],
  desks: readonly DeskSecrets[],
) {
  if (!newcomer) throw new MeetingBurnt("WrongMember");
  const { member, key, certificate } = newcomer;
  return {
    type: "MemberAdded",
    member: { member, key },
    device: { device, member, signing, recipient, certificate },
    roles: [...roles],
    desks: desks.map(({ desk }) => desk),
  } as const satisfies Act;
}

export function refusal(link: MeetingLink, random: Random): MeetingNote {
  return sealNote(link, { slot: "refuse", content: { v: 1, refused: true }, random });
}

/** Spaces are forgiven; anything else but the six digits is not. */
export function areDigits(typed: string | undefined, due: string, practice: boolean): boolean {
  if (typed === undefined) {
    if (!practice) throw new MeetingBurnt("DigitsMissing");
    return true;
  }
  return equalBytes(utf8(typed.replaceAll(/\s/g, "")), utf8(due));
}

/** A step that was taken is taken, also when it failed. */
export function once<A, B>(step: (given: A) => Promise<B>): (given: A) => Promise<B> {
  let taken = false;
  return async (given) => {
    if (taken) throw new MeetingBurnt("TakenTwice");
    taken = true;
    return step(given);
  };
}
