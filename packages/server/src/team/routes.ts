/** The team log and the boxes: read by anyone who knows the address (it names nobody), written by those who are in it. */
import {
  canonicalText,
  FOUNDING_HEADER,
  TeamPush,
  type TeamAnswer,
  type TeamPushAnswer,
} from "@answerable/wire";
import { Hono } from "hono";

import { readBody } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import { wholeNumber, type Parts } from "../http/parts.ts";
import { sessionOf } from "../sign-in/session.ts";
import { isSame } from "../sign-in/tokens.ts";
import { decideTeamPush, isRecovered } from "./decide-push.ts";

const MOST_RECOVERY_BYTES = 8_000;

export function teamRoutes(parts: Parts): Hono {
  const routes = new Hono();

  routes.get("/", async (c) => {
    const after = wholeNumber(c, "after");
    if (after === undefined) return complain(400, "Malformed");
    const found: TeamAnswer = { statements: [...(await parts.store.team(after))] };
    return answer(found);
  });

  routes.post("/", async (c) => {
    const session = await sessionOf(parts, c.req.raw);
    const given = c.req.header(FOUNDING_HEADER);
    const hasFoundingSecret =
      parts.foundingSecret !== undefined && given !== undefined && isSame(given, parts.foundingSecret);
    // Before the body is read: a push may be large, and only these two may send one. Whoever holds the paper sends a small one.
    const isKnown = session !== undefined || hasFoundingSecret;
    if (!isKnown && given !== undefined) return complain(403, "NotSignedIn");
    const push = await readBody(c.req.raw, TeamPush, isKnown ? 12_000_000 : MOST_RECOVERY_BYTES);
    if (!isKnown && (push instanceof Response || !isRecovered(push))) return complain(401, "NotSignedIn");
    if (push instanceof Response) return push;

    const already = await alreadyTaken(parts, push);
    if (already !== undefined) return taken({ type: "Taken", number: already });
    const before = await parts.roll.newest();
    const decision = await decideTeamPush(push, before, {
      device: session?.device,
      hasFoundingSecret,
      now: parts.now(),
    });
    switch (decision.type) {
      case "Take": {
        const done = await parts.store.takeTeam(decision.taking);
        const after = await parts.roll.newest();
        if (done.type === "Taken") {
          parts.hints.teamGrown([...(after?.desks.keys() ?? [])], decision.number);
          return taken({ type: "Taken", number: decision.number });
        }
        // It may also be our own first try, committed while its answer was lost on the way from the database.
        const number = await alreadyTaken(parts, push);
        return taken(number === undefined ? done : { type: "Taken", number });
      }
      case "Behind":
      case "Stale":
        return taken(decision);
      case "NotSignedIn":
        return complain(401, decision.type);
      case "NoFoundingSecret":
      case "NotYours":
        return complain(403, decision.type);
      case "Broken":
        return complain(422, decision.type);
    }
  });

  return routes;
}

function taken(said: TeamPushAnswer): Response {
  return answer(said);
}

/** The number of its last statement, if these very statements are in the log: the answer to the first try was lost. */
async function alreadyTaken(parts: Parts, push: TeamPush): Promise<number | undefined> {
  const first = push.statements[0]?.number ?? 1;
  const there = await parts.store.team(first - 1);
  const isThere = push.statements.every((statement, n) => {
    const kept = there[n];
    return kept !== undefined && canonicalText(kept) === canonicalText(statement);
  });
  return isThere ? push.statements.at(-1)?.number : undefined;
}
