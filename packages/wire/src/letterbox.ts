/**
 * The family's end of the wire: no session, no name, no cookie. Knows how to ask for the team log, to file a letter and to
 * fetch a mailbox's page; what is in them it cannot tell.
 */
import { DropAnswer, PERIOD_HEADER, type ProofOfFiling } from "./drops.ts";
import type { DeskId, DropId, Period } from "./ids.ts";
import { MAIL_PAGE_BYTES, MailChallenge, type MailRequest } from "./mailbox.ts";
import { answered, bytesOf, jsonOf, reached, Unreachable, type Fetch } from "./reach.ts";
import { TeamAnswer } from "./requests.ts";
import { WORK_HEADER, WorkChallenge } from "./work.ts";

export interface LetterboxDeps {
  /** Origin of the server, without a path. */
  readonly origin: string;
  readonly fetch: Fetch;
}

export interface DropToPut {
  readonly desk: DeskId;
  readonly id: DropId;
  readonly period: Period;
  readonly body: Uint8Array;
  /** See work.ts. */
  readonly work: string;
}

export type Letterbox = ReturnType<typeof openLetterbox>;

export function openLetterbox({ origin, fetch }: LetterboxDeps) {
  const to = (path: string, init: RequestInit = {}): Promise<Response> =>
    answered(
      fetch,
      new Request(`${origin}/api/${path}`, { ...init, credentials: "omit", cache: "no-store" }),
    );
  const json = (value: unknown): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value),
  });

  return {
    team: async () => (await jsonOf(TeamAnswer, await to("team?after=0"))).statements,
    work: async () => jsonOf(WorkChallenge, await to("work")),
    async put({ desk, id, period, body, work }: DropToPut): Promise<ProofOfFiling> {
      const headers = {
        "content-type": "application/octet-stream",
        [PERIOD_HEADER]: String(period),
        [WORK_HEADER]: work,
      };
      // A copy in a buffer of its own, as fetch's types want it.
      const init = { method: "PUT", headers, body: body.slice() };
      const answer = await jsonOf(DropAnswer, await to(`drops/${desk}/${id}`, init));
      return answer.proof;
    },
    mailChallenge: async (desk: DeskId, locator: string) =>
      (await jsonOf(MailChallenge, await to(`mail/${desk}/challenge`, json({ locator })))).challenge,
    /** One whole page, or Unreachable: a page of another length was cut or is no page. */
    async mail(desk: DeskId, request: MailRequest): Promise<Uint8Array> {
      const response = await to(`mail/${desk}`, json(request));
      const page = await reached(() => bytesOf(response, MAIL_PAGE_BYTES));
      if (page.length !== MAIL_PAGE_BYTES) throw new Unreachable("the page was cut");
      return page;
    },
  };
}
