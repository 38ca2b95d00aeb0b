import {
  bytesTextOf,
  deviceInUse,
  fromText,
  fromUtf8,
  hashSchema,
  id,
  toText,
  type MeetingNote,
  type MemberId,
  type Team,
  type TeamStatement,
} from "@answerable/wire";
/** The new device's side of a meeting. See the header of meeting.ts for what is said, and why. */
import * as v from "valibot";

import { bytesOf } from "./aead.ts";
import { ageOpened } from "./age.ts";
import { KEY_BYTES } from "./constants.ts";
import { Damaged } from "./damaged.ts";
import { publicKeyOf, signerFrom, verify } from "./ed25519.ts";
import { makeStoreKey, type DeviceKeep } from "./keep.ts";
import {
  commitmentTo,
  digitsOf,
  hashOfTranscript,
  joinMessage,
  OfferNote,
  openNote,
  RevealNote,
  sealNote,
  WelcomeNote,
  welcomeMessage,
  type MeetingLink,
} from "./meeting-notes.ts";
import { areDigits, MeetingBurnt, once, refusal, type WrongDigits } from "./meeting.ts";
import { certified, makeDeviceSecrets, makeMember, type DeviceSecrets, type NewMember } from "./people.ts";
import { drawn, type Random } from "./random.ts";
import { readTeam } from "./team.ts";

export interface Joining {
  /** Throws MeetingBurnt, Damaged. */
  readonly readOffer: (note: MeetingNote) => Promise<Offered>;
  readonly refuse: () => MeetingNote;
}

export interface Offered {
  readonly join: MeetingNote;
  readonly readReveal: (note: MeetingNote) => Promise<Revealed>;
}

export interface Revealed {
  /** For this screen. */
  readonly digits: string;
  /** `typed`: what the other screen shows; may be missing only under a practice charter. */
  readonly confirm: (typed: string | undefined) => Promise<Confirmed | WrongDigits>;
}

export interface Confirmed {
  readonly type: "Confirmed";
  /** With the whole team log as it is by now. */
  readonly readWelcome: (
    welcome: WelcomeToRead,
  ) => Promise<{ readonly keep: DeviceKeep; readonly team: Team }>;
}

export interface WelcomeToRead {
  readonly note: MeetingNote;
  readonly statements: readonly TeamStatement[];
}

export interface JoiningWish {
  readonly link: MeetingLink;
  /** The team log as the server has it now; it must be of the link's fingerprint. */
  readonly statements: readonly TeamStatement[];
  readonly random: Random;
}

/** Throws TeamLogBroken when the server shows another helpline than the link names. */
export async function joinByLink({ link, statements, random }: JoiningWish): Promise<Joining> {
  const { charter } = await readTeam(statements, link.fingerprint);
  const { device, secrets } = await makeDeviceSecrets(charter.suite, random);
  const made = link.brings === "member" ? makeMember(random) : undefined;
  const newcomer = made && {
    member: made.member,
    key: toText(made.publicKey),
    certificate: (await certified(device, made.member, made.seed)).certificate,
  };
  const nonce = toText(drawn(random, KEY_BYTES));
  const bare = { v: 1, ...device, nonce, ...(newcomer ? { newcomer } : {}) } as const;
  const signer = await signerFrom(secrets.signing);
  const join = { ...bare, signature: toText(await signer.sign(joinMessage(link, bare))) };
  const refuse = () => refusal(link, random);
  const readOffer = once(async (note: MeetingNote): Promise<Offered> => {
    const offer = openNote(link, { slot: "offer", schema: OfferNote }, note);
    const readReveal = once(async (revealNote: MeetingNote): Promise<Revealed> => {
      const reveal = openNote(link, { slot: "reveal", schema: RevealNote }, revealNote);
      if (commitmentTo(link, reveal) !== offer.commitment) throw new MeetingBurnt("BrokenCommitment");
      const transcript = hashOfTranscript(link, { offer, join, reveal });
      const readWelcome = once((welcome: WelcomeToRead) =>
        welcomed({ link, device: join, secrets, made, host: reveal.device, transcript, random }, welcome),
      );
      const confirm = once(async (typed: string | undefined): Promise<Confirmed | WrongDigits> => {
        const isRight = areDigits(typed, digitsOf(link, transcript, "old"), charter.practice);
        return isRight ? { type: "Confirmed", readWelcome } : { type: "WrongDigits", refuse: refuse() };
      });
      return { digits: digitsOf(link, transcript, "new"), confirm };
    });
    return { join: sealNote(link, { slot: "join", content: join, random }), readReveal };
  });
  return { readOffer, refuse };
}

const WelcomeContent = v.strictObject({
  v: v.literal(1),
  member: id<MemberId>(),
  /** Missing where she is new: then she has made it herself. */
  memberSeed: v.optional(bytesTextOf(KEY_BYTES)),
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  head: hashSchema,
});

interface Welcoming {
  readonly link: MeetingLink;
  readonly device: {
    readonly device: DeviceKeep["device"];
    readonly signing: string;
    readonly recipient: string;
  };
  readonly secrets: DeviceSecrets;
  /** The new member that this device made. */
  readonly made: NewMember | undefined;
  /** The old device, as it named itself in the reveal. */
  readonly host: DeviceKeep["device"];
  readonly transcript: DeviceKeep["fingerprint"];
  readonly random: Random;
}

async function welcomed(
  { link, device, secrets, made, host, transcript, random }: Welcoming,
  { note, statements }: WelcomeToRead,
) {
  const welcome = openNote(link, { slot: "welcome", schema: WelcomeNote }, note);
  const team = await readTeam(statements, link.fingerprint);
  const hostKeys = team.devices.get(host);
  if (!hostKeys || !deviceInUse(team, host)) throw new MeetingBurnt("NotInTheLog");
  const message = welcomeMessage(transcript, welcome.file);
  if (!(await verify(fromText(hostKeys.signing), message, fromText(welcome.signature))))
    throw new MeetingBurnt("BadSignature");
  const content = await contentOf(welcome, team, secrets);
  const { member, number, head } = content;
  const memberSeed = made ? toText(made.seed) : content.memberSeed;
  if (memberSeed === undefined || (made && made.member !== member)) throw new MeetingBurnt("WrongMember");
  // The head that the old device names must lie on this very log: a server cannot show the new device a shorter or another one.
  const asOfWelcome = await readTeam(statements.slice(0, number), link.fingerprint);
  if (asOfWelcome.number !== number || asOfWelcome.head !== head) throw new MeetingBurnt("NotInTheLog");
  const own = team.devices.get(device.device);
  const isOwn =
    own?.signing === device.signing && own.recipient === device.recipient && own.revoked === undefined;
  if (!own || !isOwn) throw new MeetingBurnt("NotInTheLog");
  const key = toText(publicKeyOf(fromText(memberSeed)));
  // Only a member's own device may hand on her key; who brings in a new member is a coordinator, as the log has checked.
  const isByOwn = made !== undefined || hostKeys.member === member;
  if (own.member !== member || !isByOwn || team.members.get(member)?.key !== key)
    throw new MeetingBurnt("WrongMember");
  const keep: DeviceKeep = {
    v: 1,
    fingerprint: team.fingerprint,
    member,
    memberSeed,
    device: device.device,
    signing: toText(secrets.signing),
    identity: secrets.identity,
    store: toText(makeStoreKey(random)),
  };
  return { keep, team };
}

async function contentOf(welcome: WelcomeNote, team: Team, { identity }: DeviceSecrets) {
  const file = bytesOf(welcome.file, "note");
  const bytes = await ageOpened(file, { suite: team.charter.suite, identity, what: "note" });
  try {
    return v.parse(WelcomeContent, JSON.parse(fromUtf8(bytes)));
  } catch {
    // The parser's error would quote what was inside.
    throw new Damaged("note");
  }
}
