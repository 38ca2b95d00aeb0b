/** The whole story of a meeting, for tests: an old and a new device, and a mailbox between them that a test may make lie. */
import { MeetingNote } from "@answerable/wire";
import * as v from "valibot";

import { invite, joinByLink, readLink, type MeetingLink } from "../index.ts";
import { chance } from "./chance.ts";
import { helpline, now } from "./helpline.ts";

type House = Awaited<ReturnType<typeof helpline>>;
/** The server's mailbox: it may do with a note whatever it likes. */
export type Mailbox = (note: MeetingNote) => MeetingNote;
export const honest: Mailbox = (note) => v.parse(MeetingNote, JSON.parse(JSON.stringify(note)));

interface Meeting {
  readonly house: House;
  readonly name: string;
  readonly mailbox?: Mailbox;
  /** What a person types on a screen, given what the other screen shows. */
  readonly type?: (shown: string) => string | undefined;
  /** For a server that got hold of the link. */
  readonly useLink?: (link: MeetingLink) => void;
}

/** The whole meeting, both sides in turn; throws where a side refuses, gives undefined where wrong digits end it. */
export async function meet({ house, name, mailbox = honest, type = (shown) => shown, useLink }: Meeting) {
  const old = invite({
    keep: house.open,
    team: house.team,
    origin: "https://desk.example.org",
    random: chance(`${name} old`),
  });
  const link = readLink(old.link);
  if (!link) throw new Error("a link");
  useLink?.(link);
  const young = await joinByLink({ link, statements: house.push.statements, random: chance(`${name} new`) });
  const offered = await young.readOffer(mailbox(old.offer));
  const joined = await old.readJoin(mailbox(offered.join));
  const revealed = await offered.readReveal(mailbox(joined.reveal));
  const accepted = await joined.accept(type(revealed.digits));
  const confirmed = await revealed.confirm(type(joined.digits));
  if (accepted.type === "WrongDigits" || confirmed.type === "WrongDigits")
    return { accepted, confirmed, digits: [joined.digits, revealed.digits] };
  const { push, welcome } = await accepted.add({ team: house.team, desks: [house.secrets], now });
  const statements = [...house.push.statements, ...push.statements];
  const { keep, team } = await confirmed.readWelcome({ note: mailbox(welcome), statements });
  return { accepted, confirmed, keep, team, push, statements, digits: [joined.digits, revealed.digits] };
}

/** A meeting up to its welcome: the old device has accepted, the new one has not read it yet. */
export async function welcomed(helplineName: string, name = helplineName) {
  const house = await helpline(helplineName);
  const origin = "https://desk.example.org";
  const old = invite({ keep: house.open, team: house.team, origin, random: chance(`${name} old`) });
  const young = await joinByLink({
    link: old.meeting,
    statements: house.push.statements,
    random: chance(`${name} new`),
  });
  const offered = await young.readOffer(old.offer);
  const joined = await old.readJoin(offered.join);
  const revealed = await offered.readReveal(joined.reveal);
  const accepted = await joined.accept(revealed.digits);
  const confirmed = await revealed.confirm(joined.digits);
  if (accepted.type !== "Accepted" || confirmed.type !== "Confirmed")
    throw new Error("the digits were right");
  const add = (at: number) => accepted.add({ team: house.team, desks: [house.secrets], now: at });
  return { house, ...(await add(now)), add, confirmed };
}
