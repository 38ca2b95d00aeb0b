/** Who asks. A request carries its session's token; a desk's requests also need the device's member to be of that desk. */
import { id, type DeskId } from "@answerable/wire";
import type { MiddlewareHandler } from "hono";
import * as v from "valibot";

import { complain } from "../http/complaint.ts";
import type { AtDesk, Parts, Signed } from "../http/parts.ts";

export async function sessionOf(parts: Pick<Parts, "tokens" | "roll">, request: Request) {
  const session = await shownSession(parts, request);
  return session && (await parts.roll.device(session.device)) ? session : undefined;
}

/** One that we gave out and that is not over, whether or not its device is still in the list. */
export async function shownSession({ tokens }: Pick<Parts, "tokens">, request: Request) {
  const token = /^Bearer ([A-Za-z0-9_.-]{1,200})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  return token === undefined ? undefined : (await tokens()).session(token);
}

export function signedIn(parts: Parts): MiddlewareHandler<Signed> {
  return async (c, next) => {
    const session = await sessionOf(parts, c.req.raw);
    if (!session) return complain(401, "NotSignedIn");
    c.set("device", session.device);
    c.set("ends", session.ends);
    return next();
  };
}

const deskId = id<DeskId>();

/** The same answer for a desk of others and for no desk at all: ids of desks are not to be fished for. */
export function atDesk(parts: Parts): MiddlewareHandler<AtDesk, "/:desk/*"> {
  return async (c, next) => {
    const desk = v.safeParse(deskId, c.req.param("desk"));
    if (!desk.success || !(await parts.roll.reaches(c.get("device"), desk.output)))
      return complain(403, "NotYourDesk");
    c.set("desk", desk.output);
    return next();
  };
}
