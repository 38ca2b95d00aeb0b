/** Signing in: the server hands out a challenge, the device signs it with the key that the team log gives it. No password, no verifier. */
import {
  ChallengeRequest,
  fromText,
  labelled,
  SignIn,
  type Challenge,
  type Session,
  type Team,
} from "@answerable/wire";
import { Hono } from "hono";

import { readBody } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import type { Parts } from "../http/parts.ts";
import { SESSION_SECONDS } from "./tokens.ts";
import { verify } from "./verify.ts";

export function signInRoutes(parts: Parts): Hono {
  const routes = new Hono();

  // Given to anyone for any id: whether a device exists is not told.
  routes.post("/challenge", async (c) => {
    const asked = await readBody(c.req.raw, ChallengeRequest, 1_000);
    if (asked instanceof Response) return asked;
    const challenge: Challenge = {
      challenge: (await parts.tokens()).challenge(asked.device),
      now: new Date(parts.now()).toISOString(),
    };
    return answer(challenge);
  });

  routes.post("/", async (c) => {
    const asked = await readBody(c.req.raw, SignIn, 2_000);
    if (asked instanceof Response) return asked;
    const tokens = await parts.tokens();
    if (!tokens.isChallenge(asked.device, asked.challenge)) return complain(401, "ChallengeOver");
    const device = await parts.roll.device(asked.device);
    const team = await parts.roll.team();
    if (!device || !team || !(await isSigned(asked, device.signing, team)))
      return complain(401, "NotSignedIn");
    const session: Session = { token: tokens.token(asked.device), seconds: SESSION_SECONDS };
    return answer(session);
  });

  return routes;
}

function isSigned(asked: SignIn, signing: string, team: Team): Promise<boolean> {
  const { device, challenge, signature } = asked;
  const message = labelled("answerable/sign-in/1", { charter: team.fingerprint, device, challenge });
  return verify(fromText(signing), message, fromText(signature));
}
