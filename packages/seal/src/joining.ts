import {
  bytesTextOf,
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
import { makeDeviceSecrets, type DeviceSecrets } from "./people.ts";
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
  const bare = { v: 1, ...device, nonce: toText(drawn(random, KEY_BYTES)) } as const;
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
        welcomed({ link, device: join, secrets, host: reveal.device, transcript, random }, welcome),
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
  memberSeed: bytesTextOf(KEY_BYTES),
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
  /** The old device, as it named itself in the reveal. */
  readonly host: DeviceKeep["device"];
  readonly transcript: DeviceKeep["fingerprint"];
  readonly random: Random;
}

async function welcomed(
  { link, device, secrets, host, transcript, random }: Welcoming,
  { note, statements }: WelcomeToRead,
) {
  const welcome = openNote(link, { slot: "welcome", schema: WelcomeNote }, note);
  const team = await readTeam(statements, link.fingerprint);
  const hostKeys = team.devices.get(host);
  if (!hostKeys || hostKeys.revoked !== undefined) throw new MeetingBurnt("NotInTheLog");
  const message = welcomeMessage(transcript, welcome.file);
  if (!(await verify(fromText(hostKeys.signing), message, fromText(welcome.signature))))
    throw new MeetingBurnt("BadSignature");
  const { member, memberSeed, number, head } = await contentOf(welcome, team, secrets);
  // The head that the old device names must lie on this very log: a server cannot show the new device a shorter or another one.
  const asOfWelcome = await readTeam(statements.slice(0, number), link.fingerprint);
  if (asOfWelcome.number !== number || asOfWelcome.head !== head) throw new MeetingBurnt("NotInTheLog");
  const own = team.devices.get(device.device);
  const isOwn =
    own?.signing === device.signing && own.recipient === device.recipient && own.revoked === undefined;
  if (!own || !isOwn) throw new MeetingBurnt("NotInTheLog");
  const key = toText(publicKeyOf(fromText(memberSeed)));
  if (own.member !== member || hostKeys.member !== member || team.members.get(member)?.key !== key) {
    throw new MeetingBurnt("WrongMember");
  }
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
