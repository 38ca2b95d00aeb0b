/**
 * Mailboxes. The family asks with a signature and gets one page of 65,536 bytes, always: a page of the desk, or random bytes
 * behind a length of zero. A wrong code is a right signature by another key, so it gets the second, and so does a guesser;
 * ten of those an hour a locator, then a wait. Who holds the right key is never made to wait by others' guesses.
 */
import { createHmac } from "node:crypto";

import {
  fromText,
  id,
  Mail,
  MAIL_PAGE_BYTES,
  MailChallengeRequest,
  mailMessage,
  MailRequest,
  type DeskId,
  type MailAnswer,
  type MailChallenge,
  type MailReads,
} from "@answerable/wire";
import { Hono } from "hono";
import * as v from "valibot";

import type { Secrets } from "../drops/secrets.ts";
import { readBody } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import type { AtDesk, Parts } from "../http/parts.ts";
import { isSame } from "../sign-in/tokens.ts";
import { verify } from "../sign-in/verify.ts";

const CHALLENGE_MILLISECONDS = 120_000;
const HOUR = 3_600_000;
const MOST_TRIES = 10;
const deskId = id<DeskId>();

export interface MailParts extends Pick<Parts, "store" | "roll" | "now"> {
  readonly secrets: Secrets;
  readonly random: (bytes: number) => Uint8Array;
}

export function mailRoutes({ store, roll, now, secrets, random }: MailParts): Hono {
  const routes = new Hono();
  const macOf = async (...parts: readonly string[]) =>
    createHmac("sha256", await secrets.mail())
      .update(parts.join("."))
      .digest("base64url");

  routes.post("/:desk/challenge", async (c) => {
    const desk = v.safeParse(deskId, c.req.param("desk"));
    if (!desk.success) return complain(400, "Malformed");
    const asked = await readBody(c.req.raw, MailChallengeRequest, 1_000);
    if (asked instanceof Response) return asked;
    const ends = String(now() + CHALLENGE_MILLISECONDS);
    const nonce = Buffer.from(random(16)).toString("base64url");
    const mac = await macOf(desk.output, asked.locator, ends, nonce);
    const said: MailChallenge = { challenge: [ends, nonce, mac].join(".") };
    return answer(said);
  });

  routes.post("/:desk", async (c) => {
    const desk = v.safeParse(deskId, c.req.param("desk"));
    if (!desk.success) return complain(400, "Malformed");
    const asked = await readBody(c.req.raw, MailRequest, 2_000);
    if (asked instanceof Response) return asked;
    const team = await roll.team();
    if (!team?.desks.has(desk.output)) return complain(404, "NoDesk");
    const { locator, key, challenge, tell, signature } = asked;
    const [ends = "", nonce = "", given = "", ...rest] = challenge.split(".");
    const isOurs = rest.length === 0 && isSame(given, await macOf(desk.output, locator, ends, nonce));
    if (!isOurs || Number(ends) <= now()) return complain(401, "ChallengeOver");
    const message = mailMessage({ charter: team.fingerprint, desk: desk.output, locator, challenge, tell });
    if (!(await verify(fromText(key), message, fromText(signature)))) return complain(401, "BadSignature");

    const name = { desk: desk.output, locator, key };
    const found = await store.mail(name);
    // Counted whether or not there is mail, so that both take as long; only who finds nothing is held to the count.
    const tries = await store.countTry(desk.output, locator, Math.floor(now() / HOUR));
    if (!found && tries > MOST_TRIES)
      return complain(429, "TooManyTries", { retryAfter: Math.ceil((HOUR - (now() % HOUR)) / 1_000) });
    if (found && tell) {
      const day = new Date(now()).toISOString().slice(0, 10);
      await store.markRead(name, { number: found.number, day });
    }
    const page = found?.page ?? nothing(random);
    return new Response(Buffer.from(page), {
      headers: { "content-type": "application/octet-stream", "content-length": String(page.length) },
    });
  });

  return routes;
}

/** Below /api/desks, behind the session. */
export function deskMailRoutes({ store }: Pick<Parts, "store">): Hono<AtDesk> {
  const routes = new Hono<AtDesk>();
  routes.put("/:desk/mail", async (c) => {
    const mail = await readBody(c.req.raw, Mail, 100_000);
    if (mail instanceof Response) return mail;
    const said: MailAnswer = await store.putMail(c.get("desk"), mail);
    return answer(said);
  });
  routes.get("/:desk/mail", async (c) => {
    const said: MailReads = { reads: [...(await store.mailReads(c.get("desk")))] };
    return answer(said);
  });
  return routes;
}

function nothing(random: (bytes: number) => Uint8Array): Uint8Array {
  const page = Uint8Array.from(random(MAIL_PAGE_BYTES));
  page.fill(0, 0, 4);
  return page;
}
